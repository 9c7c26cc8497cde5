import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	duoSpec,
	lab,
	oneClass,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';

/** What the outlets of a market sell in a week, shelves full, and what small brands sell there. */
function open(market: Lab): (week: number) => { sold: Int32Array; outside: number } {
	const { state } = market;
	const turn = turnOf(market);
	return (week) => {
		state.stockNew.fill(1_000_000);
		state.stockOld.fill(0);
		const { sold, sell } = shopWeek(market, turn, week);
		sell();
		return { sold, outside: turn.weekOutside[0]! };
	};
}
/** The same of shelves as they stand. */
function tills(market: Lab): Int32Array {
	const { sold, sell } = shopWeek(market, turnOf(market));
	sell();
	return sold;
}
const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const big = (spec: SpecDraft): void => {
	oneClass(spec, 'A');
	areaOf(spec).unitsPerOutletWeek = 100_000;
};

describe('noise', () => {
	const factors = (noise: number): number[] => {
		const market = lab(
			soloSpec((spec) => {
				big(spec);
				spec.category.noise = noise;
				areaOf(spec).outlets = 20_000;
			})
		);
		return Array.from(open(market)(0).sold, (units) => units / 50_000);
	};

	test('[H3] has mean 1 and the file’s standard deviation', () => {
		const values = factors(0.2);
		const mean = total(values) / values.length;
		const deviation = Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / values.length);
		// Standard errors .0014 and .001.
		expect(Math.abs(mean - 1)).toBeLessThan(0.0045);
		expect(Math.abs(deviation - 0.2)).toBeLessThan(0.0035);
	});

	test('[H3] has mean 1 up to the loudest a file may ask for', () => {
		const values = factors(0.28);
		expect(Math.abs(total(values) / values.length - 1)).toBeLessThan(0.006);
	});

	test('[H3] never turns demand negative', () => {
		const values = factors(1);
		expect(Math.min(...values)).toBe(0);
		// A sixth of a normal lies below −1.
		expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(1 / 6, 1);
	});
});

describe('shares', () => {
	test('[H4] attraction over one plus all attraction: ½ and 1½ against small brands are ⅙ and ½', () => {
		const market = lab(duoSpec(big));
		market.world.appeal.set([0.5, 1.5]);
		const { sold, outside } = open(market)(0);
		// Each is whole units, so within one of 100 000 × ½ ÷ 3 and × 1½ ÷ 3.
		for (let o = 0; o < 10; o++) {
			expect(Math.abs(sold[o * 2]! - 100_000 / 6)).toBeLessThan(1);
			expect(Math.abs(sold[o * 2 + 1]! - 100_000 / 2)).toBeLessThan(1);
		}
		expect(Math.abs(outside - 1_000_000 / 3)).toBeLessThan(10);
	});

	test('[H4] closeness 1 with lift ½ makes attraction 1 count as 1½', () => {
		const market = lab(
			soloSpec((spec) => {
				big(spec);
				spec.response.relationLift = 0.5;
			})
		);
		market.world.appeal[0] = 1;
		market.state.closeness.fill(1);
		expect(Math.abs(open(market)(0).sold[0]! - 60_000)).toBeLessThan(1);
	});

	test('[H4] what is listed competes though its shelf is empty; what is not listed does not, unless it stands there still', () => {
		const market = lab(duoSpec(big));
		const { world, state } = market;
		world.appeal.set([1, 1]);
		state.stockNew.fill(1_000_000);
		for (let o = 0; o < 6; o++) state.stockNew[o * 2 + 1] = 0;
		// At 0–2 the rival's shelf is bare, at 3–5 there is none; at 6–9 it is full, at 8–9 the last of what was listed.
		for (const o of [3, 4, 5, 8, 9]) state.listed[o * 2 + 1] = 0;
		const sold = tills(market);
		// Nobody who finds it empty takes anything else (H7): ⅓ either way.
		for (const o of [0, 6, 8]) expect(Math.abs(sold[o * 2]! - 100_000 / 3)).toBeLessThan(1);
		expect(Math.abs(sold[3 * 2]! - 50_000)).toBeLessThan(1);
		expect([0, 3].map((o) => sold[o * 2 + 1])).toEqual([0, 0]);
		for (const o of [6, 8]) expect(Math.abs(sold[o * 2 + 1]! - 100_000 / 3)).toBeLessThan(1);
	});
});

describe('whole units', () => {
	// Sales of an outlet are 0 or 1, so their variance is at most .3 × .7 = .21. Over 300 000 outlet-weeks the standard
	// error of the mean is √(.21 ÷ 300 000) = .000837; 1 % of .3 is .003, which is 3.6 standard errors.
	test.each([
		['without noise', 0],
		['with it', 0.2]
	])('[H5] mean sales at outlets with demand .3 per week are within 1 %% of it, %s', (_name, noise) => {
		const market = lab(
			soloSpec((spec) => {
				oneClass(spec, 'C');
				spec.category.noise = noise;
				// Ours is half of .6.
				Object.assign(areaOf(spec), { outlets: 3000, unitsPerOutletWeek: 0.6 });
			})
		);
		const sell = open(market);
		let units = 0;
		let others = 0;
		for (let week = 0; week < 100; week++) {
			const { sold, outside } = sell(week);
			units += total(sold);
			others += outside;
		}
		expect(Math.abs(units / 300_000 / 0.3 - 1)).toBeLessThan(0.01);
		expect(Math.abs(others / 300_000 / 0.3 - 1)).toBeLessThan(0.01);
	});

	test('[H5] no more is sold than stands there, and the till counts the same', () => {
		const market = lab(soloSpec());
		const { state } = market;
		state.stockNew.set([3, 0, 9], 0);
		const turn = turnOf(market);
		const { sold, sell } = shopWeek(market, turn);
		sell();
		expect(Array.from(sold.subarray(0, 3))).toEqual([3, 0, 5]);
		expect(total(turn.till)).toBe(total(sold));
		expect(state.turnPanelSold[0]).toBe(total(sold));
	});
});

test('[H6] the older goods are sold first', () => {
	const market = lab(soloSpec());
	const { state } = market;
	state.stockNew.set([10, 10, 10], 0);
	state.stockOld.set([3, 5, 8], 0);
	tills(market);
	// Five are sold at each.
	expect(Array.from(state.stockOld.subarray(0, 3))).toEqual([0, 0, 3]);
	expect(Array.from(state.stockNew.subarray(0, 3))).toEqual([8, 10, 10]);
});
