/** Outlets whose week is played together, and room for what they do in it. */
import type { World } from '../world.ts';
import { SLOTS } from './traits.ts';

/** So many that to begin a pass costs little; with a dozen products what they do still fits a second-level cache. */
export const BLOCK = 512;

/** Figures of `asked`. */
const ASKED = 5;

/** By place of an outlet in the block. */
export interface Block {
	/** Accounts that are called on in the week, and how far they have been: see `calls.ts`. */
	readonly visited: Int32Array;
	readonly asked: Int32Array;
	/**
	 * What an outlet lists or has, by its traits, from the outlet's first cell up to its end; with what is there of it
	 * before its sales, and its pull [outlet × product].
	 */
	readonly live: Int32Array;
	readonly ends: Int32Array;
	readonly had: Int32Array;
	readonly pull: Float64Array;
	/** Units of small brands, pull of what is missing [outlet]. */
	readonly soldOutside: Int32Array;
	readonly gone: Float64Array;
	/**
	 * What a unit of pull is worth: by tier, and of all [outlet × SLOTS]; more where shelves are empty, by firm [outlet ×
	 * firm], and to whomever it goes [outlet].
	 */
	readonly tierWorth: Float64Array;
	readonly firmWorth: Float64Array;
	readonly toOthers: Float64Array;
	/** Row of `demand` for what the outlet orders of the firm this week, −1 where it orders nothing [outlet × firm]. */
	readonly slips: Int32Array;
	/** By firm, of one outlet: pull and what is missed of it. Of the block: shelves, and bare ones. */
	readonly firmPull: Float64Array;
	readonly firmMissed: Float64Array;
	readonly firmShelves: Int32Array;
	readonly firmBare: Int32Array;
}

/** @param size outlets, at most `BLOCK` in the engine's own sweep */
export function openBlock({ products, firms }: World, size: number): Block {
	const cells = size * products;
	return {
		// One more: the last is written before it is known whether it counts.
		visited: new Int32Array(size * firms + 1),
		asked: new Int32Array(ASKED),
		live: new Int32Array(cells),
		ends: new Int32Array(size),
		had: new Int32Array(cells),
		pull: new Float64Array(cells),
		soldOutside: new Int32Array(size),
		gone: new Float64Array(size),
		tierWorth: new Float64Array(size * SLOTS),
		firmWorth: new Float64Array(size * firms),
		toOthers: new Float64Array(size),
		firmPull: new Float64Array(firms),
		firmMissed: new Float64Array(firms),
		slips: new Int32Array(size * firms),
		firmShelves: new Int32Array(firms),
		firmBare: new Int32Array(firms)
	};
}
