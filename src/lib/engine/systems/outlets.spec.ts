import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
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

const quiet = ({ plans }: Lab): Plan =>
	changed(at(plans, 0), (plan) => {
		plan.regions.worked = [];
	});

/** All outlets of one class, nobody calls. */
function shop(edit: (spec: SpecDraft) => void = () => {}, plan: (market: Lab) => Plan = quiet) {
	const market = lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			edit(spec);
		})
	);
	const turn: Turn = turnOf(market, plan(market));
	/** The week after the till: `sold` may be one figure for all. */
	const close = (sold = 0, week = 0): void => {
		const open = shopWeek(market, turn, week);
		open.sold.fill(sold);
		open.reorder();
	};
	return { ...market, turn, close };
}

test('[O1] what was delivered stands on the shelf as new, and the way is clear', () => {
	const market = shop();
	const { state } = market;
	state.stockNew.fill(2);
	state.stockOld.fill(1);
	state.inbound.fill(5);
	state.inbound[3] = 0;
	const { sold, sell } = shopWeek(market, market.turn);
	sell();
	// 5 are wanted: 1 of the old and 4 of the 7 new; of 3 in all none is left.
	expect([sold[0], state.stockNew[0], state.stockOld[0], state.inbound[0]]).toEqual([5, 3, 0, 0]);
	expect([sold[3], state.stockNew[3]]).toEqual([3, 0]);
});

describe('forecast', () => {
	const learned = (sold: number, left: number): number => {
		const { state, close } = shop();
		state.outletForecast.fill(8);
		state.stockNew.fill(left);
		close(sold);
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
		const { state, close } = shop();
		state.stockNew.fill(0, 0, 4);
		state.listed.fill(0, 0, 1);
		close();
		expect([state.turnListed[0], state.turnEmpty[0]]).toEqual([9, 3]);
		expect([state.turnPanelListed[0], state.turnPanelEmpty[0]]).toEqual([9, 3]);
	});
});

describe('order days', () => {
	const days = (calls: number): number[][] => {
		const { state, close } = shop(
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
			state.inbound.fill(0);
			close(0, week);
			return Array.from(state.inbound.keys()).filter((o) => state.inbound[o]! > 0);
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
		const { state, turn, close } = shop();
		state.listed[0] = 0;
		state.served[1] = 0;
		state.stockNew.fill(0);
		close();
		expect(Array.from(state.inbound.subarray(0, 3))).toEqual([0, 0, 10]);
		expect(turn.demand[0]).toBe(80);
	});
});

test('[O4] every 13 weeks, each outlet in a week of its own, the old is written off and the new becomes old', () => {
	const { state, close } = shop();
	state.stockNew.fill(7);
	state.stockOld.fill(2);
	close(0, 11);
	// The second of the ten had its week, the first has it next.
	expect([state.stockNew[0], state.stockOld[0], state.turnWrittenOff[0]]).toEqual([7, 2, 2]);
	expect([state.stockNew[1], state.stockOld[1]]).toEqual([0, 7]);
	close(0, 12);
	expect([state.stockNew[0], state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 7, 4]);
	for (let week = 13; week < 25; week++) close(0, week);
	// The eight others had theirs in weeks 16 to 23, and the second its next one: what had been new was seven weeks older.
	expect([state.stockOld[0], state.turnWrittenOff[0]]).toEqual([7, 4 + 8 * 2 + 7]);
	close(0, 25);
	expect([state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 4 + 8 * 2 + 14]);
});

test('[O4] goods of a life of 8 weeks are old after 4, and out after 8', () => {
	const { state, close } = shop((spec) => {
		productOf(spec).shelfLifeWeeks = 8;
		// The first of the ten looks in weeks 3, 7, 11.
		areaOf(spec).outlets = 1;
	});
	state.stockNew.fill(7);
	close(0, 3);
	expect([state.stockNew[0], state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 7, 0]);
	close(0, 7);
	expect([state.stockOld[0], state.turnWrittenOff[0]]).toEqual([0, 7]);
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
		const { state, turn, close } = shop((spec) => {
			productOf(spec).unitsPerPack = pack;
		});
		state.outletForecast.fill(forecast);
		state.stockNew.fill(0);
		state.stockOld.fill(have);
		close(forecast);
		expect(state.inbound[0]).toBe(expected);
		expect(turn.demand[0]).toBe(10 * expected);
	});
});

describe('in a deal', () => {
	const ordered = (depthBp: number, edit: (spec: SpecDraft) => void = () => {}): number => {
		const { state, close } = shop(edit, (market) =>
			changed(quiet(market), (plan) => {
				plan.activities = [deal({ depthBp })];
			})
		);
		state.stockNew.fill(5);
		close(5);
		return state.inbound[0]!;
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

	// 30 % deep, twelve weeks would pay.
	test.each([
		['cash for 2', { cash: 2, space: 9, life: 52 }, 10],
		['space for 1.5, half a unit up', { cash: 9, space: 1.5, life: 52 }, 8],
		['half of a life of 10', { cash: 9, space: 9, life: 10 }, 25],
		['room for all of it', { cash: 20, space: 20, life: 52 }, 60]
	])('[O6] with %s it buys units of 5 a week ahead', (_name, { cash, space, life }, ahead) => {
		const units = ordered(3000, (spec) => {
			spec.channelRules.outletCashWeeks.A = cash;
			spec.channelRules.outletSpaceWeeks.A = space;
			productOf(spec).shelfLifeWeeks = life;
		});
		expect(units).toBe(5 + ahead);
	});
});
