import { expect, test } from 'vitest';
import { costsOf, servedShares } from './costs.ts';

const NOTHING = {
	wagesCents: 0,
	staffChangeCents: 0,
	platformCents: 0,
	launchCents: 0,
	programmesCents: 0,
	appointCents: 0,
	supportCents: 0,
	activitiesCents: 0,
	minutesNeeded: [0, 0, 0],
	minutesAvailable: 0
};

test('wages are always told, other costs where there are some', () => {
	expect(costsOf(NOTHING)).toEqual({ lines: [{ line: 'wages', cents: 0 }], totalCents: 0 });
	const costs = costsOf({ ...NOTHING, wagesCents: 100, activitiesCents: 20, appointCents: 3 });
	expect(costs.lines.map(({ line }) => line)).toEqual(['wages', 'appoint', 'activities']);
	expect(costs.totalCents).toBe(123);
});

test('hours go to A first, what is left to B, then C; a class without calls has no share', () => {
	const served = servedShares({ ...NOTHING, minutesNeeded: [60, 80, 40], minutesAvailable: 100 });
	expect(served).toEqual([1, 0.5, 0]);
	expect(servedShares({ ...NOTHING, minutesNeeded: [0, 80, 0], minutesAvailable: 100 })).toEqual([
		null,
		1,
		null
	]);
});
