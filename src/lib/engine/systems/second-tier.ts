/**
 * Second-tier wholesalers (二批, rules D8–D10): they buy from the dealer whose outlets they serve, against cash, out of
 * the same stock as the dealer's own outlets.
 */
import { dispatch, onHand, ration, readSlip } from '../echelon/goods.ts';
import { ACCOUNT, balanceOf, pay } from '../ledger.ts';
import { dealerEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { bookOut, bookValue } from './book.ts';

/** D1 Who has a firm's goods or has them on the way: its dealers in place and their second tier, and nobody else. */
export function holdersOf(world: World, state: State, f: number): number[] {
	const holders: number[] = [];
	for (let r = 0; r < world.regions; r++) {
		const dealer = state.dealerOf[f * world.regions + r]!;
		if (dealer < 0) continue;
		holders.push(dealer);
		for (const second of at(world.secondsOf, dealer)) holders.push(second);
	}
	return holders;
}

/**
 * D8 Reads the second tier's slips, shares what there is between it and the dealer's own outlets, and ships.
 *
 * @returns by product of the firm, what is left for the outlets of what they ordered
 */
export function shareWithSeconds(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	r: number,
	dealer: number,
	week: number
): number[] {
	const seconds = at(world.secondsOf, dealer);
	const left: number[] = [];
	for (const k of at(world.firmProducts, f)) {
		const row = dealer * world.products + k;
		// D22 What came from elsewhere need not be delivered.
		const outlets = turn.demand[row]! - turn.divertedIn[row]!;
		left.push(
			seconds.length === 0 ? outlets : shareOne(world, state, turn, r, dealer, seconds, k, outlets, week)
		);
	}
	return left;
}

/** @returns what is left of a product for the outlets */
function shareOne(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	dealer: number,
	seconds: readonly number[],
	k: number,
	outlets: number,
	week: number
): number {
	const row = dealer * world.products + k;
	const cell = r * world.products + k;
	const wants = seconds.map((second) => {
		const asked = readSlip(world, state, second, k, week);
		turn.tierDemand[row] = turn.tierDemand[row]! + asked;
		const price = secondPrice(world, second, state.price[cell]!, turn.outletCents[cell]!);
		const cash = balanceOf(state.balances, dealerEntity(world, second), ACCOUNT.CASH);
		// D9 What it cannot pay for is not owed to it.
		const payable = Math.max(0, Math.floor(cash / Math.max(1, price)));
		return Math.min(payable, asked + state.backlog[second * world.products + k]!);
	});
	const [left = 0, ...given] = ration(onHand(world, state, dealer, k), [outlets, ...wants]);
	for (const [i, second] of seconds.entries()) {
		state.backlog[second * world.products + k] = at(wants, i) - at(given, i);
		if (at(given, i) > 0) ship(world, state, turn, r, dealer, second, k, at(given, i), week);
	}
	return left;
}

/** What the dealer owes to its second tier: nobody else orders from it and is owed. */
export function owedToSeconds(world: World, state: State, dealer: number, k: number): number {
	let units = 0;
	for (const second of at(world.secondsOf, dealer)) units += state.backlog[second * world.products + k]!;
	return units;
}

function ship(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	dealer: number,
	second: number,
	k: number,
	units: number,
	week: number
): void {
	const cost = bookValue(world, state, dealer, k, units);
	dispatch(world, state, second, k, units, week);
	const cell = r * world.products + k;
	const price = secondPrice(world, second, state.price[cell]!, turn.outletCents[cell]!);
	const [buyer, seller] = [dealerEntity(world, second), dealerEntity(world, dealer)];
	pay(state.balances, buyer, ACCOUNT.INVENTORY, seller, ACCOUNT.REVENUE, units * price);
	const row = second * world.products + k;
	state.bookCents[row] = state.bookCents[row]! + units * price;
	bookOut(world, state, dealer, k, cost, ACCOUNT.COST_OF_GOODS);
}

/** D9 What a second tier pays: the outlet's price less its share of what lies between that and the list price. */
export function secondPrice(world: World, second: number, listCents: number, outletCents: number): number {
	const margin = at(world.spec.dealers, second).secondTier?.margin ?? 0;
	return Math.floor(listCents + (outletCents - listCents) * (1 - margin) + 0.5);
}
