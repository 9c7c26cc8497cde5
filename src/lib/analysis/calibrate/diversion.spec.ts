import { expect, test } from 'vitest';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { DIVERSION } from './diversion.ts';
import { MarketBench } from './market.ts';

test('[D22] in three cities goods stay below the threshold and wander beyond it', () => {
	const { spec } = shipped('three-cities.yaml');
	const measured = [1, 2, 3].map((number) => DIVERSION[0]?.measure(new MarketBench(spec, number)));
	const told = measured.filter((it) => !Number.isNaN(it?.['diversion.above']));
	expect(told.length).toBeGreaterThan(0);
	for (const it of told) {
		expect(it?.['diversion.below']).toBe(0);
		expect(it?.['diversion.above']).toBeGreaterThan(0);
		expect(it?.['diversion.above']).toBeLessThan(1);
	}
});

test('where there is one region no seed can tell', () => {
	const measured = DIVERSION[0]?.measure(new MarketBench(shipped('first-city.yaml').spec, 1));
	expect(measured?.['diversion.below']).toBeNaN();
});
