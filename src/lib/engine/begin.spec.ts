import { expect, test } from 'vitest';
import { areaOf, firmOf, lab, soloSpec } from '../../../tests/support/spec.ts';
import { ACCOUNT, balanceOf } from './ledger.ts';
import { dealerEntity } from './state.ts';
import { transitCell } from './echelon/chain.ts';
import { onHand } from './echelon/goods.ts';
import { at } from './world.ts';

test('[W7] shelves hold half a cycle, half a week and the safety; dealers and warehouse their normal cover', () => {
	const { world, state } = lab(
		soloSpec((spec) => {
			spec.channelRules.outletCycleWeeks = { A: 1, B: 2, C: 4 };
		})
	);
	// 5 a week × (1/2 + 1/2 + 1), (2/2 + 1/2 + 1) and (4/2 + 1/2 + 1) weeks, halves up.
	const wanted = [10, 13, 18];
	state.stockNew.forEach((units, o) => expect(units).toBe(wanted[world.outletClass[o]!]));
	expect(state.stockOld.every((units) => units === 0)).toBe(true);
	// 50 a week: dealer 1 + 2 weeks, warehouse 1 + 1.
	expect(onHand(world, state, 0, 0)).toBe(150);
	expect(onHand(world, state, 1, 0)).toBe(100);
});

test('[W7] all of it is entered against equity: goods at cost, dealers’ at the dealer price', () => {
	const { world, state } = lab(soloSpec());
	const me = dealerEntity(world, 0);
	expect(balanceOf(state.balances, 0, ACCOUNT.INVENTORY)).toBe(100 * 100);
	expect(balanceOf(state.balances, 0, ACCOUNT.EQUITY)).toBe(-(100 * 100 + 1_000_000));
	expect(balanceOf(state.balances, me, ACCOUNT.INVENTORY)).toBe(150 * 200);
	expect(balanceOf(state.balances, me, ACCOUNT.EQUITY)).toBe(-(150 * 200 + 1_000_000));
	expect(state.bookCents[0]).toBe(30_000);
});

test('[W7] the first season scales the opening stocks', () => {
	const { world, state } = lab(
		soloSpec(({ regions }) => {
			at(regions, 0).season[0] = 2;
		})
	);
	expect(state.stockNew[0]).toBe(20);
	expect(onHand(world, state, 0, 0)).toBe(300);
});

test('[W8] the plant opens with a lot for each week of its lead time, in whole batches', () => {
	const { state, world } = lab(
		soloSpec((spec) => {
			Object.assign(firmOf(spec).plant, { leadWeeks: 3, batchUnits: 20 });
			areaOf(spec).unitsPerOutletWeek = 14;
		})
	);
	// 70 a week are 3.5 batches of 20, halves up: 80 in the slots of weeks 0, 1 and 2.
	const lots = [0, 1, 2, 3].map((week) => state.transit[transitCell(world, world.dealers, 0, week)]);
	expect(lots).toEqual([80, 80, 80, 0]);
});
