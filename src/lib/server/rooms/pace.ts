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
import type { Query, Tx } from '../database/index.ts';
import type { RoomsContext } from './context.ts';
import { fillChain } from './entries.ts';
import { lockedRoom, roomById, teamsOf } from './rooms-store.ts';

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
	// At one's own speed whoever still practises has a game all the same: that of the standing plan.
	if (!isTogether(room)) await beginGame(tx, room.id, null, now);
	// Nearly everybody has handed in, and of them there is nothing to be found out.
	await tx
		.updateTable('team')
		.set({ turn: next, handedAt: null, openedAt: null })
		.where('room', '=', room.id)
		.where('turn', '=', next - 1)
		.where('handedAt', 'is not', null)
		.execute();
	for (const team of await teamsOf(tx, room.id)) {
		if (team.turn >= next) continue;
		const absent = isAbsent(team, now);
		const head = await fillChain(tx, team, next, absent ? 'absent' : 'late', now);
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
		.set({
			phase: 'playing',
			practice: isTogether(room) ? room.practice : 0,
			opensAt: null,
			closesAt: null,
			heldMs: null,
			ending: 0
		})
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
	// Asked after every team's turn: a hall of teams is not read through for each of them.
	if (await isBeingPlayed(context.database.query, roomId)) return;
	const moved = await context.database.transaction(async (tx) => {
		const room = await lockedRoom(context.database, tx, roomId);
		if (room === null || room.phase !== 'playing') return false;
		const teams = await teamsOf(tx, roomId);
		if (teams.some((team) => team.played < wantedPlayed(room, team))) return false;
		const next = isTogether(room) ? room.turn + 1 : room.turns;
		if (room.practice === 1 && next >= settingsOf(room).practiceTurns)
			await endPractice(tx, room, context.now());
		else if (next < room.turns) await openTurn(tx, room, next, context.now());
		else {
			await endRoom(tx, room, context.now());
			return 'over';
		}
		return 'on';
	});
	if (moved === false) return;
	context.changed(roomId);
	if (moved === 'over') context.over(roomId);
}

/** Whether the market is behind with a team. */
async function isBeingPlayed(query: Query, roomId: string): Promise<boolean> {
	const room = await roomById(query, roomId);
	if (room?.phase !== 'playing') return false;
	const behind = await query
		.selectFrom('team')
		.select('id')
		.where('room', '=', roomId)
		.where((it) =>
			it.or([
				it('played', '<', it.ref('turn')),
				it.and([it('turn', '>=', room.turns), it('played', '<=', room.turns)])
			])
		)
		.limit(1)
		.executeTakeFirst();
	return behind !== undefined;
}

async function endRoom(tx: Tx, room: RoomRow, now: number): Promise<void> {
	await tx
		.updateTable('room')
		.set({ phase: 'over', turn: room.turns, endedAt: now, joinable: 0, opensAt: null, closesAt: null })
		.where('id', '=', room.id)
		.execute();
}

const BEGINNING = {
	practice: 0,
	turn: 0,
	played: 0,
	head: '',
	handedAt: null,
	parked: 0,
	total: null,
	pillars: null,
	game: null
} as const;

/**
 * Ends the practice of one team, or of all that still practise, in a room at one's own speed: back to the beginning,
 * under the real seed. The caller holds the room.
 */
export async function beginGame(tx: Tx, room: string, team: string | null, now: number): Promise<void> {
	await tx
		.updateTable('team')
		.set((it) => ({ ...BEGINNING, run: it('run', '+', 1), openedAt: now }))
		.where('room', '=', room)
		.where('practice', '=', 1)
		.$if(team !== null, (it) => it.where('id', '=', team))
		.execute();
}

/**
 * Everybody back to the beginning, under the real seed: paced together, the game waits for `start`; at one's own speed it
 * goes on at once, and nobody who comes in from now on practises. The caller holds the room.
 */
export async function endPractice(tx: Tx, room: RoomRow, now: number): Promise<void> {
	if (!isTogether(room)) {
		await tx.updateTable('room').set({ practice: 0 }).where('id', '=', room.id).execute();
		return beginGame(tx, room.id, null, now);
	}
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
		.set({ ...BEGINNING, run: room.run + 1, openedAt: null })
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
