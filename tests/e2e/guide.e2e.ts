import { TERM_GROUPS } from '../../src/routes/glossary/terms.ts';
import { expect, test } from './support/test.ts';

const TERMS = TERM_GROUPS.reduce((sum, { terms }) => sum + terms.length, 0);

for (const [locale, first, second] of [
	['zh-CN', '出货', 'sell-in'],
	['en', 'sell-in', '出货']
] as const) {
	test.describe(locale, () => {
		test.use({ locale });

		test('every word stands in both languages, the reader’s first', async ({ page }) => {
			await page.goto('/glossary');
			await expect(page.getByRole('term')).toHaveCount(TERMS);
			await expect(page.getByRole('definition')).toHaveCount(2 * TERMS);
			await expect(page.locator('#term-sellIn dt span')).toHaveText([first, second]);
			await expect(page.locator('#term-sellIn dt span').first()).toHaveAttribute('lang', locale);
		});

		test('a word is found in either language', async ({ page }) => {
			await page.goto('/glossary');
			const search = page.getByRole('searchbox');
			await search.fill('Bullwhip');
			await expect(page.getByRole('term')).toHaveCount(1);
			await search.fill('牛鞭');
			await expect(page.getByRole('term')).toHaveCount(1);
			await search.fill('zzz');
			await expect(page.getByRole('term')).toHaveCount(0);
			await expect(page.getByRole('status').filter({ hasText: /No word fits|没有相符的词/ })).toBeVisible();
		});
	});
}

test.describe('an address', () => {
	test.use({ locale: 'en' });

	test('that names a word shows it', async ({ page }) => {
		await page.goto('/glossary#term-stateHash');
		await expect(page.locator('#term-stateHash')).toBeInViewport();
	});

	test('of the glossary is linked from the help, which has the arithmetic of the score', async ({ page }) => {
		await page.goto('/help');
		await expect(page.getByText('.3 × 80 + .2 × 70 + .2 × 60 + .3 × 40 = 62')).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'Glossary' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
	});
});
