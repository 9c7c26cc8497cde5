/** A shelf has room for so much: facings (O7), slots (R6), what a newcomer promises (R7). */
import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	duoSpec,
	firmOf,
	lab,
	oneClass,
	product,
	productOf,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { at } from '../world.ts';
import { facingsOf } from './outlets.ts';

describe('facings', () => {
	const market = (edit: (spec: SpecDraft) => void = () => {}) => {
		const found = lab(
			duoSpec((spec) => {
				oneClass(spec, 'A');
				areaOf(spec).unitsPerOutletWeek = 100_000;
				firmOf(spec).products.push(product('own-juice'));
				edit(spec);
			})
		);
		return { ...found, turn: turnOf(found) };
	};

	test.each([
		// Width 9 over 12, 4 and 2.
		['by forecast', [12, 4, 2], [6, 2, 1]],
		['half a facing upwards: 4.5, 4.5 and 0', [10, 10, 0], [5, 5, 1]],
		['one at least', [100, 0.1, 0.1], [9, 1, 1]],
		['one each where nothing is expected', [0, 0, 0], [1, 1, 1]]
	])('[O7] nine are shared %s', (_name, forecasts, expected) => {
		const now = market();
		now.state.outletForecast.set(forecasts, 0);
		const { sold, reorder } = shopWeek(now, now.turn);
		// As expected, so that nothing is learned.
		sold.set(forecasts, 0);
		reorder();
		expect(Array.from(now.state.facings.subarray(0, 3))).toEqual(expected);
	});

	test('[O7] what is not listed has no part in it', () => {
		const now = market();
		now.state.outletForecast.set([12, 4, 2], 0);
		now.state.listed[0] = 0;
		const { sold, reorder } = shopWeek(now, now.turn);
		sold.set([12, 4, 2], 0);
		reorder();
		expect(Array.from(now.state.facings.subarray(1, 3))).toEqual([6, 3]);
	});

	test('[O7] an outlet looks at its shelf every four weeks, a quarter of them in each', () => {
		const now = market();
		const seen = [0, 1, 2, 3].map((week) => {
			now.state.facings.fill(77);
			shopWeek(now, now.turn, week).reorder();
			return Array.from({ length: 10 }, (_, o) => o).filter((o) => now.state.facings[o * 3] !== 77);
		});
		expect(seen).toEqual([
			[0, 4, 8],
			[3, 7],
			[2, 6],
			[1, 5, 9]
		]);
	});

	test('[O7] opens by the file’s shares: .25 over two of ours and .25 of the rival’s are 2, 2 and 5 of 9', () => {
		expect(Array.from(market().state.facings.subarray(0, 3))).toEqual([2, 2, 5]);
	});

	test('[O7] are 1 to 255', () => {
		expect([0, 0.4, 1.5, 254.4, 900].map(facingsOf)).toEqual([1, 1, 2, 254, 255]);
	});

	test('[O7] twice the facings are 2^.17 = 1.125 times the attraction', () => {
		const now = market(({ response }) => {
			response.shelfElasticity = 0.17;
		});
		const { world, state, turn } = now;
		world.appeal.fill(1);
		state.stockNew.fill(FULL);
		state.facings.fill(1);
		for (let o = 0; o < 10; o++) state.facings[o * 3 + 1] = 2;
		const { sold, sell } = shopWeek(now, turn);
		sell();
		const lift = Math.exp(0.17 * Math.LN2);
		expect(lift).toBeCloseTo(1.125, 3);
		expect(sold[1]! / 1000).toBeCloseTo((100 * lift) / (3 + lift), 2);
		expect(sold[0]! / 1000).toBeCloseTo(100 / (3 + lift), 2);
	});
});

/** Called on five times in the week by willing owners: whoever refuses, refuses for lack of room. */
const pressed = (edit: (spec: SpecDraft) => void) => {
	const market = lab(
		duoSpec((spec) => {
			oneClass(spec, 'A');
			Object.assign(areaOf(spec), {
				shares: { own: 0, rival: 0.25 },
				distribution: { own: { A: 0, B: 0, C: 0 }, rival: { A: 1, B: 1, C: 1 } }
			});
			Object.assign(spec.response, { listPerVisit: 5, relationSpeed: 0 });
			spec.fieldRules.minutesPerWeek = 1_000_000;
			edit(spec);
		})
	);
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), ({ field }) => {
			field.visitsPer4Weeks.A = 20;
		})
	);
	return { ...market, turn, relate: () => shopWeek(market, turn).relate() };
};

describe('slots', () => {
	// Ours is fitted to nothing, so 1; the rival's ⅓ for its quarter against 1. Hoped: 10 × 1 ÷ (1 + 1 + ⅓) = 4.286.
	const listed = (slots: number, forecast: number): [own: number, rival: number] => {
		const { state, relate } = pressed(({ channelRules }) => {
			channelRules.outletSlots.A = slots;
		});
		state.outletForecast.fill(forecast);
		relate();
		const count = (k: number): number =>
			state.listed.reduce((sum, on, cell) => sum + (cell % 2 === k ? on : 0), 0);
		return [count(0), count(1)];
	};

	test.each([
		['there is room for both', 2, 9, [10, 10]],
		['the one there sells less than 4.286: it goes', 1, 4.28, [10, 0]],
		['the one there sells more: it stays, and we are refused', 1, 4.29, [0, 10]]
	])('[R6] %s', (_name, slots, forecast, expected) => {
		expect(listed(slots, forecast)).toEqual(expected);
	});

	test('[R6] the slowest goes, and its goods are sold off', () => {
		const { state, relate } = pressed((spec) => {
			firmOf(spec, 1).products.push(product('rival-juice'));
			spec.channelRules.outletSlots.A = 2;
		});
		for (let o = 0; o < 10; o++) state.outletForecast.set([0, 2, 1], o * 3);
		const before = state.stockNew[2];
		relate();
		expect(Array.from(state.listed.subarray(0, 3))).toEqual([1, 1, 0]);
		expect(state.stockNew[2]).toBe(before);
	});

	test('[R6] a newcomer has one facing, and the forecast it promised', () => {
		const { state, relate } = pressed(() => {});
		state.facings.fill(7);
		relate();
		expect([state.facings[0], state.facings[1]]).toEqual([1, 7]);
		expect(state.outletForecast[0]).toBeCloseTo(10 / (1 + 1 + 1 / 3), 8);
	});
});

describe('promises', () => {
	test('[R7] count potential demand, buying nothing, tiers and the attraction of what is listed', () => {
		const { world, state, relate } = pressed((spec) => {
			Object.assign(spec.response, { outsideShare: 0.5, tierLeak: 0.5, trialOptimism: 0.6 });
			productOf(spec, 1).tier = 'premium';
			at(spec.regions, 0).tiers = { economy: 0, standard: 0.7, premium: 0.3 };
		});
		relate();
		const [nothing, rival] = [world.noBuy[0]!, world.appeal[1]!];
		// 10 × 2 of potential demand; ours counts 1 in its tier and ½ in the other, the rival's the other way round.
		const own = 14 / (1 + nothing + 1 + rival / 2) + (6 * 0.5) / (1 + nothing + 0.5 + rival);
		expect(state.outletForecast[0]).toBeCloseTo(0.6 * own, 8);
	});

	test('[R7] are of a week like this, as are the forecasts of what stands there', () => {
		const { state, relate } = pressed((spec) => {
			at(spec.regions, 0).season.fill(2);
		});
		relate();
		expect(state.outletForecast[0]).toBeCloseTo((2 * 10) / (1 + 1 + 1 / 3), 8);
	});

	test.each([
		['alone', 0, 0.2],
		['beside another of ours: × 1.5', 1, 0.3]
	])('[R7] a product wins the shelf by .2, %s', (_name, sibling, expected) => {
		const market = lab(
			soloSpec((spec) => {
				oneClass(spec, 'A');
				firmOf(spec).products.push(product('own-juice'));
				areaOf(spec).outlets = 20_000;
				spec.fieldRules.minutesPerWeek = 1_000_000;
				Object.assign(spec.response, { listPerVisit: 0.2, relationSpeed: 0, siblingListing: 1.5 });
			})
		);
		const { state } = market;
		state.dependence.fill(0.5);
		for (let o = 0; o < 20_000; o++) state.listed.set([sibling, 0], o * 2);
		shopWeek(market, turnOf(market)).relate();
		let won = 0;
		// Of shops without the tea, only those that refused it say what the juice has alone.
		let asked = 0;
		for (let o = 0; o < 20_000; o++) {
			if (state.listed[o * 2] !== sibling) continue;
			asked++;
			won += state.listed[o * 2 + 1]!;
		}
		// Standard errors below .0037.
		expect(Math.abs(won / asked - expected)).toBeLessThan(0.011);
	});
});
