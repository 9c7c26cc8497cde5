import { expect, test } from 'vitest';
import { labelLines } from './labels.ts';

test.each([
	['老城', ['老城']],
	['Old town', ['Old town']],
	['College quarter', ['College', 'quarter']],
	['Lin’gan mine and town', ['Lin’gan mine', 'and town']],
	['Unbreakableness', ['Unbreakableness']]
])('%s', (name, lines) => {
	expect(labelLines(name)).toEqual(lines);
});
