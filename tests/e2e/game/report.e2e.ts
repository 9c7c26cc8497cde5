/** The report of a turn and the result of a game: pictures with their tables, words that explain themselves. */
import type { Locator, Page } from '@playwright/test';
import { beginGame, endButton, endTurn, finish, goOn, playerOf, workOneArea } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en', colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

/** What only the chart library says. */
const LIBRARY = ' is not a registered ';

async function firstReport(page: Page) {
	const player = await playerOf(page, 'en');
	await beginGame(player);
	await workOneArea(player);
	await endTurn(player, 1);
	await expect(page.locator('canvas')).toHaveCount(4);
	return player;
}

/** The cells of a table, row by row, its head first. */
async function cellsOf(table: Locator): Promise<string[][]> {
	const rows = await table.getByRole('row').all();
	return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}

/** What is drawn, as an address that holds all of it: another one for another picture. */
function paintOf(canvas: Locator): Promise<string> {
	return canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
}

/** The same once it is there and has stopped changing: a picture may be drawn again when its fonts have come. */
async function settledPaint(canvas: Locator): Promise<string> {
	const isBlank = (): Promise<boolean> =>
		canvas.evaluate((element) => {
			const { width, height } = element as HTMLCanvasElement;
			const all = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
			return all === undefined || all.every((value) => value === 0);
		});
	let last = '';
	await expect
		.poll(async () => {
			const before = last;
			last = await paintOf(canvas);
			return last === before && !(await isBlank());
		})
		.toBe(true);
	return last;
}

test('the chart library comes with the first chart and not before', async ({ page }) => {
	const scripts: string[] = [];
	// Read on its way to the page: whatever a page runs has been counted, and what cannot be read fails its game.
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		scripts.push(body);
		await route.fulfill({ response, body });
	});
	const libraries = () => scripts.filter((text) => text.includes(LIBRARY));
	const player = await playerOf(page, 'en');
	await beginGame(player);
	expect(scripts.length).toBeGreaterThan(0);
	expect(libraries()).toHaveLength(0);
	await endTurn(player, 1);
	// The canvases stand before what draws on them has come.
	await expect(page.locator('canvas')).toHaveCount(4);
	await expect.poll(() => libraries().length).toBe(1);
});

test('every picture is said in a sentence and stands in a table, turn by turn', async ({ page }) => {
	const player = await firstReport(page);
	await goOn(player);
	await endTurn(player, 2);
	for (const figure of await page.getByRole('figure').all()) {
		await expect(figure.getByRole('img')).toHaveAccessibleName(/Turn 2: /);
		await figure.getByText(player.t('chart.table')).click();
		const [head, ...rows] = await cellsOf(figure.getByRole('table'));
		expect(rows.map(([turn]) => turn)).toEqual(['1', '2']);
		expect(rows.every((row) => row.length === head?.length && row.every((cell) => cell !== ''))).toBe(true);
	}
	// What the line across means is said beside the picture, where it lies on no series.
	await expect(page.getByText(player.t('chart.lead.mark', { mark: '1.7' }), { exact: true })).toBeVisible();
	// The sentence and the last row of the table say the same.
	const goods = page.getByRole('figure', { name: player.t('chart.goods') });
	const [, , last] = await cellsOf(goods.getByRole('table'));
	for (const cell of last?.slice(1) ?? [])
		await expect(goods.getByRole('img')).toHaveAccessibleName(new RegExp(cell));
});

test('a turn that was not played has no report: the latest is shown, and it is said', async ({ page }) => {
	const player = await firstReport(page);
	const { t } = player;
	const said = page.getByText('There is no report of turn');
	await expect(said).toHaveCount(0);
	for (const asked of ['99', '0', 'two']) {
		await page.goto(page.url().replace(/turn=\w*$/, `turn=${asked}`));
		await expect(said).toHaveText(t('report.missed', { asked }));
		await expect(page.getByRole('heading', { level: 1 })).toContainText(t('report.when', { turn: 1 }));
	}
	await page.goto(page.url().replace(/turn=\w*$/, ''));
	await expect(page.getByRole('heading', { level: 1 })).toContainText(t('report.when', { turn: 1 }));
	await expect(said).toHaveCount(0);
});

test('pictures follow the colours of the page and the device', async ({ page }) => {
	await firstReport(page);
	const canvas = page.locator('canvas').first();
	const light = await settledPaint(canvas);
	await page.getByText('Dark', { exact: true }).click();
	await expect.poll(() => paintOf(canvas)).not.toBe(light);
	const dark = await settledPaint(canvas);
	await page.getByText('As device').click();
	await expect.poll(() => paintOf(canvas)).toBe(light);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => paintOf(canvas)).toBe(dark);
});

test('without the chart library the tables are open, and it is said', async ({ page, complaints }) => {
	const player = await playerOf(page, 'en');
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		await (body.includes(LIBRARY) ? route.abort() : route.fulfill({ response, body }));
	});
	await beginGame(player);
	await endTurn(player, 1);
	await expect(page.getByText(player.t('chart.failed'))).toHaveCount(4);
	await expect(page.getByRole('figure').getByRole('table')).toHaveCount(4);
	// It may be asked for once more in the background: nothing is logged after the page.
	await page.unrouteAll({ behavior: 'wait' });
	await page.close();
	// Chromium itself logs the request that was cut off.
	for (const complaint of complaints.splice(0)) expect(complaint).toContain('ERR_FAILED');
});

test('the parts of the score add up to its change', async ({ page }) => {
	const player = await firstReport(page);
	await goOn(player);
	await endTurn(player, 2);
	const title = page.getByText(player.t('report.arithmetic'), { exact: true });
	await title.click();
	const number = (text: string | null): number => Number(text?.replace('−', '-').replace('+', ''));
	const moved = page.locator('details', { has: title }).locator('tbody td:last-child');
	const effects = (await moved.allTextContents()).map(number);
	expect(effects.length).toBeGreaterThan(10);
	const sum = page.locator('p.sum');
	const rounding = number(/Rounding: (\S+)/.exec((await sum.textContent()) ?? '')?.[1] ?? '0');
	const total = number(await sum.locator('strong').textContent());
	expect(effects.reduce((all, effect) => all + effect, rounding)).toBeCloseTo(total, 6);
	await expect(page.getByText(/ on the turn before/)).toContainText(await sum.locator('strong').innerText());
});

test('a prediction stands beside its result, and a sign leads to its picture', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await endButton(player).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(t('end.units')).fill('5000');
	await dialog.getByLabel(t('end.reason')).fill('three areas, two people');
	await dialog.getByRole('button', { name: t('end.go') }).click();
	await expect(
		page.getByText(/You expected 5,000; [\d,]+ sold through: \+[\d,]+ \(\+[\d.]+%\)\./)
	).toBeVisible();
	await expect(page.getByText('Your reason: three areas, two people')).toBeVisible();
	// Three areas at once: the first thing anybody is told.
	await page
		.getByRole('link', { name: t('report.see.lead') })
		.first()
		.click();
	await expect(page.locator(':target').getByRole('figure', { name: t('chart.lead') })).toBeInViewport();
	await expect(page.locator(':target')).toBeFocused();
});

test('a word of the trade says what it means by keyboard, and leads to the glossary', async ({ page }) => {
	const player = await firstReport(page);
	const word = page.getByRole('button', { name: 'Sell-in', exact: true });
	const note = page.getByText(player.t('term.sellIn.meaning'));
	await expect(note).toBeHidden();
	await word.focus();
	await page.keyboard.press('Enter');
	await expect(note).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();
	await expect(word).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/glossary#term-sellIn$/);
	await expect(page.locator('#term-sellIn')).toBeInViewport();
});

test('the result shows how its weights make the score', async ({ page }) => {
	test.setTimeout(120_000);
	const player = await firstReport(page);
	for (let turn = 2; turn <= 6; turn++) {
		await goOn(player);
		await endTurn(player, turn);
	}
	await finish(player);
	const table = page.getByRole('region', { name: player.t('result.made') }).getByRole('table');
	const [, ...rows] = await cellsOf(table);
	const gives = rows.map((row) => Number(row.at(-1)));
	const total = gives.pop() ?? 0;
	expect(gives).toHaveLength(4);
	expect(Math.abs(gives.reduce((sum, value) => sum + value, 0) - total)).toBeLessThanOrEqual(0.02);
	await expect(page.locator('.figure').first()).toHaveText(total.toFixed(1));
	await expect(page.getByText(/^npx shapan replay \S+\.json$/)).toBeVisible();
});
