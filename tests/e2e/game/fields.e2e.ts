/** Numbers as they are typed into a plan. */
import { beginGame, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en' });

test('a number out of bounds becomes the nearest possible one, and it is said', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await page.getByRole('tab', { name: t('lever.field') }).click();
	const heads = page.getByRole('spinbutton', { name: t('field.heads') });
	const most = String(await heads.getAttribute('aria-valuemax'));
	await expect(heads).toHaveAccessibleDescription(new RegExp(`0–${most}$`));
	const tooMuch = page.getByText(t('step.most', { high: most }), { exact: true });
	await heads.fill('9999');
	await expect(tooMuch).toHaveCount(0);
	await heads.press('Enter');
	await expect(heads).toHaveValue(most);
	await expect(tooMuch).toBeVisible();
	// What is possible is not remarked upon.
	await heads.press('ArrowDown');
	await expect(heads).toHaveValue(String(Number(most) - 1));
	await expect(tooMuch).toHaveCount(0);
	await heads.fill('-1');
	await heads.blur();
	await expect(heads).toHaveValue('0');
	await expect(page.getByText(t('step.least', { low: '0' }), { exact: true })).toBeVisible();
	await heads.fill('many');
	await heads.blur();
	await expect(heads).toHaveValue('0');
	await expect(page.getByText(t('step.least', { low: '0' }), { exact: true })).toHaveCount(0);
});
