import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	dealer,
	dealerOf,
	firmOf,
	lab,
	product,
	productOf,
	soloSpec,
	turnOf,
	type Editable,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { ActivityPlan } from '../plan.ts';
import { dealerEntity, type State } from '../state.ts';
import { nodeCell, slipCell, transitCell } from '../echelon/chain.ts';
import { growOlder, inTransit, onHand } from '../echelon/goods.ts';
import { at, type World } from '../world.ts';
import { setMarket } from './market.ts';
import { runFirms } from './supply.ts';

function firm(edit: (spec: SpecDraft) => void = () => {}, activities: Editable<ActivityPlan>[] = []) {
	const market = lab(soloSpec(edit));
	const { world, state } = market;
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), (plan) => {
			plan.activities = activities;
		})
	);
	setMarket(world, state, turn, 0);
	const balance = (account: (typeof ACCOUNT)[keyof typeof ACCOUNT], entity = 0): number =>
		balanceOf(state.balances, entity, account);
	return { ...market, turn, balance, run: (week = 0) => runFirms(world, state, turn, week) };
}

/** Takes everything out of the plant: the warehouse's transit, which lies behind the dealers'. */
function emptyPlant(world: World, state: State): void {
	state.transit.fill(0, transitCell(world, world.dealers, 0, 0));
}

/** Two regions with a dealer each, 100 units in the warehouse. */
const twoRegions = (spec: SpecDraft): void => {
	spec.regions.push({
		...structuredClone(at(spec.regions, 0)),
		id: 'second',
		areas: [{ ...structuredClone(areaOf(spec)), id: 'there' }]
	});
	spec.dealers.push(dealer('second-dealer', 'second', 'there'));
	firmOf(spec).dealers['second'] = 'second-dealer';
};

test('[S1] a finished lot is paid for and stands in the warehouse, new', () => {
	const { world, state, balance, run } = firm();
	state.transit[transitCell(world, 1, 0, 0)] = 70;
	run();
	expect(state.nodeStock[nodeCell(world, 1, 0)]).toBe(170);
	expect(state.turnProduced[0]).toBe(70);
	expect(balance(ACCOUNT.CASH)).toBe(1_000_000 - 7000);
	expect(balance(ACCOUNT.INVENTORY)).toBe(17_000);
});

describe('age', () => {
	const aged = (shelfLifeWeeks: number, weeks: number) => {
		const { world, state } = firm((spec) => {
			productOf(spec).shelfLifeWeeks = shelfLifeWeeks;
		});
		const gone: [number, number, number][] = [];
		for (let week = 0; week < weeks; week++)
			growOlder(world, state, week, (node, k, units) => gone.push([week, node, units + k]));
		return { world, state, gone };
	};

	test('[S2] of 8 weeks: older after four, written off after eight, by dealer and firm', () => {
		const { world, state } = aged(8, 4);
		expect(state.nodeStock[nodeCell(world, 0, 0) + 1]).toBe(150);
		expect(aged(8, 8).gone).toEqual([
			[7, 0, 150],
			[7, 1, 100]
		]);
	});

	test('[S2] of 52 weeks: nothing goes in the first 51', () => {
		expect(aged(52, 51).gone).toEqual([]);
		expect(aged(52, 52).gone).toHaveLength(2);
	});

	test('[S2] the oldest are shipped first', () => {
		const { world, state, run } = firm();
		const warehouse = nodeCell(world, 1, 0);
		state.nodeStock.set([60, 30, 10], warehouse);
		state.slip[0] = 35;
		run();
		expect(Array.from(state.nodeStock.subarray(warehouse, warehouse + 3))).toEqual([60 + 50, 5, 0]);
		const road = transitCell(world, 0, 0, 1);
		expect(Array.from(state.transit.subarray(road, road + 3))).toEqual([0, 25, 10]);
	});

	test('[S2] goods on the road are judged when they arrive', () => {
		const { world, state } = firm((spec) => {
			productOf(spec).shelfLifeWeeks = 8;
		});
		const road = transitCell(world, 0, 0, 1);
		state.transit[road + 1] = 40;
		growOlder(world, state, 3, () => {});
		expect(inTransit(world, state, 0, 0)).toBe(40);
	});
});

test('[S3] what dealers wrote this week is read next week, once', () => {
	const { world, state, run } = firm();
	const next = slipCell(world, 0, 0, 1);
	state.slip[next] = 40;
	run(0);
	expect([state.slip[next], inTransit(world, state, 0, 0)]).toEqual([40, 0]);
	run(1);
	expect([state.slip[next], inTransit(world, state, 0, 0)]).toEqual([0, 40]);
});

describe('cash before delivery', () => {
	test('[S4] a dealer gets what it can pay for; the rest is not owed', () => {
		const { world, state, balance, run } = firm((spec) => {
			dealerOf(spec).capitalCents = 5100;
		});
		state.slip[0] = 60;
		run();
		expect(inTransit(world, state, 0, 0)).toBe(25);
		expect(state.backlog[0]).toBe(0);
		expect(balance(ACCOUNT.CASH, dealerEntity(world, 0))).toBe(100);
		expect(balance(ACCOUNT.REVENUE)).toBe(-5000);
		expect(balance(ACCOUNT.FREIGHT)).toBe(250);
		expect(balance(ACCOUNT.COST_OF_GOODS)).toBe(2500);
		expect(state.bookCents[0]).toBe(30_000 + 5000);
	});

	test('[S4] it is owed what the firm lacked, and gets it as soon as there is some', () => {
		const { world, state, run } = firm();
		emptyPlant(world, state);
		state.slip[0] = 130;
		run(0);
		expect([inTransit(world, state, 0, 0), state.backlog[0]]).toEqual([100, 30]);
		state.nodeStock[nodeCell(world, 1, 0)] = 50;
		emptyPlant(world, state);
		run(1);
		expect([inTransit(world, state, 0, 0), state.backlog[0]]).toEqual([130, 0]);
	});

	test('[S4] when both money and goods are short, only what the money would have bought is owed', () => {
		const { world, state, run } = firm((spec) => {
			dealerOf(spec).capitalCents = 10_000;
		});
		emptyPlant(world, state);
		state.nodeStock[nodeCell(world, 1, 0)] = 20;
		state.slip[0] = 100;
		run();
		// It can pay 50, the firm has 20.
		expect([inTransit(world, state, 0, 0), state.backlog[0]]).toEqual([20, 30]);
	});

	test('[S4] a deal whose budget ends does not send a dealer into debt', () => {
		const { world, state, balance, run } = firm(
			(spec) => {
				dealerOf(spec).capitalCents = 10_000;
			},
			[deal({ depthBp: 4000, budgetCents: 1 })]
		);
		state.slip[0] = 100;
		run();
		expect(inTransit(world, state, 0, 0)).toBe(50);
		expect(balance(ACCOUNT.CASH, dealerEntity(world, 0))).toBeGreaterThanOrEqual(0);
	});

	test('[S4] shortage is shared by largest remainder: 100 for 90 and 60 are 60 and 40', () => {
		const { world, state, run } = firm(twoRegions);
		state.nodeStock[nodeCell(world, 2, 0)] = 100;
		emptyPlant(world, state);
		state.slip.set([90, 60]);
		run();
		expect([inTransit(world, state, 0, 0), inTransit(world, state, 1, 0)]).toEqual([60, 40]);
		expect(Array.from(state.backlog.subarray(0, 2))).toEqual([30, 20]);
	});
});

describe('production', () => {
	/** What both products have to come out of the plant in week 1. */
	const lots = (world: World, state: State): number =>
		state.transit[transitCell(world, 1, 0, 1)]! + state.transit[transitCell(world, 1, 1, 1)]!;
	/** What is ordered at the plant in week 0 when the dealers ask for `asked` units. */
	const planned = (asked: number, edit: (spec: SpecDraft) => void = () => {}): number => {
		const { world, state, run } = firm((spec) => {
			firmOf(spec).plant.batchUnits = 1;
			edit(spec);
		});
		state.slip[0] = asked;
		run();
		return state.transit[transitCell(world, 1, 0, 1)]!;
	};
	// Forecast ¾ × 50 + ¼ × 90 = 60, level 60 × (1 + 1 + 1) = 180; 100 and a lot of 50, less 90, stand there.
	const NEED = 60 + 180 - 60;

	test('[S5] the plant aims at cover for lead time, a week, and the warehouse’s', () => {
		expect(planned(90)).toBe(NEED);
	});

	test('[S5] in batches, rounded down', () => {
		expect(planned(90, (spec) => Object.assign(firmOf(spec).plant, { batchUnits: 50 }))).toBe(150);
	});

	test('[S5] within capacity', () => {
		expect(planned(90, (spec) => Object.assign(firmOf(spec).plant, { capacityUnitsPerWeek: 77 }))).toBe(77);
	});

	test('[S5] two products share one plant', () => {
		const { world, state, run } = firm((spec) => {
			firmOf(spec).products.push(product('own-juice'));
			Object.assign(firmOf(spec).plant, { batchUnits: 1, capacityUnitsPerWeek: 60 });
		});
		state.slip.set([90, 90]);
		run();
		expect(lots(world, state)).toBeLessThanOrEqual(60);
	});

	test('[S5] within what the firm can pay: cash and credit, less lots under way', () => {
		// 100.00 and 20.00 of credit, plus 180.00 for 90 sold, less freight 9.00 and a lot of 50.00: 241 units of 1.00 fit.
		const poor = (cash: number) => (spec: SpecDraft) =>
			Object.assign(firmOf(spec), { cashCents: cash, creditLineCents: 2000 });
		expect(planned(90, poor(10_000))).toBe(NEED);
		// Nothing in the till: 20.00 + 180.00 − 9.00 − 50.00 = 141.00.
		expect(planned(90, poor(0))).toBe(141);
	});

	test('[S5] two products together cost no more than it can pay', () => {
		const { world, state, run } = firm((spec) => {
			firmOf(spec).products.push(product('own-juice'));
			Object.assign(firmOf(spec), { cashCents: 10_000 });
			firmOf(spec).plant.batchUnits = 1;
		});
		state.transit.fill(0);
		state.slip.fill(0);
		state.nodeStock.fill(0);
		run();
		// 100.00 in the till, 1.00 a unit.
		expect(lots(world, state)).toBeLessThanOrEqual(100);
	});

	test('[S5][C5] with an empty till and no credit nothing is made', () => {
		expect(planned(0, (spec) => Object.assign(firmOf(spec), { cashCents: 0 }))).toBe(0);
	});
});

test('[S3] lead times: what is shipped in week 0 over 3 weeks is on the floor in week 3', () => {
	const { world, state, run } = firm((spec) => {
		at(spec.regions, 0).leadWeeks = 3;
	});
	state.slip[0] = 20;
	run();
	expect(state.transit[transitCell(world, 0, 0, 3)]).toBe(20);
	expect(onHand(world, state, 1, 0)).toBe(130);
});
