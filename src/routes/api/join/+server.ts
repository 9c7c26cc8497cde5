import { JoinSchema } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../endpoint.ts';
import { readBody } from '../read.ts';
import { setCookie, trySecret } from '../rooms/who.ts';
import type { RequestHandler } from './$types';

/** What the room of a code is, before anybody joins it. */
export const GET: RequestHandler = endpoint(async ({ url, getClientAddress }, server) => {
	const code = url.searchParams.get('code') ?? '';
	return trySecret(server, getClientAddress(), () => server.rooms.card(code));
});

/** A new team. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const request = await readBody(event.request, JoinSchema);
	if (!request.ok) return request;
	const came = await trySecret(server, event.getClientAddress(), () => server.rooms.join(request.value));
	if (!came.ok) return came;
	const { joined, cookie } = came.value;
	setCookie(event, 'team', cookie, joined.room);
	return ok(joined);
}, 201);
