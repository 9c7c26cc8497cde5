/**
 * F4 Whom a firm calls on for what. The list is drawn up when a turn begins, from what the firm knows of its own
 * accounts: the largest of an area are called on one to one where the plan says so; who lists all of its products and
 * is close is kept; who lists some, or is not close yet, is grown; who lists none is to be opened.
 */
import * as branchFree from '../systems/branch-free.ts';
import { CALL_PURPOSES, CLASSES, placesOf } from '../vocab.ts';
import type { World } from '../world.ts';

/** Class and purpose in one index, in the order in which hours go. */
export const GROUPS = CLASSES.length * CALL_PURPOSES.length;
const PURPOSES = CALL_PURPOSES.length;

export const groupOf = (c: number, purpose: number): number => c * PURPOSES + purpose;
export const purposeOf = (group: number): number => group % PURPOSES;

const { any } = branchFree;
const P = placesOf(CALL_PURPOSES);
/** Closeness from which an account is one to keep. */
export const CLOSE = 0.5;
const PER_CLOSE = 1 / CLOSE;
/** By whether it lists any, whether it lacks one, whether it is close: bits of the index. Looked up, as no branch can be foretold. */
const PURPOSE_OF = Uint8Array.from({ length: 8 }, (_, i) => (i < 4 ? P.open : i === 5 ? P.keep : P.grow));

/** What of the market it is read off: the opening's, or a state's. */
export interface Standing {
	readonly listed: Uint8Array;
	readonly closeness: Float64Array;
	/** Tick from which a product can be listed, −1: not yet decided [region × product]. */
	readonly launchWeek: Int32Array;
}

/**
 * @param keyAccounts by firm, of each area
 * @param only firms whose accounts are asked for; the others' stay at 0
 * @returns group [outlet × firm]
 */
export function groupAccounts(
	world: World,
	{ listed, closeness, launchWeek }: Standing,
	keyAccounts: readonly number[],
	week: number,
	only: readonly number[] = keyAccounts.map((_, f) => f)
): Uint8Array {
	const groups = new Uint8Array(world.outlets * world.firms);
	const onMarket = Uint8Array.from(launchWeek, (from) => (from >= 0 && from <= week ? 1 : 0));
	for (let a = 0; a < world.areas; a++)
		for (const f of only) groupOfArea(world, listed, closeness, onMarket, f, a, groups);
	for (const [f, count] of keyAccounts.entries())
		if (count > 0) for (let a = 0; a < world.areas; a++) nameKeys(world, groups, f, a, count);
	return groups;
}

/**
 * Passes over all outlets every turn, hence flat; and area by area, since what is called often is soon compiled, while a
 * long loop that is seldom called stays as slow as it began.
 */
function groupOfArea(
	{ firms, products, firmStart, areaStart, outletClass, areaRegion }: World,
	listed: Uint8Array,
	closeness: Float64Array,
	onMarket: Uint8Array,
	f: number,
	a: number,
	groups: Uint8Array
): void {
	const first = firmStart[f]!;
	const width = firmStart[f + 1]! - first;
	const market = areaRegion[a]! * products + first;
	const start = areaStart[a]!;
	const last = areaStart[a + 1]!;
	let cell = (start * firms + f) | 0;
	let row = (start * products + first) | 0;
	void (listed[0]! + closeness[0]! + onMarket[0]! + outletClass[0]! + groups[0]! + PURPOSE_OF[0]!);
	for (let o = start; o < last; o++) {
		let lists = 0;
		let lacks = 0;
		for (let k = 0; k < width; k++) {
			const stands = listed[(row + k) | 0]!;
			lists |= stands;
			lacks |= onMarket[(market + k) | 0]! & ~stands;
		}
		const close = any((closeness[cell]! * PER_CLOSE) | 0);
		groups[cell] = outletClass[o]! * PURPOSES + PURPOSE_OF[(lists << 2) | (lacks << 1) | close]!;
		cell = (cell + firms) | 0;
		row = (row + products) | 0;
	}
}

/** The largest accounts of an area, by the size everybody can see; of equals those that come first. */
function nameKeys(
	{ firms, areaStart, outletSize, outletClass }: World,
	groups: Uint8Array,
	f: number,
	a: number,
	count: number
): void {
	const largest = new Int32Array(count);
	let named = 0;
	const last = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < last; o++) {
		const size = outletSize[o]!;
		if (named === count && size <= outletSize[largest[count - 1]!]!) continue;
		let place = named < count ? named++ : count - 1;
		for (; place > 0 && size > outletSize[largest[place - 1]!]!; place--)
			largest[place] = largest[place - 1]!;
		largest[place] = o;
	}
	for (let i = 0; i < named; i++) groups[largest[i]! * firms + f] = groupOf(outletClass[largest[i]!]!, P.key);
}

/** Real accounts of a firm by group over these areas. */
export function countGroups(world: World, groups: Uint8Array, f: number, areas: readonly number[]): number[] {
	const counts = new Array<number>(GROUPS).fill(0);
	const outlets = new Int32Array(GROUPS);
	for (const a of areas) {
		if (a < 0) continue;
		countArea(world, groups, f, a, outlets);
		const real = world.outletRepresents[world.areaStart[a]!] ?? 1;
		for (let g = 0; g < GROUPS; g++) counts[g] = (counts[g] ?? 0) + outlets[g]! * real;
	}
	return counts;
}

/** Outlets by group. */
function countArea(
	{ firms, areaStart }: World,
	groups: Uint8Array,
	f: number,
	a: number,
	outlets: Int32Array
): void {
	outlets.fill(0);
	const end = areaStart[a + 1]! * firms;
	for (let cell = areaStart[a]! * firms + f; cell < end; cell += firms) {
		const g = groups[cell]!;
		outlets[g] = outlets[g]! + 1;
	}
}
