/** What a list, a lobby or a desk shows of a scenario before and while it is played. */
import { isDecided, isOver, type Game } from '../engine/game.ts';
import type { TimeSpec } from '../engine/spec.ts';
import type { Kind } from '../engine/vocab.ts';
import type { Scenario, ScenarioMeta } from '../scenario/index.ts';

/** `playing`: turns are left; `decided`: only the closing weeks are; `over`: nothing is. */
export type Phase = 'playing' | 'decided' | 'over';

export interface ScenarioSummary {
	readonly id: string;
	readonly kind: Kind;
	readonly meta: ScenarioMeta;
	readonly time: TimeSpec;
	readonly areas: number;
	readonly rivals: number;
	/** SHA-256 of what can run, without texts. */
	readonly hash: string;
}

/** Map outlines by area id, in the scenario's own 0–1000 plane. */
export type Outlines = Readonly<Record<string, readonly (readonly [number, number])[]>>;

export function phaseOf(game: Game): Phase {
	if (isOver(game)) return 'over';
	return isDecided(game) ? 'decided' : 'playing';
}

export function summaryOf({ spec, meta, hash }: Scenario): ScenarioSummary {
	return {
		id: spec.id,
		kind: spec.kind,
		meta,
		time: spec.time,
		areas: spec.regions.reduce((sum, region) => sum + region.areas.length, 0),
		rivals: spec.firms.filter((firm) => firm.role === 'rival').length,
		hash
	};
}

export function outlinesOf({ spec }: Scenario): Outlines {
	const areas = spec.regions.flatMap((region) => region.areas);
	return Object.fromEntries(areas.map((area) => [area.id, area.polygon]));
}
