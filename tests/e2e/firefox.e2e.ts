import { expect, test } from '@playwright/test';
import { FIREFOX, launchFirefox } from './support/firefox.ts';

test('the page works in a stock Firefox', async ({ baseURL }) => {
	test.skip(FIREFOX === undefined, 'this machine has no Firefox: install firefox-esr or set FIREFOX_PATH');
	const browser = await launchFirefox(FIREFOX ?? '');
	try {
		const page = await browser.newPage();
		await page.goto(baseURL ?? '');
		await page.locator('::-p-text(English)').click();
		await page.waitForSelector('html[lang="en"]');
		expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Shapan 沙盘');
	} finally {
		await browser.close();
	}
});
