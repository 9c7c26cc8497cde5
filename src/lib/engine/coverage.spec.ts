import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	dealerOf,
	firmOf,
	lab,
	soloSpec,
	turnOf,
	type Lab
} from '../../../tests/support/spec.ts';
import { byClass, callsDue, callTable, fieldNeed, minutesPerHead } from './coverage.ts';
import { countGroups, groupAccounts, groupOf } from './field/groups.ts';
import { fieldTurn } from './field/turn.ts';
import type { Plan } from './plan.ts';
import { CALL_PURPOSES } from './vocab.ts';
import { at } from './world.ts';

/** 20 A, 30 B and 50 C accounts in each of two areas, each outlet standing for two. */
const team = (): Lab =>
	lab(
		soloSpec((spec) => {
			firmOf(spec).wastedTime = 0.2;
			Object.assign(areaOf(spec), { outlets: 50, represents: 2 });
			dealerOf(spec).reach = { area: 1, second: 1 };
			spec.regions[0]!.areas.push({ ...structuredClone(areaOf(spec)), id: 'second' });
			spec.defaultPlan.field = {
				merchandisers: 1,
				visitsPer4Weeks: { A: 8, B: 4, C: 2 },
				minutesPerVisit: { A: 15, B: 10, C: 5 }
			};
		})
	);

/** Share of A, B and C that so many people can call on, all accounts listed and not close yet: those to grow. */
function covered(
	{ world, state, plans }: Lab,
	worked: readonly string[],
	staff: number,
	newcomers = 0
): number[] {
	state.closeness.fill(0);
	const groups = groupAccounts(world, state, [0], 0);
	const plan = { ...at(plans, 0), regions: { worked } };
	const team = { waste: 0.2, skill: 0, staff, newcomers };
	const { coverage } = fieldTurn(world, 0, plan, groups, team);
	return [0, 1, 2].map((c) => at(coverage, groupOf(c, GROW)));
}
const GROW = CALL_PURPOSES.indexOf('grow');

/** Accounts that have had a call after four weeks: every call plan has one in them. */
function calledOn(market: Lab, staff: number, plan: Plan = at(market.plans, 0)): Set<number> {
	market.state.staff[0] = staff;
	market.state.called.fill(0);
	const turn = turnOf(market, plan);
	for (let week = 0; week < 4; week++) shopWeek(market, turn, week).relate();
	return new Set(Array.from(market.state.called.keys()).filter((o) => market.state.called[o] === 1));
}

test('[F1] 1 000 minutes a week with a fifth wasted are 800', () => {
	expect(minutesPerHead(team().world, 0.2)).toBe(800);
});

test('[F1] a call costs its minutes and the way there, for each real outlet', () => {
	const { world, state, plans } = team();
	const accounts = countGroups(world, groupAccounts(world, state, [0], 0), 0, [0]);
	// 20 × 8 × (15 + 5) ÷ 4, 30 × 4 × (10 + 5) ÷ 4, 50 × 2 × (5 + 5) ÷ 4.
	expect(byClass(fieldNeed(world, callTable(world, at(plans, 0).field), accounts))).toEqual([800, 450, 250]);
});

describe('hours', () => {
	test.each([
		[1, ['area'], [1, 0, 0]],
		[2, ['area'], [1, 1, 1]],
		// 1 600 minutes over two areas: A takes all of them.
		[2, ['area', 'second'], [1, 0, 0]],
		// 2 400: A 1 600, B 800 of 900.
		[3, ['area', 'second'], [1, 800 / 900, 0]]
	])('[F2] %i people in areas %j cover A, B, C by %j', (staff, worked, expected) => {
		covered(team(), worked, staff).forEach((share, c) => expect(share).toBeCloseTo(expected[c]!, 12));
	});

	test('[F2] a newcomer gives half of a head', () => {
		// 800 + 400: all A, 400 of 450 minutes of B.
		expect(covered(team(), ['area'], 2, 1)).toEqual([1, 400 / 450, 0]);
	});

	test('[F3] more hours add accounts and swap none', () => {
		const market = team();
		let before = new Set<number>();
		for (const staff of [0, 1, 2, 3, 4, 5]) {
			const now = calledOn(market, staff);
			expect(before.isSubsetOf(now)).toBe(true);
			before = now;
		}
		// Only the first of two areas is worked.
		expect(before.size).toBe(50);
	});

	test('[F3] an area that is not worked is not called on', () => {
		const market = team();
		const none = changed(at(market.plans, 0), (plan) => {
			plan.regions.worked = [];
		});
		expect(calledOn(market, 9, none).size).toBe(0);
	});
});

test.each([
	[1, [0, 0, 0, 1]],
	[2, [0, 1, 0, 1]],
	[3, [0, 1, 1, 1]],
	[4, [1, 1, 1, 1]],
	[6, [1, 2, 1, 2]],
	[20, [5, 5, 5, 5]]
])('[F3] %i calls in four weeks fall %j', (visits, expected) => {
	expect([0, 1, 2, 3].map((week) => callsDue(visits, week, 0))).toEqual(expected);
	// Whatever the offset, any four weeks hold the plan.
	for (const offset of [1, 2, 3, 25])
		expect([5, 6, 7, 8].reduce((sum, week) => sum + callsDue(visits, week, offset), 0)).toBe(visits);
});
