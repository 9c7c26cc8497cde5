import { refuseRoom } from '#lib/protocol/rooms/index.ts';
import { readJson } from '#lib/server/http/index.ts';
import { readHandIn } from '#lib/server/rooms/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { asks, tooManyTurns } from '../../who.ts';
import type { RequestHandler } from './$types';

/** A team's decision for a turn. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	const wait = tooManyTurns(server, who.value.team);
	if (wait !== null) return wait;
	const body = await readJson(event.request);
	if (!body.ok) return body;
	const handed = readHandIn(body.value);
	if (!handed.ok) return handed;
	if (handed.value.team !== who.value.team)
		return refuseRoom('TEAM_UNKNOWN', 'not your team', undefined, 'team');
	return server.rooms.handIn(room, handed.value);
});
