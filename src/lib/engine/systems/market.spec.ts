import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	firmOf,
	lab,
	off,
	productOf,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { setMarket } from './market.ts';

/** The market as it stands in a week under these activities. */
function market(
	activities: ReturnType<typeof deal>[],
	week = 0,
	edit: (spec: SpecDraft) => void = () => {}
): { world: World; state: State; turn: Turn } {
	const now = lab(soloSpec(edit));
	const plan = changed(at(now.plans, 0), (p) => {
		p.activities = activities;
	});
	const turn = turnOf(now, plan);
	setMarket(now.world, now.state, turn, week);
	return { world: now.world, state: now.state, turn };
}

test('[A6] rows that no activity is for, worked out once for an area, are as if each were by itself', () => {
	const { world, state, turn } = market([]);
	expect([...turn.rows.plain]).toEqual([1]);
	const { attraction, cut, buy, listBase, shelfNetCents } = turn;
	const tables = [attraction, cut, buy, listBase, shelfNetCents];
	const once = tables.map((table) => table.slice());
	for (const table of tables) table.fill(-7);
	turn.rows.plain.fill(0);
	setMarket(world, state, turn, 0);
	expect(tables.map((table) => [...table])).toEqual(once.map((table) => [...table]));
});

describe('pass-through', () => {
	test('[P3] of 10 % the outlet’s price falls by 8 %, the shelf’s by 4 %', () => {
		const { turn, state, world } = market([deal()]);
		// 2.50 − .20; 3.00 − .12 = 2.88, with tax 3.25.
		expect(turn.outletCents[0]).toBe(230);
		expect(turn.shelfNetCents[1]).toBe(288);
		expect(state.shelfSeen[0]).toBe(325);
		expect(turn.attraction[0]).toBeCloseTo(world.appeal[0]! * (339 / 325) ** 2, 12);
	});

	test('[P3] with Nijs et al.’s .71 and .59 a deal reaches the shelf at .42', () => {
		const { turn } = market([deal({ budgetCents: 1e10 })], 0, (spec) => {
			firmOf(spec).cashCents = 1e12;
			spec.response.passThroughDealer = 0.71;
			spec.response.passThroughOutlet = 0.59;
			productOf(spec).dealerPriceCents = 800_000;
		});
		// Of 10 000.00 and 12 000.00: 7.1 % and, in whole basis points, 4.18 %.
		expect(turn.outletCents[0]).toBe(1_000_000 - 71_000);
		expect(turn.shelfNetCents[1]).toBe(1_200_000 - 50_160);
	});

	test('[P3] without a deal nothing moves', () => {
		const { turn, state, world } = market([]);
		expect([turn.outletCents[0], turn.shelfNetCents[1], state.shelfSeen[0]]).toEqual([250, 300, 339]);
		expect(turn.attraction[0]).toBe(world.appeal[0]);
	});
});

describe('channels', () => {
	const factors = (spec: SpecDraft): void => {
		spec.category.channelPrice = {
			modern: 0.975,
			traditional: 1,
			convenience: 1.125,
			onPremise: 1.5,
			specialist: 1
		};
	};

	test('[P5] shelf prices differ by a constant factor, deal or not', () => {
		expect(Array.from(market([], 0, factors).turn.shelfNetCents)).toEqual([293, 300, 338, 450, 300]);
		// 288 × .975, 1, 1.125, 1.5.
		expect(Array.from(market([deal()], 0, factors).turn.shelfNetCents)).toEqual([281, 288, 324, 432, 288]);
	});

	test('[P5] which attraction does not feel', () => {
		expect(market([deal()], 0, factors).turn.attraction).toEqual(market([deal()]).turn.attraction);
	});
});

describe('activities', () => {
	test('[A1] one of weeks 1 and 2 runs in these only', () => {
		const during = [0, 1, 2, 3].map((week) => market([off({ startWeek: 1, weeks: 2 })], week).turn.offBp[0]);
		expect(during).toEqual([0, 1000, 1000, 0]);
	});

	test('[A1] it stops when its budget is spent', () => {
		const now = lab(soloSpec());
		const turn = turnOf(
			now,
			changed(at(now.plans, 0), (plan) => {
				plan.activities = [off({ budgetCents: 5000 })];
			})
		);
		now.state.activitySpent[0] = 3400;
		setMarket(now.world, now.state, turn, 0);
		expect(turn.offBp[0]).toBeGreaterThan(0);
		now.state.activitySpent[0] = 5000;
		setMarket(now.world, now.state, turn, 1);
		expect([turn.offBp[0], turn.offActivity[0]]).toEqual([0, -1]);
	});

	test.each([
		[500, 900, 1],
		[900, 500, 0],
		[900, 900, 0]
	])('[A1] of %i and %i on one spot the deeper holds, the first of two alike', (first, second, holder) => {
		const { turn } = market([off({ depthBp: first }), off({ depthBp: second })]);
		expect([turn.offBp[0], turn.offActivity[0]]).toEqual([900, holder]);
	});

	test('[A1][A4] a price-off cuts the shelf price after the tax, and only in its areas', () => {
		const { turn, state } = market([off()], 0, (spec) => {
			spec.regions[0]!.areas.push({ ...structuredClone(areaOf(spec)), id: 'other' });
		});
		// 339 − 33: two areas, of which the second pays in full.
		expect(state.shelfSeen[0]).toBe(306);
		expect(turn.attraction[0]! / turn.attraction[CHANNELS.length]!).toBeCloseTo((339 / 306) ** 2, 12);
	});
});
