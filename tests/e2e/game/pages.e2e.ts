/** Every page of a game: axe in both languages and themes, no wider than a phone, no message without words. */
import AxeBuilder from '@axe-core/playwright';
import {
	beginGame,
	CITY,
	endButton,
	endTurn,
	expectSaved,
	finish,
	goOn,
	playerOf,
	workOneArea,
	type Player
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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
	for (const path of ['/', '/settings', '/help', '/glossary', '/play', '/play?game=nothing']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look();
	}
}

for (const [locale, colorScheme] of [
	['zh-CN', 'light'],
	['zh-CN', 'dark'],
	['en', 'light'],
	['en', 'dark']
] as const) {
	test.describe(`${locale}, ${colorScheme}`, () => {
		test.use({ locale, colorScheme, contextOptions: { reducedMotion: 'reduce' } });
		test.setTimeout(240_000);

		test('every page passes axe and has words for all it says', async ({ page }) => {
			const look = async (): Promise<void> => {
				expect(await page.locator('body').innerText()).not.toMatch(UNWORDED);
				const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
				expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)])).toEqual(
					[]
				);
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
		await endTurn(player, 1);
		await page.getByText('English').click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Turn report');
	});
});

test.describe('the way in', () => {
	test.use({ locale: 'en' });

	test('from home to the first committed lever in 5 presses and 120 words of guidance at most', async ({
		page
	}) => {
		const player = await playerOf(page, 'en');
		const { t } = player;
		let presses = 0;
		/** Read once, however long it stays in view. */
		const read = new Set<string>();
		const press = async (act: () => Promise<void>): Promise<void> => {
			for (const text of await guidance()) read.add(text);
			await act();
			presses++;
		};
		/** Words of sentences a newcomer is given to read; names, figures and labels are none. */
		const guidance = async (): Promise<string[]> => {
			// Of the scenarios, the one that is chosen.
			const chosen = page.getByRole('heading', { name: CITY.en });
			const other = page
				.getByRole('listitem')
				.filter({ has: page.getByRole('heading', { level: 3 }), hasNot: chosen });
			const unread = await other.locator('[data-guide]').allInnerTexts();
			const all = await page.locator('[data-guide]:visible').allInnerTexts();
			return all.filter((text) => !unread.includes(text));
		};
		await page.goto('/');
		await expect(page.getByRole('button', { name: t('home.play') }).first()).toBeVisible();
		await press(() =>
			page
				.getByRole('button', { name: t('home.play') })
				.first()
				.click()
		);
		await expect(page.getByRole('button', { name: t('brief.start') })).toBeVisible();
		await press(() => page.getByRole('button', { name: t('brief.start') }).click());
		await expect(endButton(player)).toBeEnabled();
		await press(() => page.getByRole('checkbox', { name: 'Old town' }).uncheck());
		await press(() => endButton(player).click());
		await press(() => page.getByRole('button', { name: t('end.go') }).click());
		await expect(page).toHaveURL(/turn=1$/);
		const words = [...read].join(' ').split(/\s+/).length;
		console.log(`first committed lever: ${presses} presses, ${words} words of guidance`);
		expect(presses).toBeLessThanOrEqual(5);
		expect(words).toBeGreaterThan(20);
		expect(words).toBeLessThanOrEqual(120);
	});
});
