/** A whole game with the keyboard alone: nothing is pressed but keys, and nothing is reached but by them. */
import type { Page } from '@playwright/test';
import { expectReplays } from '../support/replay.ts';
import { beginGame, CITY, endTurn, expectTurn, goOn, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en' });
test.setTimeout(120_000);

/** Accessible name and role of what has the focus. */
function focused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const at = document.activeElement;
		if (at === null || at === document.body) return '';
		const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : '';
		return `${at.getAttribute('aria-label') ?? ''} ${label} ${at.textContent ?? ''}`
			.replace(/\s+/g, ' ')
			.trim();
	});
}

/** Presses Tab until the focus is on something of that name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	for (let i = 0; i < 120; i++) {
		await page.keyboard.press('Tab');
		const now = await focused(page);
		if (typeof name === 'string' ? now === name || now.startsWith(`${name} `) : name.test(now)) return;
	}
	throw new Error(`the keyboard never reached ${name}`);
}

test('from the home page to the result, with a change, an undo and a prediction', async ({ page }) => {
	const { t } = await playerOf(page, 'en');
	await page.goto('/');
	await expect(page.getByRole('heading', { name: CITY.en })).toBeVisible();
	await tabTo(page, t('home.play'));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: t('brief.start') })).toBeVisible();
	await tabTo(page, t('brief.start'));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('checkbox').first()).toBeVisible();

	await tabTo(page, /College quarter .*accounts/);
	const box = page.getByRole('checkbox', { name: 'College quarter' });
	const before = await box.isChecked();
	await page.keyboard.press('Space');
	await expect(box).toBeChecked({ checked: !before });
	await page.keyboard.press('Control+z');
	await expect(box).toBeChecked({ checked: before });
	await page.keyboard.press('Control+Shift+z');
	await expect(box).toBeChecked({ checked: !before });

	// Another lever, and a number on it.
	await tabTo(page, t('lever.regions'));
	for (const lever of ['dealers', 'field', 'price'] as const) {
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('tab', { name: t(`lever.${lever}`) })).toBeFocused();
	}
	await tabTo(page, t('price.dealer'));
	await page.keyboard.press('ArrowUp');

	for (let turn = 1; turn <= 6; turn++) {
		await tabTo(page, t('plan.end'));
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeVisible();
		if (turn === 1) {
			await tabTo(page, t('end.units'));
			await page.keyboard.type('9000');
			await page.keyboard.press('Enter');
		} else {
			await tabTo(page, t('end.go'));
			await page.keyboard.press('Enter');
		}
		await expect(page).toHaveURL(new RegExp(`turn=${turn}$`));
		if (turn === 1) await expect(page.getByText(/9,000/).first()).toBeVisible();
		await tabTo(page, t('report.onward'));
		await page.keyboard.press('Enter');
	}
	await tabTo(page, t('report.toResult'));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/play\/result/);
	await tabTo(page, t('game.export'));
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	const { readFile } = await import('node:fs/promises');
	const file = await readFile(await download.path(), 'utf8');
	const { predictions, log } = JSON.parse(file);
	expect(predictions[0].sellOutUnits).toBe(9000);
	expect(log.plans[0].regions.worked.includes('college')).toBe(!before);
	expect(log.plans[0].price.dealerPriceCents).toEqual({ 'qinghe-500': 240 });
	await expectReplays(file, await page.locator('[data-testid="final-hash"]').textContent());
});

test('a new page begins at its heading', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const heading = page.getByRole('heading', { level: 1 });
	await beginGame(player);
	await expect(heading).toBeFocused();
	await endTurn(player, 1);
	await expect(heading).toBeFocused();
	await goOn(player);
	await expectTurn(player, 2);
	await expect(heading).toBeFocused();
	await page.getByRole('link', { name: player.t('nav.home') }).click();
	await expect(heading).toHaveText(player.t('app.name'));
	await expect(heading).toBeFocused();
});
