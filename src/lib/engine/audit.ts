/** What stands at the outlets as a turn closes, counted once for the facts of all firms. True values. */
import type { State } from './state.ts';
import { at, type World } from './world.ts';

export interface Audit {
	/** On the shelves and on the way to them [product]. */
	readonly shelves: Float64Array;
	/** Units sold to households by firm [area]. */
	readonly sold: readonly (readonly number[])[];
	/** By area, then firm. */
	readonly accounts: readonly (readonly Accounts[])[];
}

/** A firm's accounts in an area, real ones. */
export interface Accounts {
	/** Those that were called on in the turn, and of those that list the firm, the ones that were not. */
	readonly visited: number;
	readonly unserved: number;
	/** Those that list the firm, and their size. */
	readonly listing: number;
	readonly listedSize: number;
	/** R9 A accounts that were called on, and of them those where nobody knows who decides. */
	readonly calledA: number;
	readonly strangersA: number;
}

export function auditOf(world: World, state: State): Audit {
	const accounts: Accounts[][] = [];
	const sold: number[][] = [];
	for (let a = 0; a < world.areas; a++) {
		accounts.push(accountsIn(world, state, a));
		sold.push(unitsSold(world, state, a));
	}
	return { shelves: unitsAtOutlets(world, state), sold, accounts };
}

/** By firm. */
function unitsSold({ products, firms, firmStart }: World, { turnSold }: State, a: number): number[] {
	const sold: number[] = [];
	for (let f = 0; f < firms; f++) {
		let units = 0;
		for (let k = firmStart[f]!; k < firmStart[f + 1]!; k++) units += turnSold[a * products + k]!;
		sold.push(units);
	}
	return sold;
}

/** By firm. A step of its own: put into what runs once a turn, the count of outlets would be compiled late with it. */
function accountsIn(world: World, state: State, a: number): Accounts[] {
	const accounts: Accounts[] = [];
	for (let f = 0; f < world.firms; f++) accounts.push(accountsOf(world, state, a, f));
	return accounts;
}

/** Every outlet of an area stands for as many, so outlets are counted, and raised to accounts at the end. */
function accountsOf(world: World, state: State, a: number, f: number): Accounts {
	const { called, listed, keyPerson } = state;
	const { firms, products, firmStart, areaStart, outletRepresents, outletSize, classA } = world;
	const from = firmStart[f]!;
	const width = firmStart[f + 1]! - from;
	let visited = 0;
	let unserved = 0;
	let listing = 0;
	let listedSize = 0;
	let calledA = 0;
	let strangersA = 0;
	const start = areaStart[a]!;
	const end = areaStart[a + 1]!;
	void (called[0]! + listed[0]! + outletSize[0]!);
	// Cells are counted along, in 32 bits: each product and sum would be checked for overflow.
	let cell = (start * firms + f) | 0;
	let row = (start * products + from) | 0;
	for (let o = start; o < end; o++) {
		const isCalled = called[cell]!;
		const last = (row + width) | 0;
		let lists = 0;
		for (let k = row; k < last; k = (k + 1) | 0) lists |= listed[k]!;
		visited = (visited + isCalled) | 0;
		listing = (listing + lists) | 0;
		unserved = (unserved + (lists & ~isCalled)) | 0;
		listedSize += outletSize[o]! * lists;
		cell = (cell + firms) | 0;
		row = (row + products) | 0;
	}
	for (const o of at(classA, a)) {
		const account = o * firms + f;
		calledA += called[account]!;
		strangersA += called[account]! & ~keyPerson[account]!;
	}
	const real = outletRepresents[start] ?? 1;
	return {
		visited: visited * real,
		unserved: unserved * real,
		listing: listing * real,
		listedSize,
		calledA: calledA * real,
		strangersA: strangersA * real
	};
}

function unitsAtOutlets(world: World, state: State): Float64Array {
	const units = new Float64Array(world.products);
	for (let a = 0; a < world.areas; a++)
		for (let k = 0; k < world.products; k += 2) addUnits(world, state, a, k, units);
	return units;
}

/** Of a product and the next: two sums side by side, since each step of one waits for the last. The next of the last is of nobody. */
function addUnits(
	{ products, areaStart }: World,
	{ stockNew, stockOld, inbound }: State,
	a: number,
	k: number,
	units: Float64Array
): void {
	const end = areaStart[a + 1]! * products;
	const step = Math.min(1, products - 1 - k);
	let there = 0;
	let next = 0;
	void (stockNew[0]! + stockOld[0]! + inbound[0]!);
	for (let cell = (areaStart[a]! * products + k) | 0; cell < end; cell = (cell + products) | 0) {
		const other = (cell + step) | 0;
		there += (stockNew[cell]! + stockOld[cell]! + inbound[cell]!) | 0;
		next += (stockNew[other]! + stockOld[other]! + inbound[other]!) | 0;
	}
	units[k] = units[k]! + there;
	if (step === 1) units[k + 1] = units[k + 1]! + next;
}
