import { expect, test } from 'vitest';
import { readShape } from '#lib/engine/shape.ts';
import { openBoards } from '../../../../tests/support/boards.ts';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import {
	BoardQuerySchema,
	MEASURES,
	PAGE_SIZE,
	type BoardScore,
	type Measure
} from '#lib/protocol/board/index.ts';
import type { Database } from '../database/index.ts';
import { boardId, makeBoard } from './place.ts';
import { record } from './runs.ts';
import { valueOf } from './tally.ts';

/** Many of them alike, so that ties cross pages. */
function scoreOf(i: number): BoardScore {
	const value = (salt: number, among: number): number => ((i * 7919 + salt) % among) * 977;
	return {
		total: value(1, 40),
		pillars: { effectiveShipment: value(2, 100), stock: value(3, 3), expense: 0, no1: value(5, 90) }
	};
}

async function fill(database: Database, runs: number): Promise<number> {
	return database.transaction(async (tx) => {
		const place = { scenarioHash: 'h', scenarioId: 'i', title: null, engineVersion: '1.0.0', room: null };
		const board = await makeBoard(tx, { ...place, seal: 'open' });
		for (let i = 0; i < runs; i++) {
			const run = { who: `w${i}`, name: `n${i}`, receivedAt: 1_764_000_000_000 + i, twin: false };
			await record(database, tx, board, { ...run, score: scoreOf(i) });
		}
		return board;
	});
}

/** By the rule alone: higher first, then earlier; equal values share the rank of the first. */
function expected(runs: number, by: Measure): { name: string; rank: number }[] {
	const values = Array.from({ length: runs }, (_, i) => ({ name: `n${i}`, value: valueOf(scoreOf(i), by) }));
	const sorted = values.toSorted((a, b) => b.value - a.value);
	return sorted.map(({ name, value }) => ({
		name,
		rank: 1 + values.filter((it) => it.value > value).length
	}));
}

test.each(['', 'x', '1', '1.', '.1', '1.1.1', '-1.5', '9999999.1', "1' or 1=1"])(
	'%j is no place in a board',
	(after) => {
		const query = { board: '0'.repeat(12), by: 'total', after };
		expect(readShape(BoardQuerySchema, query, 'BOARD_SHAPE')).toMatchObject({ faults: [{ path: 'after' }] });
	}
);

onBothDatabases((bench) => {
	test('all pages together are the board, by every measure', async () => {
		const runs = 2 * PAGE_SIZE + 17;
		const { boards, database } = await openBoards(await bench.target(), { working: false });
		const board = boardId(await fill(database, runs));
		for (const by of MEASURES) {
			const read: { name: string; rank: number }[] = [];
			let after: string | null = null;
			do {
				const page = await boards.page({ board, by, after, who: null });
				if (!page.ok) throw new Error(page.faults[0]?.code);
				expect(page.value.board.runs).toBe(runs);
				read.push(...page.value.rows.map(({ name, rank }) => ({ name, rank })));
				after = page.value.next;
			} while (after !== null);
			expect([by, read]).toEqual([by, expected(runs, by)]);
		}
	});

	test('one’s own place is told with the distance to the next', async () => {
		const { boards, database } = await openBoards(await bench.target(), { working: false });
		const board = boardId(await fill(database, 60));
		const all = expected(60, 'total');
		const who = 'w7';
		const page = await boards.page({ board, by: 'total', after: null, who });
		const own = scoreOf(7).total;
		const better = Array.from({ length: 60 }, (_, i) => scoreOf(i).total).filter((total) => total > own);
		expect(page).toMatchObject({
			value: { own: { rank: all.find(({ name }) => name === 'n7')?.rank, toNext: Math.min(...better) - own } }
		});
	});

	test('of one player the best game stands, and an equal one changes nothing', async () => {
		const { boards, database } = await openBoards(await bench.target(), { working: false });
		const number = await fill(database, 3);
		const again = (total: number, receivedAt: number): Promise<boolean> =>
			database.transaction((tx) =>
				record(database, tx, number, {
					who: 'w0',
					name: 'again',
					receivedAt,
					twin: false,
					score: { total, pillars: { effectiveShipment: 5, stock: 5, expense: 5, no1: 5 } }
				})
			);
		expect(await again(99_000, 2)).toBe(true);
		expect(await again(99_000, 3)).toBe(false);
		expect(await again(98_000, 4)).toBe(false);
		const page = await boards.page({ board: boardId(number), by: 'total', after: null, who: 'w0' });
		expect(page).toMatchObject({
			value: { board: { runs: 3 }, own: { rank: 1, total: 99_000, receivedAt: 2 } }
		});
	});

	test('players who hand in at once are all counted', async () => {
		const { boards, database } = await openBoards(await bench.target(), { working: false });
		const number = await fill(database, 0);
		await Promise.all(
			Array.from({ length: 30 }, (_, i) =>
				database.transaction((tx) =>
					record(database, tx, number, {
						who: `w${i % 20}`,
						name: `n${i}`,
						receivedAt: i,
						twin: false,
						score: scoreOf(i)
					})
				)
			)
		);
		expect(await boards.list()).toMatchObject([{ runs: 20 }]);
		const tally = database.query.selectFrom('boardTally').select(['measure', 'level', 'runs']);
		for (const measure of MEASURES) {
			for (const level of [0, 1]) {
				const rows = (await tally.execute()).filter((it) => it.measure === measure && it.level === level);
				expect([measure, level, rows.reduce((sum, { runs }) => sum + runs, 0)]).toEqual([measure, level, 20]);
			}
		}
	});

	test('there is no board of another name', async () => {
		const { boards } = await openBoards(await bench.target(), { working: false });
		expect(await boards.page({ board: '0'.repeat(12), by: 'total', after: null, who: null })).toMatchObject({
			faults: [{ code: 'BOARD_UNKNOWN' }]
		});
	});
});
