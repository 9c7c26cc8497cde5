import { endpoint } from '../../../endpoint.ts';
import { asksInRoom } from '../../who.ts';
import type { RequestHandler } from './$types';

/** Everybody's turns, and what the class did with each lever. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const who = await asksInRoom(event, server, event.params.room);
	return who.ok ? server.rooms.results(who.value) : who;
});
