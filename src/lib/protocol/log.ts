/**
 * The log of a game: with its scenario, all that is needed to play it again. Rivals are not in it: they decide anew,
 * by the same rules from the same views.
 */
import type { Game } from '../engine/game.ts';
import type { Plan } from '../engine/plan.ts';
import { ENGINE_VERSION } from '../engine/vocab.ts';
import type { Scenario } from '../scenario/index.ts';

export const LOG_VERSION = 1;

export interface GameLog {
	readonly format: 'shapan-log';
	readonly version: typeof LOG_VERSION;
	readonly engineVersion: string;
	/** Id of the scenario. */
	readonly scenario: string;
	readonly scenarioHash: string;
	/** The seed the world was really made from, which need not be the scenario's own. */
	readonly worldSeed: string;
	/** 32 hex digits. */
	readonly marketSeed: string;
	/** As handed in, one per turn played. */
	readonly plans: readonly Plan[];
}

export function logOf(game: Game, scenario: Scenario): GameLog {
	return {
		format: 'shapan-log',
		version: LOG_VERSION,
		engineVersion: ENGINE_VERSION,
		scenario: scenario.spec.id,
		scenarioHash: scenario.hash,
		worldSeed: game.world.worldSeed,
		marketSeed: game.marketSeed,
		plans: game.log
	};
}

/** 1.10.0 is after 1.9.3: below 0 if `a` is the older. Both are three whole numbers. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a, b].map((version) => version.split('.').map(Number));
	for (let i = 0; i < 3; i++) {
		const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
