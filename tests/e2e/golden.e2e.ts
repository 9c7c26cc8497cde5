/**
 * The golden games once more, by the worker of the built page, in Chromium and in a stock Firefox: the same bytes in
 * every engine. They prove stability, not truth: see tests/golden/table.ts.
 */
import type { Browser } from 'puppeteer-core';
import { readTable } from '../golden/table.ts';
import { FIREFOX, launchFirefox } from './support/firefox.ts';
import { addressOf, TURN_HASHES } from './support/page-game.ts';
import { expect, test } from './support/test.ts';

const { rows } = readTable();

test.describe('Chromium', () => {
	for (const row of rows) {
		test(row.name, async ({ page }) => {
			await page.goto(addressOf(row));
			await expect(page.locator(TURN_HASHES)).toHaveText([...row.hashes]);
		});
	}
});

test.describe('Firefox', () => {
	test.describe.configure({ mode: 'serial' });
	test.skip(FIREFOX === undefined, 'this machine has no Firefox: install firefox-esr or set FIREFOX_PATH');
	let browser: Browser;

	test.beforeAll(async () => {
		browser = await launchFirefox(FIREFOX ?? '');
	});

	test.afterAll(async () => {
		await browser.close();
	});

	for (const row of rows) {
		test(row.name, async ({ baseURL }) => {
			const page = await browser.newPage();
			await page.goto(`${baseURL}${addressOf(row)}`);
			await page.waitForSelector(TURN_HASHES, { timeout: 45_000 });
			const hashes = await page.$$eval(TURN_HASHES, (codes) => codes.map((code) => code.textContent));
			expect(hashes).toEqual([...row.hashes]);
			await page.close();
		});
	}
});
