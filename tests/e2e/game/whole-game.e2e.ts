/** Whole games as people play them; what they export comes out the same on the command line. */
import { expectReplays } from '../support/replay.ts';
import {
	beginGame,
	endButton,
	endTurn,
	expectSaved,
	exportGame,
	finish,
	goOn,
	playerOf,
	workOnly,
	type Player
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const COLLEGE = { 'zh-CN': '学院片', en: 'College quarter' } as const;
const TURNS = 6;

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
		await workOnly(player, COLLEGE);
		const tab = (name: string) => page.getByRole('tab', { name });
		await tab(t('lever.field')).click();
		await page.getByRole('button', { name: t('number.more', { label: t('field.heads') }) }).click();
		await tab(t('lever.price')).click();
		await page.getByRole('tabpanel').getByRole('textbox').first().press('ArrowUp');
		await tab(t('lever.activities')).click();
		await page.getByRole('button', { name: t('activity.add.priceOff') }).click();
		await tab(t('lever.supply')).click();
		await page
			.getByRole('radio', { name: t('supply.sellThrough') })
			.first()
			.check();
		await expectSaved(player);
		await playOn(player, 1);
		await expect(page).toHaveURL(/\/play\/result\?game=/);
		const file = await exportGame(player);
		const { plans } = JSON.parse(file).log;
		expect(plans[0].regions.worked).toContain('college');
		expect(plans[0].activities).toHaveLength(1);
		expect(plans[0].supply.orderMode).toEqual({ qinglan: 'sellThrough' });
		await expectReplays(file, await page.locator('[data-testid="final-hash"]').textContent());
	});
});

test.describe('on a phone', () => {
	test.use({ locale: 'zh-CN', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('a whole game, nothing wider than the screen', async ({ page }) => {
		const player = await playerOf(page, 'zh-CN');
		await beginGame(player);
		await workOnly(player, COLLEGE);
		const width = () => page.evaluate(() => document.documentElement.scrollWidth);
		expect(await width()).toBeLessThanOrEqual(360);
		for (let turn = 1; turn <= TURNS; turn++) {
			await endTurn(player, turn);
			expect(await width()).toBeLessThanOrEqual(360);
			if (turn < TURNS) await goOn(player);
		}
		await finish(player);
		await expectReplays(
			await exportGame(player),
			await page.locator('[data-testid="final-hash"]').textContent()
		);
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
		await workOnly(player, COLLEGE);
		await expectSaved(player);
		await page.reload();
		await expect(page.getByRole('checkbox', { name: COLLEGE.en })).toBeChecked();
		await page.getByRole('button', { name: t('plan.undo') }).click();
		await expect(page.getByRole('checkbox', { name: COLLEGE.en })).not.toBeChecked();
		await page.goBack();
		await expect(page).toHaveURL(/turn=1$/);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('1');
		await goOn(player);
		await expect(endButton(player)).toBeEnabled();
	});
});
