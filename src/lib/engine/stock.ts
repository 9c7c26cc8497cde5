/** Goods by age at the nodes and in transit: first in, first out; nothing is made or lost but at an edge. */
import type { State } from './state.ts';
import { AGE_WEEKS, at, type World } from './world.ts';

/** Units of a product at a node, all ages. */
export function onHand(world: World, state: State, node: number, k: number): number {
	return sum(state.nodeStock, (node * world.products + k) * world.ages, world.ages);
}

/** Units of a product on the way to a dealer. */
export function inTransit(world: World, state: State, dealer: number, k: number): number {
	const width = world.transitSlots * world.ages;
	return sum(state.transit, (dealer * world.products + k) * width, width);
}

function sum(values: Int32Array, from: number, width: number): number {
	let total = 0;
	for (let i = from; i < from + width; i++) total += values[i]!;
	return total;
}

export const nodeCell = (world: World, node: number, k: number): number =>
	(node * world.products + k) * world.ages;

export const transitCell = (world: World, dealer: number, k: number, slot: number): number =>
	((dealer * world.products + k) * world.transitSlots + slot) * world.ages;

/**
 * Takes `units` out of the cell, oldest first, and hands each age to `give`. The caller has checked that they
 * are there; less than that is our own bug.
 */
export function takeOldest(
	world: World,
	stock: Int32Array,
	cell: number,
	units: number,
	give: (age: number, units: number) => void
): void {
	let left = units;
	for (let age = world.ages - 1; age >= 0 && left > 0; age--) {
		const have = stock[cell + age]!;
		const taken = Math.min(have, left);
		if (taken === 0) continue;
		stock[cell + age] = have - taken;
		left -= taken;
		give(age, taken);
	}
	if (left > 0) throw new Error(`stock short by ${left}`);
}

/** S2 Every four weeks all goods above the outlet grow one bucket older; what is past its life is written off. */
export function ageNodes(
	world: World,
	state: State,
	week: number,
	writeOff: (node: number, k: number, units: number) => void
): void {
	if ((week + 1) % AGE_WEEKS !== 0) return;
	for (let k = 0; k < world.products; k++) {
		// A bucket holds goods of [age, age + 1) × 4 weeks; the last legal one is the life in buckets less one.
		const last = Math.min(world.ages, Math.ceil(at(world.productSpecs, k).shelfLifeWeeks / AGE_WEEKS)) - 1;
		for (let node = 0; node < world.nodes; node++) {
			const gone = shift(state.nodeStock, nodeCell(world, node, k), last, world.ages);
			if (gone > 0) writeOff(node, k, gone);
		}
		for (let d = 0; d < world.dealers; d++) {
			for (let slot = 0; slot < world.transitSlots; slot++) {
				// Goods on the road are not thrown off the lorry: the oldest bucket keeps them until arrival.
				const cell = transitCell(world, d, k, slot);
				const held = shift(state.transit, cell, last, world.ages);
				state.transit[cell + last] = state.transit[cell + last]! + held;
			}
		}
	}
}

function shift(stock: Int32Array, cell: number, last: number, ages: number): number {
	let gone = 0;
	for (let age = last; age < ages; age++) {
		gone += stock[cell + age]!;
		stock[cell + age] = 0;
	}
	for (let age = last; age > 0; age--) stock[cell + age] = stock[cell + age - 1]!;
	stock[cell] = 0;
	return gone;
}
