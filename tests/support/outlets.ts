/**
 * A week of the outlets of a tiny market, pass by pass, so that the rules of one pass can be tested without the others.
 */
import { openBlock } from '#lib/engine/systems/block.ts';
import { setDemand } from '#lib/engine/systems/demand.ts';
import { sell } from '#lib/engine/systems/households.ts';
import { setMarket } from '#lib/engine/systems/market.ts';
import { openOutletWeek, type OutletWeek } from '#lib/engine/systems/outlet-week.ts';
import { reorder } from '#lib/engine/systems/outlets.ts';
import { relate } from '#lib/engine/systems/relations.ts';
import { standing } from '#lib/engine/systems/stands.ts';
import { tally } from '#lib/engine/systems/tally.ts';
import { productOf } from '#lib/engine/systems/traits.ts';
import type { Turn } from '#lib/engine/turn.ts';
import { at } from '#lib/engine/world.ts';
import { keyOf, type Lab } from './spec.ts';

export type Pass = (week: OutletWeek, area: number, from: number, to: number) => void;

export interface ShopWeek {
	/** What the outlets sell in the week [outlet × product]; `reorder` goes by it, so a test may also say it. */
	readonly sold: Int32Array;
	readonly week: OutletWeek;
	readonly relate: () => void;
	readonly sell: () => void;
	readonly reorder: () => void;
}

/** Full enough for any week of a test. */
export const FULL = 1_000_000;

/** The week opened, with its prices and its demand set. */
export function shopWeek(market: Lab, turn: Turn, week = 0): ShopWeek {
	const { world, state } = market;
	const { products, areas, areaStart } = world;
	setMarket(world, state, turn, week);
	setDemand(world, state, turn, keyOf(week), week);
	// Tests put goods into shops as they like.
	turn.stands.set(standing(world, state));
	const sold = new Int32Array(world.outlets * products);
	// Each area as one block.
	const weeks = Array.from({ length: areas }, (_, a) => ({
		...openOutletWeek(world, state, turn, keyOf(week), week),
		...openBlock(world, at([...areaStart], a + 1) - at([...areaStart], a))
	}));
	let looked = false;
	const over = (pass: Pass) => (): void => {
		for (const [a, opened] of weeks.entries())
			pass(opened, a, at([...areaStart], a), at([...areaStart], a + 1));
	};
	return {
		sold,
		week: at(weeks, 0),
		relate: over(relate),
		sell: over((w, a, from, to) => {
			looked = true;
			sell(w, a, from, to);
			tally(w, a, from, to);
			for (const [place, end] of w.ends.entries()) {
				const first = place * products;
				for (const [i, trait] of w.live.subarray(first, end).entries())
					sold[(from + place) * products + productOf(trait)] = w.sold[first + i] ?? 0;
			}
		}),
		reorder: over((w, a, from, to) => {
			// Where nobody has looked what is there, as if all were.
			for (let o = from; o < to && !looked; o++) {
				w.live.set(w.traits, (o - from) * products);
				w.ends[o - from] = (o - from + 1) * products;
			}
			if (!looked) {
				const cells = [from * products, to * products] as const;
				w.sold.set(sold.subarray(...cells));
				const old = market.state.stockOld.subarray(...cells);
				w.had.set(market.state.stockNew.subarray(...cells).map((units, i) => units + (old[i] ?? 0)));
			}
			reorder(w, a, from, to);
		})
	};
}
