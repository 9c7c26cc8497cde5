import { describe, expect, test } from 'vitest';
import { filesBelow, read } from '../../../tests/arch/support/tree.ts';
import { citedByComments, citedByTitles, rulesIn } from '../../../tests/support/citations.ts';

const SPEC = read('src/lib/engine/SPEC.md');
const RULES = rulesIn(SPEC);
const LETTERS = [...new Set(RULES.map((rule) => rule.charAt(0)))].join('');
const isTest = (path: string): boolean => /\.(spec|e2e)\.ts$/.test(path);
const SOURCES = [...filesBelow('src'), ...filesBelow('tests')].filter((path) => path.endsWith('.ts'));
/** But those whose fixtures are made-up citations. */
const TESTS = SOURCES.filter(isTest).filter((path) => !/engine\/spec\.spec|tests\/docs\//.test(path));

describe('rules and tests', () => {
	test('a rule has one number', () => {
		expect(RULES.length).toBeGreaterThan(90);
		expect(RULES.filter((rule, i) => RULES.indexOf(rule) !== i)).toEqual([]);
	});

	test('every rule is cited by the title of a test', () => {
		const cited = new Set(TESTS.flatMap((path) => citedByTitles(read(path))));
		expect(RULES.filter((rule) => !cited.has(rule))).toEqual([]);
	});

	test('every number at the head of a title is a rule of that letter', () => {
		const wrong = TESTS.flatMap((path) =>
			citedByTitles(read(path))
				.filter((rule) => LETTERS.includes(rule.charAt(0)) && !RULES.includes(rule))
				.map((rule) => `${path}: ${rule}`)
		);
		expect(wrong).toEqual([]);
	});

	test('every rule that a comment of the engine cites is one', () => {
		const engine = SOURCES.filter((path) => /^src\/lib\/(engine|strategy)\//.test(path) && !isTest(path));
		const cited = engine.flatMap((path) =>
			citedByComments(read(path), LETTERS).map((rule) => ({ path, rule }))
		);
		expect(cited.length).toBeGreaterThan(60);
		expect(cited.filter(({ rule }) => !RULES.includes(rule))).toEqual([]);
	});
});

describe('the check would notice', () => {
	const FIXTURE =
		'## D Dealers\n\n- **D1** Goods arrive, see D9.\n- **D2** Shortage is shared.\nNot - **D3** this.\n';

	test('rules are the bold heads of list items', () => {
		expect(rulesIn(FIXTURE)).toEqual(['D1', 'D2']);
	});

	test('a rule without a test, a title without a rule', () => {
		const source = [
			"test('[D1] arrives', () => {});",
			"test.each([1])('[D1][D7] %i', () => {});",
			"test('about [D2] in the middle', () => {});",
			'it(`[Z1] weights`, () => {});'
		].join('\n');
		const cited = citedByTitles(source);
		expect(cited).toEqual(['D1', 'D1', 'D7', 'Z1']);
		expect(rulesIn(FIXTURE).filter((rule) => !cited.includes(rule))).toEqual(['D2']);
	});

	test('numbers in comments, and ranges of them, but not what only looks like one', () => {
		const source = [
			'/** D1 Goods arrive. */',
			'/**\n * Dealers (rules D2–D9): all of it.\n */',
			'// S2 what is old goes first',
			'// as large as an A4 sheet',
			'const D5 = 1; // a push (T4), and rule S3 with it'
		].join('\n');
		expect([...new Set(citedByComments(source, 'ADST'))].sort()).toEqual([
			'D1',
			'D2',
			'D9',
			'S2',
			'S3',
			'T4'
		]);
	});
});
