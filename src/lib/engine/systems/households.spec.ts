import { describe, expect, test } from 'vitest';
import {
	areaOf,
	duoSpec,
	keyOf,
	lab,
	oneClass,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { setMarket } from './market.ts';
import { seasonFactor, sellToHouseholds } from './households.ts';

/** A market whose shelves never run short, with its prices set. */
function open(market: Lab): (week: number) => void {
	const { world, state } = market;
	const turn = turnOf(market);
	setMarket(world, state, turn, 0);
	return (week) => {
		state.stockNew.fill(1_000_000);
		state.stockOld.fill(0);
		sellToHouseholds(world, state, turn, keyOf(week), week);
	};
}
const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const big = (spec: SpecDraft): void => {
	oneClass(spec, 'A');
	areaOf(spec).unitsPerOutletWeek = 100_000;
};

describe('season', () => {
	test('[H1] months are twelfths of 52 weeks, and the year goes round', () => {
		const { world } = lab(
			soloSpec((spec) => {
				spec.category.season = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => month / 6.5);
				spec.time.startWeekOfYear = 50;
			})
		);
		// Weeks 50, 51 are December; 0 to 4 January; 5 is past 4.33.
		expect([0, 1, 2, 6, 7].map((week) => Math.round(seasonFactor(world, week) * 6.5))).toEqual([
			12, 12, 1, 1, 2
		]);
	});

	test('[H1] growth is linear: 52 % a year is a tenth after ten weeks', () => {
		const { world } = lab(
			soloSpec(({ category }) => {
				category.growth = 0.52;
			})
		);
		expect(seasonFactor(world, 0)).toBe(1);
		expect(seasonFactor(world, 10)).toBeCloseTo(1.1, 12);
		expect(seasonFactor(world, 104)).toBeCloseTo(2.04, 12);
	});
});

test('[H2] weather is uniform within its width, one for a region and a week', () => {
	const market = lab(
		soloSpec((spec) => {
			big(spec);
			spec.category.weather = 0.5;
			areaOf(spec).outlets = 1;
			spec.regions[0]!.areas.push({ ...structuredClone(areaOf(spec)), id: 'next' });
			spec.regions.push({
				...structuredClone(spec.regions[0]!),
				id: 'far',
				areas: [{ ...structuredClone(areaOf(spec)), id: 'elsewhere' }]
			});
		})
	);
	const sell = open(market);
	// Half of each area's demand is ours; elsewhere we are not listed, but whatever stands there sells.
	const skies = Array.from({ length: 400 }, (_, week) => {
		sell(week);
		return Array.from(market.state.sold, (units) => (units / 100_000) * 2);
	});
	for (const [here, next] of skies) expect(Math.abs(here! - next!)).toBeLessThan(1e-4);
	const here = skies.map(([sky]) => sky!);
	const mean = total(here) / 400;
	const variance = total(here.map((sky) => (sky - mean) ** 2)) / 400;
	// Uniform on .5 … 1.5: mean 1, variance 1/12; standard errors .0144 and .0037.
	expect(Math.abs(mean - 1)).toBeLessThan(0.045);
	expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.012);
	expect(Math.min(...here)).toBeGreaterThan(0.5 - 1e-4);
	expect(Math.max(...here)).toBeLessThan(1.5 + 1e-4);
	const apart = skies.filter(([sky, , far]) => Math.abs(sky! - far!) > 0.01).length;
	expect(apart).toBeGreaterThan(380);
});

describe('noise', () => {
	const factors = (noise: number): number[] => {
		const market = lab(
			soloSpec((spec) => {
				big(spec);
				spec.category.noise = noise;
				areaOf(spec).outlets = 20_000;
			})
		);
		open(market)(0);
		return Array.from(market.state.sold, (units) => units / 50_000);
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
		open(market)(0);
		// Each is whole units, so within one of 100 000 × ½ ÷ 3 and × 1½ ÷ 3.
		for (let o = 0; o < 10; o++) {
			expect(Math.abs(market.state.sold[o * 2]! - 100_000 / 6)).toBeLessThan(1);
			expect(Math.abs(market.state.sold[o * 2 + 1]! - 100_000 / 2)).toBeLessThan(1);
		}
		expect(Math.abs(market.state.turnOutside[0]! - 1_000_000 / 3)).toBeLessThan(10);
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
		open(market)(0);
		expect(Math.abs(market.state.sold[0]! - 60_000)).toBeLessThan(1);
	});

	test('[H4] what is out of stock does not compete: a rival’s empty shelf lifts ⅓ to ½', () => {
		const market = lab(duoSpec(big));
		const { world, state } = market;
		world.appeal.set([1, 1]);
		const turn = turnOf(market);
		setMarket(world, state, turn, 0);
		state.stockNew.fill(1_000_000);
		for (let o = 0; o < 5; o++) state.stockNew[o * 2 + 1] = 0;
		sellToHouseholds(world, state, turn, keyOf(0), 0);
		expect(Math.abs(state.sold[0]! - 50_000)).toBeLessThan(1);
		expect(state.sold[1]).toBe(0);
		expect(Math.abs(state.sold[9 * 2]! - 100_000 / 3)).toBeLessThan(1);
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
		for (let week = 0; week < 100; week++) sell(week);
		const units = market.state.turnSold[0]!;
		expect(Math.abs(units / 300_000 / 0.3 - 1)).toBeLessThan(0.01);
		expect(Math.abs(market.state.turnOutside[0]! / 300_000 / 0.3 - 1)).toBeLessThan(0.01);
	});

	test('[H5] no more is sold than stands there, and the till counts the same', () => {
		const market = lab(soloSpec());
		const { world, state } = market;
		const turn = turnOf(market);
		setMarket(world, state, turn, 0);
		state.stockNew.set([3, 0, 9], 0);
		sellToHouseholds(world, state, turn, keyOf(0), 0);
		expect(Array.from(state.sold.subarray(0, 3))).toEqual([3, 0, 5]);
		expect(total(state.weekSold)).toBe(total(state.sold));
		expect(state.turnSold[0]).toBe(total(state.sold));
		expect(state.turnPanelSold[0]).toBe(total(state.sold));
	});
});

test('[H6] the older goods are sold first', () => {
	const market = lab(soloSpec());
	const { world, state } = market;
	const turn = turnOf(market);
	setMarket(world, state, turn, 0);
	state.stockNew.set([10, 10, 10], 0);
	state.stockOld.set([3, 5, 8], 0);
	sellToHouseholds(world, state, turn, keyOf(0), 0);
	// Five are sold at each.
	expect(Array.from(state.stockOld.subarray(0, 3))).toEqual([0, 0, 3]);
	expect(Array.from(state.stockNew.subarray(0, 3))).toEqual([8, 10, 10]);
});
