import { readShape } from '#lib/engine/shape.ts';
import { BoardQuerySchema } from '#lib/protocol/board/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { asksInRoom } from '../../who.ts';
import type { RequestHandler } from './$types';

/** A page of the room's own board, and where the team that asks stands. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const who = await asksInRoom(event, server, event.params.room);
	if (!who.ok) return who;
	const place = await server.rooms.boardPlace(who.value);
	if (!place.ok) return place;
	const { searchParams } = event.url;
	const asked = {
		board: server.boards.idOf(place.value),
		by: searchParams.get('by') ?? 'total',
		after: searchParams.get('after')
	};
	const read = readShape(BoardQuerySchema, asked, 'BOARD_SHAPE');
	if (!read.ok) return read;
	return server.boards.page({ ...read.value, who: who.value.kind === 'team' ? who.value.team : null });
});
