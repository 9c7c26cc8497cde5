import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { read } from '../arch/support/tree.ts';
import { faultsOf, METHOD_ROWS, stateOf, titlesIn } from './support/method.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function titlesOf(path: string): string[] | undefined {
	return existsSync(ROOT + path) ? titlesIn(read(path)) : undefined;
}

test('docs/method.md has every row of the method once, and each names its tests or says “not yet”', () => {
	expect(faultsOf(read('docs/method.md'), titlesOf)).toEqual([]);
});

describe('the rule would notice', () => {
	const HEAD = '| Row | What | Lever | Figure | Rule | Test |\n| --- | --- | --- | --- | --- | --- |\n';
	const EMPTY = METHOD_ROWS.map((id) => `| ${id} | x | not yet | not yet | not yet | not yet |`);
	const known = (path: string) => (path === 'tests/a.spec.ts' ? ['[D5] orders', '[Z4] marks'] : undefined);

	function table(rows: readonly string[], counts = 'Done 0 · partly 0 · not yet 38'): string {
		return `${counts}\n\n${HEAD}${rows.join('\n')}\n`;
	}
	function with1(row: string): readonly string[] {
		return [row, ...EMPTY.slice(1)];
	}

	test('nothing in a table without claims', () => {
		expect(faultsOf(table(EMPTY), known)).toEqual([]);
	});

	test('nothing in claims that hold', () => {
		const done = '| M1 | x | a | b | c | `tests/a.spec.ts › [D5]`<br>`tests/a.spec.ts › [Z4] marks` |';
		expect(faultsOf(table(with1(done), 'Done 1 · partly 0 · not yet 37'), known)).toEqual([]);
		const partly = '| M1 | x | a; not yet: b | not yet | not yet | not yet |';
		expect(faultsOf(table(with1(partly), 'Done 0 · partly 1 · not yet 37'), known)).toEqual([]);
	});

	const PARTLY = 'Done 0 · partly 1 · not yet 37';
	const DONE = 'Done 1 · partly 0 · not yet 37';
	test.each([
		[
			'a row that is missing',
			table(EMPTY.slice(1), 'Done 0 · partly 0 · not yet 37'),
			'M1 is in the table 0 times'
		],
		[
			'a row that comes twice',
			table([...EMPTY.slice(0, -1), EMPTY[0] ?? ''], 'Done 0 · partly 0 · not yet 38'),
			'M1'
		],
		[
			'a row of no method',
			table([...EMPTY, EMPTY[0]?.replace('M1', 'M39') ?? ''], 'Done 0 · partly 0 · not yet 39'),
			'M39'
		],
		['a cell too few', table(with1('| M1 | x | not yet | not yet | not yet |')), 'M1 has 5 cells'],
		['an empty cell', table(with1('| M1 | x | | not yet | not yet | not yet |'), PARTLY), 'lever is empty'],
		['no test at all', table(with1('| M1 | x | a | b | c | it works |'), DONE), 'neither'],
		[
			'a file that is not there',
			table(with1('| M1 | x | a | b | c | `b.spec.ts › [D5]` |'), DONE),
			'no b.spec.ts'
		],
		[
			'a title that is not there',
			table(with1('| M1 | x | a | b | c | `tests/a.spec.ts › [D6]` |'), DONE),
			'[D6]'
		],
		[
			'a test of nothing',
			table(with1('| M1 | x | not yet | not yet | not yet | `tests/a.spec.ts › [D5]` |'), PARTLY),
			'nothing'
		],
		['a wrong summary', table(EMPTY, 'Done 38'), 'the summary']
	])('%s', (_name, markdown, fault) => {
		const faults = faultsOf(markdown, known);
		expect(faults.length).toBeGreaterThan(0);
		expect(faults.join('\n')).toContain(fault);
	});

	test('titles are read from the calls, not from comments or strings', () => {
		const source = [
			"test('[A1] plain', () => {});",
			"test.each([1])('[A2] of a table', () => {});",
			"it.skipIf(x)('[A3] under a condition', () => {});",
			'test(`[A4] ${name} and more`, () => {});',
			"test.skip('[B1] skipped', () => {});",
			"test.todo('[B2] to be written');",
			"// test('[B3] in a comment')",
			"describe('[A5] a group', () => {});",
			"describe.skip('[B4] a skipped group', () => {});",
			'const s = "test(\'[B5] in a string\')";'
		].join('\n');
		expect(titlesIn(source)).toEqual([
			'[A1] plain',
			'[A2] of a table',
			'[A3] under a condition',
			'[A4] ${name} and more',
			'[A5] a group'
		]);
	});

	test('a cell that is open in part leaves the row open', () => {
		expect(stateOf(['M1', 'x', 'a', 'b', 'c', 'd'])).toBe('done');
		expect(stateOf(['M1', 'x', 'a', 'b; not yet: more', 'c', 'd'])).toBe('partly');
		expect(stateOf(['M1', 'x', 'not yet', 'not yet', 'not yet: y', 'not yet'])).toBe('not yet');
	});
});
