import { CreateRoomSchema, MAX_SCENARIO_TEXT } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../endpoint.ts';
import { readBody } from '../read.ts';
import { asks, setCookie } from './who.ts';
import type { RequestHandler } from './$types';

/** A scenario's text, escaped, in UTF-8. */
const MAX_BODY = 4 * MAX_SCENARIO_TEXT;

/** Makes a room; whoever does is its instructor. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const host = await asks(event, server, 'host', null);
	if (!host.ok) return host;
	const request = await readBody(event.request, CreateRoomSchema, MAX_BODY);
	if (!request.ok) return request;
	const made = await server.rooms.create(request.value);
	if (!made.ok) return made;
	const { created, cookie } = made.value;
	server.limits.known.note(event.locals.address, created.room);
	setCookie(event, 'instructor', cookie, created.room);
	return ok(created);
}, 201);
