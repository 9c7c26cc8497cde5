/** How well a dealer leads its business for a firm: its own management, what the firm's advice makes up (F11), and what coaching does (D20). */
import type { State } from '../state.ts';
import { at, type World } from '../world.ts';
import { supported } from './support.ts';

/**
 * 0–1: what stands between careless and advised in D5.
 *
 * @param d the firm's dealer in the region, or one of its second tier, whom nobody advises
 */
export function leadership(world: World, state: State, f: number, r: number, d: number): number {
	const { actual, secondTier } = at(world.spec.dealers, d);
	const own = actual.management / 100;
	if (secondTier !== undefined) return own;
	const coached = world.spec.dealing.logisticsLed * supported(state, d, 'logistics');
	return 1 - (1 - own) * (1 - advised(world, state, f, r)) * (1 - coached);
}

/** Part of what a dealer's own management lacks that advisors make up. */
export function advised(world: World, state: State, f: number, r: number): number {
	return world.spec.fieldRules.advisors.lift * state.advice[f * world.regions + r]!;
}
