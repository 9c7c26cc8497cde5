/** What can go wrong with a room, by code; the words are in `messages/` under `room.<CODE>`. */
import { fail, fault, type Fault, type Result } from '../../result.ts';

export const ROOM_CODES = [
	/** The request is not of the shape the protocol has; the path says where. */
	'ROOM_REQUEST_SHAPE',
	/** No room, or none for whoever asks: the two are not told apart. */
	'ROOM_UNKNOWN',
	/** No cookie, or one that was revoked: the link or the code is needed again. */
	'ROOM_NO_ACCESS',
	/** The setup token, the link or the code is not (any more) good. */
	'ROOM_SECRET_WRONG',
	/** The scenario is wrong; `problems` says where. */
	'ROOM_SCENARIO',
	/** A lab: there is no firm in it to play. */
	'ROOM_SCENARIO_LAB',
	/** No scenario of that name is shipped. */
	'ROOM_SCENARIO_UNKNOWN',
	/** Settings that do not go together; `path` names one. */
	'ROOM_SETTINGS',
	/** Nobody can come in (any more). */
	'ROOM_CLOSED',
	'ROOM_FULL',
	/** Another team has this name; `suggestion` is a free one. */
	'TEAM_NAME_TAKEN',
	/** Nothing is left of the name once control characters and blanks are gone. */
	'TEAM_NAME_EMPTY',
	/** Longer than `max` characters. */
	'TEAM_NAME_LONG',
	'TEAM_UNKNOWN',
	/** As many browsers as a team may have. */
	'TEAM_FULL',
	/** The shape of the plan; the path says where. */
	'TURN_PLAN_SHAPE',
	/** Not open yet, or the team is further on than that. */
	'TURN_NOT_OPEN',
	/** The room wants a prediction with every plan. */
	'TURN_PREDICTION_MISSING',
	/** The same id was used for something else. */
	'TURN_ID_REUSED',
	/** More forks than are kept of one team. */
	'TURN_TOO_MANY_FORKS',
	/** The command makes no sense where the room stands. */
	'COMMAND_NOT_NOW',
	/** Seeds, logs and states of a sealed room before the reveal. */
	'ROOM_SEALED',
	/** The archive is not one, or was changed. */
	'ARCHIVE_DAMAGED',
	/** Made by a newer version of this program. */
	'ARCHIVE_NEWER',
	/** The server's market failed: our own bug. The turn is kept and is played again. */
	'MARKET_FAULT'
] as const;
export type RoomCode = (typeof ROOM_CODES)[number];

export interface RoomFault extends Fault {
	readonly code: RoomCode;
	/** Of a scenario that was refused: code, path and place of each. */
	readonly problems?: readonly unknown[];
}

export type RoomResult<T> = Result<T, RoomFault>;

export function roomFault(
	code: RoomCode,
	message: string,
	params?: Readonly<Record<string, string | number>>,
	path = ''
): RoomFault {
	return { ...fault(code, path, message, params), code };
}

export function refuseRoom(
	code: RoomCode,
	message: string,
	params?: Readonly<Record<string, string | number>>,
	path = ''
): { ok: false; faults: RoomFault[] } {
	return fail(roomFault(code, message, params, path));
}
