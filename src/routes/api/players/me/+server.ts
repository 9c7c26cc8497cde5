import { refuseBoard } from '#lib/protocol/board/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../../endpoint.ts';
import { askingPlayer } from '../../player.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Deletes all that whoever asks has handed in, from boards too. */
export const DELETE: RequestHandler = endpoint(async ({ request }, { boards }) => {
	const who = askingPlayer(request);
	if (who === null) return refuseBoard('BOARD_ENTRY_UNKNOWN', 'nobody to forget');
	return ok(await boards.submissions.forget(who));
});
