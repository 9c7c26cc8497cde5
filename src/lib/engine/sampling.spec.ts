import { expect, test } from 'vitest';
import { uniform, weekKey } from './random.ts';
import { wholeUnits } from './sampling.ts';

test.each([
	['.3 units', 0.3, 1_000_000, 0.002],
	['.05 units', 0.05, 10_000_000, 0.005],
	['2.4 units', 2.4, 1_000_000, 0.002]
])('[N10] a mean of %s is kept', (_name, lambda, draws, tolerance) => {
	const [k0, k1, k2, k3] = weekKey('0123456789abcdef0123456789abcdef', 'market', 0);
	let units = 0;
	for (let id = 0; id < draws; id++) units += wholeUnits(lambda, uniform(k0, k1, k2, k3, id, 0));
	expect(Math.abs(units / draws / lambda - 1)).toBeLessThan(tolerance);
});

test('[N10] it is the whole part or one more, and exact for whole means', () => {
	const last = 1 - 2 ** -32;
	expect([wholeUnits(0, 0), wholeUnits(0, last), wholeUnits(7, last), wholeUnits(1e6, last)]).toEqual([
		0, 0, 7, 1e6
	]);
	expect([wholeUnits(2.25, 0.5), wholeUnits(2.25, 0.75), wholeUnits(2.25, last)]).toEqual([2, 3, 3]);
});
