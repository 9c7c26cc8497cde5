import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	deal,
	keyOf,
	lab,
	off,
	oneClass,
	rush,
	soloSpec,
	turnOf,
	type Editable,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import type { ShockSpec } from '../spec.ts';
import { at } from '../world.ts';
import { closeDemand, seasonFactor, setDemand } from './demand.ts';
import { setMarket } from './market.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('season', () => {
	test('[H1] months are twelfths of 52 weeks, and the year goes round', () => {
		const { world } = lab(
			soloSpec((spec) => {
				at(spec.regions, 0).season = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => month / 6.5);
				spec.time.startWeekOfYear = 50;
			})
		);
		// Weeks 50, 51 are December; 0 to 4 January; 5 is past 4.33.
		expect([0, 1, 2, 6, 7].map((week) => Math.round(seasonFactor(world, 0, week) * 6.5))).toEqual([
			12, 12, 1, 1, 2
		]);
	});

	test('[H1] each region has its own', () => {
		const { world } = lab(
			soloSpec((spec) => {
				spec.regions.push({ ...structuredClone(at(spec.regions, 0)), id: 'far', areas: [], growth: 0.26 });
				at(spec.regions, 1).season[0] = 2;
			})
		);
		expect([0, 1].map((r) => seasonFactor(world, r, 0))).toEqual([1, 2]);
		// Week 10 is in March.
		expect([0, 1].map((r) => seasonFactor(world, r, 10))).toEqual([1, 1.05]);
	});

	test('[H1] growth is linear: 52 % a year is a tenth after ten weeks', () => {
		const { world } = lab(
			soloSpec(({ regions }) => {
				at(regions, 0).growth = 0.52;
			})
		);
		expect(seasonFactor(world, 0, 0)).toBe(1);
		expect(seasonFactor(world, 0, 10)).toBeCloseTo(1.1, 12);
		expect(seasonFactor(world, 0, 104)).toBeCloseTo(2.04, 12);
	});
});

test('[H2] weather is uniform within its width, one for a region and a week', () => {
	const market = lab(
		soloSpec((spec) => {
			spec.category.weather = 0.5;
			spec.regions[0]!.areas.push({ ...structuredClone(areaOf(spec)), id: 'next' });
			spec.regions.push({
				...structuredClone(spec.regions[0]!),
				id: 'far',
				areas: [{ ...structuredClone(areaOf(spec)), id: 'elsewhere' }]
			});
		})
	);
	const { world, state } = market;
	const turn = turnOf(market);
	const skies = Array.from({ length: 400 }, (_, week) => {
		setDemand(world, state, turn, keyOf(week), week);
		return Array.from(turn.level);
	});
	for (const [here, next] of skies) expect(next).toBe(here);
	const here = skies.map(([sky]) => sky!);
	const mean = total(here) / 400;
	const variance = total(here.map((sky) => (sky - mean) ** 2)) / 400;
	// Uniform on .5 … 1.5: mean 1, variance 1/12; standard errors .0144 and .0037.
	expect(Math.abs(mean - 1)).toBeLessThan(0.045);
	expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.012);
	expect(Math.min(...here)).toBeGreaterThanOrEqual(0.5);
	expect(Math.max(...here)).toBeLessThan(1.5);
	const apart = skies.filter(([sky, , far]) => Math.abs(sky! - far!) > 0.01).length;
	expect(apart).toBeGreaterThan(380);
});

describe('pantries', () => {
	/** 20 % off, so that 272 of 339 is asked; nobody is won by it. */
	const open = (
		edit: (spec: SpecDraft) => void = () => {},
		activity = off({ depthBp: 2000, weeks: 1, budgetCents: 1e12 })
	) => {
		const market = lab(
			soloSpec((spec) => {
				oneClass(spec, 'A');
				areaOf(spec).unitsPerOutletWeek = 100_000;
				at(spec.regions, 0).priceExponent = 0;
				spec.response.stockpile = 0.8;
				edit(spec);
			})
		);
		const plan = changed(at(market.plans, 0), (now) => {
			now.activities = [activity];
		});
		const turn = turnOf(market, plan);
		const { world, state } = market;
		/** Units sold in the week. */
		const run = (week: number): number => {
			state.stockNew.fill(FULL);
			const { sold, sell } = shopWeek(market, turn, week);
			sell();
			closeDemand(world, state, turn);
			return total([...sold]);
		};
		return { ...market, turn, run };
	};
	const BUY = 1 + 0.8 * (1 - 272 / 339);

	test('[H10] 19.8 % off the shelf is 15.8 % bought beyond need, and stands in the pantries', () => {
		const { state, turn, run } = open();
		const sold = run(0);
		expect(turn.buy[0]).toBeCloseTo(BUY, 12);
		expect(sold / 500_000).toBeCloseTo(BUY, 4);
		expect(state.pantry[0]! / 500_000).toBeCloseTo(BUY - 1, 4);
	});

	test('[H10] half of it a week takes the place of purchases of all brands, till it is used up', () => {
		const { state, turn, run } = open();
		run(0);
		const put = state.pantry[0]!;
		const sold = run(1);
		// Of a million the region needs in a week; half of what is not bought would have been ours.
		expect(turn.level[0]).toBeCloseTo(1 - put / 2 / 1_000_000, 12);
		expect(sold / 500_000).toBeCloseTo(1 - put / 2 / 1_000_000, 4);
		expect(state.pantry[0]).toBeCloseTo(put / 2, 6);
		let displaced = put / 2;
		for (let week = 2; week < 60; week++) {
			run(week);
			displaced += (1 - turn.level[0]!) * 1_000_000;
		}
		expect(displaced).toBeCloseTo(put, 4);
		expect(state.pantry[0]).toBeLessThan(1e-9);
	});

	test('[H10] of potential demand, where some buy nothing, it takes the place of as many purchases', () => {
		const { state, turn, run } = open(({ response }) => {
			response.outsideShare = 0.5;
		});
		run(0);
		const put = state.pantry[0]!;
		const sold = run(1);
		expect(turn.level[0]).toBeCloseTo(2 * (1 - put / 2 / 1_000_000), 12);
		expect(sold / 500_000).toBeCloseTo(1 - put / 2 / 1_000_000, 4);
	});

	test('[H10] what is loyal takes the place of the same product alone, by its usual sales, till it is used up', () => {
		const { state, turn, run } = open(({ response }) => {
			response.pantryLoyalty = 0.6;
		});
		const bought = run(0);
		const put = state.ownPantry[0]!;
		expect(put / (500_000 * (BUY - 1))).toBeCloseTo(0.6, 3);
		expect(state.pantry[0]! / (500_000 * (BUY - 1))).toBeCloseTo(0.4, 3);
		// θ .1: the usual 500 000 have learnt a tenth of what the price-off brought.
		const usual = 500_000 + 0.1 * (bought - 500_000);
		expect(state.usual[0]).toBeCloseTo(usual, 6);
		const sold = run(1);
		// Half of both pantries is used: of the one all brands lose, of the other ours.
		expect(turn.buying[0]).toBeCloseTo(1 - put / 2 / usual, 12);
		expect(sold / 500_000).toBeCloseTo(turn.level[0]! * turn.buying[0]!, 4);
		expect(state.ownPantry[0]).toBeCloseTo(put / 2, 6);
		for (let week = 2; week < 60; week++) run(week);
		expect(state.ownPantry[0]).toBeLessThan(1e-9);
	});

	test('[H10] of a product that nobody buys any more nothing is left out for what is at home', () => {
		const { state, turn, run } = open();
		state.ownPantry[0] = 100;
		state.usual[0] = 0;
		run(5);
		expect([turn.buying[0], state.ownPantry[0]]).toEqual([1, 50]);
	});

	test('[H10] it is never more than half of a week', () => {
		const { state, turn, run } = open();
		state.pantry[0] = 3_000_000;
		run(5);
		expect(turn.level[0]).toBe(0.5);
		expect(state.pantry[0]).toBe(2_500_000);
	});

	test('[H10] a trade deal that reaches the shelf fills pantries too', () => {
		// 3.25 for 3.39.
		expect(open(undefined, deal({ budgetCents: 1e12 })).run(0) / 500_000).toBeCloseTo(
			1 + 0.8 * (1 - 325 / 339),
			4
		);
	});

	test('[H10] a lower price that stays does not', () => {
		const { state, run } = open(undefined, off({ startWeek: 3 }));
		state.price[0] = 100;
		expect(run(0) / 500_000).toBeCloseTo(1, 4);
		expect(state.pantry[0]).toBe(0);
	});
});

describe('shocks', () => {
	const levels = (weeks: number, shocks: Editable<ShockSpec>[], regions = 1): number[][] => {
		const market = lab(
			soloSpec((spec) => {
				for (let r = 1; r < regions; r++)
					spec.regions.push({
						...structuredClone(at(spec.regions, 0)),
						id: `region-${r}`,
						areas: [{ ...structuredClone(areaOf(spec)), id: `area-${r}` }]
					});
				spec.shocks = shocks;
			})
		);
		const { world, state } = market;
		const turn = turnOf(market);
		setMarket(world, state, turn, 0);
		return Array.from({ length: weeks }, (_, week) => {
			setDemand(world, state, turn, keyOf(week), week);
			closeDemand(world, state, turn);
			return [...turn.level];
		});
	};
	const inFirst = (weeks: number, ...shocks: Editable<ShockSpec>[]): number[] =>
		levels(weeks, shocks).map(([level]) => level!);

	test('[H11] one of week 2 by chance 1 lasts its three weeks, once, in its region', () => {
		const shock = rush({ fromWeek: 2, untilWeek: 3, lastsWeeks: 3, factor: 1.5 });
		expect(levels(7, [shock], 2)).toEqual([
			[1, 1],
			[1, 1],
			[1.5, 1],
			[1.5, 1],
			[1.5, 1],
			[1, 1],
			[1, 1]
		]);
	});

	test('[H11] two at a time multiply', () => {
		const half = rush({ id: 'scare', untilWeek: 2, lastsWeeks: 2, factor: 0.5 });
		expect(inFirst(3, rush({ factor: 1.5 }), half)).toEqual([0.75, 0.5, 1]);
	});

	test('[H11] while it lasts it does not begin anew, and before and after its weeks never', () => {
		const shock = rush({ fromWeek: 1, untilWeek: 4, lastsWeeks: 2 });
		// Begins in 1, lasts 2, begins again in 3, lasts 4.
		expect(inFirst(7, shock)).toEqual([1, 2, 2, 2, 2, 1, 1]);
	});

	const often = (chancePerWeek: number, id = 'rush') => rush({ id, untilWeek: 2000, chancePerWeek });
	const begun = (levels: readonly number[]): Set<number> =>
		new Set(levels.flatMap((level, week) => (level === 2 ? [week] : [])));

	test('[H11] of 2 000 weeks a chance of .2 takes 400', () => {
		// Standard error √(2 000 × .16) = 17.9.
		expect(Math.abs(begun(inFirst(2000, often(0.2))).size - 400)).toBeLessThan(54);
	});

	test('[H11][N7] is drawn by shock and region: one draw each, whatever else there is', () => {
		const alone = begun(inFirst(2000, often(0.2)));
		// A larger chance adds weeks and moves none.
		expect(alone.isSubsetOf(begun(inFirst(2000, often(0.4))))).toBe(true);
		const everywhere = { ...often(0.2), regions: ['region', 'region-1'] };
		const [one, two] = [0, 1].map((r) => begun(levels(2000, [everywhere], 2).map((row) => row[r]!)));
		expect(one).toEqual(alone);
		// Two regions, and two shocks, agree by chance only: in .04 of the weeks, standard error 8.8.
		const other = begun(inFirst(2000, often(0), often(0.2, 'other')));
		for (const apart of [two!, other]) expect(Math.abs(alone.intersection(apart).size - 80)).toBeLessThan(27);
	});
});
