/**
 * A week of the outlets of a tiny market, pass by pass, so that the rules of one pass can be tested without the others.
 */
import { Room } from '#lib/engine/room.ts';
import { openBlock } from '#lib/engine/systems/block.ts';
import { setDemand } from '#lib/engine/systems/demand.ts';
import { choose } from '#lib/engine/systems/households.ts';
import { setMarket } from '#lib/engine/systems/market.ts';
import { UNKNOWN } from '#lib/engine/systems/outlet-tables.ts';
import { openOutletWeek, type OutletWeek } from '#lib/engine/systems/outlet-week.ts';
import { tend } from '#lib/engine/systems/outlets.ts';
import { relate, settle } from '#lib/engine/systems/relations.ts';
import { standing } from '#lib/engine/systems/stands.ts';
import { tally } from '#lib/engine/systems/tally.ts';
import { trade } from '#lib/engine/systems/trade.ts';
import { productOf } from '#lib/engine/systems/traits.ts';
import type { Turn } from '#lib/engine/turn.ts';
import { at } from '#lib/engine/world.ts';
import { keyOf, type Lab } from './spec.ts';

type Pass = (week: OutletWeek, area: number, from: number, to: number) => void;

export interface ShopWeek {
	/** What the outlets sell in the week [outlet × product]; `reorder` goes by it, so a test may also say it. */
	readonly sold: Int32Array;
	readonly week: OutletWeek;
	readonly relate: () => void;
	/** The tills: nobody orders, and no outlet learns from what it sold. */
	readonly sell: () => void;
	/** What outlets learn of their sales, order and do with their shelves. */
	readonly reorder: () => void;
}

/** Full enough for any week of a test. */
export const FULL = 1_000_000;

/** What a pass writes of that a test of another pass must not see of it. */
const copies = <T extends keyof OutletWeek>(week: OutletWeek, ...names: T[]): Pick<OutletWeek, T> =>
	Object.fromEntries(names.map((name) => [name, structuredClone(week[name])])) as Pick<OutletWeek, T>;

/** Of a block from outlet `from` on, each shelf's place in the block, and in the state. */
function eachShelf(week: OutletWeek, from: number, visit: (i: number, cell: number) => void): void {
	const { products, ends, live } = week;
	for (const [place, end] of ends.entries())
		for (let i = place * products; i < end; i++)
			visit(i, (from + place) * products + productOf(live[i] ?? 0));
}

/** The week opened, with its prices and its demand set. */
export function shopWeek(market: Lab, turn: Turn, week = 0): ShopWeek {
	const { world, state } = market;
	const { products, areas, areaStart, outlets } = world;
	setMarket(world, state, turn, week);
	setDemand(world, state, turn, keyOf(week), week);
	// Tests put goods into shops as they like, and dealers before their doors.
	turn.stands.set(standing(world, state));
	turn.outletWeek.delivering.fill(UNKNOWN);
	const sold = new Int32Array(outlets * products);
	// Each area as one block.
	const weeks = Array.from({ length: areas }, (_, a) => ({
		...openOutletWeek(world, state, turn, keyOf(week), week),
		...openBlock(world, at([...areaStart], a + 1) - at([...areaStart], a), new Room())
	}));
	let related = false;
	let looked = false;
	const over = (pass: Pass) => (): void => {
		for (const [a, opened] of weeks.entries())
			pass(opened, a, at([...areaStart], a), at([...areaStart], a + 1));
	};
	const count: Pass = (w, a, from, to) => {
		const next = w.counted.findIndex((o) => o >= from);
		tally(w, a, from, to, next < 0 ? w.counted.length : next);
	};
	return {
		sold,
		week: at(weeks, 0),
		relate: over((w, a, from, to) => {
			related = true;
			relate(w, a, from, to);
		}),
		sell: over((w, a, from, to) => {
			looked = true;
			choose(w, a, from, to);
			const shut = { ...w, ...copies(w, 'forecast', 'turnListed', 'turnEmpty', 'slips') };
			shut.slips.fill(-1);
			trade(shut, a, from, to);
			count(w, a, from, to);
			eachShelf(w, from, (i, cell) => {
				sold[cell] = (w.had[i] ?? 0) - (state.stockNew[cell] ?? 0) - (state.stockOld[cell] ?? 0);
			});
		}),
		reorder: over((w, a, from, to) => {
			// Who orders, where no call has said so.
			if (!related) settle({ ...w, ...copies(w, 'closeness', 'dependence') }, a, from, to);
			// Where nobody has looked what is there, as if all were.
			for (let o = from; o < to && !looked; o++) {
				w.live.set(w.traits, (o - from) * products);
				w.ends[o - from] = (o - from + 1) * products;
			}
			// As if `sold` were still there, and just that were wanted of it.
			const rung = {
				...w,
				...copies(w, 'buy', 'till', 'ranOut', 'outside', 'soldOutside', 'gone', 'tierWorth')
			};
			rung.buy.fill(1);
			rung.gone.fill(0);
			rung.tierWorth.fill(1);
			eachShelf(w, from, (i, cell) => {
				state.stockOld[cell] = (state.stockOld[cell] ?? 0) + (sold[cell] ?? 0);
				w.had[i] = (state.stockNew[cell] ?? 0) + (state.stockOld[cell] ?? 0);
				w.pull[i] = sold[cell] ?? 0;
			});
			trade(rung, a, from, to);
			if (!looked)
				count({ ...rung, ...copies(w, 'panelSold', 'panelOutside', 'coreSold', 'coreOutside') }, a, from, to);
			tend(w, from, to);
		})
	};
}
