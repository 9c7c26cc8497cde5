import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	deal,
	dealerOf,
	duoSpec,
	firmOf,
	keyOf,
	lab,
	product,
	rush,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { MarketSpec } from '../spec.ts';
import { dealerEntity, type State } from '../state.ts';
import { nodeCell, slipCell, transitCell } from '../echelon/chain.ts';
import { inTransit, onHand } from '../echelon/goods.ts';
import type { OrderMode } from '../vocab.ts';
import { at } from '../world.ts';
import { orderAgain, runDealers } from './dealers.ts';
import { setMarket } from './market.ts';
import { runFirms } from './supply.ts';

interface Options {
	readonly spec?: MarketSpec;
	readonly dealBp?: number;
	readonly mode?: OrderMode;
	/** Cases a week. */
	readonly quota?: number;
	/** Before the week: then the outlets sell as they do. */
	readonly shops?: (state: State) => void;
}

type Run = ReturnType<typeof dealerWith>;

/** A dealer with 150 units, about to meet orders of `each` unit at every outlet. */
function dealerWith(
	each: number,
	{ spec = soloSpec(), dealBp = 0, mode = 'dealerRule', quota = 0, shops }: Options = {}
) {
	const market = lab(spec);
	const { world, state } = market;
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), (plan) => {
			plan.supply.orderMode = { region: mode };
			if (quota > 0) plan.supply.quotas = { region: { 'own-tea': quota } };
			if (dealBp > 0) plan.activities = [deal({ depthBp: dealBp })];
		})
	);
	if (shops === undefined) setMarket(world, state, turn, 0);
	else {
		shops(state);
		shopWeek(market, turn).sell();
	}
	for (let o = 0; o < world.outlets; o++)
		for (const k of at(world.firmProducts, 0)) {
			state.inbound[o * world.products + k] = each;
			turn.demand[k] = turn.demand[k]! + each;
		}
	const run = (week = 0): void => {
		runDealers(world, state, turn, keyOf(week), week);
		orderAgain(world, state, turn, week);
	};
	return { ...market, turn, run };
}

describe('breakage', () => {
	const fragile = (breakage: number, capital = 100_000) =>
		dealerWith(7, {
			spec: soloSpec((spec) => {
				spec.channelRules.breakage = breakage;
				dealerOf(spec).capitalCents = capital;
			})
		});

	test('[D13] a tenth of 70 delivered breaks on top and is written off at its book value; the outlets get theirs', () => {
		const { world, state, run } = fragile(0.1);
		run();
		expect(onHand(world, state, 0, 0)).toBe(150 - 70 - 7);
		expect([...state.inbound]).toEqual(new Array(10).fill(7));
		expect(state.turnWrittenOff[0]).toBe(7);
		// 150 units stand at 300.00.
		expect(balanceOf(state.balances, dealerEntity(world, 0), ACCOUNT.WRITE_OFF)).toBe(1400);
		expect(state.bookCents[0]).toBe(30_000 - 14_000 - 1400);
	});

	test('[D13] no more breaks than there is', () => {
		const { world, state, run } = fragile(0.5);
		state.nodeStock[nodeCell(world, 0, 0)] = 72;
		run();
		expect([onHand(world, state, 0, 0), state.turnWrittenOff[0]]).toEqual([0, 2]);
	});

	test('[D13] small parts keep their mean: 1 % of 70 a week is .7', () => {
		const { world, state, run } = fragile(0.01, 1_000_000);
		let broken = 0;
		for (let week = 0; week < 400; week++) {
			state.nodeStock.fill(0);
			state.nodeStock[nodeCell(world, 0, 0)] = 150;
			state.turnWrittenOff.fill(0);
			run(week);
			broken += state.turnWrittenOff[0]!;
		}
		// Standard error √(.7 × .3 ÷ 400) = .023.
		expect(Math.abs(broken / 400 - 0.7)).toBeLessThan(0.07);
	});
});

test('[D1] goods arrive after their lead time, as old as they are', () => {
	const { world, state, run } = dealerWith(0);
	state.nodeStock.fill(0);
	state.transit.fill(0);
	state.transit[transitCell(world, 0, 0, 1) + 2] = 30;
	run(0);
	expect(onHand(world, state, 0, 0)).toBe(0);
	run(1);
	expect(state.nodeStock[nodeCell(world, 0, 0) + 2]).toBe(30);
	expect(state.transit.every((units) => units === 0)).toBe(true);
});

describe('shortage', () => {
	test('[D2] 25 units for ten orders of 5 are shared 2, 3, 2, 3 …', () => {
		const { world, state, run } = dealerWith(5);
		state.nodeStock[nodeCell(world, 0, 0)] = 25;
		run();
		// Cumulative shares 2.5, 5, 7.5 …, rounded down.
		expect(Array.from(state.inbound)).toEqual([2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
		expect(onHand(world, state, 0, 0)).toBe(0);
	});

	test('[D2] in proportion to the orders', () => {
		const { world, state, turn, run } = dealerWith(0);
		state.nodeStock[nodeCell(world, 0, 0)] = 30;
		state.inbound.set([10, 20, 30], 0);
		turn.demand[0] = 60;
		run();
		expect(Array.from(state.inbound.subarray(0, 4))).toEqual([5, 10, 15, 0]);
	});

	test('[D4] what is not delivered is not owed', () => {
		const { world, state, turn, run } = dealerWith(5);
		state.nodeStock[nodeCell(world, 0, 0)] = 25;
		run();
		state.inbound.fill(0);
		turn.demand.fill(0);
		state.nodeStock[nodeCell(world, 0, 0)] = 100;
		run(1);
		expect(state.inbound.every((units) => units === 0)).toBe(true);
	});
});

describe('vans', () => {
	const held = (by: string | null, hold: number, vans = 30) =>
		duoSpec((spec) => {
			Object.assign(dealerOf(spec), { heldBy: by, hold, deliveryUnitsPerWeek: vans });
		});
	test.each([
		['end the deliveries', held(null, 0), 30],
		['held by a rival, give us the rest of its hold', held('rival', 0.4), 18],
		['held by ourselves, give all', held('own', 0.9), 30],
		['held by a rival at .9, a tenth: 100 × (1 − .9) is 10', held('rival', 0.9, 100), 10]
	])('[D3] %s', (_name, spec, expected) => {
		const { state, run } = dealerWith(15, { spec });
		run();
		expect(state.inbound.reduce((sum, units) => sum + units, 0)).toBe(expected);
	});

	test('[D3] are shared by two products in proportion to what could go', () => {
		const spec = soloSpec((draft) => {
			firmOf(draft).products.push(product('own-juice'));
			dealerOf(draft).deliveryUnitsPerWeek = 30;
		});
		const { world, state, turn, run } = dealerWith(0, { spec });
		// 60 of one and 30 of the other are asked for; 20 and 10 fit.
		for (let o = 0; o < 10; o++) state.inbound.set([6, 3], o * 2);
		turn.demand.set([60, 30], 0);
		run();
		const sent = [0, 1].map((k) => {
			let units = 0;
			for (let o = 0; o < world.outlets; o++) units += state.inbound[o * 2 + k]!;
			return units;
		});
		expect(sent).toEqual([20, 10]);
	});
});

describe('orders', () => {
	const managed = (management: number, edit: (spec: SpecDraft) => void = () => {}): MarketSpec =>
		soloSpec((spec) => {
			dealerOf(spec).actual.management = management;
			edit(spec);
		});
	/** Twice the demand of what opened the books: 10 wanted at each. */
	const busy = (spec: SpecDraft): void => {
		spec.shocks = [rush()];
	};
	const reorder = (spec: MarketSpec, options: Options = {}): number => {
		const { state, world, run } = dealerWith(7, { ...options, spec });
		// 40 on the road, 20 on the slip that the firm has not read.
		state.transit[transitCell(world, 0, 0, 1)] = 40;
		state.slip[0] = 20;
		run();
		return state.slip[slipCell(world, 0, 0, 1)]!;
	};

	// Forecast ½ × 50 + ½ × 70 = 60; level 60 × (1 + 1 + 2) = 240; on the floor 150 − 70 = 80; line 60.
	test.each([
		// 60 + 160 − 60
		['one of management 100 sees all', 100, 160],
		// 60 + .26 × (160 − .34 × 60) = 96.3, ten cases
		['one of management 0 a third of each', 0, 100],
		// 60 + .63 × (160 − .67 × 60) = 135.5, fourteen cases
		['one between, in between', 50, 140]
	])('[D5] %s', (_name, management, expected) => {
		expect(reorder(managed(management))).toBe(expected);
	});

	test('[D5] by sell-through it forecasts from the tills, and sees all, whatever its management', () => {
		// Six at each of ten: ½ × 50 + ½ × 60 = 55: 55 + 220 − 80 − 60 = 135, fourteen cases (halves upwards).
		const shops = (state: State): void => void state.stockNew.fill(6);
		expect(reorder(managed(0, busy), { mode: 'sellThrough', shops })).toBe(140);
	});

	test('[D5] with bare floor and silent tills it forecasts from the orders, or a launch would never begin', () => {
		const { world, state, run } = dealerWith(7, { spec: managed(100), mode: 'sellThrough' });
		state.nodeStock.fill(0);
		run();
		expect(state.nodeForecast[0]).toBe(60);
		expect(state.slip[slipCell(world, 0, 0, 1)]).toBeGreaterThan(0);
	});

	test('[D5] and with a bare floor and few sales from the orders, where they are more', () => {
		// Two at each of ten are sold, and then asked for again with what is missing.
		const shops = (state: State): void => void state.stockNew.fill(2);
		const spec = managed(100, busy);
		const { state, run } = dealerWith(7, { spec, mode: 'sellThrough', shops });
		state.nodeStock.fill(0);
		run();
		expect(state.nodeForecast[0]).toBe(60);
		const filled = dealerWith(7, { spec, mode: 'sellThrough', shops });
		filled.run();
		expect(filled.state.nodeForecast[0]).toBe(35);
	});

	test('[D5] silent tills of goods it has are silent tills', () => {
		const { state, run } = dealerWith(7, { spec: managed(100), mode: 'sellThrough' });
		run();
		expect(state.nodeForecast[0]).toBe(25);
	});

	test('[D5] only the tills of the outlets it serves', () => {
		const { state, world, run } = dealerWith(7, {
			spec: managed(100, busy),
			mode: 'sellThrough',
			shops: ({ stockNew, served }) => {
				stockNew.fill(6);
				served.fill(0, 0, 5);
			}
		});
		run();
		// 30 at the tills: forecast 40, level 160, 80 on the floor: 120.
		expect(state.nodeForecast[0]).toBe(40);
		expect(state.slip[slipCell(world, 0, 0, 1)]).toBe(120);
	});

	test.each([
		// .04 ÷ .02 = 2 weeks of 60, then 6 at most.
		[400, 160 + 120],
		[1200, 160 + 360],
		[4000, 160 + 360]
	])('[D6] in a deal of %i basis points it buys ahead: %i', (dealBp, expected) => {
		expect(reorder(managed(100), { dealBp })).toBe(expected);
	});
});

describe('a quota', () => {
	/** Written by the firm for the coming week. */
	const written = (quota: number, more: Partial<Options> = {}, edit: (market: Run) => void = () => {}) => {
		const market = dealerWith(7, { mode: 'quota', quota, ...more });
		edit(market);
		market.run();
		return market.state.slip[slipCell(market.world, 0, 0, 1)]!;
	};

	test('[D12] is the order, whatever sells and whatever the dealer thinks', () => {
		expect(written(13)).toBe(130);
		expect(written(13, { dealBp: 4000 })).toBe(130);
		expect(written(1)).toBe(10);
	});

	test('[D12] a product without one gets none', () => {
		expect(written(0)).toBe(0);
	});

	test('[D12] in another mode it is not in force', () => {
		// 60 + 160 − 0 on the road, by D5.
		expect(written(1, { mode: 'dealerRule' })).toBe(220);
	});

	test('[D12][T4] ends at the limit of a push by the last report, goods on the road counted', () => {
		// 60 a week × 6 weeks = 360, less the 150 that stood there before the week.
		expect(written(99)).toBe(210);
		expect(
			written(99, {}, ({ world, state }) => {
				state.transit[transitCell(world, 0, 0, 1)] = 25;
			})
		).toBe(180);
		expect(
			written(99, {}, ({ state }) => {
				state.backlog[0] = 400;
			})
		).toBe(0);
	});

	test('[D12] the forecast goes on learning from the orders, so that the way back is no cold start', () => {
		const { state, run } = dealerWith(7, { mode: 'quota', quota: 3 });
		run();
		expect(state.nodeForecast[0]).toBe(60);
	});

	test('[D12][S4] it is paid before delivery: what the dealer has no cash for does not go', () => {
		const { world, state, turn, run } = dealerWith(7, {
			mode: 'quota',
			quota: 10,
			spec: soloSpec((spec) => {
				dealerOf(spec).capitalCents = 0;
			})
		});
		run(0);
		runFirms(world, state, turn, 1);
		// 100 at 2.00 are asked for; 70 sold at 2.50, less .10 each to serve, are 168.00.
		expect([inTransit(world, state, 0, 0), state.backlog[0]]).toEqual([84, 0]);
	});
});

describe('value', () => {
	test('[D7] is moving average, the road included; serving costs .10 a unit', () => {
		const { world, state, run } = dealerWith(5);
		state.transit[transitCell(world, 0, 0, 1)] = 50;
		state.bookCents[0] = 39_000;
		run();
		const me = dealerEntity(world, 0);
		// 50 of 200 units that cost 390.00; sold at 2.50.
		expect(balanceOf(state.balances, me, ACCOUNT.COST_OF_GOODS)).toBe(9750);
		expect(state.bookCents[0]).toBe(29_250);
		expect(balanceOf(state.balances, me, ACCOUNT.REVENUE)).toBe(-12_500);
		expect(balanceOf(state.balances, me, ACCOUNT.OVERHEAD)).toBe(500);
		expect(balanceOf(state.balances, me, ACCOUNT.CASH)).toBe(1_000_000 + 12_500 - 500);
	});

	test('[D7] the last unit takes the last cent', () => {
		const { world, state, run } = dealerWith(5, {
			spec: soloSpec((spec) => {
				areaOf(spec).outlets = 7;
			})
		});
		state.nodeStock[nodeCell(world, 0, 0)] = 35;
		state.bookCents[0] = 1001;
		run();
		expect(state.bookCents[0]).toBe(0);
	});
});
