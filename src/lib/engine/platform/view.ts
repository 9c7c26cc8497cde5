/** What a firm sees of its own management platform: its own work, exact. */
import { namedShare } from '../field/turn.ts';
import type { Plan } from '../plan.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { builtBy, type Built } from './parts.ts';
import type { PlatformRules } from './spec.ts';

export interface PlatformView {
	/** Weeks built by part, of `buildWeeks`. */
	readonly built: Built;
	/** Share of the worked areas for which one person answers (K2). */
	readonly namedShare: number;
}

/** What building and keeping cost; anybody may know. */
export type PublicPlatform = Pick<
	PlatformRules,
	'buildWeeks' | 'buildCentsPerWeek' | 'keepCentsPerHeadWeek' | 'buildHours' | 'targetStretch'
>;

export function platformView(world: World, state: State, firm: number, plan: Plan): PlatformView {
	return { built: builtBy(state, firm), namedShare: namedShare(world, plan, state.staff[firm]!) };
}

export function publicPlatform({ spec }: World): PublicPlatform {
	const { buildWeeks, buildCentsPerWeek, keepCentsPerHeadWeek, buildHours, targetStretch } = spec.platform;
	return { buildWeeks, buildCentsPerWeek, keepCentsPerHeadWeek, buildHours, targetStretch };
}
