import { describe, expect, test } from 'vitest';
import { ascending } from './ascending.ts';
import { worldRandom } from './random.ts';

/** The plain way: by comparison. */
const sorted = (keys: readonly number[]): number[] =>
	keys.map((_, i) => i).sort((i, j) => keys[i]! - keys[j]! || i - j);

const random = worldRandom('ascending');
const uniform = Array.from({ length: 500 }, random);

describe('places in ascending order of key are those that comparing gives', () => {
	test.each<[string, number[]]>([
		['none', []],
		['one', [0.3]],
		['spread evenly', uniform],
		['negative ones', uniform.map((u) => 0 - u)],
		['many equals', uniform.map((u) => Math.floor(u * 7))],
		['all alike', uniform.map(() => 2)],
		['all but one in a crowd', [...uniform, 1e9]],
		['a crowd of equals among others', [...uniform.map(() => 0.5), ...uniform, 1e9]],
		['the least and the most alone', [0, 1, 0, 1, 1, 0]]
	])('%s', (_, keys) => {
		expect(Array.from(ascending(Float64Array.from(keys), keys.length))).toEqual(sorted(keys));
	});

	test('of the first so many alone', () => {
		const keys = Float64Array.from(uniform);
		expect(Array.from(ascending(keys, 40))).toEqual(sorted(uniform.slice(0, 40)));
	});
});
