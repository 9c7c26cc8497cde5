import { endpoint } from '../../../../endpoint.ts';
import { asks } from '../../../who.ts';
import type { RequestHandler } from './$types';

/** How far a game that the team handed in has come. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const { room, id } = event.params;
	const who = await asks(event, server, 'team', room);
	return who.ok ? server.boards.submissions.receipt(id, who.value.team) : who;
});
