/** What a store keeps of what a host said. */
import type { Plan } from '../engine/plan.ts';
import type { GameScore } from '../engine/report.ts';
import { scoreGame } from '../engine/score.ts';
import type { Committed, Opened } from '../host/index.ts';
import type { Prediction } from '../protocol/prediction.ts';
import type { GameStart, TurnRecord } from '../session/index.ts';

/** @throws for a sealed game, which its host keeps */
export function startOf(opened: Opened): GameStart {
	const { scenario, texts, marketSeed } = opened;
	if (marketSeed === null) throw new Error('a sealed game is not kept here');
	return {
		scenario: { file: `${scenario.id}.yaml`, text: opened.standalone },
		scenarioId: scenario.id,
		scenarioHash: scenario.hash,
		engineVersion: opened.engineVersion,
		worldSeed: opened.worldSeed,
		marketSeed,
		openingHash: opened.openingHash,
		title: texts.title,
		turns: scenario.time.turns
	};
}

/**
 * @param plan as handed in; null for the closing weeks
 * @param before the turns played before it
 */
export function recordOf(
	{ turn, hash, report }: Committed,
	plan: Plan | null,
	prediction: Prediction | null,
	before: readonly TurnRecord[]
): TurnRecord {
	const { total } = gameScore([...before, { report }]);
	return { turn, parentHash: before.at(-1)?.hash ?? '', hash, plan, prediction, report, score: total };
}

/** Of the turns so far; those without a score do not count. */
export function gameScore(turns: readonly Pick<TurnRecord, 'report'>[]): GameScore {
	return scoreGame(turns.flatMap(({ report }) => (report.score === null ? [] : [report.score])));
}
