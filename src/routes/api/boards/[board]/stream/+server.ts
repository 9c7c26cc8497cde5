import { readShape } from '#lib/engine/shape.ts';
import { BoardQuerySchema } from '#lib/protocol/board/index.ts';
import { refuseHttp } from '#lib/server/http/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { openStream } from '../../../event-stream.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Seconds after which somebody who found too many streams open may ask again; meanwhile they can read. */
const AGAIN_SECONDS = 60;

/** Tells whoever looks at a board that it changed. */
export const GET: RequestHandler = endpoint(async ({ params, locals }, server) => {
	const asked = { board: params.board, by: 'total', after: null };
	const read = readShape(BoardQuerySchema, asked, 'BOARD_SHAPE');
	if (!read.ok) return read;
	const known = await server.boards.exists(read.value.board);
	if (!known.ok) return known;
	const { address } = locals;
	const stream = await openStream(async (send) => server.boardWatch.watch(read.value.board, address, send));
	return stream ?? refuseHttp('HTTP_TOO_MANY', 'too many streams from here', { seconds: AGAIN_SECONDS });
});
