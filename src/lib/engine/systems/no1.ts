/**
 * What No.1 brings (rules Q1–Q4): an area counts as held by a firm that sells at least `NO1_RATIO`
 * times what the best rival sells there. Inside that range nothing is safe, and nobody has anything of it.
 */
import { smooth } from '../ordering.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { NO1_RATIO } from '../vocab.ts';
import type { World } from '../world.ts';

/** Q1 How fast an area's standing follows the week's sales: about a quarter of a year. Design (A). */
const STANDING = 0.15;

/** Q1 At the opening: what the file has them sell. */
export function openStanding(world: World, state: State): void {
	const { products, productFirm, openingSales } = world;
	const { standing } = state;
	for (let o = 0; o < world.outlets; o++) {
		const area = world.outletArea[o]! * world.firms;
		for (let k = 0; k < products; k++) {
			const cell = area + productFirm[k]!;
			standing[cell] = standing[cell]! + openingSales[o * products + k]!;
		}
	}
}

/** Q1 Whether the firm holds the area: it sells there, and nobody comes into range. */
export function holds(world: World, state: State, a: number, f: number): boolean {
	const own = state.standing[a * world.firms + f]!;
	if (own <= 0) return false;
	for (let other = 0; other < world.firms; other++)
		if (other !== f && own < NO1_RATIO * state.standing[a * world.firms + other]!) return false;
	return true;
}

/** Q5 Areas that the firm holds are at least half of the region. */
export function holdsRegion(world: World, state: State, r: number, f: number): boolean {
	let size = 0;
	let held = 0;
	for (let a = 0; a < world.areas; a++) {
		if (world.areaRegion[a] !== r) continue;
		size += world.areaSize[a]!;
		if (holds(world, state, a, f)) held += world.areaSize[a]!;
	}
	return held * 2 >= size;
}

/** Q1 After the week's trade. */
export function moveStanding(world: World, state: State, turn: Turn): void {
	const { areas, firms, products, firmStart } = world;
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++) {
			let units = 0;
			for (let k = firmStart[f]!; k < firmStart[f + 1]!; k++) units += turn.weekly[a * products + k]!;
			const cell = a * firms + f;
			state.standing[cell] = smooth(state.standing[cell]!, units, STANDING);
		}
}
