/** The third order mode: the firm writes its dealer's orders. */
import { beginGame, endTurn, expectSaved, goOn, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const DEALER = { 'zh-CN': '老周批发', en: 'Laozhou Wholesale' } as const;

for (const locale of ['en', 'zh-CN'] as const) {
	test.describe(`quota, ${locale}`, () => {
		test.use({ locale });

		test('begins at what sells, goes back and forth, is cut with a word, and stands', async ({ page }) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			await beginGame(player);
			await page.getByRole('tab', { name: t('lever.supply') }).click();
			const name = t('supply.quota', { dealer: DEALER[locale] });
			const cases = page.getByRole('spinbutton', { name, exact: true });
			await expect(cases).toHaveCount(0);
			const mode = page.getByRole('radio', { name: t('mode.quota'), exact: true });
			await page.getByText(t('mode.quota'), { exact: true }).click();
			await expect(mode).toBeChecked();
			const first = Number(await cases.inputValue());
			expect(first).toBeGreaterThan(10);

			await cases.fill('99999');
			await cases.blur();
			// How much the dealer would take is for the market to say; that it was cut, for the page.
			const cut = t('drop.QUOTA_LIMIT', { name: '|', asked: '99,999', given: '|' }).split('|')[1] ?? '';
			await expect(page.getByText(cut).first()).toBeVisible();
			await page.getByRole('button', { name: t('plan.undo') }).click();
			await expect(cases).toHaveValue(String(first));
			await page.getByRole('button', { name: t('plan.undo') }).click();
			await expect(cases).toHaveCount(0);
			await page.getByRole('button', { name: t('plan.redo') }).click();
			await expect(cases).toHaveValue(String(first));
			await cases.press('ArrowUp');
			const asked = Number(await cases.inputValue());
			expect(asked).toBeGreaterThan(first);
			await expectSaved(player);

			await endTurn(player, 1);
			await goOn(player);
			await page.getByRole('tab', { name: t('lever.supply') }).click();
			await expect(mode).toBeChecked();
			await expect(cases).toHaveValue(String(asked));
		});
	});
}
