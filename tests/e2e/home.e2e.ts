import { WCAG, faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const TITLES = { 'zh-CN': '沙盘 Shapan', en: 'Shapan 沙盘' } as const;

for (const locale of ['zh-CN', 'en'] as const) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test.describe(`${locale}, ${colorScheme}`, () => {
			test.use({ locale, colorScheme });

			test('the page speaks the language of the reader and passes axe', async ({ page }) => {
				await page.goto('/');
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[locale]);
				await expect(page).toHaveTitle(TITLES[locale]);
				await expect(page.locator('html')).toHaveAttribute('lang', locale);
				expect(await faults(page, { tags: WCAG })).toEqual([]);
			});

			test('a phone 360 px wide shows it without scrolling sideways', async ({ page }) => {
				await page.setViewportSize({ width: 360, height: 740 });
				await page.goto('/');
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(width).toBeLessThanOrEqual(360);
			});
		});
	}
}

test.describe('the library', () => {
	test.use({ locale: 'en' });

	test('a market is told by its places and rivals, a lab by its weeks alone', async ({ page }) => {
		await page.goto('/');
		const cards = page
			.getByRole('listitem')
			.filter({ has: page.getByRole('heading', { level: 3 }), hasText: 'Languages' });
		const labs = cards.filter({ hasText: /Kind\s*Lab/ });
		await expect(labs.first()).toBeVisible();
		for (const card of await cards.all()) await expect(card).toContainText(/\d+ weeks?/);
		for (const lab of await labs.all()) {
			await expect(lab).toContainText('Runs on the command line only, for now.');
			await expect(lab).not.toContainText(/area|rival/);
		}
		const city = cards.filter({ has: page.getByRole('heading', { name: 'First city' }) });
		await expect(city).toContainText(/\d+ areas, \d+ rivals/);
	});
});

test.describe('choices', () => {
	test.use({ locale: 'zh-CN', colorScheme: 'light' });

	test('another language is shown in place and kept', async ({ page }) => {
		await page.goto('/');
		await page.getByText('English', { exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES.en);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES.en);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});

	test('a chosen theme overrides the device and is there before the first paint', async ({
		page,
		complaints
	}) => {
		await page.goto('/');
		const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		const light = await ground();
		await page.getByText('深色').click();
		await expect.poll(ground).not.toBe(light);
		const dark = await ground();
		// Without the application's script only the page's first script runs: the theme must not need more.
		await page.route('**/_app/immutable/entry/**', (route) =>
			route.fulfill({ contentType: 'text/javascript' })
		);
		await page.reload();
		expect(await ground()).toBe(dark);
		// The frame misses the script that was taken from it.
		expect(complaints.splice(0)).toEqual([expect.stringContaining('kit.init')]);
	});

	test('the keyboard reaches and changes every choice', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('radio', { name: '中文' }).focus();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES.en);
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	});
});

test.describe('an address without a page', () => {
	test.use({ locale: 'en' });

	test('says so in the language of the reader', async ({ page, complaints }) => {
		const response = await page.goto('/no-such-page');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown');
		await expect(page.getByText('There is no page at this address.')).toBeVisible();
		// Chromium itself logs the 404 of the document.
		expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
	});
});
