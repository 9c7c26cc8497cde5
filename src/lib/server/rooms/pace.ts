/** When turns open and close. Each step is one transaction that holds the room and looks again whether it is due. */
import {
	isAbsent,
	endsAt,
	isDone,
	isTogether,
	settingsOf,
	wantedPlayed,
	type RoomRow,
	type TeamRow
} from './model.ts';
import type { Tx } from '../database/index.ts';
import type { RoomsContext } from './context.ts';
import { fillChain } from './entries.ts';
import { lockedRoom, teamsOf } from './rooms-store.ts';

/** Out of the lobby. The caller holds the room. */
export async function openTurn(tx: Tx, room: RoomRow, turn: number, now: number): Promise<void> {
	const { pacing, turnSeconds, deadlineAt } = settingsOf(room);
	const byClock = pacing === 'timed' && turnSeconds !== null ? now + turnSeconds * 1000 : null;
	await tx
		.updateTable('room')
		.set({
			phase: 'open',
			turn,
			opensAt: now,
			closesAt: pacing === 'self' ? deadlineAt : byClock,
			heldMs: null,
			ending: 0
		})
		.where('id', '=', room.id)
		.execute();
	await tx
		.updateTable('team')
		.set({ handedAt: null, openedAt: now })
		.where('room', '=', room.id)
		// A team that is behind has its own turn open.
		.where('turn', '=', turn)
		.execute();
}

/**
 * Closes the open turn: whoever has handed nothing in keeps the standing plan, marked. At one's own speed it closes all
 * turns that are left. The caller holds the room and has seen that it is open.
 */
export async function closeTurn(tx: Tx, room: RoomRow, now: number): Promise<void> {
	const next = isTogether(room) ? room.turn + 1 : room.turns;
	for (const team of await teamsOf(tx, room.id)) {
		const absent = isAbsent(team, now);
		const head = await fillChain(tx, room, team, next, absent ? 'absent' : 'late', now);
		const missed = team.handedAt === null && team.turn < next;
		await tx
			.updateTable('team')
			.set({
				head,
				turn: next,
				handedAt: null,
				openedAt: null,
				parked: team.parked === 1 || (missed && absent) ? 1 : 0
			})
			.where('id', '=', team.id)
			.execute();
	}
	await tx
		.updateTable('room')
		.set({ phase: 'playing', opensAt: null, closesAt: null, heldMs: null, ending: 0 })
		.where('id', '=', room.id)
		.execute();
}

/** Closes a turn whose time is over, or that nobody is waited for in. */
export async function closeIfDue(context: RoomsContext, roomId: string): Promise<void> {
	const now = context.now();
	const closed = await context.database.transaction(async (tx) => {
		const room = await lockedRoom(context.database, tx, roomId);
		if (room === null || room.phase !== 'open') return false;
		const teams = await teamsOf(tx, roomId);
		const ends = endsAt(room, teams);
		const timeOver = ends !== null && now > ends;
		if (!timeOver && !endsEarly(room, teams)) return false;
		await closeTurn(tx, room, now);
		return true;
	});
	if (closed) await afterClosing(context, roomId);
}

/** All that are there have handed in, and nothing is gained by waiting. A room nobody has come to is not over with that. */
function endsEarly(room: RoomRow, teams: readonly TeamRow[]): boolean {
	const { pacing, endsWhenAllIn } = settingsOf(room);
	const mayEnd = room.ending === 1 || (endsWhenAllIn && pacing === 'timed' && room.heldMs === null);
	return mayEnd && teams.every((team) => isDone(room, team)) && teams.some((team) => team.handedAt !== null);
}

/** Has every team's closed turn played; a room without teams goes on at once. */
export async function afterClosing(context: RoomsContext, roomId: string): Promise<void> {
	context.changed(roomId);
	for (const team of await teamsOf(context.database.query, roomId)) context.play(roomId, team.id);
	await openNextIfPlayed(context, roomId);
}

/** Opens the next turn, ends practice or the room, once the market has played the closed turn for every team. */
export async function openNextIfPlayed(context: RoomsContext, roomId: string): Promise<void> {
	const moved = await context.database.transaction(async (tx) => {
		const room = await lockedRoom(context.database, tx, roomId);
		if (room === null || room.phase !== 'playing') return false;
		const teams = await teamsOf(tx, roomId);
		if (teams.some((team) => team.played < wantedPlayed(room, team))) return false;
		const next = isTogether(room) ? room.turn + 1 : room.turns;
		if (room.practice === 1 && next >= settingsOf(room).practiceTurns) await endPractice(tx, room);
		else if (next < room.turns) await openTurn(tx, room, next, context.now());
		else await endRoom(tx, room, context.now());
		return true;
	});
	if (moved) context.changed(roomId);
}

async function endRoom(tx: Tx, room: RoomRow, now: number): Promise<void> {
	await tx
		.updateTable('room')
		.set({ phase: 'over', turn: room.turns, endedAt: now, joinable: 0, opensAt: null, closesAt: null })
		.where('id', '=', room.id)
		.execute();
}

/** Everybody back to the beginning, under the real seed; the game waits for `start`. The caller holds the room. */
export async function endPractice(tx: Tx, room: RoomRow): Promise<void> {
	await tx
		.updateTable('room')
		.set({
			phase: 'lobby',
			practice: 0,
			run: room.run + 1,
			turn: 0,
			opensAt: null,
			closesAt: null,
			heldMs: null
		})
		.where('id', '=', room.id)
		.execute();
	await tx
		.updateTable('team')
		.set({
			turn: 0,
			played: 0,
			head: '',
			openedAt: null,
			handedAt: null,
			parked: 0,
			total: null,
			pillars: null
		})
		.where('room', '=', room.id)
		.execute();
}

/** Rooms whose clock has run out, at the earliest; `closeIfDue` looks closer. */
export async function dueRooms(context: RoomsContext): Promise<string[]> {
	const rows = await context.database.query
		.selectFrom('room')
		.select('id')
		.where('phase', '=', 'open')
		.where('closesAt', '<', context.now())
		.execute();
	return rows.map(({ id }) => id);
}
