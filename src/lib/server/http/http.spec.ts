import { describe, expect, test } from 'vitest';
import { cookieOptions, FailureLimit, isForeign, readJson, statusOf } from './index.ts';

const url = new URL('http://192.168.1.5:4173/api/x');
const json = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json): Request =>
	new Request(url, { method: 'POST', body, headers });
const codeOf = (read: Awaited<ReturnType<typeof readJson>>): string =>
	read.ok ? 'ok' : (read.faults[0]?.code ?? '');

describe('a body', () => {
	test('is given as what it says', async () => {
		expect(await readJson(post('{"a":[1,"二"]}'))).toEqual({ ok: true, value: { a: [1, '二'] } });
	});

	test.each([
		['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 'HTTP_BODY_TYPE'],
		['text, as another site can send it', '{}', { 'content-type': 'text/plain' }, 'HTTP_BODY_TYPE'],
		['a type that only begins alike', '{}', { 'content-type': 'application/jsonp' }, 'HTTP_BODY_TYPE'],
		['no JSON', '{a:1}', json, 'HTTP_BODY_JSON'],
		['nothing', '', json, 'HTTP_BODY_JSON'],
		['deep nesting', `${'['.repeat(100_000)}`, json, 'HTTP_BODY_LARGE'],
		['deep nesting that is complete', `${'['.repeat(500)}${']'.repeat(500)}`, json, 'HTTP_BODY_JSON'],
		['a key that reaches into all objects', '{"__proto__":{"a":1}}', json, 'HTTP_BODY_JSON']
	])('of %s is refused', async (_name, body, headers, code) => {
		expect(codeOf(await readJson(post(body, headers)))).toBe(code);
	});

	test('of bytes that are no text is refused', async () => {
		expect(codeOf(await readJson(post(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))))).toBe('HTTP_BODY_JSON');
	});

	test('without end is read no further than its limit', async () => {
		let sent = 0;
		const endless = new ReadableStream({
			pull(controller) {
				sent += 1000;
				controller.enqueue(new Uint8Array(1000));
			}
		});
		const init = { method: 'POST', body: endless, headers: json, duplex: 'half' } as const;
		expect(codeOf(await readJson(new Request(url, init), 10_000))).toBe('HTTP_BODY_LARGE');
		expect(sent).toBeLessThan(20_000);
	});

	test('that is said to be too large is not begun', async () => {
		const request = { headers: new Headers({ ...json, 'content-length': '11' }) } as Request;
		expect(codeOf(await readJson(request, 10))).toBe('HTTP_BODY_LARGE');
	});
});

describe('who asks', () => {
	const asked = (headers: Record<string, string>, method = 'POST'): boolean =>
		isForeign(new Request(url, { method, headers }), url);

	test.each([
		['the page itself', { origin: 'http://192.168.1.5:4173' }, false],
		['the page itself, behind a proxy that speaks https', { origin: 'https://192.168.1.5:4173' }, false],
		['a program without a browser', {}, false],
		['another site', { origin: 'https://elsewhere.example' }, true],
		['another port of this machine', { origin: 'http://192.168.1.5:8080' }, true],
		['a sandboxed frame', { origin: 'null' }, true],
		['a browser that hides the origin', { 'sec-fetch-site': 'cross-site' }, true],
		['a sister site', { 'sec-fetch-site': 'same-site' }, true]
	])('%s', (_name, headers, foreign) => {
		expect(asked(headers)).toBe(foreign);
	});

	test('does not matter to a request that changes nothing', () => {
		expect(asked({ origin: 'https://elsewhere.example' }, 'GET')).toBe(false);
	});
});

test('cookies are kept from scripts and other sites, and over https from plain http', () => {
	const options = cookieOptions(new URL('https://a.example/'), '/api/rooms/r', 60);
	expect(options).toEqual({
		path: '/api/rooms/r',
		httpOnly: true,
		sameSite: 'strict',
		secure: true,
		maxAge: 60
	});
	expect(cookieOptions(url, '/', 60).secure).toBe(false);
});

describe('failures', () => {
	test('are borne up to a number, then one is forgiven at a time', () => {
		let now = 1_000_000;
		const limit = new FailureLimit({ burst: 3, forgiveMs: 10_000, now: () => now });
		for (let i = 0; i < 3; i++) {
			expect(limit.wait('10.0.0.1')).toBe(0);
			limit.failed('10.0.0.1');
		}
		expect(limit.wait('10.0.0.1')).toBe(10);
		expect(limit.wait('10.0.0.2')).toBe(0);
		now += 10_000;
		expect(limit.wait('10.0.0.1')).toBe(0);
		limit.failed('10.0.0.1');
		expect(limit.wait('10.0.0.1')).toBe(10);
		now += 60_000;
		expect(limit.wait('10.0.0.1')).toBe(0);
	});

	test.each([
		['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', true],
		['2001:db8:1:2::1', '2001:0db8:0001:0002:0000::9', true],
		['2001:db8:1:2::1', '2001:db8:1:3::1', false],
		['::ffff:10.0.0.1', '10.0.0.1', true],
		['fe80::1%eth0', 'fe80::2%eth1', true],
		['10.0.0.1', '10.0.0.2', false]
	])('%s and %s count as one: %s', (first, second, one) => {
		const limit = new FailureLimit({ burst: 1, forgiveMs: 10_000, now: () => 0 });
		limit.failed(first);
		expect(limit.wait(second) > 0).toBe(one);
	});

	test('of ever new addresses take no more than so much room', () => {
		const limit = new FailureLimit({ burst: 1, forgiveMs: 10_000, now: () => 0 });
		for (let i = 0; i < 60_000; i++) limit.failed(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
		expect(limit.wait('10.0.0.0')).toBe(0);
		expect(limit.wait(`10.0.${(59_999 >> 8) & 255}.${59_999 & 255}`)).toBe(10);
	});
});

test.each([
	['DATABASE_FULL', 503],
	['HTTP_ORIGIN', 403],
	['HTTP_BODY_LARGE', 413],
	['HTTP_TOO_MANY', 429],
	['ROOM_TOO_MANY_TRIES', 429],
	['ROOM_UNKNOWN', 404],
	['ROOM_NO_ACCESS', 401],
	['ROOM_SEALED', 403],
	['TEAM_NAME_TAKEN', 409],
	['ROOM_REQUEST_SHAPE', 400],
	['HTTP_FAULT', 500]
])('%s is told by status %i', (code, status) => {
	expect(statusOf([{ code, path: '', message: '' }])).toBe(status);
});
