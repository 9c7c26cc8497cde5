/** A market where the dealer sells on to wholesalers of a second tier (二批). */
import { beginGame, endTurn, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en' });

/** The first city, where one more dealer buys from the one the firm has. */
const SECOND = `dealers:
  - id: second
    region: qinglan
    name: { zh-CN: 小周批发, en: Small Zhou }
    stated: { reputation: 50, strength: 50, scale: 50, network: 50, delivery: 50, management: 50 }
    actual: { reputation: 50, strength: 50, scale: 50, network: 50, delivery: 50, management: 50 }
    reach: { old-town: .3 }
    capital: 500000
    deliveryPerWeek: 2000
    secondTier: { of: laozhou }
`;

test('what the second tier holds stands beside the dealer’s stock, and of what week it is', async ({
	page
}) => {
	await page.route('**/first-city.*.yaml', async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		await route.fulfill({ response, body: text.replace(/^dealers:\n/m, SECOND) });
	});
	const player = await playerOf(page, 'en');
	const { t } = player;
	const line = page.getByText(t('supply.second', { dealer: 'Laozhou Wholesale' }), { exact: true });
	await beginGame(player);
	await expect(line).toHaveCount(0);
	await page.getByRole('tab', { name: t('lever.supply') }).click();
	await expect(line.locator('..')).toHaveText(/units\s*[\d,]+\s*[\d,]+–[\d,]+, dealer’s report, at the start$/);
	await endTurn(player, 1);
	await expect(line.locator('..')).toHaveText(/units\s*[\d,]+\s*[\d,]+–[\d,]+, dealer’s report, week \d+$/);
});

test('without a second tier nothing is said of one', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await page.getByRole('tab', { name: t('lever.supply') }).click();
	await expect(page.getByText(t('supply.stock'), { exact: true })).toBeVisible();
	await expect(page.getByText('second tier')).toHaveCount(0);
});
