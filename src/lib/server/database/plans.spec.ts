/** What is looked for in large tables is found by an index, on both databases. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import type { Database } from './index.ts';

const RUNS = 20_000;
const BATCH = 500;

/** A board as large as makes a planner think; the counts do not matter here. */
async function fill({ query }: Database): Promise<void> {
	const board = { id: 1, scenarioHash: 'h', scenarioId: 'i', title: null, engineVersion: '1', room: '' };
	await query
		.insertInto('board')
		.values({ ...board, seal: 'open' })
		.execute();
	const score = { total: 1, effectiveShipment: 1, stock: 1, expense: 1, no1: 1 };
	const log = { content: '', game: '', log: '', claim: '', faults: null, score: null, twin: 0, room: '' };
	for (let from = 0; from < RUNS; from += BATCH) {
		const people = Array.from({ length: BATCH }, (_, i) => `who ${from + i}`);
		const run = { board: 1, name: 'n', ...score, receivedAt: 1, twin: 0 };
		await query
			.insertInto('boardRun')
			.values(people.map((who, i) => ({ ...run, who, earliness: from + i })))
			.execute();
		await query
			.insertInto('submission')
			.values(
				people.map((who) => ({ ...log, id: who, board: 1, who, name: 'n', receivedAt: 1, state: 'refused' }))
			)
			.execute();
	}
	await sql.raw('analyze').execute(query);
}

onBothDatabases((bench) => {
	test('a player is found on every board, and among what was handed in, without reading either', async () => {
		const database = await bench.database();
		await fill(database);
		for (const [table, index] of [
			['board_run', 'board_run_who'],
			['submission', 'submission_who']
		] as const) {
			const explain = database.kind === 'sqlite' ? 'explain query plan' : 'explain';
			const text = `${explain} select board from ${table} where who = 'who 7'`;
			const { rows } = await sql.raw(text).execute(database.query);
			expect(JSON.stringify(rows)).toContain(index);
		}
	});
});
