/** Pictures of a game for docs/shots: each page wide and on a phone, in both languages and themes. */
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { LEVERS } from '#lib/engine/vocab.ts';
import type { Locale } from '#lib/i18n/index.ts';
import {
	beginGame,
	endButton,
	endTurn,
	expectSaved,
	finish,
	goOn,
	playerOf,
	workOneArea
} from '../support/player.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/shots/', import.meta.url));

interface Look {
	readonly name: string;
	readonly locale: Locale;
	readonly colorScheme: 'light' | 'dark';
	readonly viewport: { readonly width: number; readonly height: number };
}

const WIDE = { width: 1366, height: 860 };
const PHONE = { width: 360, height: 740 };
const LOOKS: readonly Look[] = [
	{ name: 'wide-zh', locale: 'zh-CN', colorScheme: 'light', viewport: WIDE },
	{ name: 'wide-en-dark', locale: 'en', colorScheme: 'dark', viewport: WIDE },
	{ name: 'phone-zh-dark', locale: 'zh-CN', colorScheme: 'dark', viewport: PHONE },
	{ name: 'phone-en', locale: 'en', colorScheme: 'light', viewport: PHONE }
];

for (const { name, locale, colorScheme, viewport } of LOOKS) {
	test.describe(name, () => {
		test.use({ locale, colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

		test('pages', async ({ page }) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			const shoot = async (what: string, whole = true): Promise<void> => {
				await page.evaluate(() => window.scrollTo(0, 0));
				// In a window as high as the page what sticks to its lower edge stands below, not across the middle.
				const height = whole
					? await page.evaluate(() => document.documentElement.scrollHeight)
					: viewport.height;
				await page.setViewportSize({ width: viewport.width, height: Math.max(height, viewport.height) });
				await page.screenshot({ path: `${FOLDER}${what}-${name}.png`, animations: 'disabled' });
				await page.setViewportSize(viewport);
			};
			await beginGame(player, 'shots');
			await page.goBack();
			await page.getByRole('button', { name: t('brief.start') }).waitFor();
			await shoot('briefing');
			await page.getByRole('button', { name: t('brief.start') }).click();
			await workOneArea(player);
			await expectSaved(player);
			await shoot('play');
			for (const lever of LEVERS.filter((it) => it !== 'regions')) {
				await page.getByRole('tab', { name: t(`lever.${lever}`) }).click();
				if (lever === 'activities')
					await page.getByRole('button', { name: t('activities.add.priceOff') }).click();
				await expectSaved(player);
				await shoot(`play-${lever}`);
			}
			await endButton(player).click();
			await page.getByRole('dialog').waitFor();
			// A dialog covers what is in view, not the page below it.
			await shoot('play-end', false);
			await page.keyboard.press('Escape');
			// The pictures of the turns are those of one area worked, and nothing else.
			await page.getByRole('tab', { name: t('lever.activities') }).click();
			await page.getByRole('button', { name: t('activity.remove.of', { number: 1 }) }).click();
			await expectSaved(player);
			for (let turn = 1; turn <= 6; turn++) {
				await endTurn(player, turn);
				if (turn === 3) {
					await page.locator('canvas').first().waitFor();
					await page.waitForLoadState('networkidle');
					await shoot('report');
				}
				if (turn < 6) await goOn(player);
			}
			await finish(player);
			await page.getByRole('button', { name: t('game.export') }).waitFor();
			await page.waitForLoadState('networkidle');
			await shoot('result');
			await page.goto('/');
			await page.getByRole('link', { name: t('home.look') }).waitFor();
			await page.getByRole('heading', { level: 3 }).first().waitFor();
			await shoot('home');
			for (const name of ['help', 'glossary', 'settings'] as const) {
				await page.goto(`/${name}`);
				await page.getByRole('heading', { level: 1, name: t(`${name}.title`) }).waitFor();
				await page.waitForLoadState('networkidle');
				if (name === 'settings') await page.getByText(t('settings.offline.kept')).waitFor();
				await shoot(name);
			}
		});
	});
}
