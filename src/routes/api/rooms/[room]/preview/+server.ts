import * as v from 'valibot';
import { answerText } from '../../../answer.ts';
import { endpoint } from '../../../endpoint.ts';
import { readBody } from '../../../read.ts';
import { asks, tooOften } from '../../who.ts';
import type { RequestHandler } from './$types';

const Schema = v.strictObject({ plan: v.unknown() });

/** What would become of a plan in the coming turn. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'team', room);
	if (!who.ok) return who;
	const wait = tooOften(server, who.value.browser);
	if (wait !== null) return wait;
	const body = await readBody(event.request, Schema);
	if (!body.ok) return body;
	const preview = await server.rooms.preview(room, who.value.team, body.value.plan);
	return preview.ok ? answerText(preview.value) : preview;
});
