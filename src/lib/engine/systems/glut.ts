/**
 * Glut (rule D23): a dealer with more than so many days of a firm's goods cuts its price to the outlets, and the
 * more of it the more it has.
 */
import { onHand } from '../echelon/goods.ts';
import type { State } from '../state.ts';
import { at, type World } from '../world.ts';

/** Days of supply of the firm's goods that a dealer has beyond `glutDays`, in parts of it: 0–1. */
export function daysOver(world: World, state: State, f: number, d: number): number {
	let units = 0;
	let weekly = 0;
	for (const k of at(world.firmProducts, f)) {
		units += onHand(world, state, d, k);
		weekly += state.nodeForecast[d * world.products + k]!;
	}
	return over(world, units, weekly);
}

/** The same of one product. */
export function daysOverOf(world: World, state: State, d: number, k: number): number {
	return over(world, onHand(world, state, d, k), state.nodeForecast[d * world.products + k]!);
}

/** D23 What the region's dealer takes off its price to the outlets to be rid of a product, basis points. */
export function glutCutBp(world: World, state: State, f: number, r: number, k: number): number {
	const d = state.dealerOf[f * world.regions + r]!;
	return d < 0 ? 0 : Math.floor(world.spec.dealing.glutCut * 10_000 * daysOverOf(world, state, d, k));
}

function over(world: World, units: number, weekly: number): number {
	const { glutDays } = world.spec.dealing;
	if (units === 0) return 0;
	const usual = (glutDays * weekly) / 7;
	return usual <= 0 ? 1 : Math.min(1, Math.max(0, units / usual - 1));
}
