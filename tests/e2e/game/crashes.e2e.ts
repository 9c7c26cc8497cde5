/** The page's process is killed at 20 moments of its games; whatever had been shown as saved is there afterwards. */
import type { BrowserContext, Page } from '@playwright/test';
import alea from 'seedrandom/lib/alea.js';
import { expectReplays } from '../support/replay.ts';
import {
	beginGame,
	endButton,
	expectSaved,
	exportGame,
	finish,
	goOn,
	playerOf,
	type Player
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const KILLS = 20;
/** Longer than a turn takes from the press to its report. */
const MOMENT_MS = 500;
const AREA = 'College quarter';

test.use({ locale: 'en' });
test.setTimeout(240_000);

/** As when a system runs out of memory: nothing of the page gets to say goodbye. */
async function kill(page: Page): Promise<void> {
	const crashed = page.waitForEvent('crash');
	const session = await page.context().newCDPSession(page);
	session.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}

async function turnShown(page: Page): Promise<number> {
	const heading = page.getByText(/^Turn \d+ of 6/).first();
	await expect(heading).toBeVisible();
	return Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
}

/** Opens the desk again, as a player would. */
async function reopened(context: BrowserContext, address: string): Promise<Player> {
	const player = await playerOf(await context.newPage(), 'en');
	await player.page.goto(address);
	return player;
}

test('20 crashes, while planning and while a turn is played', async ({ context, page: first }) => {
	const moments = alea('crashes');
	await first.close();
	let kills = 0;
	let games = 0;
	while (kills < KILLS) {
		let player = await playerOf(await context.newPage(), 'en');
		await beginGame(player, `crash-${++games}`);
		const address = player.page.url();
		let turn = 1;
		while (turn <= 6) {
			const { page, t } = player;
			const box = page.getByRole('checkbox', { name: AREA });
			const checked = !(await box.isChecked());
			await box.setChecked(checked);
			await expectSaved(player);
			if (kills < KILLS && moments() < 0.4) {
				await kill(page);
				kills++;
				player = await reopened(context, address);
				await expect(player.page.getByRole('checkbox', { name: AREA })).toBeChecked({ checked });
				expect(await turnShown(player.page)).toBe(turn);
			}
			await endButton(player).click();
			await player.page
				.getByRole('dialog')
				.getByRole('button', { name: t('end.go') })
				.click();
			if (kills < KILLS) {
				await player.page.waitForTimeout(Math.floor(moments() * MOMENT_MS));
				await kill(player.page);
				kills++;
				player = await reopened(context, address);
				await expect(
					endButton(player).or(player.page.getByRole('button', { name: t('game.export') }))
				).toBeVisible();
				if (new URL(player.page.url()).pathname === '/play/result') break;
				const now = await turnShown(player.page);
				expect([turn, turn + 1]).toContain(now);
				// What was not played is planned as it was saved.
				if (now === turn)
					await expect(player.page.getByRole('checkbox', { name: AREA })).toBeChecked({ checked });
				turn = now;
			} else {
				await expect(player.page).toHaveURL(new RegExp(`turn=${turn}$`));
				if (turn === 6) await finish(player);
				else await goOn(player);
				turn++;
			}
		}
		await expect(player.page).toHaveURL(/\/play\/result/);
		const file = await exportGame(player);
		const { log, hashes } = JSON.parse(file);
		expect([log.plans.length, hashes.length]).toEqual([6, 7]);
		await expectReplays(file, await player.page.locator('[data-testid="final-hash"]').textContent());
		await player.page.close();
	}
	test.info().annotations.push({ type: 'crashes', description: `${kills} in ${games} games` });
});
