import { expect, test } from 'vitest';
import { targetsOf } from './targets.ts';

const ticks = [1001, 100_001].map((outlets, i) => ({
	outlets,
	products: 8,
	nsPerOutletProductWeek: i === 0 ? 60 : 40
}));
const kernel = { outlets: 20_000, tsNs: 63, cNs: 30, ratio: 2.1, sameResult: true };

test('each target is laid beside what was measured, and met at its limit', () => {
	const told = targetsOf(ticks, kernel, { perSecond1: 10, perSecond2: 16 });
	expect(told.map(({ name, measured, met }) => [name, measured, met])).toEqual([
		['kernelRatio', 2.1, false],
		['tickNs', 40, true],
		['flat', 1.5, true],
		['gameMs', 100, true],
		['thousandGamesSeconds', 62.5, false]
	]);
});

test('what was not measured is not told of', () => {
	const small = targetsOf(ticks.slice(0, 1), { skipped: 'NO_COMPILER' }, { perSecond1: 5, perSecond2: 9 });
	expect(small.map(({ name }) => name)).toEqual(['gameMs', 'thousandGamesSeconds']);
});
