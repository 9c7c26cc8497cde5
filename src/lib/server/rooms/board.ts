/** What a room has to do with the verified boards: who may hand games in for its own, and who may read it. */
import { rankedAsSealed, refuseRoom, type RoomResult } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import type { Sender } from '../board/index.ts';
import type { BoardPlace } from '../board/place.ts';
import type { Who } from './access.ts';
import type { RoomsContext } from './context.ts';
import { settingsOf } from './model.ts';
import { roomById, teamById } from './rooms-store.ts';

type Place = Pick<BoardPlace, 'scenarioHash' | 'engineVersion' | 'seal' | 'room'>;

/**
 * A team that hands a whole game in. Only where the seeds are known to it, while the room is open: what is sealed is
 * stepped by the server, and ranked by it.
 */
export async function senderOf(
	{ database }: RoomsContext,
	roomId: string,
	teamId: string
): Promise<RoomResult<Sender>> {
	const { query } = database;
	const [room, team] = [await roomById(query, roomId), await teamById(query, roomId, teamId)];
	if (room === null || team === null) return refuseRoom('TEAM_UNKNOWN', 'no such team in this room');
	if (settingsOf(room).luck === 'sealed')
		return refuseRoom('ROOM_SEALED', 'a sealed room is played by the server');
	if (room.phase === 'lobby' || team.practice === 1)
		return refuseRoom('COMMAND_NOT_NOW', 'the game has not begun');
	const { worldSeed, marketSeed } = await query
		.selectFrom('roomMarket')
		.select(['worldSeed', 'marketSeed'])
		.where('room', '=', roomId)
		.executeTakeFirstOrThrow();
	const market = { scenarioHash: room.scenarioHash, worldSeed, marketSeed };
	return ok({ room: roomId, team: teamId, name: team.name, closed: room.phase === 'over', market });
}

/** The room's own board, for its instructor, and for its teams while they may see it. */
export async function boardPlaceOf(
	{ database }: RoomsContext,
	who: Exclude<Who, { kind: 'host' }>
): Promise<RoomResult<Place>> {
	const room = await roomById(database.query, who.room);
	if (room === null) return refuseRoom('ROOM_UNKNOWN', 'no such room');
	if (who.kind === 'team' && room.boardVisible === 0)
		return refuseRoom('ROOM_SEALED', 'the board is not shown');
	const seal = rankedAsSealed(settingsOf(room)) ? 'sealed' : 'open';
	return ok({ scenarioHash: room.scenarioHash, engineVersion: room.engineVersion, seal, room: room.id });
}
