import { JoinSchema } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../endpoint.ts';
import { readBody } from '../read.ts';
import { setCookie, tryCode } from '../rooms/who.ts';
import type { RequestHandler } from './$types';

/** What the room of a code is, before anybody joins it. */
export const GET: RequestHandler = endpoint(async ({ url, locals }, server) => {
	const code = url.searchParams.get('code') ?? '';
	return tryCode(server, locals.address, {
		roomOf: () => server.rooms.roomOfCode(code),
		attempt: () => server.rooms.card(code),
		opened: ({ room }) => room
	});
});

/** A new team. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const request = await readBody(event.request, JoinSchema);
	if (!request.ok) return request;
	const came = await tryCode(server, event.locals.address, {
		roomOf: () => server.rooms.roomOfCode(request.value.code),
		attempt: () => server.rooms.join(request.value),
		opened: ({ joined }) => joined.room
	});
	if (!came.ok) return came;
	const { joined, cookie } = came.value;
	setCookie(event, 'team', cookie, joined.room);
	return ok(joined);
}, 201);
