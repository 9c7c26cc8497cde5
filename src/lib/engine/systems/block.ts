/** Outlets whose week is played together, and room for what they do in it. */
import type { Room } from '../room.ts';
import type { World } from '../world.ts';
import { SLOTS } from './traits.ts';

/** So many that to begin a pass costs little; with a dozen products what they do still fits a second-level cache. */
export const BLOCK = 512;

/** Figures of `asked`. */
const ASKED = 5;

/** Bits of the firm in what names an account that is called on: outlet, then firm. A file has at most 12 firms. */
export const FIRM_BITS = 4;

/** By place of an outlet in the block. */
export interface Block {
	/** Accounts that are called on in the week, by outlet and firm; and how far they have been: see `calls.ts`. */
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
	/** Of one outlet, by firm: what its relation leaves of the chance that it drops a product. */
	readonly ties: Float64Array;
	readonly firmPull: Float64Array;
	readonly firmMissed: Float64Array;
	readonly firmShelves: Int32Array;
	readonly firmBare: Int32Array;
}

/** @param size outlets, at most `BLOCK` in the engine's own sweep */
export function openBlock({ products, firms }: World, size: number, room: Room): Block {
	const cells = size * products;
	return {
		// One more: the last is written before it is known whether it counts.
		visited: room.ints(size * firms + 1),
		asked: room.ints(ASKED),
		live: room.ints(cells),
		ends: room.ints(size),
		had: room.ints(cells),
		pull: room.floats(cells),
		soldOutside: room.ints(size),
		gone: room.floats(size),
		tierWorth: room.floats(size * SLOTS),
		firmWorth: room.floats(size * firms),
		toOthers: room.floats(size),
		ties: room.floats(firms),
		firmPull: room.floats(firms),
		firmMissed: room.floats(firms),
		slips: room.ints(size * firms),
		firmShelves: room.ints(firms),
		firmBare: room.ints(firms)
	};
}
