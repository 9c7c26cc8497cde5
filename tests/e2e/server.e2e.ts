import { expect, test } from './support/test.ts';

test('a form posted over plain http is not taken for one from another site', async ({ request, baseURL }) => {
	// No page takes forms yet: the answer is “no such action here”, not the 403 that a wrongly guessed https gives.
	const response = await request.post('/no-such-page', {
		headers: { origin: baseURL ?? '' },
		form: { a: 'b' }
	});
	expect(response.status()).not.toBe(403);
});

test('a form from another site is refused', async ({ request }) => {
	const response = await request.post('/no-such-page', {
		headers: { origin: 'https://elsewhere.example' },
		form: { a: 'b' }
	});
	expect(response.status()).toBe(403);
});

test('the page is not shown inside another site, and files keep their type', async ({ request }) => {
	const { 'x-frame-options': frame, 'x-content-type-options': type } = (await request.get('/')).headers();
	expect([frame, type]).toEqual(['DENY', 'nosniff']);
});
