/** How well a dealer leads its business for a firm: its own management, and what the firm's advice makes up (F11). */
import type { State } from '../state.ts';
import { at, type World } from '../world.ts';

/**
 * 0–1: what stands between careless and advised in D5.
 *
 * @param d the firm's dealer in the region, or one of its second tier, whom nobody advises
 */
export function leadership(world: World, state: State, f: number, r: number, d: number): number {
	const { actual, secondTier } = at(world.spec.dealers, d);
	const own = actual.management / 100;
	if (secondTier !== undefined) return own;
	const { lift } = world.spec.fieldRules.advisors;
	return own + (1 - own) * lift * state.advice[f * world.regions + r]!;
}
