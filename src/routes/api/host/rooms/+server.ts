import { endpoint } from '../../endpoint.ts';
import { asks } from '../../rooms/who.ts';
import { ok } from '#lib/result.ts';
import type { RequestHandler } from './$types';

/** The rooms of this server, the newest first. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const host = await asks(event, server, 'host', null);
	return host.ok ? ok(await server.rooms.list()) : host;
});
