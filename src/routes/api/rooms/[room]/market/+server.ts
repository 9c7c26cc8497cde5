import { answerText } from '../../../answer.ts';
import { endpoint } from '../../../endpoint.ts';
import { asks, tooOften } from '../../who.ts';
import type { RequestHandler } from './$types';

/** What the team's firm knows now, and what became of its turns. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	const wait = tooOften(server, who.value.browser);
	if (wait !== null) return wait;
	const market = await server.rooms.market(room, who.value.team);
	return market.ok ? answerText(market.value) : market;
});
