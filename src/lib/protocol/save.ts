/**
 * A saved game: its log, and beside it all a reader needs where it cannot be played any more: the scenario with its
 * texts, the reports, the score.
 */
import { beginState } from '../engine/begin.ts';
import { isOver, score, type Game } from '../engine/game.ts';
import type { FirmReport, GameScore } from '../engine/report.ts';
import { hashState } from '../engine/state.ts';
import type { Scenario } from '../scenario/index.ts';
import { logOf, type GameLog } from './log.ts';
import type { Prediction } from './prediction.ts';

export const SAVE_VERSION = 1;

export interface GameSave {
	readonly format: 'shapan-save';
	readonly version: typeof SAVE_VERSION;
	readonly log: GameLog;
	/** A scenario file that stands alone, as JSON; `loadScenario` gives the hash of the log for it. */
	readonly scenario: Readonly<Record<string, unknown>>;
	/** Who decided, where it was one of our strategies. */
	readonly strategy: string | null;
	/** Of the state before the first turn: tells another world from another course of the game. */
	readonly openingHash: string;
	/** One per turn played, the closing one included. */
	readonly reports: readonly FirmReport[];
	/** State hash after each of them. */
	readonly hashes: readonly string[];
	/** Thousandths; those of the turns are in the reports. */
	readonly score: Omit<GameScore, 'turns'>;
	/** The closing weeks are played too. */
	readonly complete: boolean;
	/** By turn; null where none was made. Left out where nobody was asked. */
	readonly predictions?: readonly (Prediction | null)[];
}

/**
 * @param strategy name of the strategy that decided; null for a person
 * @param predictions by turn, as far as they were asked for
 */
export function makeSave(
	game: Game,
	scenario: Scenario,
	strategy: string | null,
	predictions?: readonly (Prediction | null)[]
): GameSave {
	if (!game.hashing) throw new Error('a game played without hashes cannot be saved');
	const { total, pillars } = score(game);
	const save: GameSave = {
		format: 'shapan-save',
		version: SAVE_VERSION,
		log: logOf(game, scenario),
		scenario: scenario.draft,
		strategy,
		openingHash: hashState(game.world, beginState(game.world)),
		reports: game.reports,
		hashes: game.hashes,
		score: { total, pillars },
		complete: isOver(game),
		...(predictions === undefined ? {} : { predictions })
	};
	// What a file gives back: a copy apart from the game, without minus noughts and absent values.
	return JSON.parse(encodeSave(save)) as GameSave;
}

/** The text of a save file. */
export function encodeSave(save: GameSave): string {
	return `${JSON.stringify(save)}\n`;
}
