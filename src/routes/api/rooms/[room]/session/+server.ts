import { AccessSchema } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../../../endpoint.ts';
import { readBody } from '../../../read.ts';
import { asksInRoom, setCookie, trySecret } from '../../who.ts';
import type { RequestHandler } from './$types';

/** The secret of the room's link against the cookie of its instructor. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const access = await readBody(event.request, AccessSchema);
	if (!access.ok) return access;
	const { room } = event.params;
	const entered = await trySecret(server, event.locals.address, () =>
		server.rooms.enterRoom(room, access.value.secret)
	);
	if (!entered.ok) return entered;
	server.limits.known.note(event.locals.address, room);
	setCookie(event, 'instructor', entered.value, room);
	return ok({ room });
});

/** Signs this browser out. */
export const DELETE: RequestHandler = endpoint(async (event, server) => {
	const who = await asksInRoom(event, server, event.params.room);
	if (!who.ok) return who;
	await server.rooms.leave(who.value);
	return ok({});
});
