import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @type {Totals} */
export const NOTHING = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {Totals} a
 * @param {Totals} b
 * @returns {Totals}
 */
export function add(a, b) {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * @param {Totals} totals
 * @returns {string} the last line of `npm test`, in a form machines read: the same in every language
 */
export function totalsLine({ passed, failed, skipped }) {
	const line = `${passed} passed, ${failed} failed`;
	return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/**
 * Counts what a runner reported. A runner that wrote no report, or that ended badly without naming a failed test,
 * is itself one failure: silence must never read as success.
 *
 * @param {string} file its JSON report
 * @param {number} code its exit code
 * @param {(report: any) => Totals} read
 * @returns {Totals}
 */
export function fromReport(file, code, read) {
	if (!existsSync(file)) return { ...NOTHING, failed: 1 };
	const totals = read(JSON.parse(readFileSync(file, 'utf8')));
	return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/**
 * Vitest's `json` reporter.
 *
 * @param {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[]
 * }} report
 * @returns {Totals}
 */
export function readVitest(report) {
	// A file that could not even be loaded has no tests to fail, and would go unseen in the counts of tests.
	const brokenFiles = report.testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
	).length;
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

/**
 * Playwright's `json` reporter.
 *
 * @param {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[]
 * }} report
 * @returns {Totals}
 */
export function readPlaywright({ stats, errors }) {
	return {
		passed: stats.expected,
		// A test that passes only the second time hides a fault.
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	};
}
