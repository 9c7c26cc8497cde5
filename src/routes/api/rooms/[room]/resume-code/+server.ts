import { ok } from '#lib/result.ts';
import { endpoint } from '../../../endpoint.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** A new code for another device of the team; the one before stops working. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	return ok({ resumeCode: await server.rooms.renewResumeCode(room, who.value.team) });
});
