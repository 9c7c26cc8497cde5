/**
 * F4 Whom a firm calls on for what. The list is drawn up when a turn begins, from what the firm knows of its own
 * accounts: the largest of an area are called on one to one where the plan says so; who lists all of its products and
 * is close is kept; who lists some, or is not close yet, is grown; who lists none is to be opened.
 */
import * as branchFree from '../systems/branch-free.ts';
import { CALL_PURPOSES, CLASSES, placesOf } from '../vocab.ts';
import { at, type World } from '../world.ts';

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
/** Bits of class and closeness in the index of `groupsBy`. */
const PER_COUNT = 3;
const NO_GROUPS = new Uint8Array(0);

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
	for (const f of only) {
		const products = at(world.firmProducts, f);
		let known = -1;
		let groupIn: Uint8Array = NO_GROUPS;
		for (let r = 0; r < world.regions; r++) {
			let onMarket = 0;
			for (const k of products) {
				const from = launchWeek[r * world.products + k]!;
				if (from >= 0 && from <= week) onMarket++;
			}
			if (onMarket !== known) {
				known = onMarket;
				groupIn = groupsBy(products.length, onMarket);
			}
			for (const a of at(world.regionAreas, r)) groupOfArea(world, listed, closeness, groupIn, f, a, groups);
		}
	}
	for (const [f, count] of keyAccounts.entries())
		if (count > 0) for (let a = 0; a < world.areas; a++) nameKeys(world, groups, f, a, count);
	return groups;
}

/**
 * Passes over all outlets every turn, hence flat; and area by area, since what is called often is soon compiled, while a
 * long loop that is seldom called stays as slow as it began.
 */
function groupOfArea(
	{ firms, products, firmStart, areaStart, outletClass }: World,
	listed: Uint8Array,
	closeness: Float64Array,
	groupIn: Uint8Array,
	f: number,
	a: number,
	groups: Uint8Array
): void {
	const first = firmStart[f]!;
	const width = firmStart[f + 1]! - first;
	const start = areaStart[a]!;
	const last = areaStart[a + 1]!;
	let cell = (start * firms + f) | 0;
	let row = (start * products + first) | 0;
	void (listed[0]! + closeness[0]! + outletClass[0]! + groups[0]! + groupIn[0]!);
	for (let o = start; o < last; o++) {
		const end = (row + width) | 0;
		let lists = 0;
		for (let k = row; k < end; k = (k + 1) | 0) lists = (lists + listed[k]!) | 0;
		const close = any((closeness[cell]! * PER_CLOSE) | 0);
		groups[cell] = groupIn[(lists << PER_COUNT) | (outletClass[o]! << 1) | close]!;
		cell = (cell + firms) | 0;
		row = (row + products) | 0;
	}
}

/**
 * Groups by how many of the firm's products an account lists, its class, and whether it is close: looked up, as no branch
 * can be foretold. What is not on the market is listed nowhere.
 *
 * @param onMarket products of the firm that are
 */
function groupsBy(width: number, onMarket: number): Uint8Array {
	const table = new Uint8Array((width + 1) << PER_COUNT);
	for (let lists = 0; lists <= width; lists++)
		for (let c = 0; c < CLASSES.length; c++)
			for (let close = 0; close < 2; close++) {
				const held = lists < onMarket || close === 0 ? P.grow : P.keep;
				table[(lists << PER_COUNT) | (c << 1) | close] = groupOf(c, lists === 0 ? P.open : held);
			}
	return table;
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
	const outlets = new Int32Array(2 * GROUPS);
	for (const a of areas) {
		if (a < 0) continue;
		countArea(world, groups, f, a, outlets);
		const real = world.outletRepresents[world.areaStart[a]!] ?? 1;
		for (let g = 0; g < GROUPS; g++)
			counts[g] = (counts[g] ?? 0) + (outlets[g]! + outlets[GROUPS + g]!) * real;
	}
	return counts;
}

/** Outlets by group. Two lists by turns, since two of a kind in a row would wait for each other. */
function countArea(
	{ firms, areaStart }: World,
	groups: Uint8Array,
	f: number,
	a: number,
	outlets: Int32Array
): void {
	outlets.fill(0);
	const end = (areaStart[a + 1]! * firms) | 0;
	let list = 0;
	void (groups[0]! + outlets[0]!);
	for (let cell = (areaStart[a]! * firms + f) | 0; cell < end; cell = (cell + firms) | 0) {
		const g = (groups[cell]! + list) | 0;
		outlets[g] = outlets[g]! + 1;
		list = GROUPS - list;
	}
}
