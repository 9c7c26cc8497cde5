/** Whole games as people play them; what they export comes out the same on the command line. */
import { expectReplays } from '../support/replay.ts';
import {
	areaBox,
	beginGame,
	endButton,
	endTurn,
	expectOneArea,
	expectSaved,
	exportGame,
	finish,
	goOn,
	playerOf,
	workOneArea,
	type Player
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const TURNS = 6;
/** Three of the long list, the second of which is appointed. */
const SHORTLIST = ['老周批发', '青源食品', '新锐配送'] as const;

async function playOn(player: Player, from: number): Promise<void> {
	for (let turn = from; turn <= TURNS; turn++) {
		await endTurn(player, turn);
		if (turn < TURNS) await goOn(player);
	}
	await finish(player);
}

test.describe('by pointer', () => {
	test.use({ locale: 'zh-CN' });

	test('in Chinese: every lever is moved, the game is played to its end, and replays', async ({ page }) => {
		const player = await playerOf(page, 'zh-CN');
		const { t } = player;
		await beginGame(player);
		await workOneArea(player);
		const tab = (name: string) => page.getByRole('tab', { name });
		const more = (name: string) => page.getByRole('button', { name: t('step.more', { name }), exact: true });
		await tab(t('lever.dealers')).click();
		for (const name of SHORTLIST)
			await page.getByRole('checkbox', { name: t('dealers.shortlist.of', { name }) }).click();
		await page.getByRole('radio', { name: SHORTLIST[1], exact: true }).click();
		await tab(t('lever.field')).click();
		await more(t('field.heads')).click();
		await tab(t('lever.price')).click();
		await more(t('price.dealer')).click();
		await tab(t('lever.activities')).click();
		await page.getByRole('button', { name: t('activities.add.priceOff') }).click();
		await tab(t('lever.supply')).click();
		await page.getByText(t('mode.sellThrough'), { exact: true }).first().click();
		await tab(t('lever.platform')).click();
		await page.getByRole('checkbox', { name: t('platform.standards') }).click();
		await expectSaved(player);
		await playOn(player, 1);
		await expect(page).toHaveURL(/\/play\/result\?game=/);
		await page.getByText('English').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Result');
		await page.getByText('中文').click();
		const file = await exportGame(player);
		const { plans } = JSON.parse(file).log;
		expect(plans[0].regions.worked).toEqual(['college']);
		expect(plans[0].dealers.appoint).toEqual({ qinglan: 'qingyuan' });
		expect(plans[0].field.merchandisers).toBe(3);
		expect(plans[0].price.dealerPriceCents).toEqual({ 'qinghe-500': 240 });
		expect(plans[0].activities).toHaveLength(1);
		expect(plans[0].supply.orderMode).toEqual({ qinglan: 'sellThrough' });
		expect(plans[0].platform).toEqual({ build: ['standards'] });
		await expectReplays(file, await page.locator('[data-testid="final-hash"]').textContent());
	});
});

test.describe('on a phone', () => {
	test.use({ locale: 'zh-CN', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('a whole game by finger, nothing wider than the screen', async ({ page }) => {
		const player = await playerOf(page, 'zh-CN', 'tap');
		const { t } = player;
		await beginGame(player);
		await workOneArea(player);
		await page.getByRole('tab', { name: t('lever.field') }).tap();
		await page.getByRole('button', { name: t('step.more', { name: t('field.heads') }), exact: true }).tap();
		await page.getByRole('button', { name: t('plan.short', { count: 3 }) }).tap();
		await expect(page.getByText(t('change.areaOff', { area: '老城' }))).toBeVisible();
		const width = () => page.evaluate(() => document.documentElement.scrollWidth);
		expect(await width()).toBeLessThanOrEqual(360);
		for (let turn = 1; turn <= TURNS; turn++) {
			await endTurn(player, turn);
			expect(await width()).toBeLessThanOrEqual(360);
			if (turn < TURNS) await goOn(player);
		}
		await finish(player);
		const file = await exportGame(player);
		const { plans } = JSON.parse(file).log;
		expect([plans[0].regions.worked, plans[0].field.merchandisers]).toEqual([['college'], 3]);
		await expectReplays(file, await page.locator('[data-testid="final-hash"]').textContent());
		expect(await width()).toBeLessThanOrEqual(360);
	});
});

test.describe('reloaded', () => {
	test.use({ locale: 'en' });

	test('in the middle of a turn: the plan, its way back and the report are there again', async ({ page }) => {
		const player = await playerOf(page, 'en');
		const { t } = player;
		await beginGame(player);
		await endTurn(player, 1);
		await goOn(player);
		await workOneArea(player);
		await expectSaved(player);
		await page.reload();
		await expectOneArea(player);
		await page.getByRole('button', { name: t('plan.undo') }).click();
		await expect(areaBox(player, 'New town')).toBeChecked();
		await page.goBack();
		await expect(page).toHaveURL(/turn=1$/);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('1');
		await goOn(player);
		await expect(endButton(player)).toBeEnabled();
	});
});
