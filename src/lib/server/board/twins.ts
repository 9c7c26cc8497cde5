/** Teams of a room with the very same decisions: nobody is shut out for it, and all of them are marked. */
import type { Tx } from '../database/index.ts';

export interface TeamGame {
	/** Empty for a game of no room. */
	readonly room: string;
	readonly who: string;
	/** `gameDigest`; empty where there is nothing that could have been copied. */
	readonly game: string;
	/** What it came to: the same decisions come to the same. */
	readonly total: number;
}

/**
 * Looks for the same game among what other teams handed in whole and among what the server has stepped for them, and
 * marks those: whichever comes last finds the other.
 *
 * @returns whether there is one
 */
export async function markTwins(tx: Tx, { room, who, game, total }: TeamGame): Promise<boolean> {
	if (room === '' || game === '') return false;
	const handedIn = await tx
		.selectFrom('submission')
		.select('who')
		.where('room', '=', room)
		.where('game', '=', game)
		.where('who', '<>', who)
		.execute();
	const stepped = await tx
		.selectFrom('team')
		.select('id as who')
		.where('room', '=', room)
		.where('game', '=', game)
		.where('id', '<>', who)
		.execute();
	const others = new Set([...handedIn, ...stepped].map((it) => it.who));
	if (others.size === 0) return false;
	await tx
		.updateTable('submission')
		.set({ twin: 1 })
		.where('room', '=', room)
		.where('game', '=', game)
		.execute();
	await tx
		.updateTable('boardRun')
		.set({ twin: 1 })
		.where('who', 'in', [...others])
		.where('total', '=', total)
		.execute();
	return true;
}
