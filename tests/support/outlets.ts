/**
 * A week of the outlets of a tiny market, pass by pass, so that the rules of one pass can be tested without the others.
 */
import { setDemand } from '#lib/engine/systems/demand.ts';
import { sell } from '#lib/engine/systems/households.ts';
import { setMarket } from '#lib/engine/systems/market.ts';
import { openOutletWeek, type OutletWeek } from '#lib/engine/systems/outlet-week.ts';
import { reorder } from '#lib/engine/systems/outlets.ts';
import { relate } from '#lib/engine/systems/relations.ts';
import type { Turn } from '#lib/engine/turn.ts';
import { at } from '#lib/engine/world.ts';
import { keyOf, type Lab } from './spec.ts';

export type Pass = (week: OutletWeek, area: number, from: number, to: number) => void;

export interface ShopWeek {
	/** What the outlets sell in the week [outlet × product]; `reorder` reads it, so a test may also say it. */
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
	setMarket(world, state, turn, week);
	setDemand(world, state, turn, keyOf(week), week);
	const opened = openOutletWeek(world, state, turn, keyOf(week), week);
	const { products, firms, firmStart, areas, areaStart } = world;
	const sold = new Int32Array(world.outlets * products);
	const starts = [...areaStart];
	// Until `sell` has looked all may be there, so that `reorder` can be tried alone.
	const live = Int32Array.from({ length: world.outlets * products + 1 }, (_, cell) => cell % products);
	const liveEnd = Int32Array.from(
		{ length: world.outlets * firms },
		(_, i) =>
			(Math.floor(i / firms) - blockStart(starts, Math.floor(i / firms))) * products +
			at([...firmStart], (i % firms) + 1)
	);
	const over = (pass: Pass) => (): void => {
		for (let a = 0; a < areas; a++) {
			const [from, to] = [at(starts, a), at(starts, a + 1)];
			// As one block: its sales stand where those of the area do.
			pass(
				{
					...opened,
					sold: sold.subarray(from * products, to * products),
					live: live.subarray(from * products),
					liveEnd: liveEnd.subarray(from * firms)
				},
				a,
				from,
				to
			);
		}
	};
	return { sold, week: opened, relate: over(relate), sell: over(sell), reorder: over(reorder) };
}

/** First outlet of the area that the outlet is in. */
const blockStart = (starts: readonly number[], o: number): number =>
	starts.reduce((first, start) => (start <= o ? start : first), 0);
