/** Every page of a game: axe in both languages and themes, no wider than a phone, no message without words. */
import { faults } from '../support/axe.ts';
import {
	beginGame,
	endButton,
	endTurn,
	expectOneArea,
	expectSaved,
	finish,
	goOn,
	playerOf,
	workOneArea,
	type Player
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

/** What a message looks like that has no words, and a parameter nobody filled in. */
const UNWORDED = /\[[a-zA-Z]+\.[\w.-]+\]|\{\w+\}|\bNaN\b|undefined|Infinity|∞/;

interface Visit {
	readonly player: Player;
	/** Looks at what is shown now. */
	readonly look: () => Promise<void>;
}

/** Home, briefing, all levers, the end of a turn, report, result, and the pages around the game. */
async function visitAll({ player, look }: Visit): Promise<void> {
	const { page, t } = player;
	await beginGame(player);
	await page.goBack();
	await expect(page.getByRole('button', { name: t('brief.start') })).toBeVisible();
	await look();
	await page.getByRole('button', { name: t('brief.start') }).click();
	for (const tab of await page.getByRole('tab').all()) {
		await tab.click();
		if (await page.getByRole('button', { name: t('activities.add.priceOff') }).isVisible())
			await page.getByRole('button', { name: t('activities.add.priceOff') }).click();
		for (const summary of await page.getByRole('tabpanel').locator('summary').all()) await summary.click();
		await look();
	}
	await endButton(player).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await look();
	await page.keyboard.press('Escape');
	await endTurn(player, 1);
	await expect(page.locator('canvas')).toHaveCount(4);
	for (const summary of await page.locator('summary').all()) await summary.click();
	await look();
	for (let turn = 2; turn <= 6; turn++) {
		await goOn(player);
		await endTurn(player, turn);
	}
	await finish(player);
	await expect(page.locator('canvas').first()).toBeVisible();
	for (const summary of await page.locator('summary').all()) await summary.click();
	await look();
	for (const path of ['/', '/settings', '/help', '/glossary', '/privacy', '/play', '/play?game=nothing']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look();
	}
}

// A theme changes colours and a language words, neither the other: each is looked at once.
for (const [locale, colorScheme] of [
	['zh-CN', 'light'],
	['en', 'dark']
] as const) {
	test.describe(`${locale}, ${colorScheme}`, () => {
		test.use({ locale, colorScheme, contextOptions: { reducedMotion: 'reduce' } });
		test.setTimeout(300_000);

		test('every page passes axe and has words for all it says', async ({ page }) => {
			const look = async (): Promise<void> => {
				expect(await page.locator('body').innerText()).not.toMatch(UNWORDED);
				expect.soft(await faults(page)).toEqual([]);
			};
			await visitAll({ player: await playerOf(page, locale), look });
		});
	});
}

for (const locale of ['zh-CN', 'en'] as const) {
	test.describe(`${locale} on a phone`, () => {
		test.use({ locale, viewport: { width: 360, height: 740 } });
		test.setTimeout(180_000);

		test('no page is wider than the screen', async ({ page }) => {
			const look = async (): Promise<void> => {
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
			};
			await visitAll({ player: await playerOf(page, locale), look });
		});

		test('no lever is, where there are many regions and products with long names', async ({ page }) => {
			const player = await playerOf(page, locale);
			await beginGame(player, 'wide', '', { 'zh-CN': '六县一盘棋', en: 'Six counties' }[locale]);
			for (const tab of await page.getByRole('tab').all()) {
				await tab.click();
				const add = page.getByRole('button', { name: player.t('activities.add.advertising') });
				if (await add.isVisible()) await add.click();
				for (const summary of await page.getByRole('tabpanel').locator('summary').all())
					await summary.click();
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(width, (await tab.textContent()) ?? '').toBeLessThanOrEqual(360);
			}
		});
	});
}

test.describe('language and theme', () => {
	test.use({ locale: 'zh-CN', colorScheme: 'light' });

	test('change in the middle of a plan, and nothing of it is lost', async ({ page }) => {
		const player = await playerOf(page, 'zh-CN');
		await beginGame(player);
		await workOneArea(player);
		await expectSaved(player);
		await page.getByText('English').click();
		await expect(page.getByRole('checkbox', { name: 'New town' })).not.toBeChecked();
		await page.getByText('Dark', { exact: true }).click();
		await expect(page.getByRole('checkbox', { name: 'College quarter' })).toBeChecked();
		await page.getByText('中文').click();
		// On every screen around it too, and the plan stands there as it was.
		const english = await playerOf(page, 'en');
		const address = page.url();
		for (const path of [
			'/',
			'/settings',
			'/help',
			'/glossary',
			'/privacy',
			'/watch',
			address.replace('/play?', '/play/briefing?')
		]) {
			await page.goto(path);
			const heading = page.getByRole('heading', { level: 1 });
			const chinese = await heading.innerText();
			await page.getByRole('banner').getByText('English').click();
			await expect(heading).not.toHaveText(chinese);
			await page.getByRole('banner').getByText('中文').click();
			await expect(heading).toHaveText(chinese);
		}
		await page.goto(address);
		await page.getByText('English').click();
		for (const tab of await page.getByRole('tab').all()) {
			const chinese = await tab.innerText();
			await page.getByText('中文').click();
			await tab.click();
			await page.getByText('English').click();
			await expect(tab).toHaveText(chinese);
			await expect(tab).toHaveAttribute('aria-selected', 'true');
		}
		await page.getByRole('tab', { name: english.t('lever.regions') }).click();
		await expectOneArea(english);
		await page.getByText('中文').click();
		await endTurn(player, 1);
		await page.getByText('English').click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Turn report');
	});

	test('no translator of the browser may rewrite what the page speaks itself', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('translate', 'no');
	});
});
