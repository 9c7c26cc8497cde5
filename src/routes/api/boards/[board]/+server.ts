import { readShape } from '#lib/engine/shape.ts';
import { BoardQuerySchema } from '#lib/protocol/board/index.ts';
import { endpoint } from '../../endpoint.ts';
import { askingPlayer } from '../../player.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** A page of a board, and where whoever asks stands. */
export const GET: RequestHandler = endpoint(async ({ params, url, request }, { boards }) => {
	const asked = {
		board: params.board,
		by: url.searchParams.get('by') ?? 'total',
		after: url.searchParams.get('after')
	};
	const read = readShape(BoardQuerySchema, asked, 'BOARD_SHAPE');
	return read.ok ? boards.page({ ...read.value, who: askingPlayer(request) }) : read;
});
