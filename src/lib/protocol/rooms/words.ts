/** The closed vocabularies and the limits of rooms. A word is only ever appended. */

/** Whether the chance of the weeks is known to the teams while they play. */
export const LUCKS = [
	/** The seed stays on the server until the reveal, and so does the market: it is stepped there. */
	'sealed',
	/** Every team has the seed and plays in its own browser, offline too; the server plays it again. */
	'open'
] as const;
export type Luck = (typeof LUCKS)[number];

export const PACINGS = [
	/** Each team at its own speed, until a deadline. */
	'self',
	/** All teams together; a turn ends by the clock. */
	'timed',
	/** All teams together; a turn ends when the instructor says so. */
	'hand'
] as const;
export type Pacing = (typeof PACINGS)[number];

/** Where a room stands. */
export const ROOM_PHASES = [
	/** Teams come in; nothing is open yet. */
	'lobby',
	/** A turn is open (paced together), or teams play at their own speed. */
	'open',
	/** The turn is closed, and the server plays it for every team. */
	'playing',
	/** All turns and the closing weeks are played. */
	'over'
] as const;
export type RoomPhase = (typeof ROOM_PHASES)[number];

/** Why a turn stands in a team's log. */
export const ENTRY_KINDS = [
	/** The team handed it in. */
	'handedIn',
	/** It did not in time: the standing plan went on. Marked, never zeroed. */
	'late',
	/** Nobody was there: parked, the standing plan went on. */
	'absent',
	/** Before the team joined: the scenario's default plan. */
	'joinedLate',
	/** The closing weeks, in which nobody decides. */
	'closing'
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Of a team, in the turn that is open to it. */
export const TEAM_STATES = [
	/** Waits for the first turn. */
	'waiting',
	'deciding',
	'handedIn',
	/** Its turn is being played by the server. */
	'playing',
	'over'
] as const;
export type TeamState = (typeof TEAM_STATES)[number];

/** How far a room that came from an archive can be believed. */
export const ARCHIVE_STANDS = [
	/** Another engine played it: it is shown as the file tells it. */
	'told',
	/** Every game of it was played again here, and came out the same. */
	'played'
] as const;

export const CONNECTIONS = ['connected', 'lost', 'never'] as const;
export type Connection = (typeof CONNECTIONS)[number];

/** Letters and digits nobody takes for another, spoken or written: no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
export const JOIN_CODE_LENGTH = 6;
export const RESUME_CODE_LENGTH = 10;

/** Milliseconds after the end of a turn in which what arrives still counts, by the server's receipt. */
export const GRACE_MS = 3000;
/** Between two signs of life of a stream; a client that hears nothing for twice as long connects anew. */
export const HEARTBEAT_MS = 10_000;
/** Without a stream for so long at the end of a turn, a team is parked: nobody waits for it. */
export const ABSENT_AFTER_MS = 60_000;

/** Grapheme clusters, as a reader counts characters. */
export const MAX_TEAM_NAME = 24;
export const MAX_NICKNAME = 24;
export const MAX_ROOM_TITLE = 60;
export const MAX_TEAMS = 400;
/** People (browsers) of one team. */
export const MAX_MEMBERS = 12;
export const MAX_PRACTICE_TURNS = 4;
/** Characters of an author's own scenario text, as the scenario reader has it. */
export const MAX_SCENARIO_TEXT = 512 * 1024;
/** Forks kept of one team. */
export const MAX_FORKS = 64;

/** As typed by somebody in a hurry: case, spaces and dashes do not matter. */
export function plainCode(typed: string): string {
	return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
