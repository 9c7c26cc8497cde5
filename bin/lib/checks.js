import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { findFirefox, requireChromium } from './browsers.js';
import { requirePostgres } from './postgres.js';
import { ROOT } from './root.js';
import { run, tool } from './run.js';
import { say } from './say.js';
import { NOTHING, add, fromReport, readPlaywright, readVitest } from './totals.js';

/** @typedef {import('./totals.js').Totals} Totals */

const REPORTS = join(ROOT, '.cache', 'reports');

export const PARTS = /** @type {const} */ (['static', 'unit', 'e2e']);
/** @typedef {(typeof PARTS)[number]} Part */

/**
 * An empty place for a runner's report, so that one left over from an earlier run cannot be counted.
 *
 * @param {string} name
 */
function reportFile(name) {
	mkdirSync(REPORTS, { recursive: true });
	const file = join(REPORTS, `${name}.json`);
	rmSync(file, { force: true });
	return file;
}

/**
 * @param {string} name
 * @param {() => Promise<number>} check
 * @returns {Promise<Totals>} one test
 */
async function single(name, check) {
	const passed = (await check()) === 0;
	console.log(`— ${name}: ${passed ? 'passed' : 'failed'}`);
	return { ...NOTHING, passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/**
 * Format, lint and types: each is one test. Lint uses one core and takes as long as the two others.
 *
 * @param {string} node
 * @returns {Promise<Totals>}
 */
async function staticChecks(node) {
	console.log('\n— prettier, eslint, svelte-check');
	// Before lint, which looks at types that this writes.
	const synced = await run(node, [tool('@sveltejs/kit', 'svelte-kit'), 'sync']);
	const eslint = [tool('eslint'), '--config', '.config/eslint.config.js', '--max-warnings=0', '.'];
	const results = await Promise.all([
		single('eslint', () => run(node, eslint)),
		single('svelte-check', async () => synced || run(node, [tool('svelte-check'), '--fail-on-warnings'])),
		single('prettier', () => run(node, [tool('prettier'), '--check', '.']))
	]);
	return results.reduce(add);
}

/**
 * @param {string} node
 * @returns {Promise<Totals>}
 */
async function unitTests(node) {
	const env = { POSTGRES_BIN: await requirePostgres() };
	console.log('\n— vitest');
	const file = reportFile('vitest');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	return fromReport(file, await run(node, [tool('vitest'), 'run', ...reporters], { env }), readVitest);
}

/**
 * @param {string} node
 * @returns {Promise<Totals>}
 */
async function endToEndTests(node) {
	const chromium = await requireChromium(node);
	const firefox = await findFirefox();
	if ((await ensureBuilt(node)) !== 0) {
		say('The build failed, so no page could be tested.', '构建失败，页面未能测试。');
		return { ...NOTHING, failed: 1 };
	}
	console.log('\n— playwright');
	const file = reportFile('playwright');
	const env = {
		SHAPAN_CHROMIUM: chromium,
		PLAYWRIGHT_JSON_OUTPUT_FILE: file,
		...(firefox === undefined ? {} : { SHAPAN_FIREFOX: firefox })
	};
	const args = [tool('@playwright/test', 'playwright'), 'test', '--config', 'tests/e2e/playwright.config.ts'];
	return fromReport(file, await run(node, [...args, '--reporter=list,json'], { env }), readPlaywright);
}

/** @type {Record<Part, (node: string) => Promise<Totals>>} */
export const RUN_PART = { static: staticChecks, unit: unitTests, e2e: endToEndTests };
