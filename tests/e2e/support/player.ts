/** A person at the built page: what is pressed and read in a game, in either language. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { createTranslator, loadCatalogue, type Locale, type Translate } from '#lib/i18n/index.ts';
import { expect } from './test.ts';

export interface Player {
	readonly page: Page;
	readonly locale: Locale;
	readonly t: Translate;
	/** How this person presses: with a mouse, or with a finger. */
	readonly by: 'click' | 'tap';
}

export async function playerOf(page: Page, locale: Locale, by: Player['by'] = 'click'): Promise<Player> {
	return { page, locale, t: createTranslator(locale, await loadCatalogue(locale)), by };
}

export const CITY = { 'zh-CN': '第一座城', en: 'First city' } as const;

/** From the home page to the desk of the first turn. */
export async function beginGame(
	{ page, locale, t, by }: Player,
	seed = 'e2e',
	origin = '',
	scenario: string = CITY[locale]
): Promise<void> {
	await page.goto(`${origin}/`);
	const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: scenario }) });
	await page.getByText(t('home.seed'), { exact: true })[by]();
	await page.getByLabel(t('home.seed.label')).fill(seed);
	await card.getByRole('button', { name: t('home.play') })[by]();
	await page.getByRole('button', { name: t('brief.start') })[by]();
	await expect(endButton({ page, t })).toBeEnabled();
}

export function endButton({ page, t }: Pick<Player, 'page' | 't'>): Locator {
	return page.getByRole('button', { name: t('plan.end'), exact: true });
}

/** What the bar says of keeping the game. */
export async function expectSaved({ page, t }: Player, how: 'saved' | 'offline' = 'saved'): Promise<void> {
	await expect(page.getByText(t(`save.${how}`), { exact: true }).first()).toBeVisible();
}

/** @param turn from 1 */
export async function expectTurn({ page, t }: Player, turn: number): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toContainText(t('top.turn', { turn, turns: 6 }));
}

/** Ends the turn and waits for its report. @param turn from 1 */
export async function endTurn({ page, t, by }: Player, turn: number): Promise<void> {
	await endButton({ page, t })[by]();
	const go = page.getByRole('dialog').getByRole('button', { name: t('end.go') });
	await go[by]();
	await expect(page).toHaveURL(new RegExp(`/play/report\\?game=\\w+&turn=${turn}$`));
}

/** From a report to what comes after it. */
export async function goOn({ page, t, by }: Player): Promise<void> {
	await page.getByRole('button', { name: t('report.onward') })[by]();
}

/** From the report of the last turn past that of the closing weeks. */
export async function finish(player: Player): Promise<void> {
	const { page, t, by } = player;
	await goOn(player);
	await page.getByRole('button', { name: t('report.toResult') })[by]();
	await expect(page).toHaveURL(/\/play\/result/);
}

export const COLLEGE = { 'zh-CN': '学院片', en: 'College quarter' } as const;
const OTHERS = { 'zh-CN': ['老城', '新城'], en: ['Old town', 'New town'] } as const;

/** Whether an area is among those worked. */
export function areaBox({ page }: Pick<Player, 'page'>, name: string): Locator {
	return page.getByRole('checkbox', { name });
}

/** Draws everybody together in the college quarter: the first change the method asks for, and two for the plan. */
export async function workOneArea(player: Player): Promise<void> {
	for (const name of OTHERS[player.locale]) {
		await areaBox(player, name)[player.by]();
		await expect(areaBox(player, name)).not.toBeChecked();
	}
}

/** As `workOneArea` leaves it. */
export async function expectOneArea(player: Player): Promise<void> {
	await expect(areaBox(player, COLLEGE[player.locale])).toBeChecked();
	for (const name of OTHERS[player.locale]) await expect(areaBox(player, name)).not.toBeChecked();
}

/** Presses what exports the game that is open, and gives the file's text. */
export async function exportGame({ page, t, by }: Player): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: t('game.export') })[by]()
	]);
	return readFileSync(await download.path(), 'utf8');
}
