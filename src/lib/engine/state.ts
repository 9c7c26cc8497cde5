/**
 * `State`: everything that play changes, in one allocation. All arrays are views of one buffer, so that a clone
 * is one copy and the hash one pass. Field order is part of the state's format: it is hashed.
 */
import { ACCOUNTS, ledgerRows, type LedgerRows } from './ledger.ts';
import { hashWords } from './hash.ts';
import type { World } from './world.ts';

type Kind = 'f64' | 'i32' | 'u8';
type ArrayOf<K extends Kind> = K extends 'f64' ? Float64Array : K extends 'i32' ? Int32Array : Uint8Array;

/** Name → [element type, length]. 8-byte fields first, bytes last: no padding inside. */
const FIELDS = {
	/** Ledger [entity × account], cents; entities: firms, dealers, outlets, households, world. */
	balances: ['f64', (w: World) => rows(w).count * ACCOUNTS.length],
	/** [outlet × firm], 0–1. */
	closeness: ['f64', (w: World) => w.outlets * w.firms],
	dependence: ['f64', (w: World) => w.outlets * w.firms],
	/** Units a week [outlet × product]. */
	outletForecast: ['f64', (w: World) => w.outlets * w.products],
	/** Units a week [node × product]; a warehouse forecasts its dealers' orders. */
	nodeForecast: ['f64', (w: World) => w.nodes * w.products],
	/** Book value of what a dealer owns, on the floor and on the road, cents [dealer × product]. */
	bookCents: ['f64', (w: World) => w.dealers * w.products],
	/** Sum of the weekly overdrafts, and the interest booked on it so far, cents [firm]. */
	overdraft: ['f64', (w: World) => w.firms],
	interestPaid: ['f64', (w: World) => w.firms],
	/** Balances at the start of the turn, to tell the turn's money apart. */
	turnOpening: ['f64', (w: World) => w.firms * ACCOUNTS.length],
	/** Spent so far in the turn by activity slot [firm × MAX_ACTIVITIES]. */
	activitySpent: ['f64', (w: World) => w.firms * MAX_ACTIVITIES],
	/** Dealer list price in force, cents [product]. */
	price: ['i32', (w: World) => w.products],
	/** On the shelf, newer and older bucket, and on the way [outlet × product]. */
	stockNew: ['i32', (w: World) => w.outlets * w.products],
	stockOld: ['i32', (w: World) => w.outlets * w.products],
	inbound: ['i32', (w: World) => w.outlets * w.products],
	/** Sold to households this week [outlet × product]. */
	sold: ['i32', (w: World) => w.outlets * w.products],
	/** Ordered by the outlet this week [outlet × product]. */
	ordered: ['i32', (w: World) => w.outlets * w.products],
	/** [node × product × age]. */
	nodeStock: ['i32', (w: World) => w.nodes * w.products * w.ages],
	/** [dealer × product × slot × age]. */
	transit: ['i32', (w: World) => w.dealers * w.products * w.transitSlots * w.ages],
	/** Orders to the firm: waiting to be read, being written, and not yet filled [dealer × product]. */
	slip: ['i32', (w: World) => w.dealers * w.products],
	slipNext: ['i32', (w: World) => w.dealers * w.products],
	backlog: ['i32', (w: World) => w.dealers * w.products],
	/** Units under way in the plant [product × slot]. */
	plant: ['i32', (w: World) => w.products * w.plantSlots],
	/** Dealer that serves [firm × region]. */
	dealerOf: ['i32', (w: World) => w.firms * w.regions],
	/** Head count and, of it, newcomers [firm]. */
	staff: ['i32', (w: World) => w.firms],
	newcomers: ['i32', (w: World) => w.firms],
	/** [week, turn]. */
	clock: ['i32', () => 2],
	/** Dealer stock and daily sales as last reported, one week old [dealer × product]. */
	reportedStock: ['i32', (w: World) => w.dealers * w.products],
	/** Lowest shelf price met anywhere last week, deals in, cents with VAT [product]. */
	shelfSeen: ['i32', (w: World) => w.products],
	/** Counters of the turn, reset at its start. */
	turnSold: ['i32', (w: World) => w.areas * w.products],
	turnOutside: ['i32', (w: World) => w.areas],
	turnPanelSold: ['i32', (w: World) => w.areas * w.products],
	turnPanelOutside: ['i32', (w: World) => w.areas],
	turnSellIn: ['i32', (w: World) => w.products],
	turnTakenBack: ['i32', (w: World) => w.products],
	turnProduced: ['i32', (w: World) => w.products],
	turnWrittenOff: ['i32', (w: World) => w.products],
	/** Listed outlet-weeks and those of them without stock [area × firm], and the same at sample points. */
	turnListed: ['i32', (w: World) => w.areas * w.firms],
	turnEmpty: ['i32', (w: World) => w.areas * w.firms],
	turnPanelListed: ['i32', (w: World) => w.areas * w.firms],
	turnPanelEmpty: ['i32', (w: World) => w.areas * w.firms],
	/** This week's sales by [area × channel × product], for the till. */
	weekSold: ['i32', (w: World) => w.areas * CHANNEL_COUNT * w.products],
	/** 1 where the dealer delivers: its own network, and what our people opened for it [dealer × outlet]. */
	served: ['u8', (w: World) => w.dealers * w.outlets],
	/** 1 where the outlet reorders [outlet × product]. */
	listed: ['u8', (w: World) => w.outlets * w.products],
	/** 1 where the firm called in this turn [outlet × firm]. */
	called: ['u8', (w: World) => w.outlets * w.firms]
} as const satisfies Record<string, readonly [Kind, (w: World) => number]>;

type Fields = typeof FIELDS;
export type State = { readonly [N in keyof Fields]: ArrayOf<Fields[N][0]> } & {
	readonly buffer: ArrayBuffer;
};

export const CHANNEL_COUNT = 5;
/** Activities a firm can run in one turn. */
export const MAX_ACTIVITIES = 16;

export const WEEK = 0;
export const TURN = 1;

/** Ledger rows: firms, dealers, then outlets, households, and the world around them. */
const rows = (world: World): LedgerRows => ledgerRows(world.firms, world.dealers);
export const outletsEntity = (world: World): number => rows(world).outlets;
export const householdsEntity = (world: World): number => rows(world).households;
export const worldEntity = (world: World): number => rows(world).world;
export const dealerEntity = (world: World, dealer: number): number => rows(world).firstDealer + dealer;

const BYTES: Record<Kind, number> = { f64: 8, i32: 4, u8: 1 };

/** A zeroed state for this world: one buffer, padded to whole 8-byte words. */
export function allocate(world: World): State {
	let bytes = 0;
	for (const [kind, length] of Object.values(FIELDS)) bytes += BYTES[kind] * length(world);
	return viewOf(world, new ArrayBuffer(Math.ceil(bytes / 8) * 8));
}

/** The named arrays over an existing buffer of the right size, e.g. one that came from a worker. */
export function viewOf(world: World, buffer: ArrayBuffer): State {
	const views: Record<string, unknown> = { buffer };
	let offset = 0;
	for (const [name, [kind, length]] of Object.entries(FIELDS)) {
		const n = length(world);
		if (kind === 'f64') views[name] = new Float64Array(buffer, offset, n);
		else if (kind === 'i32') views[name] = new Int32Array(buffer, offset, n);
		else views[name] = new Uint8Array(buffer, offset, n);
		offset += BYTES[kind] * n;
	}
	return views as State;
}

export function cloneState(world: World, state: State): State {
	return viewOf(world, state.buffer.slice(0));
}

/** 32 hex digits over every byte of the state. No NaN can hide in it: the floats are checked. */
export function hashState(world: World, state: State): string {
	for (const [name, [kind]] of Object.entries(FIELDS)) {
		if (kind !== 'f64') continue;
		const values = state[name as keyof Fields];
		for (let i = 0; i < values.length; i++)
			if (values[i] !== values[i]) throw new Error(`NaN in ${name}[${i}] of ${world.spec.id}`);
	}
	return hashWords(new Int32Array(state.buffer));
}

export function bytesOf(world: World): number {
	return allocate(world).buffer.byteLength;
}
