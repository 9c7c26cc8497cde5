/** Taking rooms away for good: when asked, or when they have been kept long enough. */
import type { RoomsContext } from '../context.ts';
import { gameKey } from '../game-ref.ts';
import { roomById, teamsOf } from '../rooms-store.ts';

const DAY_MS = 24 * 3600 * 1000;

/** With its teams, plans, reports, browsers and links: every table of a room ends with it. */
export async function deleteRoom(context: RoomsContext, roomId: string): Promise<void> {
	const { database, host, changed } = context;
	const room = await roomById(database.query, roomId);
	if (room === null) return;
	const teams = await teamsOf(database.query, roomId);
	await database.query.deleteFrom('room').where('id', '=', roomId).execute();
	changed(roomId);
	for (const { id } of teams) await host.forget(gameKey(room, id)).catch(() => undefined);
}

/**
 * Rooms that ended so long ago, or that were made and never ended; and cookies that are over.
 *
 * @param days after which a room is deleted
 * @returns how many rooms
 */
export async function sweep(context: RoomsContext, days: number): Promise<number> {
	const { database, now } = context;
	const before = now() - days * DAY_MS;
	await database.query.deleteFrom('browser').where('expiresAt', '<', now()).execute();
	const old = await database.query
		.selectFrom('room')
		.select('id')
		.where((it) => it(it.fn.coalesce('endedAt', 'createdAt'), '<', before))
		.execute();
	for (const { id } of old) await deleteRoom(context, id);
	return old.length;
}
