import { endpoint } from '../../../endpoint.ts';
import { fileHeaders } from '../../gradebook.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** The whole room as a file that opens again. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'instructor', room);
	if (!who.ok) return who;
	const archive = await server.rooms.archive(room);
	if (!archive.ok) return archive;
	const headers = fileHeaders('application/json', `shapan-room-${room}.json`);
	return new Response(`${JSON.stringify(archive.value)}\n`, { headers });
});
