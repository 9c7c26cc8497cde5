/**
 * A firm and its dealer part (rules T3, D19, D21): the goods go back, what is owed either way is settled, its second
 * tier goes with it.
 */
import { slipCell, transitCell, nodeCell } from '../echelon/chain.ts';
import { moveOldest, onHand } from '../echelon/goods.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { dealerEntity, type State } from '../state.ts';
import { agree, DUE_SLOTS, USUAL_TERMS } from '../terms.ts';
import { SUPPORT_FLOWS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { forgive, payableOf, settleDebt } from './credit.ts';
import { restoreNetwork } from './negotiate.ts';
import { payRebate } from './rebates.ts';
import { toWarehouse, undoSale } from './returns.ts';

/** Why a region is without a dealer. Appended only: the index stands in the state. */
export const PARTINGS = ['none', 'left', 'failed'] as const;
export type Parting = (typeof PARTINGS)[number];

/** T3 All that stood between them ends; the region's weekly orders stay known, with the dealer that was. */
export function part(world: World, state: State, f: number, r: number, d: number): void {
	for (const k of at(world.firmProducts, f)) {
		takeBack(world, state, f, d, k);
		clearOrders(world, state, d, k);
		for (const second of at(world.secondsOf, d)) {
			takeBack(world, state, f, second, k);
			clearOrders(world, state, second, k);
			state.nodeForecast[second * world.products + k] = 0;
		}
	}
	payRebate(world, state, f, d);
	const owed = payableOf(world, state, d);
	const cash = Math.max(0, balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.CASH));
	const paid = Math.min(owed, cash);
	settleDebt(world, state, f, d, paid);
	forgive(world, state, f, d, owed - paid);
	state.due.fill(0, d * DUE_SLOTS, (d + 1) * DUE_SLOTS);
	state.overdue[d] = 0;
	state.overdueWeeks[d] = 0;
	state.supported.fill(0, d * SUPPORT_FLOWS.length, (d + 1) * SUPPORT_FLOWS.length);
	state.loyalty[d] = world.spec.dealing.openingLoyalty;
	restoreNetwork(world, state, d);
	agree(world, state, f, r, USUAL_TERMS);
	state.lastDealer[f * world.regions + r] = d;
}

/** D19, D21 The dealer goes of itself: the region has none until the firm appoints another, and it does not come back. */
export function lose(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	why: Exclude<Parting, 'none'>
): void {
	part(world, state, f, r, d);
	const cell = f * world.regions + r;
	state.dealerOf[cell] = -1;
	state.parted[cell] = PARTINGS.indexOf(why);
	state.gone[d] = 1;
}

function clearOrders(world: World, state: State, node: number, k: number): void {
	state.backlog[node * world.products + k] = 0;
	for (let slot = 0; slot < world.slipSlots; slot++) state.slip[slipCell(world, node, k, slot)] = 0;
}

/** T3 All it has of the product, the road included, at `buyBack` of its book value. */
function takeBack(world: World, state: State, f: number, d: number, k: number): void {
	const to = nodeCell(world, world.dealers + f, k);
	let units = onHand(world, state, d, k);
	toWarehouse(world, state, f, d, k, units);
	for (let slot = 0; slot < world.transitSlots; slot++) {
		const cell = transitCell(world, d, k, slot);
		let moving = 0;
		for (let age = 0; age < world.ages; age++) moving += state.transit[cell + age]!;
		moveOldest(world, state.transit, cell, moving, state.nodeStock, to);
		units += moving;
	}
	const book = state.bookCents[d * world.products + k]!;
	undoSale(world, state, f, d, k, units, book, Math.floor(book * world.spec.channelRules.buyBack));
}
