/** Games as a store keeps them, really played. */
import type { Plan } from '#lib/engine/plan.ts';
import { makeSave, type Prediction } from '#lib/protocol/index.ts';
import { turnsOf } from '#lib/session/assemble.ts';
import type { DraftRecord, GameStart, TurnRecord } from '#lib/session/index.ts';
import { played } from './games.ts';
import { shipped } from './scenarios.ts';

export interface Kept {
	readonly start: GameStart;
	readonly turns: readonly TurnRecord[];
}

/** @param turns to play; more than there are also plays the closing weeks */
export function keptGame(
	file: string,
	seed: string,
	turns = Infinity,
	predictions?: readonly (Prediction | null)[]
): Kept {
	const scenario = shipped(file);
	return turnsOf(makeSave(played(scenario, 'random-legal', seed, turns), scenario, null, predictions));
}

/** @param mark tells one draft from another */
export function draftOf(turn: number, plan: Plan, mark: string): DraftRecord {
	return { turn, plan, undo: [plan], redo: [], prediction: { sellOutUnits: null, reason: mark } };
}

/** @throws for closing weeks, which have none */
export function planOf({ plan }: TurnRecord): Plan {
	if (plan === null) throw new Error('the closing weeks have no plan');
	return plan;
}
