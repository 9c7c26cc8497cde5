/** What can be wrong with a game that is handed in for a board, by code; the words are `board.<CODE>` in `messages/`. */
import { fail, fault, type Fault, type Result } from '../../result.ts';

export const BOARD_CODES = [
	/** The path says where the shape is wrong. */
	'BOARD_SHAPE',
	/** Played by another engine than the server's. */
	'BOARD_VERSION',
	/** The server has no scenario of this hash. */
	'BOARD_SCENARIO_UNKNOWN',
	/** The id named is not that of the scenario of this hash. */
	'BOARD_SCENARIO',
	/** More work than the server takes on for one game. */
	'BOARD_TOO_LARGE',
	/** Not played to its end. */
	'BOARD_INCOMPLETE',
	/** Another world, or other weeks, than the states that were handed in: a seed was changed. */
	'BOARD_SEED',
	/** Other decisions than those that were played. */
	'BOARD_LOG',
	/** Played again, `turn` comes out otherwise. */
	'BOARD_HASH',
	/** Played again, the score is another one. */
	'BOARD_SCORE',
	/** The very same game stands on the board already, for somebody else. */
	'BOARD_DUPLICATE',
	/** Nothing is taken any more. */
	'BOARD_CLOSED',
	'BOARD_NAME_EMPTY',
	'BOARD_NAME_LONG',
	/** No board of this name. */
	'BOARD_UNKNOWN',
	/** Nothing was handed in under this number, or by somebody else: the two are not told apart. */
	'BOARD_ENTRY_UNKNOWN',
	/** Too many games from this address wait to be played. */
	'BOARD_TOO_MANY',
	/** The server could not play it to its end. It stays to be tried again. */
	'BOARD_UNPLAYED'
] as const;
export type BoardCode = (typeof BOARD_CODES)[number];

export interface BoardFault extends Fault {
	readonly code: BoardCode;
}
export type BoardResult<T> = Result<T, BoardFault>;

export function boardFault(
	code: BoardCode,
	message: string,
	params?: Fault['params'],
	path = ''
): BoardFault {
	return { ...fault(code, path, message, params), code };
}

export function refuseBoard(
	code: BoardCode,
	message: string,
	params?: Fault['params'],
	path = ''
): { ok: false; faults: BoardFault[] } {
	return fail(boardFault(code, message, params, path));
}
