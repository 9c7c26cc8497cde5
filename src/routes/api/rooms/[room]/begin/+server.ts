import { ok } from '#lib/result.ts';
import { endpoint } from '../../../endpoint.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** The team's practice is over; its game begins. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	const begun = await server.rooms.begin(room, who.value.team);
	return begun.ok ? ok({}) : begun;
});
