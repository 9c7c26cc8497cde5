/** A whole game played by a strategy, where the market is: only what happened comes back, turn by turn. */
import type { FirmReport, GameScore } from '../engine/report.ts';
import { ok } from '../result.ts';
import type { HostResult } from './faults.ts';
import type { GameId, GameLog, MarketHost, OpenRequest, Opened } from './host.ts';

export interface TurnPlayed {
	readonly turn: number;
	/** Turns in all, the closing one included. */
	readonly of: number;
	readonly report: FirmReport;
	readonly hash: string;
}

export interface Played {
	readonly score: GameScore;
	/** By turn, the closing one last. */
	readonly reports: readonly FirmReport[];
	readonly hashes: readonly string[];
	readonly log: GameLog;
}

/** A host whose market a strategy may play for the trainee. A sealed room is none. */
export interface StrategyPlayer {
	/**
	 * Plays from the present turn to the end, closing weeks included.
	 *
	 * @param strategy name of a bot
	 * @param onTurn is told of each turn as it ends
	 */
	play(game: GameId, strategy: string, onTurn?: (event: TurnPlayed) => void): Promise<HostResult<Played>>;
}

export interface Run {
	readonly opened: Opened;
	readonly played: Played;
}

/** Opens a game, has it played and forgets it. */
export async function runGame(
	host: MarketHost & StrategyPlayer,
	request: OpenRequest,
	strategy: string,
	onTurn?: (event: TurnPlayed) => void
): Promise<HostResult<Run>> {
	const opened = await host.open(request);
	if (!opened.ok) return opened;
	const played = await host.play(opened.value.game, strategy, onTurn);
	await host.dispose(opened.value.game);
	return played.ok ? ok({ opened: opened.value, played: played.value }) : played;
}
