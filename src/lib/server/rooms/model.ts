/** What the rows of a room come to: whose turn is open, until when, and where a team stands. Nothing here queries. */
import type { Selectable } from 'kysely';
import type { RoomSettings, TeamState } from '#lib/protocol/rooms/index.ts';
import { ABSENT_AFTER_MS, GRACE_MS } from '#lib/protocol/rooms/index.ts';
import type { HandInTable, RoomTable, TeamTable } from '../database/tables/rooms.ts';

export type RoomRow = Selectable<RoomTable>;
export type TeamRow = Selectable<TeamTable>;
export type HandInRow = Selectable<HandInTable>;

/** Read once for each row: it is asked for by every team of a room. */
const read = new WeakMap<object, RoomSettings>();

/** Written by us, from what was read by its schema. */
export function settingsOf(room: Pick<RoomRow, 'settings'>): RoomSettings {
	const known = read.get(room);
	if (known !== undefined) return known;
	const settings = JSON.parse(room.settings) as RoomSettings;
	read.set(room, settings);
	return settings;
}

export function isTogether(room: Pick<RoomRow, 'settings'>): boolean {
	return settingsOf(room).pacing !== 'self';
}

/** With the extra time of the team; null where no clock runs. */
export function closesForTeam(
	room: Pick<RoomRow, 'closesAt' | 'ending'>,
	team: Pick<TeamRow, 'extraSeconds'>
): number | null {
	if (room.closesAt === null || room.ending === 1) return room.closesAt;
	return room.closesAt + team.extraSeconds * 1000;
}

/** Paced together, and where the others are: the team decides the turn that is open to all. */
export function isWithRoom(room: RoomRow, team: TeamRow): boolean {
	return isTogether(room) && team.turn >= room.turn;
}

/** Whether a hand-in that arrives now for the team's coming turn is in time. */
export function isOpenFor(room: RoomRow, team: TeamRow, now: number): boolean {
	if (room.archived !== 0 || team.turn >= turnsFor(room, team)) return false;
	if (!isWithRoom(room, team)) {
		// At its own speed. A deadline of the room holds where there is one, the clock of the others' turn does not.
		if (room.phase !== 'open' && !(isTogether(room) && room.phase === 'playing')) return false;
		return isTogether(room) || inTime(closesForTeam(room, team), now);
	}
	return room.phase === 'open' && team.turn === room.turn && inTime(closesForTeam(room, team), now);
}

function inTime(closesAt: number | null, now: number): boolean {
	return closesAt === null || now <= closesAt + GRACE_MS;
}

/** Turns a team decides: those of its practice, or of the game. */
export function turnsFor(
	room: Pick<RoomRow, 'settings' | 'turns'>,
	{ practice }: Pick<TeamRow, 'practice'>
): number {
	return practice === 1 ? settingsOf(room).practiceTurns : room.turns;
}

/** Turns the market has to have played for a team, closing weeks included. */
export function wantedPlayed(room: Pick<RoomRow, 'turns'>, team: Pick<TeamRow, 'turn'>): number {
	return team.turn >= room.turns ? room.turns + 1 : team.turn;
}

export function stateOf(room: RoomRow, team: TeamRow): TeamState {
	if (team.played > room.turns || room.phase === 'over') return 'over';
	if (room.phase === 'lobby') return 'waiting';
	if (team.played < wantedPlayed(room, team)) return 'playing';
	// Practice is over, and looked at: the team begins the game when it likes.
	if (!isTogether(room) && team.turn >= turnsFor(room, team)) return 'waiting';
	if (!isWithRoom(room, team)) return 'deciding';
	if (room.phase === 'playing') return 'playing';
	return team.handedAt === null ? 'deciding' : 'handedIn';
}

export function isAbsent(team: Pick<TeamRow, 'seenAt'>, now: number): boolean {
	return team.seenAt === null || team.seenAt < now - ABSENT_AFTER_MS;
}

/** Nothing is waited for from this team in the turn that is open to all. */
export function isDone(room: RoomRow, team: TeamRow): boolean {
	if (team.parked === 1) return true;
	return isTogether(room) ? team.turn === room.turn && team.handedAt !== null : team.turn >= room.turns;
}

/**
 * When the open turn (or the room, at one's own speed) ends by the clock: with the extra time of those who are still
 * deciding, and the grace. Null where no clock runs.
 */
export function endsAt(room: RoomRow, teams: readonly TeamRow[]): number | null {
	if (room.phase !== 'open' || room.closesAt === null) return null;
	const waited = teams.filter((team) => !isDone(room, team));
	return Math.max(room.closesAt, ...waited.map((team) => closesForTeam(room, team) ?? 0)) + GRACE_MS;
}

/** Seeds, states and logs are no secret: they never were one, or the instructor has revealed them. */
export function isOpenToAll(room: RoomRow): boolean {
	return room.revealed === 1 || settingsOf(room).luck === 'open';
}
