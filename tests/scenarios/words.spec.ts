import { describe, expect, test } from 'vitest';
import { createTranslator, describeProblem, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { PROBLEM_CODES, type Problem } from '#lib/scenario/index.ts';
import { load, loadFixture, namesIn, textIn } from './support.ts';

const PROBLEMS: readonly Problem[] = [
	...['bad', 'odd'].flatMap((folder) => namesIn(folder).flatMap((name) => [...loadFixture(folder, name).problems])),
	// A lab where a market is wanted.
	...load(textIn('base', 'tiny-lab'), 'tiny-lab').problems
];

/** Codes no file of a few lines can show: see the tests of the parser. */
const ELSEWHERE = ['TOO_LARGE', 'KEY_NOT_TEXT'];

test('between them the files show every code', () => {
	const shown = new Set<string>(PROBLEMS.map(({ code }) => code));
	expect(PROBLEM_CODES.filter((code) => !shown.has(code) && !ELSEWHERE.includes(code))).toEqual([]);
});

describe.each(LOCALES)('in %s', (locale) => {
	test('each problem has a message and a hint, with every parameter in its place', async () => {
		// Strict: a message that lacks a parameter throws.
		const t = createTranslator(locale, await loadCatalogue(locale), { strict: true });
		for (const problem of PROBLEMS) {
			const { message, hint } = describeProblem(t, problem);
			for (const text of [message, hint]) {
				expect(text).toMatch(/\S.*[.?。？]$/s);
				expect(text).not.toMatch(/[{}]|undefined/);
			}
		}
	});
});
