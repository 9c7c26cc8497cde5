import { ok } from '#lib/result.ts';
import { endpoint } from '../../endpoint.ts';
import { asks } from '../who.ts';
import type { RequestHandler } from './$types';

/** Deletes the room and everything in it. */
export const DELETE: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'instructor', room);
	if (!who.ok) return who;
	await server.rooms.delete(room);
	return ok({});
});
