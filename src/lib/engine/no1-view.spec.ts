import { describe, expect, test } from 'vitest';
import { areaOf, changed, duoSpec, gameOf, type SpecDraft } from '../../../tests/support/spec.ts';
import { advance, view } from './game.ts';
import { at } from './world.ts';
import { deviations } from '../../../tests/support/wilson.ts';

/** A turn in which our people call on everybody; half of the outlets list us, all of them the rival. */
function played(edit: (spec: SpecDraft) => void = () => {}, worked = ['area']) {
	const spec = duoSpec((draft) => {
		const area = areaOf(draft);
		area.outlets = 100;
		area.distribution['own'] = { A: 0.5, B: 0.5, C: 0.5 };
		Object.assign(area, { shares: { own: 0.2, rival: 0.3 } });
		draft.fieldRules.minutesPerWeek = 5000;
		edit(draft);
	});
	const plan = changed(spec.defaultPlan, (p) => {
		p.regions.worked = worked;
	});
	const game = advance(gameOf(spec), plan);
	return { game, no1: at(view(game).areas, 0).no1 };
}

test('[V12] occupancy is the share of sample points that list each, inside A what they reckon to sell', () => {
	const { game, no1 } = played();
	const { listed } = game.state;
	const share = (k: number): number => listed.filter((_, i) => i % 2 === k).reduce((a, b) => a + b, 0) / 100;
	expect(no1.occupancy.map(({ value }) => value)).toEqual([share(0), share(1)]);
	const [own = 0, rival = 0] = no1.insideA.map(({ value }) => value ?? 0);
	expect(own + rival).toBeCloseTo(1, 12);
	expect(own).toBeGreaterThan(0);
	expect(rival).toBeGreaterThan(own);
	// Twenty A shops are witnesses, not their bottles.
	expect(deviations(own, no1.insideA[0]?.high, 20)).toBeCloseTo(1.96, 6);
});

test('[V12] before the first week neither is known', () => {
	const no1 = at(view(gameOf(duoSpec())).areas, 0).no1;
	expect([no1.occupancy[0]?.value, no1.insideA[0]?.value, no1.openAccounts.value]).toEqual([
		null,
		null,
		null
	]);
	expect(no1.accounts).toEqual([]);
});

describe('the gap', () => {
	test('[V10] is what is missing to 1.7 times the best rival, in units a week', () => {
		const game = gameOf(
			duoSpec((spec) => {
				Object.assign(areaOf(spec), { shares: { own: 0.2, rival: 0.3 } });
			})
		);
		// (1.7 × .3 − .2) × 100 units.
		expect(at(view(game).areas, 0).no1.gapUnits.value).toBeCloseTo(31, 9);
	});

	test('[V10] is closed by accounts that were called on and do not list us, large ones first', () => {
		const { game, no1 } = played();
		expect(no1.openAccounts.value).toBe(
			100 - game.state.listed.filter((n, i) => i % 2 === 0 && n === 1).length
		);
		expect(no1.accounts.length).toBeGreaterThan(5);
		const order = no1.accounts.map(({ outletClass }) => outletClass);
		expect(order).toEqual([...order].sort());
		for (const { outlet, gainUnits } of no1.accounts) {
			expect(game.state.listed[outlet * 2]).toBe(0);
			expect(gainUnits).toBeGreaterThan(0);
		}
		const promised = no1.accounts.reduce((sum, { gainUnits }) => sum + (gainUnits ?? 0), 0);
		const gap = no1.gapUnits.value ?? 0;
		if (no1.accounts.length < (no1.openAccounts.value ?? 0) && no1.accounts.length < 40)
			expect(promised).toBeGreaterThanOrEqual(gap);
	});

	test('[V10] of accounts nobody called on nothing is known but their number', () => {
		const { no1 } = played(() => {}, []);
		expect(no1.accounts).toEqual([]);
		expect(no1.uncalled).toEqual({ A: 20, B: 30, C: 50 });
	});
});
