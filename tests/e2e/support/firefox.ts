import puppeteer, { type Browser } from 'puppeteer-core';

/** The path `npm test` found, or undefined on a machine that has no Firefox and could not get one. */
export const FIREFOX = process.env['SHAPAN_FIREFOX'];

/** Starts a stock Firefox: Playwright drives only its own patched one, and players have the stock one. */
export function launchFirefox(executablePath: string): Promise<Browser> {
	return puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}
