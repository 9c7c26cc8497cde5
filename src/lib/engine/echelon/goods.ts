/** Goods by age at the nodes and on the way: first in, first out; nothing is made or lost but at an edge (rules E). */
import { shareOut } from '../ledger.ts';
import { nodeCell, rowOf, slipCell, SOURCE, transitCell, type Chain, type Stocks } from './chain.ts';

/** Units of a product at a node, all ages. */
export function onHand(chain: Chain, { nodeStock }: Stocks, node: number, k: number): number {
	return sum(nodeStock, nodeCell(chain, node, k), chain.ages);
}

/** Units of a product on the way to a node, or being made for it. */
export function inTransit(chain: Chain, { transit }: Stocks, node: number, k: number): number {
	const width = chain.transitSlots * chain.ages;
	return sum(transit, rowOf(chain, node, k) * width, width);
}

function sum(values: Int32Array, from: number, width: number): number {
	let total = 0;
	const end = (from + width) | 0;
	for (let i = from | 0; i < end; i = (i + 1) | 0) total += values[i]!;
	return total;
}

/**
 * Takes `units` out of the cell, oldest first. The caller has checked that they are there; less than that is our
 * own bug.
 */
export function takeOldest(chain: Chain, stock: Int32Array, cell: number, units: number): void {
	moveOldest(chain, stock, cell, units, stock, -1);
}

/** The same, and they stand at `to` then, as old as they are; below 0 they are gone. */
export function moveOldest(
	chain: Chain,
	stock: Int32Array,
	cell: number,
	units: number,
	into: Int32Array,
	to: number
): void {
	let left = units;
	for (let age = chain.ages - 1; age >= 0 && left > 0; age--) {
		const have = stock[cell + age]!;
		const taken = Math.min(have, left);
		if (taken === 0) continue;
		stock[cell + age] = have - taken;
		left -= taken;
		if (to >= 0) into[to + age] = into[to + age]! + taken;
	}
	if (left > 0) throw new Error(`stock short by ${left}`);
}

/** E1 What is due this week is on the node's floor, as old as it was. Returns the units. */
export function arrive(
	chain: Chain,
	{ nodeStock, transit }: Stocks,
	node: number,
	k: number,
	week: number
): number {
	const from = transitCell(chain, node, k, week);
	const to = nodeCell(chain, node, k);
	let units = 0;
	for (let age = 0; age < chain.ages; age++) {
		const due = transit[from + age]!;
		if (due === 0) continue;
		units += due;
		nodeStock[to + age] = nodeStock[to + age]! + due;
		transit[from + age] = 0;
	}
	return units;
}

/** E2 Sends goods to the node from its supplier's floor, oldest first; they arrive after the node's lead time. */
export function dispatch(
	chain: Chain,
	stocks: Stocks,
	node: number,
	k: number,
	units: number,
	week: number
): void {
	const from = nodeCell(chain, chain.supplier[rowOf(chain, node, k)]!, k);
	const to = transitCell(chain, node, k, week + chain.lead[node]!);
	moveOldest(chain, stocks.nodeStock, from, units, stocks.transit, to);
}

/**
 * E3 The node's order, read by its supplier after the order delay; a source begins at once and makes it new.
 * E8 Below 0 it sends goods back: what a source is to take is kept, and set off against what is ordered next.
 */
export function order(
	chain: Chain,
	stocks: Stocks,
	node: number,
	k: number,
	units: number,
	week: number
): void {
	const delay = chain.orderDelay[node]!;
	if (chain.supplier[rowOf(chain, node, k)] === SOURCE) {
		const row = rowOf(chain, node, k);
		const owed = stocks.backlog[row]! + units;
		const cell = transitCell(chain, node, k, week + delay + chain.lead[node]!);
		stocks.transit[cell] = stocks.transit[cell]! + Math.max(0, owed);
		stocks.backlog[row] = Math.min(0, owed);
		return;
	}
	const cell = slipCell(chain, node, k, week + delay);
	stocks.slip[cell] = stocks.slip[cell]! + units;
}

/** E3 The node's order that its supplier finds this week; read once. */
export function readSlip(chain: Chain, stocks: Stocks, node: number, k: number, week: number): number {
	const cell = slipCell(chain, node, k, week);
	const units = stocks.slip[cell]!;
	stocks.slip[cell] = 0;
	return units;
}

/** Orders of a node that nobody has read. */
export function unread(chain: Chain, { slip }: Stocks, node: number, k: number): number {
	let units = 0;
	for (let slot = 0; slot < chain.slipSlots; slot++) units += slip[slipCell(chain, node, k, slot)]!;
	return units;
}

/** E4 Ordered and not yet received: unread, owed, on the way. */
export function supplyLine(chain: Chain, stocks: Stocks, node: number, k: number): number {
	return (
		inTransit(chain, stocks, node, k) +
		unread(chain, stocks, node, k) +
		stocks.backlog[rowOf(chain, node, k)]!
	);
}

/**
 * E8 What the node is to send back leaves its floor, as far as it stands there, oldest first, and is on its
 * supplier's the same week. Returns the units that a source took.
 */
export function sendBack(chain: Chain, stocks: Stocks, node: number, k: number): number {
	const row = rowOf(chain, node, k);
	const units = Math.min(-stocks.backlog[row]!, onHand(chain, stocks, node, k));
	if (units <= 0) return 0;
	const supplier = chain.supplier[row]!;
	const to = supplier === SOURCE ? -1 : nodeCell(chain, supplier, k);
	moveOldest(chain, stocks.nodeStock, nodeCell(chain, node, k), units, stocks.nodeStock, to);
	stocks.backlog[row] = stocks.backlog[row]! + units;
	return supplier === SOURCE ? units : 0;
}

/** E5 What each gets of `available`: all it wants or, where that is too little, its share by largest remainder. */
export function ration(available: number, wants: readonly number[]): number[] {
	const given = wants.slice();
	let all = 0;
	for (let i = 0; i < wants.length; i++) all += wants[i]!;
	if (all > available) shareOut(available, wants, given);
	return given;
}

/** E6 Every `ageWeeks` all goods grow one bucket older; what is past its life is written off by who holds it. */
export function growOlder(
	chain: Chain,
	stocks: Stocks,
	week: number,
	writeOff: (node: number, k: number, units: number) => void
): void {
	if (!growsOlder(chain, week)) return;
	const { nodes, products } = chain;
	for (let node = 0; node < nodes; node++)
		for (let k = 0; k < products; k++) {
			const gone = growOlderAt(chain, stocks, node, k);
			if (gone > 0) writeOff(node, k, gone);
		}
}

/** E6 Whether goods grow older as the week closes. */
export const growsOlder = (chain: Chain, week: number): boolean => (week + 1) % chain.ageWeeks === 0;

/** E6 Goods of a product with a node and on the way to it. Returns what is past its life there and gone. */
export function growOlderAt(chain: Chain, { nodeStock, transit }: Stocks, node: number, k: number): number {
	const { ages, lives, supplier, transitSlots } = chain;
	// A bucket holds goods of [age, age + 1) × ageWeeks; the last legal one is the life in buckets less one.
	if (lives[k] === 0) return 0;
	const last = Math.min(ages, lives[k]!) - 1;
	const gone = shift(nodeStock, nodeCell(chain, node, k), last, ages);
	// What is being made has no age yet.
	if (supplier[rowOf(chain, node, k)] === SOURCE) return gone;
	for (let slot = 0; slot < transitSlots; slot++) {
		// Goods on the road are not thrown off the lorry: the oldest bucket keeps them until arrival.
		const cell = transitCell(chain, node, k, slot);
		const held = shift(transit, cell, last, ages);
		if (held > 0) transit[cell + last] = transit[cell + last]! + held;
	}
	return gone;
}

function shift(stock: Int32Array, cell: number, last: number, ages: number): number {
	// Mostly nothing is there: reading takes less than moving.
	if (sum(stock, cell, ages) === 0) return 0;
	let gone = 0;
	for (let age = last; age < ages; age++) {
		gone += stock[cell + age]!;
		stock[cell + age] = 0;
	}
	for (let age = last; age > 0; age--) stock[cell + age] = stock[cell + age - 1]!;
	stock[cell] = 0;
	return gone;
}
