import { expect, test } from 'vitest';
import { labelLines } from './labels.ts';

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
