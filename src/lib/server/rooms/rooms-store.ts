/** The queries that several parts of the rooms share. */
import type { Database, Query, Tx } from '../database/index.ts';
import type { HandInRow, RoomRow, TeamRow } from './model.ts';

export async function roomById(query: Query, room: string): Promise<RoomRow | null> {
	return (await query.selectFrom('room').selectAll().where('id', '=', room).executeTakeFirst()) ?? null;
}

/** Holds the room until the transaction ends: whatever changes where it stands goes through this. */
export async function lockedRoom(database: Database, tx: Tx, room: string): Promise<RoomRow | null> {
	const rows = database.locked(tx.selectFrom('room').selectAll().where('id', '=', room));
	return (await rows.executeTakeFirst()) ?? null;
}

/** In the order they came in. */
export function teamsOf(query: Query, room: string): Promise<TeamRow[]> {
	return query
		.selectFrom('team')
		.selectAll()
		.where('room', '=', room)
		.orderBy('joinedAt')
		.orderBy('name')
		.execute();
}

export async function teamById(query: Query, room: string, team: string): Promise<TeamRow | null> {
	const rows = query.selectFrom('team').selectAll().where('id', '=', team).where('room', '=', room);
	return (await rows.executeTakeFirst()) ?? null;
}

/** Entries that count in this run of the team, by turn. */
export function chainOf(query: Query, { id, run }: Pick<TeamRow, 'id' | 'run'>): Promise<HandInRow[]> {
	return query
		.selectFrom('handIn')
		.selectAll()
		.where('team', '=', id)
		.where('run', '=', run)
		.where('place', '=', 'chain')
		.orderBy('turn')
		.execute();
}

/** The next place in the order of receipt. */
export async function nextPosition(tx: Query, team: string): Promise<number> {
	const { last } = await tx
		.selectFrom('handIn')
		.select((it) => it.fn.max('position').as('last'))
		.where('team', '=', team)
		.executeTakeFirstOrThrow();
	return last === null ? 0 : Number(last) + 1;
}
