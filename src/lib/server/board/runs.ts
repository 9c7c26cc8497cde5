/** Puts a game onto a board. Of each player and team the best one stands there. */
import { randomInt } from 'node:crypto';
import type { BoardScore } from '#lib/protocol/board/index.ts';
import type { Database, Tx } from '../database/index.ts';
import { recount } from './tally.ts';

export interface Run {
	readonly who: string;
	readonly name: string;
	readonly score: BoardScore;
	readonly receivedAt: number;
	readonly twin: boolean;
}

/** What is handed in in the same millisecond gets an order too. */
const PER_MILLISECOND = 1024;

/** Of two games the earlier has the larger; below 2^53 until the year 2248. */
export function earlinessOf(receivedAt: number): number {
	return Number.MAX_SAFE_INTEGER - (receivedAt * PER_MILLISECOND + randomInt(PER_MILLISECOND));
}

/** @returns whether it stands there now; a game that is not better than the player's best changes nothing */
export async function record(database: Database, tx: Tx, board: number, run: Run): Promise<boolean> {
	const { who, name, score, receivedAt, twin } = run;
	const { total, pillars } = score;
	const columns = {
		name,
		total,
		...pillars,
		earliness: earlinessOf(receivedAt),
		receivedAt,
		twin: twin ? 1 : 0
	};
	const made = await tx
		.insertInto('boardRun')
		.values({ board, who, ...columns })
		.onConflict((it) => it.columns(['board', 'who']).doNothing())
		.returning('who')
		.executeTakeFirst();
	if (made !== undefined) {
		await recount(tx, board, null, score);
		return true;
	}
	const held = database.locked(
		tx.selectFrom('boardRun').selectAll().where('board', '=', board).where('who', '=', who)
	);
	const before = await held.executeTakeFirstOrThrow();
	if (before.total >= total) {
		// The same game by another way, and found to be somebody else's too.
		if (before.total === total && twin) await mark(tx, board, who);
		return false;
	}
	await tx.updateTable('boardRun').set(columns).where('board', '=', board).where('who', '=', who).execute();
	await recount(tx, board, scoreOf(before), score);
	return true;
}

async function mark(tx: Tx, board: number, who: string): Promise<void> {
	await tx
		.updateTable('boardRun')
		.set({ twin: 1 })
		.where('board', '=', board)
		.where('who', '=', who)
		.execute();
}

export async function withdraw(database: Database, tx: Tx, board: number, who: string): Promise<void> {
	const held = database.locked(
		tx.selectFrom('boardRun').selectAll().where('board', '=', board).where('who', '=', who)
	);
	const row = await held.executeTakeFirst();
	if (row === undefined) return;
	await tx.deleteFrom('boardRun').where('board', '=', board).where('who', '=', who).execute();
	await recount(tx, board, scoreOf(row), null);
}

export function scoreOf({
	total,
	effectiveShipment,
	stock,
	expense,
	no1
}: BoardScore['pillars'] & { total: number }) {
	return { total, pillars: { effectiveShipment, stock, expense, no1 } };
}
