/** Counts of runs by value, kept with every run, so that a rank needs no counting of runs. */
import { sql } from 'kysely';
import { MEASURES, type BoardScore, type Measure } from '#lib/protocol/board/index.ts';
import type { Query, Tx } from '../database/index.ts';

/** Thousandths in one bucket of level 0: a whole point. */
const COARSE = 1000;

export function valueOf(score: BoardScore, measure: Measure): number {
	return measure === 'total' ? score.total : score.pillars[measure];
}

/** @param before the run that is replaced; null for the first of its player */
export async function recount(
	tx: Tx,
	board: number,
	before: BoardScore | null,
	after: BoardScore | null
): Promise<void> {
	const changes = new Map<string, { measure: Measure; level: number; bucket: number; runs: number }>();
	const change = (score: BoardScore | null, runs: number): void => {
		if (score === null) return;
		for (const measure of MEASURES) {
			const value = valueOf(score, measure);
			for (const [level, bucket] of [
				[0, Math.floor(value / COARSE)],
				[1, value]
			] as const) {
				const key = `${measure} ${level} ${bucket}`;
				const known = changes.get(key)?.runs ?? 0;
				changes.set(key, { measure, level, bucket, runs: known + runs });
			}
		}
	};
	change(before, -1);
	change(after, 1);
	// Everybody takes the rows in one order, so that no two wait for each other.
	const rows = [...changes.values()]
		.filter(({ runs }) => runs !== 0)
		.sort((a, b) =>
			a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : a.level - b.level || a.bucket - b.bucket
		);
	for (const row of rows) {
		await tx
			.insertInto('boardTally')
			.values({ board, ...row })
			.onConflict((it) =>
				it
					.columns(['board', 'measure', 'level', 'bucket'])
					.doUpdateSet({ runs: sql<number>`board_tally.runs + ${row.runs}` })
			)
			.execute();
	}
}

/** From 1: one more than there are better values. */
export async function rankOf(query: Query, board: number, measure: Measure, value: number): Promise<number> {
	const point = Math.floor(value / COARSE);
	const better = await query
		.selectFrom('boardTally')
		.select(({ fn }) => fn.coalesce(fn.sum<number>('runs'), sql<number>`0`).as('runs'))
		.where('board', '=', board)
		.where('measure', '=', measure)
		.where('level', '=', 0)
		.where('bucket', '>', point)
		.unionAll(
			query
				.selectFrom('boardTally')
				.select(({ fn }) => fn.coalesce(fn.sum<number>('runs'), sql<number>`0`).as('runs'))
				.where('board', '=', board)
				.where('measure', '=', measure)
				.where('level', '=', 1)
				.where('bucket', '>', value)
				.where('bucket', '<', (point + 1) * COARSE)
		)
		.execute();
	return 1 + better.reduce((sum, { runs }) => sum + runs, 0);
}

export async function countRuns(query: Query, board: number): Promise<number> {
	const { runs } = await query
		.selectFrom('boardTally')
		.select(({ fn }) => fn.coalesce(fn.sum<number>('runs'), sql<number>`0`).as('runs'))
		.where('board', '=', board)
		.where('measure', '=', 'total')
		.where('level', '=', 0)
		.executeTakeFirstOrThrow();
	return runs;
}
