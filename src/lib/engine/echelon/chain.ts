/**
 * The one node of the channel (rules E): whatever holds stock above the shelf, warehouse, dealer, wholesaler or a
 * stage of the Beer Game, is a row of these arrays. A `Chain` is their layout and never changes in play; `Stocks` is
 * what does. Who sells at the end of the chain, outlets or a series of figures, is not the chain's affair.
 */
import type { Fields, Views } from '../buffer.ts';

export interface Chain {
	readonly nodes: number;
	readonly products: number;
	/** Age buckets of `ageWeeks` each, enough for the longest shelf life. */
	readonly ages: number;
	readonly ageWeeks: number;
	/** Shelf life in buckets; 0: keeps for ever [product]. */
	readonly lives: Int32Array;
	/** The node it orders from [node × product]; `SOURCE` if it makes or buys without end. */
	readonly supplier: Int32Array;
	/** Weeks until the supplier reads an order [node]. */
	readonly orderDelay: Uint8Array;
	/** Weeks from dispatch to arrival [node]; below a `SOURCE`, from the order being read. */
	readonly lead: Uint8Array;
	/** Weeks of a moving average its forecast is; 0: smoothed [node]. */
	readonly windows: Uint8Array;
	readonly windowSlots: number;
	/** Slots of the rings of orders and of goods on the way, one more than the longest delay. */
	readonly slipSlots: number;
	readonly transitSlots: number;
}

export const SOURCE = -1;

const rows = (c: Chain): number => c.nodes * c.products;

export const STOCKS = {
	/** Units a week [node × product]. */
	nodeForecast: ['f64', rows],
	/** On the floor [node × product × age]. */
	nodeStock: ['i32', (c: Chain) => rows(c) * c.ages],
	/** On the way to the node, or being made for it [node × product × slot × age]. */
	transit: ['i32', (c: Chain) => rows(c) * c.transitSlots * c.ages],
	/** Orders of the node that its supplier has not read [slot × node × product]. */
	slip: ['i32', (c: Chain) => c.slipSlots * rows(c)],
	/** What its supplier owes it; below 0 what it is to take back or set off (E8) [node × product]. */
	backlog: ['i32', rows],
	/** What it took demand to be, for a moving average [node × product × slot]. */
	seen: ['i32', (c: Chain) => rows(c) * c.windowSlots]
} as const satisfies Fields<Chain>;
export type Stocks = Omit<Views<typeof STOCKS>, 'buffer'>;

/** Row of a node and product in `backlog`, `nodeForecast` and `supplier`. */
export const rowOf = (chain: Chain, node: number, k: number): number => node * chain.products + k;

/** First age of a node's stock. */
export const nodeCell = (chain: Chain, node: number, k: number): number => rowOf(chain, node, k) * chain.ages;

/** First age of what arrives at the node in `week`. */
export const transitCell = (chain: Chain, node: number, k: number, week: number): number =>
	(rowOf(chain, node, k) * chain.transitSlots + (week % chain.transitSlots)) * chain.ages;

/** The node's order that is read in `week`. */
export const slipCell = (chain: Chain, node: number, k: number, week: number): number =>
	(week % chain.slipSlots) * chain.nodes * chain.products + rowOf(chain, node, k);

/** Slots that rings of these delays need. */
export function slotsFor(delays: Uint8Array): number {
	return delays.reduce((most, weeks) => Math.max(most, weeks), 0) + 1;
}
