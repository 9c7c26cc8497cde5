import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	lab,
	oneClass,
	productOf,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import type { Plan } from '../plan.ts';
import type { Turn } from '../turn.ts';
import { at } from '../world.ts';
import { setMarket } from './market.ts';
import { ageOutlets, receive, stockOutlets } from './outlets.ts';

const quiet = ({ plans }: Lab): Plan =>
	changed(at(plans, 0), (plan) => {
		plan.regions.worked = [];
	});

/** All outlets of one class, nobody calls; the weeks are set by the caller. */
function shop(edit: (spec: SpecDraft) => void = () => {}, plan: (market: Lab) => Plan = quiet) {
	const market = lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			edit(spec);
		})
	);
	const turn: Turn = turnOf(market, plan(market));
	setMarket(market.world, market.state, turn, 0);
	return { ...market, turn };
}

test('[O1] what was delivered stands on the shelf as new, and the way is clear', () => {
	const { world, state } = shop();
	state.stockNew.fill(2);
	state.inbound.fill(5);
	receive(world, state);
	expect(state.stockNew[0]).toBe(7);
	expect(state.inbound[0]).toBe(0);
});

describe('forecast', () => {
	const learned = (sold: number, left: number): number => {
		const { world, state, turn } = shop();
		state.outletForecast.fill(8);
		state.sold.fill(sold);
		state.stockNew.fill(left);
		stockOutlets(world, state, turn, 0);
		return state.outletForecast[0]!;
	};

	test('[O2] is smoothed: half of 8, half of 4', () => {
		expect(learned(4, 3)).toBe(6);
	});

	test('[O2] of an empty shelf may rise, never fall', () => {
		expect(learned(4, 0)).toBe(8);
		expect(learned(12, 0)).toBe(10);
	});

	test('[O2] an empty listed shelf counts as out of stock, at sample points too', () => {
		const { world, state, turn } = shop();
		state.stockNew.fill(0, 0, 4);
		state.listed.fill(0, 0, 1);
		stockOutlets(world, state, turn, 0);
		expect([state.turnListed[0], state.turnEmpty[0]]).toEqual([9, 3]);
		expect([state.turnPanelListed[0], state.turnPanelEmpty[0]]).toEqual([9, 3]);
	});
});

describe('order days', () => {
	const days = (calls: number): number[][] => {
		const { world, state, turn } = shop(
			(spec) => {
				spec.channelRules.outletCycleWeeks.A = 4;
				areaOf(spec).outlets = 40;
			},
			({ plans }) =>
				changed(at(plans, 0), (plan) => {
					plan.field.visitsPer4Weeks = { A: calls, B: 0, C: 0 };
				})
		);
		state.listed.fill(1);
		return [0, 1, 2, 3].map((week) => {
			state.stockNew.fill(0);
			stockOutlets(world, state, turn, week);
			return Array.from(state.ordered.keys()).filter((o) => state.ordered[o]! > 0);
		});
	};

	test('[O3] an outlet of cycle 4 orders once in four weeks, on a day of its own', () => {
		const weeks = days(0);
		expect(weeks.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, o) => o));
		for (const week of weeks) expect(week.length).toBeGreaterThan(3);
	});

	test('[O3] and whenever somebody calls', () => {
		// 40 accounts × 4 calls × 15 minutes ÷ 4 fit into 1 000.
		expect(days(4).map((week) => week.length)).toEqual([40, 40, 40, 40]);
	});

	test('[O3] one that is not listed, or not served, does not order', () => {
		const { world, state, turn } = shop();
		state.listed[0] = 0;
		state.served[1] = 0;
		state.stockNew.fill(0);
		stockOutlets(world, state, turn, 0);
		expect(Array.from(state.ordered.subarray(0, 3))).toEqual([0, 0, 10]);
		expect(turn.demand[0]).toBe(80);
	});
});

test('[O4] every 13 weeks the old is written off and the new becomes old', () => {
	const { world, state } = shop();
	state.stockNew.fill(7);
	state.stockOld.fill(2);
	for (let week = 0; week < 12; week++) ageOutlets(world, state, week);
	expect([state.stockNew[0], state.stockOld[0], state.turnWrittenOff[0]]).toEqual([7, 2, 0]);
	ageOutlets(world, state, 12);
	expect([state.stockNew[0], state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 7, 20]);
	ageOutlets(world, state, 25);
	expect([state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 90]);
});

describe('quantity', () => {
	// Forecast, cycle and safety of one week each: it orders up to 2 weeks, and at least to 1.
	test.each([
		['up to the level', 5, 5, 1, 5],
		['nothing above it', 5, 12, 1, 0],
		['the nearer number of packs: 7 ÷ 4 is 2', 5, 3, 4, 8],
		['5 ÷ 4 is 1', 5, 5, 4, 4],
		['halves upwards: 6 ÷ 12 is 1', 5, 4, 12, 12],
		['a pack though 8 ÷ 20 is none, since 2 do not last', 5, 2, 20, 20],
		['none though 3 ÷ 20 lacks, since 7 last', 5, 7, 20, 0],
		['at least one on a bare shelf', 0, 0, 6, 6]
	])('[O5] it orders %s', (_name, forecast, have, pack, expected) => {
		const { world, state, turn } = shop((spec) => {
			productOf(spec).unitsPerPack = pack;
		});
		state.outletForecast.fill(forecast);
		state.sold.fill(forecast);
		state.stockNew.fill(0);
		state.stockOld.fill(have);
		stockOutlets(world, state, turn, 0);
		expect(state.ordered[0]).toBe(expected);
		expect(turn.demand[0]).toBe(10 * expected);
	});
});

describe('in a deal', () => {
	const ordered = (depthBp: number): number => {
		const { world, state, turn } = shop(undefined, (market) =>
			changed(quiet(market), (plan) => {
				plan.activities = [deal({ depthBp })];
			})
		);
		state.sold.fill(5);
		state.stockNew.fill(5);
		stockOutlets(world, state, turn, 0);
		return state.ordered[0]!;
	};

	// Handed on: .8 of the deal; a week of holding costs .02: 4 % and 2 % are 2 weeks and 1 of 5 units.
	test.each([
		[0, 5],
		[250, 5 + 5],
		[500, 5 + 10],
		[750, 5 + 15],
		[1000, 5 + 15],
		[4000, 5 + 15]
	])('[O6] of %i basis points it orders %i: no more than 3 weeks ahead', (depthBp, expected) => {
		expect(ordered(depthBp)).toBe(expected);
	});
});
