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
		for (let k = 0; k < products; k++) {
			const there = listedSize(world, listed, start, end, k);
			sought[a * products + k] = there > 0 ? Math.min(MOST_SOUGHT, 1 + (search * (all - there)) / there) : 1;
		}
	}
	return sought;
}

/** Size of those among the outlets from `start` to `end` that list a product. */
function listedSize(
	{ products, outletSize }: Pick<World, 'products' | 'outletSize'>,
	listed: Uint8Array,
	start: number,
	end: number,
	k: number
): number {
	let size = 0;
	let cell = (start * products + k) | 0;
	for (let o = start; o < end; o++) {
		size += outletSize[o]! * listed[cell]!;
		cell = (cell + products) | 0;
	}
	return size;
}
