import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test.ts';

/** Bytes of script and style, gzipped, that the first screen may cost. */
const LIMIT = 90_000;

for (const locale of ['zh-CN', 'en']) {
	test.describe(locale, () => {
		test.use({ locale });

		test('the first screen is light; engine, parser and checks come in the worker only', async ({ page }) => {
			const first: { url: string; bytes: number }[] = [];
			page.on('response', async (response) => {
				const { url, kind } = { url: response.url(), kind: response.request().resourceType() };
				if (!['script', 'stylesheet', 'document'].includes(kind) || url.includes('/workers/')) return;
				first.push({ url, bytes: gzipSync(await response.body()).length });
			});
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 3 }).last()).toBeVisible();
			await page.waitForLoadState('networkidle');
			const bytes = first.reduce((sum, file) => sum + file.bytes, 0);
			test.info().annotations.push({ type: 'first screen', description: `${bytes} bytes gzipped` });
			console.log(`${locale}: first screen ${bytes} bytes gzipped in ${first.length} files`);
			expect(bytes).toBeLessThanOrEqual(LIMIT);
			// Nothing is kept yet, so nothing that keeps is fetched; a later visit fetches it after this screen.
			expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('/workers/')]);
		});
	});
}
