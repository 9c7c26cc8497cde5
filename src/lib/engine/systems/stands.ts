/**
 * Which products an outlet lists or has, a bit each [outlet × word], so that a week passes over the others. Some it may
 * not have any more: whoever comes upon such a bit takes it away.
 */
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import * as branchFree from './branch-free.ts';

const { any } = branchFree;

const BITS = 32;

/** Words of an outlet. */
export const wordsOf = (products: number): number => Math.ceil(products / BITS);

export function standing(world: World, state: State): Int32Array {
	const stands = new Int32Array(world.outlets * wordsOf(world.products));
	for (let a = 0; a < world.areas; a++) standingIn(world, state, a, stands);
	return stands;
}

/** Area by area: what is called often is compiled whole. */
function standingIn({ products, areaStart }: World, state: State, a: number, stands: Int32Array): void {
	const { listed, stockNew, stockOld, inbound } = state;
	const end = areaStart[a + 1]!;
	let word = areaStart[a]! * wordsOf(products);
	void (listed[0]! + stockNew[0]! + stockOld[0]! + inbound[0]! + stands[0]!);
	for (let o = areaStart[a]!; o < end; o++)
		for (let first = 0; first < products; first += BITS) {
			const cells = (o * products + first) | 0;
			let marks = 0;
			for (
				let cell = (cells + Math.min(BITS, products - first) - 1) | 0;
				cell >= cells;
				cell = (cell - 1) | 0
			)
				marks = (marks << 1) | any(listed[cell]! | stockNew[cell]! | stockOld[cell]! | inbound[cell]!);
			stands[word++] = marks;
		}
}

/** Marks a product that comes into an outlet. */
export function stand(stands: Int32Array, words: number, o: number, k: number): void {
	const word = o * words + Math.floor(k / BITS);
	stands[word] = stands[word]! | (1 << (k % BITS));
}
