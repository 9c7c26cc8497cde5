import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	changed,
	deal,
	dealer,
	dealerOf,
	gameOf,
	lab,
	rush,
	SEED,
	soloSpec,
	turnOf,
	type Editable,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { nodeCell, slipCell, transitCell } from '../echelon/chain.ts';
import { inTransit, onHand, unread } from '../echelon/goods.ts';
import { boundsLaw, goodsLaw, moneyLaw, unitsInModel } from '../engine.properties.ts';
import { advance, close, isDecided, view } from '../game.ts';
import { ACCOUNT, balanceOf, cashTotal } from '../ledger.ts';
import type { SecondTierSpec } from '../spec.ts';
import { dealerEntity, type State } from '../state.ts';
import { step } from '../step.ts';
import { at, type World } from '../world.ts';
import { orderAgain, runDealers } from './dealers.ts';
import { beginTurn } from './handover.ts';
import { setMarket } from './market.ts';
import { secondPrice } from './second-tier.ts';
import { keyOf } from '../../../../tests/support/spec.ts';

/** `own-dealer` leaves four of its ten outlets to `second`. */
const tiered =
	(edit: (spec: SpecDraft) => void = () => {}, more: Partial<Editable<SecondTierSpec>> = {}) =>
	(spec: SpecDraft): void => {
		spec.dealers.push({
			...dealer('second'),
			open: false,
			reach: { area: 0.4 },
			secondTier: { of: 'own-dealer', margin: 0.5, leadWeeks: 1, ...more }
		});
		edit(spec);
	};
const [DEALER, SECOND] = [0, 1];

/** Outlets by who brings the goods. */
function outletsOf(world: World, node: number): number[] {
	return Array.from({ length: world.outlets }, (_, o) => o).filter(
		(o) => world.via[DEALER * world.outlets + o] === node
	);
}

/** About to meet orders of `each` unit at every outlet: 150 with the dealer, 20 with the second tier. */
function meeting(each: number, edit: (spec: SpecDraft) => void = () => {}, dealBp = 0) {
	const market = lab(soloSpec(tiered(edit)));
	const { world, state } = market;
	const plan = changed(at(market.plans, 0), (now) => {
		if (dealBp > 0) now.activities = [deal({ depthBp: dealBp })];
	});
	const turn = turnOf(market, plan);
	setMarket(world, state, turn, 0);
	state.inbound.fill(each);
	turn.demand.set([each * 6, each * 4]);
	state.nodeStock.fill(0);
	state.nodeStock[nodeCell(world, DEALER, 0)] = 150;
	state.nodeStock[nodeCell(world, SECOND, 0)] = 20;
	state.bookCents.set([30_000, 4500]);
	const deliver = (week = 0): void => runDealers(world, state, turn, keyOf(week), week);
	const sent = (node: number): number =>
		outletsOf(world, node).reduce((sum, o) => sum + state.inbound[o]!, 0);
	return { ...market, turn, deliver, sent, orders: (week = 0) => orderAgain(world, state, turn, week) };
}

describe('the network', () => {
	test('[W9] is the dealer’s, whoever brings the goods', () => {
		const { world } = lab(soloSpec(tiered()));
		expect([outletsOf(world, DEALER).length, outletsOf(world, SECOND).length]).toEqual([6, 4]);
		const alone = lab(soloSpec()).world;
		expect(Array.from(world.reach.subarray(0, 10))).toEqual(Array.from(alone.reach));
		expect(world.openingSales).toEqual(alone.openingSales);
		expect(alone.via).toHaveLength(0);
	});

	test('[W9] of two, each has its own part, and nobody is served twice', () => {
		const { world } = lab(
			soloSpec(
				tiered((spec) => {
					spec.dealers.push({
						...structuredClone(at(spec.dealers, 1)),
						id: 'another',
						reach: { area: 0.5 }
					});
				})
			)
		);
		expect([0, 1, 2].map((node) => outletsOf(world, node).length)).toEqual([1, 4, 5]);
	});

	test('[W7] opens with normal cover, in the books at what it cost', () => {
		const { world, state } = lab(soloSpec(tiered()));
		// 50 a week through the dealer, 20 of them through the second tier: three weeks each.
		expect([onHand(world, state, DEALER, 0), onHand(world, state, SECOND, 0)]).toEqual([150, 60]);
		expect(Array.from(state.nodeForecast)).toEqual([50, 20, 50]);
		// Half-way between 2.00 and 2.50.
		expect(state.bookCents[SECOND]).toBe(60 * 225);
		expect(moneyLaw(world, state, cashTotal(state.balances))).toEqual([]);
	});
});

describe('goods', () => {
	test('[D8] each delivers to its own outlets', () => {
		const { deliver, sent } = meeting(5);
		deliver();
		expect([sent(DEALER), sent(SECOND)]).toEqual([30, 20]);
	});

	test('[D8] what the second tier lacks its outlets do not get from the dealer', () => {
		const { deliver, sent } = meeting(8);
		deliver();
		expect([sent(DEALER), sent(SECOND)]).toEqual([48, 20]);
	});

	test('[D8] its slip is read a week later, and its goods are there after its lead time', () => {
		const { world, state, deliver } = meeting(0);
		state.slip[slipCell(world, SECOND, 0, 1)] = 30;
		deliver(0);
		expect([unread(world, state, SECOND, 0), inTransit(world, state, SECOND, 0)]).toEqual([30, 0]);
		deliver(1);
		expect([unread(world, state, SECOND, 0), state.transit[transitCell(world, SECOND, 0, 2)]]).toEqual([
			0, 30
		]);
		expect(onHand(world, state, DEALER, 0)).toBe(120);
		deliver(2);
		expect(onHand(world, state, SECOND, 0)).toBe(50);
	});

	test('[D8][E5] a shortage is shared between the dealer’s outlets and its second tier', () => {
		const { world, state, deliver, sent } = meeting(20);
		state.slip[slipCell(world, SECOND, 0, 0)] = 180;
		deliver();
		// 150 for 120 and 180.
		expect([sent(DEALER), inTransit(world, state, SECOND, 0)]).toEqual([60, 90]);
		expect(state.backlog[SECOND]).toBe(90);
	});

	test('[D8] what the dealer owes its second tier comes as soon as there is some', () => {
		const { world, state, turn, deliver } = meeting(0);
		state.slip[slipCell(world, SECOND, 0, 0)] = 180;
		deliver(0);
		expect([inTransit(world, state, SECOND, 0), state.backlog[SECOND]]).toEqual([150, 30]);
		state.nodeStock[nodeCell(world, DEALER, 0)] = 100;
		turn.tierDemand.fill(0);
		deliver(1);
		expect([onHand(world, state, DEALER, 0), state.backlog[SECOND]]).toEqual([70, 0]);
	});
});

describe('money', () => {
	test.each([
		[0, 250],
		[0.5, 225],
		[1, 200]
	])('[D9] with a margin of %f the second tier pays %i of 2.00 to 2.50', (margin, cents) => {
		const { world } = lab(soloSpec(tiered(() => {}, { margin })));
		expect(secondPrice(world, SECOND, 200, 250)).toBe(cents);
	});

	test('[D9][D7] it pays the dealer, whose goods leave at their average; serving outlets costs who does it', () => {
		const { world, state, deliver } = meeting(5);
		state.slip[slipCell(world, SECOND, 0, 0)] = 40;
		const balance = (node: number, account: (typeof ACCOUNT)[keyof typeof ACCOUNT]): number =>
			balanceOf(state.balances, dealerEntity(world, node), account);
		const before = [DEALER, SECOND].map((node) => balance(node, ACCOUNT.CASH));
		deliver();
		// 40 at 2.25 from the second tier, 30 to outlets at 2.50, .10 a unit to serve those.
		expect(balance(DEALER, ACCOUNT.CASH) - at(before, 0)).toBe(40 * 225 + 30 * 250 - 300);
		expect(balance(SECOND, ACCOUNT.CASH) - at(before, 1)).toBe(20 * 250 - 200 - 40 * 225);
		expect(balance(DEALER, ACCOUNT.COST_OF_GOODS)).toBe(70 * 200);
		// 4500 and 9000 for 60 units, of which 20 are sold.
		expect(state.bookCents[SECOND]).toBe(4500 + 9000 - 4500);
	});

	test('[D9] what it cannot pay for is not owed', () => {
		const { world, state, deliver } = meeting(0, (spec) => {
			dealerOf(spec, 1).capitalCents = 2300;
		});
		state.slip[slipCell(world, SECOND, 0, 0)] = 40;
		deliver();
		expect([inTransit(world, state, SECOND, 0), state.backlog[SECOND]]).toEqual([10, 0]);
	});
});

describe('orders', () => {
	const written = (world: World, state: State): number[] =>
		[DEALER, SECOND].map((node) => state.slip[slipCell(world, node, 0, 1)]!);

	test('[D10] the second tier orders from its outlets’ orders, the dealer from both', () => {
		const { world, state, deliver, orders } = meeting(7);
		state.slip[slipCell(world, SECOND, 0, 0)] = 30;
		deliver();
		orders();
		// Forecasts ½ × 20 + ½ × 28 = 24 and ½ × 50 + ½ × (42 + 30) = 61.
		expect(Array.from(state.nodeForecast.subarray(0, 2))).toEqual([61, 24]);
		// 24 + 4 × 24 − 0 − 30 = 90; 61 + 4 × 61 − 78 = 227, twenty-three cases.
		expect(written(world, state)).toEqual([230, 90]);
	});

	test('[D10] by sell-through the dealer sees all tills, and the second tier its own orders as before', () => {
		const market = meeting(7, (spec) => {
			spec.shocks = [rush()];
		});
		const { state, turn, deliver, orders } = market;
		turn.sellThrough[0] = 1;
		// Of 10 wanted at each there are 6.
		state.stockNew.fill(6);
		state.inbound.fill(0);
		shopWeek(market, turn).sell();
		state.inbound.fill(7);
		turn.demand.set([42, 28]);
		deliver();
		orders();
		// ½ × 50 + ½ × 60 = 55.
		expect(Array.from(state.nodeForecast.subarray(0, 2))).toEqual([55, 24]);
	});

	test('[D12] by quota the firm writes for its dealer alone', () => {
		const { world, state, turn, deliver, orders } = meeting(7);
		turn.quota[0] = 4;
		deliver();
		orders();
		expect(written(world, state)).toEqual([40, 120]);
	});

	test('[D10][D6] in a deal the second tier buys ahead by what reaches it', () => {
		const plain = meeting(7);
		plain.deliver();
		plain.orders();
		const dealt = meeting(7, () => {}, 1000);
		dealt.deliver();
		dealt.orders();
		const [, before] = written(plain.world, plain.state);
		const [, after] = written(dealt.world, dealt.state);
		// .1 × .8 × .5 ÷ .02 = 2 weeks of 24, in cases.
		expect((after ?? 0) - (before ?? 0)).toBe(50);
	});

	test('[D10] a second tier makes the firm’s orders swing more', () => {
		const swing = (edit: (spec: SpecDraft) => void): number => {
			const { world, state, plans } = lab(
				soloSpec((spec) => {
					Object.assign(spec.time, { turns: 500, weeksPerTurn: 1 });
					Object.assign(spec.category, { noise: 0.25, weather: 0.2 });
					spec.channelRules.outletForecastSmoothing = 0.4;
					dealerOf(spec).actual.management = 0;
					edit(spec);
				})
			);
			const orders: number[] = [];
			for (let week = 0; week < 150; week++) {
				step(world, state, plans, plans, SEED);
				orders.push(unread(world, state, DEALER, 0));
			}
			const kept = orders.slice(30);
			const mean = kept.reduce((sum, units) => sum + units, 0) / kept.length;
			return kept.reduce((sum, units) => sum + (units - mean) ** 2, 0) / kept.length;
		};
		const careless = tiered((spec) => {
			dealerOf(spec, 1).actual.management = 0;
			dealerOf(spec, 1).reach = { area: 1 };
		});
		expect(swing(careless)).toBeGreaterThan(1.2 * swing(() => {}));
	});
});

describe('what the firm knows', () => {
	test('[V2][V7] of the second tier’s stock is a week older than of the dealer’s', () => {
		const { state, deliver } = meeting(5);
		// 60 at the opening, 20 when the first week began.
		deliver(0);
		expect([state.reportedStock[DEALER], state.reportedStock[SECOND]]).toEqual([150, 60]);
		deliver(1);
		expect(state.reportedStock[SECOND]).toBe(20);
		deliver(2);
		expect(state.reportedStock[SECOND]).toBe(0);
	});

	test('[V2] is shown with its age, for a dealer that has one; it is no candidate', () => {
		const game = advance(gameOf(soloSpec(tiered())), at(lab(soloSpec(tiered())).plans, 0));
		const [region] = view(game).regions;
		expect(region?.dealerStock[0]).toMatchObject({ asOfWeek: 2, source: 'dealerReport' });
		expect(region?.secondTierStock[0]).toMatchObject({ asOfWeek: 1, source: 'dealerReport' });
		expect(region?.candidates.map(({ id }) => id)).toEqual(['own-dealer']);
		expect(view(gameOf(soloSpec())).regions[0]?.secondTierStock).toEqual([]);
	});
});

describe('a new dealer', () => {
	/** The region goes from `own-dealer` to `fresh`, which has a second tier for half of its outlets. */
	function handover() {
		const market = lab(
			soloSpec(
				tiered((spec) => {
					spec.dealers.push(dealer('fresh'), {
						...dealer('under'),
						open: false,
						reach: { area: 0.5 },
						secondTier: { of: 'fresh', margin: 0.5, leadWeeks: 2 }
					});
				})
			)
		);
		const { world, state } = market;
		state.backlog[SECOND] = 5;
		state.slip[slipCell(world, SECOND, 0, 0)] = 9;
		const plan = changed(at(market.plans, 0), (now) => {
			now.dealers.appoint = { region: 'fresh' };
		});
		return { ...market, begin: () => beginTurn(world, state, [plan], keyOf(0)) };
	}

	test('[T3] takes over from the old second tier too: its goods come back, its orders are void', () => {
		const { world, state, begin } = handover();
		const warehouse = onHand(world, state, world.dealers, 0);
		const cash = cashTotal(state.balances);
		begin();
		expect(onHand(world, state, world.dealers, 0)).toBe(warehouse + 150 + 60);
		expect([onHand(world, state, SECOND, 0), state.backlog[SECOND], unread(world, state, SECOND, 0)]).toEqual(
			[0, 0, 0]
		);
		expect(state.nodeForecast[SECOND]).toBe(0);
		expect(moneyLaw(world, state, cash)).toEqual([]);
	});

	test('[T3] and its own opens with an order of normal cover for the accounts it serves', () => {
		const { world, state, begin } = handover();
		begin();
		const under = 3;
		expect(state.nodeForecast[under]).toBe(25);
		// 25 × (1 + 2 lead + 2 cover) = 125, in cases.
		expect(state.slip[slipCell(world, under, 0, 0)]).toBe(130);
	});
});

test('[G1][G2][G3] goods and money are conserved through two tiers, turn by turn', () => {
	let game = gameOf(
		soloSpec(
			tiered((spec) => {
				Object.assign(spec.category, { noise: 0.25, weather: 0.3 });
				Object.assign(spec.response, { listPerVisit: 0.2, delistPerWeek: 0.05 });
				at(spec.firms, 0).plant.capacityUnitsPerWeek = 45;
				at(at(spec.firms, 0).products, 0).shelfLifeWeeks = 8;
				dealerOf(spec, 1).capitalCents = 20_000;
			})
		)
	);
	const cash = cashTotal(game.state.balances);
	while (game.reports.length <= game.world.spec.time.turns) {
		const before = unitsInModel(game.world, game.state);
		const plan = changed(view(game).plan, (now) => {
			now.activities = [deal()];
			now.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 9 }];
		});
		game = isDecided(game) ? close(game) : advance(game, plan);
		expect([
			...goodsLaw(game.world, game.state, before),
			...moneyLaw(game.world, game.state, cash),
			...boundsLaw(game.world, game.state)
		]).toEqual([]);
	}
});
