/** How long reads of a large board take. The board is made for it and taken away again. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { MEASURES, PAGE_SIZE, type Measure } from '#lib/protocol/board/index.ts';
import type { Database } from '../database/index.ts';
import { boardId, makeBoard } from './place.ts';
import { readPage, type PageRequest } from './reading.ts';
import { earlinessOf, record } from './runs.ts';

export interface BoardTimes {
	readonly database: string;
	readonly runs: number;
	/** Milliseconds, by what is read: the median, the 99th of a hundred, the longest. */
	readonly times: Readonly<
		Record<string, { readonly median: number; readonly p99: number; readonly most: number }>
	>;
}

const BATCH = 500;
const COLUMN: Readonly<Record<Measure, string>> = {
	total: 'total',
	effectiveShipment: 'effective_shipment',
	stock: 'stock',
	expense: 'expense',
	no1: 'no1'
};

/** @param onFilled told the runs made so far */
export async function benchBoard(
	database: Database,
	runs: number,
	reads: number,
	onFilled: (runs: number) => void
): Promise<BoardTimes> {
	const place = {
		scenarioId: 'bench',
		title: null,
		engineVersion: '0.0.0',
		seal: 'open',
		room: 'bench'
	} as const;
	const scenarioHash = `bench ${randomBytes(8).toString('hex')}`;
	const board = await database.transaction((tx) => makeBoard(tx, { ...place, scenarioHash }));
	try {
		await fill(database, board, runs, onFilled);
		return { database: database.kind, runs, times: await time(database, board, runs, reads) };
	} finally {
		await database.query.deleteFrom('boardTally').where('board', '=', board).execute();
		await database.query.deleteFrom('boardRun').where('board', '=', board).execute();
		await database.query.deleteFrom('board').where('id', '=', board).execute();
	}
}

/** A fixed course of numbers by a linear congruence, bell-shaped as scores are. */
function scores(): () => number {
	let state = 1;
	const uniform = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	return () => Math.floor(((uniform() + uniform() + uniform() + uniform()) / 4) * 100_001);
}

async function fill(
	database: Database,
	board: number,
	runs: number,
	onFilled: (runs: number) => void
): Promise<void> {
	const next = scores();
	for (let first = 0; first < runs; first += BATCH) {
		const rows = Array.from({ length: Math.min(BATCH, runs - first) }, (_, i) => ({
			board,
			who: whoOf(first + i),
			name: `player ${first + i}`,
			total: next(),
			effectiveShipment: next(),
			stock: next(),
			expense: next(),
			no1: next(),
			earliness: earlinessOf(1_764_000_000_000 + first + i),
			receivedAt: 1_764_000_000_000 + first + i,
			twin: 0
		}));
		await database.query.insertInto('boardRun').values(rows).execute();
		onFilled(first + rows.length);
	}
	for (const measure of MEASURES) {
		for (const [level, per] of [
			[0, 1000],
			[1, 1]
		] as const) {
			const column = sql.raw(COLUMN[measure]);
			await sql`insert into board_tally (board, measure, level, bucket, runs)
				select board, ${measure}, ${sql.lit(level)}, ${column} / ${sql.lit(per)}, count(*) from board_run
				where board = ${board} group by board, ${column} / ${sql.lit(per)}`.execute(database.query);
		}
	}
	// As the server’s own housekeeping would before long.
	await sql`analyze`.execute(database.query);
}

const whoOf = (i: number): string => `bench ${i}`;

async function time(
	database: Database,
	board: number,
	runs: number,
	reads: number
): Promise<BoardTimes['times']> {
	const next = scores();
	const id = boardId(board);
	const read = async (request: Omit<PageRequest, 'board'>): Promise<void> => {
		const page = await readPage(database.query, { board: id, ...request });
		if (!page.ok) throw new Error(page.faults[0]?.code);
		if (page.value.rows.length === 0) throw new Error('an empty page');
	};
	const by = (i: number): Measure => MEASURES[i % MEASURES.length] ?? 'total';
	const someone = (): string => whoOf(Math.floor((next() / 100_001) * runs));
	const inside = (): string => `${Math.max(1000, next())}.${Number.MAX_SAFE_INTEGER}`;
	const kinds: Readonly<Record<string, (i: number) => Promise<unknown>>> = {
		'first page': (i) => read({ by: by(i), after: null, who: null }),
		'first page and own rank': (i) => read({ by: by(i), after: null, who: someone() }),
		'a page inside and own rank': (i) => read({ by: by(i), after: inside(), who: someone() }),
		'a game ranked': () =>
			database.transaction((tx) => {
				const pillars = { effectiveShipment: next(), stock: next(), expense: next(), no1: next() };
				const score = { total: next(), pillars };
				const who = randomBytes(8).toString('hex');
				return record(database, tx, board, { who, name: 'late', score, receivedAt: Date.now(), twin: false });
			})
	};
	const times: Record<string, BoardTimes['times'][string]> = {};
	for (const [kind, act] of Object.entries(kinds)) {
		for (let i = 0; i < PAGE_SIZE; i++) await act(i);
		const taken: number[] = [];
		for (let i = 0; i < reads; i++) {
			const began = performance.now();
			await act(i);
			taken.push(performance.now() - began);
		}
		taken.sort((a, b) => a - b);
		const at = (share: number): number =>
			taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
		times[kind] = { median: at(0.5), p99: at(0.99), most: at(1) };
	}
	return times;
}
