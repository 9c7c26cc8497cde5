/** What every address of the server does before and after its own work. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Result } from '#lib/result.ts';
import { readDatabaseError } from '#lib/server/database/index.ts';
import { refuseHttp } from '#lib/server/http/index.ts';
import type { Server } from '#lib/server/index.ts';
import { answerFaults, answerResult } from './answer.ts';

/** A value is answered as JSON, a result likewise or as its faults, a response as it is. */
type Answer = Response | Result<unknown>;

/**
 * @param act one service, called with what was read from the request
 * @param status of an answer that went well
 */
export function endpoint<E extends RequestEvent>(
	act: (event: E, server: Server) => Promise<Answer>,
	status = 200
): (event: E) => Promise<Response> {
	return async (event) => {
		const { request, locals } = event;
		const server = await locals.standby.get();
		if (!server.ok) return answerFaults(request, server.faults);
		try {
			const answer = await act(event, server.value);
			return answer instanceof Response ? answer : await answerResult(request, answer, status);
		} catch (error) {
			const known = readDatabaseError(error);
			const { log } = server.value.observers;
			const { requestId } = locals;
			if (known !== null) {
				log.warn({ requestId, code: known.code }, 'database fault');
				// What the database says of itself is for the log: it may name hosts and folders.
				return answerFaults(request, [{ ...known, message: 'the database cannot do this now' }]);
			}
			log.error({ requestId, error }, 'fault');
			return answerFaults(request, refuseHttp('HTTP_FAULT', 'our own fault', { requestId }).faults);
		}
	};
}
