import { expect, test } from 'vitest';
import { keptWithin, labelLines } from './labels.ts';

test.each([
	['老城', 40, ['老城']],
	['Old town', 80, ['Old town']],
	['Old town', 40, ['Old', 'town']],
	['College quarter', 80, ['College', 'quarter']],
	['Lin’gan mine and town', 80, ['Lin’gan mine', 'and town']],
	['Unbreakableness', 40, ['Unbreakableness']]
])('%s in %i pixels', (name, room, lines) => {
	expect(labelLines(name, room)).toEqual(lines);
});

test.each([
	['has room', 50, 20, 50],
	['would cross the left side', 5, 20, 20],
	['would cross the right side', 95, 20, 80],
	['is too wide for both', 5, 60, 50]
])('a label that %s', (_, at, half, expected) => {
	expect(keptWithin(at, half, 0, 100)).toBe(expected);
});
