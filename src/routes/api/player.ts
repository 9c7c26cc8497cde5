/** Who asks about boards: whoever has the key that was made in their browser. In a header, so that no log or link has it. */
import * as v from 'valibot';
import { PLAYER_HEADER, PlayerKeySchema } from '#lib/protocol/board/index.ts';
import { playerOf } from '#lib/server/board/index.ts';

/** Null where nobody says who they are, or not in a way that can be. */
export function askingPlayer(request: Request): string | null {
	const key = request.headers.get(PLAYER_HEADER);
	return v.is(PlayerKeySchema, key) ? playerOf(key) : null;
}
