import { ResumeSchema } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../../endpoint.ts';
import { readBody } from '../../read.ts';
import { setCookie, tryCode } from '../../rooms/who.ts';
import type { RequestHandler } from './$types';

/** Another browser of a team, by the team's own code. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const request = await readBody(event.request, ResumeSchema);
	if (!request.ok) return request;
	const came = await tryCode(server, event.locals.address, {
		roomOf: () => server.rooms.roomOfTeamCode(request.value.resumeCode),
		attempt: () => server.rooms.resume(request.value),
		opened: ({ joined }) => joined.room
	});
	if (!came.ok) return came;
	const { joined, cookie } = came.value;
	setCookie(event, 'team', cookie, joined.room);
	return ok(joined);
});
