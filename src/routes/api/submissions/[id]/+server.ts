import { refuseBoard } from '#lib/protocol/board/index.ts';
import { endpoint } from '../../endpoint.ts';
import { askingPlayer } from '../../player.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

export const GET: RequestHandler = endpoint(async ({ params, request }, { boards }) => {
	const who = askingPlayer(request);
	if (who === null) return refuseBoard('BOARD_ENTRY_UNKNOWN', 'nothing of this number');
	return boards.submissions.receipt(params.id, who);
});
