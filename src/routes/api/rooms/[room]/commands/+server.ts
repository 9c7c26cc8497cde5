import { CommandSchema } from '#lib/protocol/rooms/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { readBody } from '../../../read.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** What the instructor does to the room. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'instructor', room);
	if (!who.ok) return who;
	const command = await readBody(event.request, CommandSchema);
	if (!command.ok) return command;
	return server.rooms.command(room, command.value, who.value.browser);
});
