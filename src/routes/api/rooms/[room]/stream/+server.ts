import { refuseRoom } from '#lib/protocol/rooms/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { asksInRoom } from '../../who.ts';
import { openStream } from '../../../event-stream.ts';
import type { RequestHandler } from './$types';

/** The one stream of a browser: what the room is, and whatever changes. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const who = await asksInRoom(event, server, event.params.room);
	if (!who.ok) return who;
	const { request, url } = event;
	const after = request.headers.get('last-event-id') ?? url.searchParams.get('after');
	const stream = await openStream((send) => server.rooms.watch(who.value, after, send));
	return stream ?? refuseRoom('ROOM_NO_ACCESS', 'this room is closed to you');
});
