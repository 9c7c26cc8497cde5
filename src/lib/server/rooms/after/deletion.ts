/** Taking rooms away for good: when asked, or when they have been kept long enough. */
import type { Database } from '../../database/index.ts';
import type { RoomsContext } from '../context.ts';
import { gameKey } from '../game-ref.ts';
import type { Ranking } from './ranking.ts';
import { roomById, teamsOf } from '../rooms-store.ts';

const DAY_MS = 24 * 3600 * 1000;

/** With its teams, plans, reports, browsers and links: every table of a room ends with it, and its games leave the boards. */
export async function deleteRoom(context: RoomsContext, ranking: Ranking, roomId: string): Promise<void> {
	const { database, host, changed } = context;
	const room = await roomById(database.query, roomId);
	if (room === null) return;
	const teams = await teamsOf(database.query, roomId);
	await database.query.deleteFrom('room').where('id', '=', roomId).execute();
	changed(roomId);
	for (const { id } of teams) await ranking.forget(id);
	await deleteBoards(database, roomId);
	await database.purge();
	for (const team of teams) await host.forget(gameKey(team)).catch(() => undefined);
}

async function deleteBoards(database: Database, room: string): Promise<void> {
	await database.transaction(async (tx) => {
		const boards = tx.selectFrom('board').select('id').where('room', '=', room);
		await tx.deleteFrom('boardTally').where('board', 'in', boards).execute();
		await tx.deleteFrom('board').where('room', '=', room).execute();
	});
}

/**
 * Rooms that ended so long ago, or that were made and never ended; and cookies that are over.
 *
 * @param days after which a room is deleted
 * @returns how many rooms
 */
export async function sweep(context: RoomsContext, ranking: Ranking, days: number): Promise<number> {
	const { database, now } = context;
	const before = now() - days * DAY_MS;
	await database.query.deleteFrom('browser').where('expiresAt', '<', now()).execute();
	const old = await database.query
		.selectFrom('room')
		.select('id')
		.where((it) => it(it.fn.coalesce('endedAt', 'createdAt'), '<', before))
		.execute();
	for (const { id } of old) await deleteRoom(context, ranking, id);
	return old.length;
}
