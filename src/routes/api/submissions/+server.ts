import { MAX_SUBMISSION, refuseBoard } from '#lib/protocol/board/index.ts';
import { readJson } from '#lib/server/http/index.ts';
import { endpoint } from '../endpoint.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Takes a finished game in. What comes of it is told by its receipt. */
export const POST: RequestHandler = endpoint(async ({ request, locals }, { boards, limits }) => {
	const { address } = locals;
	const seconds = limits.submissions.wait(address);
	if (seconds > 0) return refuseBoard('BOARD_TOO_MANY', 'too many games from this address', { seconds });
	limits.submissions.failed(address);
	const body = await readJson(request, MAX_SUBMISSION);
	return body.ok ? boards.submissions.submit(body.value) : body;
}, 202);
