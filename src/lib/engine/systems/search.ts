/** Those who seek a product that their shop does not list (rule H13). */
import type { World } from '../world.ts';

/** H13 Seeking never more than doubles what is bought where a product is listed. Design (A). */
const MOST_SOUGHT = 2;

/**
 * Bought per unit wanted where a product is listed, by its weighted distribution d [area × product]:
 * 1 + search × (1 − d) ÷ d; 1 where nobody lists it.
 *
 * @param listed 1 where it is listed [outlet × product]
 */
export function soughtWith(
	world: Pick<World, 'areas' | 'areaStart' | 'products' | 'outletSize' | 'spec'>,
	listed: Uint8Array
): Float64Array {
	const { areas, areaStart, products } = world;
	const { search } = world.spec.response;
	const sought = new Float64Array(areas * products);
	for (let a = 0; a < areas; a++) {
		const start = areaStart[a]!;
		const end = areaStart[a + 1]!;
		let all = 0;
		for (let o = start; o < end; o++) all += world.outletSize[o]!;
		for (let k = 0; k < products; k += 2) addSizes(world, listed, start, end, k, sought, a * products + k);
		for (let cell = a * products; cell < (a + 1) * products; cell++) {
			const there = sought[cell]!;
			sought[cell] = there > 0 ? Math.min(MOST_SOUGHT, 1 + (search * (all - there)) / there) : 1;
		}
	}
	return sought;
}

/**
 * Size of those among the outlets from `start` to `end` that list a product, and of those that list the next: two sums
 * side by side, since each step of one waits for the last. The next of the last is of nobody.
 */
function addSizes(
	{ products, outletSize }: Pick<World, 'products' | 'outletSize'>,
	listed: Uint8Array,
	start: number,
	end: number,
	k: number,
	sizes: Float64Array,
	into: number
): void {
	let size = 0;
	let next = 0;
	let cell = (start * products + k) | 0;
	const step = Math.min(1, products - 1 - k);
	void (outletSize[0]! + listed[0]!);
	for (let o = start; o < end; o++) {
		const there = outletSize[o]!;
		size += there * listed[cell]!;
		next += there * listed[(cell + step) | 0]!;
		cell = (cell + products) | 0;
	}
	sizes[into] = size;
	if (step === 1) sizes[into + 1] = next;
}
