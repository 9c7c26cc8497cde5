import { MAX_SUBMISSION, refuseBoard } from '#lib/protocol/board/index.ts';
import { readJson } from '#lib/server/http/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** Takes a whole game of an open room in, for the room's own board. What comes of it is told by its receipt. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	const seconds = server.limits.teamSubmissions.take(who.value.team);
	if (seconds > 0) return refuseBoard('BOARD_TOO_MANY', 'too many games of this team', { seconds });
	const sender = await server.rooms.sender(room, who.value.team);
	if (!sender.ok) return sender;
	const body = await readJson(event.request, MAX_SUBMISSION);
	return body.ok ? server.boards.submissions.submit(body.value, sender.value) : body;
}, 202);
