/** The rooms of a server, for whoever runs it. */
import type { RoomLine, RoomPhase } from '#lib/protocol/rooms/index.ts';
import type { Query } from '../database/index.ts';

/** The newest first. */
export async function listRooms(query: Query): Promise<RoomLine[]> {
	const rows = await query
		.selectFrom('room')
		.leftJoin('team', 'team.room', 'room.id')
		.select(['room.id', 'room.title', 'room.phase', 'room.joinCode', 'room.createdAt', 'room.endedAt'])
		.select((it) => it.fn.count<number>('team.id').as('teams'))
		.groupBy(['room.id', 'room.title', 'room.phase', 'room.joinCode', 'room.createdAt', 'room.endedAt'])
		.orderBy('room.createdAt', 'desc')
		.limit(500)
		.execute();
	return rows.map(({ id, phase, teams, ...line }) => ({
		room: id,
		...line,
		phase: phase as RoomPhase,
		teams: Number(teams)
	}));
}
