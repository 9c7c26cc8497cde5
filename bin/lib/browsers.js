import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, onPath, works } from './packages.js';
import { ROOT } from './root.js';
import { run, tool } from './run.js';
import { Stop, say } from './say.js';

/** @typedef {{ variable: string, commands: readonly string[], packages: readonly string[] }} Browser */

/** @type {Browser} */
const CHROMIUM = {
	variable: 'CHROME_PATH',
	commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	// The font comes along because a page of empty boxes is not the page the tests are about.
	packages: ['chromium', 'fonts-wqy-microhei']
};

/** @type {Browser} */
const FIREFOX = {
	variable: 'FIREFOX_PATH',
	commands: ['firefox-esr', 'firefox'],
	packages: ['firefox-esr']
};

/**
 * @param {Browser} browser
 * @returns {string | undefined} the path of a browser of this machine
 * @throws {Stop} if the variable names one that does not run
 */
function find({ variable, commands }) {
	const given = process.env[variable];
	if (given) {
		const path = isAbsolute(given) ? given : onPath(given);
		if (path !== undefined && works(path)) return path;
		throw new Stop(`${variable}=${given} does not run.`, `${variable}=${given} 无法运行。`);
	}
	for (const command of commands) {
		const path = onPath(command);
		if (path !== undefined && works(path)) return path;
	}
	return undefined;
}

/** @returns {Promise<string | undefined>} the Chromium Playwright downloaded earlier */
async function playwrightChromium() {
	const entry = join(ROOT, 'node_modules', 'playwright-core', 'index.mjs');
	const { chromium } = await import(pathToFileURL(entry).href);
	const path = chromium.executablePath();
	return existsSync(path) && works(path) ? path : undefined;
}

/**
 * @param {string} node runs Playwright's installer
 * @returns {Promise<string>} the path of a Chromium
 * @throws {Stop} naming what to install
 */
export async function requireChromium(node) {
	const found = find(CHROMIUM) ?? (await playwrightChromium());
	if (found !== undefined) return found;
	await installPackages(CHROMIUM.packages);
	const installed = find(CHROMIUM);
	if (installed !== undefined) return installed;
	await run(node, [tool('playwright'), 'install', 'chromium']);
	const downloaded = await playwrightChromium();
	if (downloaded !== undefined) return downloaded;
	throw new Stop(
		'The tests need Chromium and could not install it. Install it (Debian, Ubuntu: sudo apt-get install chromium) or name one with CHROME_PATH=/path/to/chrome, and run npm test again.',
		'测试需要 Chromium，但无法自动安装。请安装（Debian、Ubuntu：sudo apt-get install chromium），或用 CHROME_PATH=/路径/chrome 指定，然后重新运行 npm test。'
	);
}

/** @returns {Promise<string | undefined>} the path of a Firefox; the tests that need one are skipped without */
export async function findFirefox() {
	const found = find(FIREFOX);
	if (found !== undefined) return found;
	await installPackages(FIREFOX.packages);
	const installed = find(FIREFOX);
	if (installed === undefined) {
		say(
			'No Firefox: the tests that compare engines in it will be skipped. Install firefox-esr, or set FIREFOX_PATH.',
			'没有 Firefox：需要它来比较引擎的测试将被跳过。请安装 firefox-esr，或设置 FIREFOX_PATH。'
		);
	}
	return installed;
}
