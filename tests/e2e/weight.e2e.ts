import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test.ts';

/** Bytes of script and style, gzipped, that the first screen may cost. */
const LIMIT = 90_000;
/** What only the code says that may come later: charts, storage, the engine. */
const LATER = {
	charts: ' is not a registered ',
	storage: 'DexieError',
	engine: 'closing weeks come once, after the last turn'
} as const;
const IMMUTABLE = fileURLToPath(new URL('../../build/client/_app/immutable/', import.meta.url));

for (const locale of ['zh-CN', 'en']) {
	test.describe(locale, () => {
		test.use({ locale });

		test('the first screen is light; engine, parser and checks come in the worker only', async ({ page }) => {
			const first: { url: string; bytes: number; text: string }[] = [];
			page.on('response', async (response) => {
				const { url, kind } = { url: response.url(), kind: response.request().resourceType() };
				if (!['script', 'stylesheet', 'document'].includes(kind) || url.includes('/workers/')) return;
				const body = await response.body();
				first.push({ url, bytes: gzipSync(body).length, text: body.toString() });
			});
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 3 }).last()).toBeVisible();
			await page.waitForLoadState('networkidle');
			const bytes = first.reduce((sum, file) => sum + file.bytes, 0);
			test.info().annotations.push({ type: 'first screen', description: `${bytes} bytes gzipped` });
			console.log(`${locale}: first screen ${bytes} bytes gzipped in ${first.length} files`);
			expect(bytes).toBeLessThanOrEqual(LIMIT);
			for (const [part, words] of Object.entries(LATER))
				expect(
					first.filter(({ text }) => text.includes(words)).map(({ url }) => url),
					part
				).toEqual([]);
			// Nothing is kept yet, so nothing that keeps is fetched; a later visit fetches it after this screen.
			expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('/workers/')]);
		});
	});
}

test('what is looked for is in the build', () => {
	const scripts = readdirSync(IMMUTABLE, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => readFileSync(join(IMMUTABLE, name), 'utf8'));
	for (const [part, words] of Object.entries(LATER))
		expect(
			scripts.some((text) => text.includes(words)),
			part
		).toBe(true);
});
