import { LocalMarket } from '#lib/host/market.ts';
import { runGame } from '#lib/host/runs.ts';
import { LIBRARY, valueOf } from '#lib/host/support/market.ts';
import { WCAG, faults } from './support/axe.ts';
import { addressOf, FINAL_HASH, TURN_HASHES } from './support/page-game.ts';
import { expect, test } from './support/test.ts';

const GAME = { scenario: 'first-city', strategy: 'one-area-first', seed: 'e2e' };

const WORDS = {
	en: {
		city: 'First city',
		bot: 'One area first',
		run: 'Run',
		result: 'Result',
		done: /^Done\. Score: [\d.]+ of 100\.$/,
		missing: 'The address names a scenario that is not in this copy.'
	},
	'zh-CN': {
		city: '第一座城',
		bot: '先做透一个区域',
		run: '开始运行',
		result: '结果',
		done: /^运行结束，得分 [\d.]+（满分 100）。$/,
		missing: '地址中的场景不在此版本内'
	}
} as const;

/** The same game in this process. */
async function nodeHashes({ scenario, strategy, seed }: typeof GAME): Promise<readonly string[]> {
	const request = { scenario: { entry: scenario }, seed };
	return valueOf(await runGame(new LocalMarket(LIBRARY), request, strategy)).played.hashes;
}

for (const locale of ['zh-CN', 'en'] as const) {
	const words = WORDS[locale];

	test.describe(locale, () => {
		test.use({ locale });

		test('a whole game by pointer comes out as in Node', async ({ page }) => {
			await page.goto('/watch');
			await page.getByText(words.city).click();
			await page.getByText(words.bot).click();
			await page.getByRole('textbox').fill(GAME.seed);
			await page.getByRole('button', { name: words.run }).click();
			await expect(page.getByText(words.done)).toBeVisible();
			await expect(page.getByRole('heading', { name: words.result, exact: true })).toBeFocused();
			const hashes = await nodeHashes(GAME);
			await expect(page.locator(FINAL_HASH)).toHaveText(hashes.at(-1) ?? '');
			await expect(page.locator(TURN_HASHES)).toHaveText([...hashes]);
			await expect(page.getByText('npx shapan run scenarios/first-city.yaml')).toHaveText(
				'npx shapan run scenarios/first-city.yaml --seed e2e --strategy one-area-first'
			);
			await expect(page).toHaveURL(addressOf(GAME));
		});

		test('a whole game by keyboard only', async ({ page }) => {
			await page.goto('/watch');
			await page.getByRole('radio', { name: words.city }).waitFor();
			const focused = (): Promise<string> =>
				page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '');
			for (let i = 0; i < 20 && (await focused()) !== 'first-city'; i++) await page.keyboard.press('Tab');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowUp');
			for (let i = 0; i < 20 && (await focused()) !== 'one-area-first'; i++) await page.keyboard.press('Tab');
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('Tab');
			await page.keyboard.press('ControlOrMeta+A');
			await page.keyboard.type('keys');
			await page.keyboard.press('Enter');
			await expect(page.getByText(words.done)).toBeVisible();
			const chosen = { scenario: 'first-city', strategy: 'spread-thin', seed: 'keys' };
			await expect(page).toHaveURL(addressOf(chosen));
			await expect(page.locator(FINAL_HASH)).toHaveText((await nodeHashes(chosen)).at(-1) ?? '');
		});

		test('a phone 360 px wide shows the result without scrolling sideways', async ({ page }) => {
			await page.setViewportSize({ width: 360, height: 740 });
			await page.goto(addressOf(GAME));
			await expect(page.locator(FINAL_HASH)).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		});

		for (const colorScheme of ['light', 'dark'] as const) {
			test(`the result passes axe in ${colorScheme}`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await page.goto(addressOf(GAME));
				await expect(page.locator(FINAL_HASH)).toBeVisible();
				for (const summary of await page.locator('summary').all()) await summary.click();
				expect(await faults(page, { tags: WCAG })).toEqual([]);
			});
		}

		test('an address that cannot be used is said by code, and nothing is played', async ({ page }) => {
			await page.goto('/watch?scenario=atlantis&strategy=win&seed=$(reboot)');
			const alert = page.getByRole('alert');
			await expect(alert).toContainText(words.missing);
			for (const code of ['ADDRESS_SCENARIO', 'ADDRESS_STRATEGY', 'ADDRESS_SEED']) {
				await expect(alert).toContainText(code);
			}
			await expect(page.getByRole('radio', { name: words.city })).toBeChecked();
			await expect(page.locator(FINAL_HASH)).toHaveCount(0);
		});
	});
}

test.describe('the result', () => {
	test.use({ locale: 'en', colorScheme: 'light' });

	test('stays when language and theme change', async ({ page }) => {
		await page.goto(addressOf(GAME));
		const hash = await page.locator(FINAL_HASH).textContent();
		const score = page.locator('.figure');
		const before = await score.textContent();
		await page.getByText('中文').click();
		await page.getByText('深色').click();
		await expect(page.getByRole('heading', { name: '结果', exact: true })).toBeVisible();
		await expect(page.locator(FINAL_HASH)).toHaveText(hash ?? '');
		await expect(score).toHaveText(before ?? '');
		await expect(page.getByText('第一座城 · 先做透一个区域 · 种子 e2e')).toBeVisible();
	});

	test('has a row for every turn and the closing weeks, and a lead for every area', async ({ page }) => {
		await page.goto(addressOf(GAME));
		await expect(page.getByRole('table').getByRole('row')).toHaveCount(8);
		await expect(page.getByRole('rowheader').last()).toHaveText('Closing');
		for (const area of ['Old town', 'New town', 'College quarter']) {
			await expect(page.getByRole('listitem').filter({ hasText: area })).toContainText(/[\d.]+ times/);
		}
	});

	test('gives its command away by one press', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(addressOf(GAME));
		await page.getByRole('button', { name: 'Copy the command' }).click();
		await expect(page.getByText('Copied.')).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			'npx shapan run scenarios/first-city.yaml --seed e2e --strategy one-area-first'
		);
	});

	test('a second game takes the place of the first', async ({ page }) => {
		await page.goto(addressOf(GAME));
		const first = await page.locator(FINAL_HASH).textContent();
		await page.getByText('Hold', { exact: true }).click();
		await page.getByRole('button', { name: 'Run' }).click();
		await expect(page.locator(FINAL_HASH)).not.toHaveText(first ?? '');
		await expect(page.getByText('First city · Hold · seed e2e')).toBeVisible();
	});
});

test.describe('what goes wrong', () => {
	test.use({ locale: 'en' });

	test('a seed that cannot be used is said at its field, and nothing is played', async ({ page }) => {
		await page.goto('/watch');
		await page.getByRole('textbox').fill('a b');
		await page.getByRole('button', { name: 'Run' }).click();
		await expect(page.getByRole('textbox')).toBeFocused();
		await expect(page.getByRole('textbox')).toHaveAccessibleDescription(/^1 to 64 letters/);
		await expect(page).toHaveURL('/watch');
	});

	test('a worker that cannot be loaded is said by code; trying again mends it', async ({
		page,
		complaints
	}) => {
		await page.route('**/workers/**', (route) => route.abort());
		await page.goto('/watch');
		await expect(page.getByRole('alert')).toContainText('WORKER_LOST');
		await page.unroute('**/workers/**');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('radio', { name: 'First city' })).toBeVisible();
		await page.getByRole('button', { name: 'Run' }).click();
		await expect(page.locator(FINAL_HASH)).toBeVisible();
		// Chromium itself logs the request that was cut off.
		for (const complaint of complaints.splice(0)) expect(complaint).toContain('ERR_FAILED');
	});
});
