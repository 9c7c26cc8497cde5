import { expect, test } from 'vitest';
import { markOf, MARKS, patternOf, positionOf } from './doctrine.ts';

test('the marks are those of the doctrine: U = 2√2 / (1 + 2√2), L = 1 − U, and their products', () => {
	const upper = (2 * Math.SQRT2) / (1 + 2 * Math.SQRT2);
	const lower = 1 - upper;
	const stable = 0.417;
	const derived = [
		stable * lower * lower,
		lower * lower,
		stable * lower,
		upper * lower,
		lower,
		stable,
		upper
	];
	expect(MARKS.map(([, from]) => from)).toEqual(derived.map((mark) => Math.round(mark * 1000) / 1000));
});

test.each([
	[0.01, 'none'],
	[0.028, 'bridgehead'],
	[0.14, 'recognised'],
	[0.261, 'influence'],
	[0.8, 'monopoly']
])('%d is %s', (share, mark) => {
	expect(markOf(share)).toBe(mark);
});

test.each([
	['nobody has a floor', [0.21, 0.19, 0.14], 'dispersed'],
	['one is out of range', [0.45, 0.2, 0.1], 'oneWinner'],
	['two hold it between them', [0.44, 0.31], 'twoStrong'],
	['three hold it between them', [0.3, 0.25, 0.2], 'threeStrong'],
	['a leader in range', [0.38, 0.16, 0.06], 'contested'],
	['one has nearly all', [0.75], 'monopoly'],
	['nobody is there', [], 'dispersed']
])('%s', (_name, shares, pattern) => {
	expect(patternOf(shares)).toBe(pattern);
});

test.each([
	[0.34, 0.2, 'no1'],
	[0.33, 0.2, 'firstInRange'],
	[0.14, 0.21, 'behindInRange'],
	[0.06, 0.38, 'behindOutOfRange'],
	[0, 0.38, 'absent'],
	[0.1, 0, 'no1']
])('own %d against %d: %s', (own, best, position) => {
	expect(positionOf(own, best)).toBe(position);
});
