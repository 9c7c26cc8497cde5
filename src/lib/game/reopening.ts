/** A kept game asked for again: what the host is to play, and whether what comes of it may be played on. */
import { same } from '../engine/same.ts';
import { scoreGame } from '../engine/score.ts';
import { ENGINE_VERSION } from '../engine/vocab.ts';
import type { Opened, OpenRequest } from '../host/index.ts';
import { compareVersions } from '../protocol/log.ts';
import { fault, type Fault } from '../result.ts';
import type { GameStart, TurnRecord } from '../session/index.ts';

/** The same game, played again from its decisions. */
export function requestOf(start: GameStart, turns: readonly TurnRecord[]): OpenRequest {
	const plans = turns.flatMap(({ plan }) => (plan === null ? [] : [plan]));
	return {
		scenario: { file: start.scenario.file, text: start.scenario.text, others: {} },
		seed: start.marketSeed,
		worldSeed: start.worldSeed,
		resume: { plans, closed: turns.length > plans.length }
	};
}

/** Host faults that pass: the same game may open at the next try. */
const PASSING: readonly string[] = ['WORKER_LOST', 'HOST_STOPPED', 'MESSAGE_SHAPE', 'MARKET_FAULT'];

export const passes = ({ code }: Fault): boolean => PASSING.includes(code);

/** A game is played on only by the engine that began it: its log names one. */
export function versionFault({ engineVersion }: GameStart): Fault | null {
	const order = compareVersions(engineVersion, ENGINE_VERSION);
	if (order === 0) return null;
	const message = 'played by another engine';
	return order < 0
		? fault('SAVE_OLDER_ENGINE', 'engineVersion', message, { engineVersion, ours: ENGINE_VERSION })
		: fault('SAVE_NEWER', 'engineVersion', message, { version: engineVersion, ours: ENGINE_VERSION });
}

/** Why a kept game is not the one the market made of its decisions; null if it is. */
export function replayFault(turns: readonly TurnRecord[], opened: Opened): Fault | null {
	const scores = opened.reports.map(({ score }) => score);
	for (const [i, turn] of turns.entries()) {
		const { total } = scoreGame(scores.slice(0, i + 1).flatMap((score) => (score === null ? [] : [score])));
		const code =
			turn.hash !== opened.hashes[i]
				? 'REPLAY_HASH'
				: !same(turn.report, opened.reports[i])
					? 'REPLAY_REPORT'
					: turn.score !== total
						? 'REPLAY_SCORE'
						: null;
		if (code === null) continue;
		return fault(code, `turns[${i}]`, 'played again, it comes out otherwise', { turn: i + 1 });
	}
	return null;
}
