import { answerText } from '../../../answer.ts';
import { endpoint } from '../../../endpoint.ts';
import { asksInRoom } from '../../who.ts';
import type { RequestHandler } from './$types';

/** The snapshot a stream begins with, alone. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const who = await asksInRoom(event, server, event.params.room);
	if (!who.ok) return who;
	const state = await server.rooms.state(who.value);
	return state.ok ? answerText(state.value) : state;
});
