/** Reads boards: pages by keyset, ranks by kept counts, so that a page takes as long on a board of a million. */
import { sql } from 'kysely';
import type { Board, BoardPage, BoardRow, Measure, OwnStanding } from '#lib/protocol/board/index.ts';
import { PAGE_SIZE, refuseBoard, type BoardResult } from '#lib/protocol/board/index.ts';
import { ok } from '#lib/result.ts';
import type { Query } from '../database/index.ts';
import type { BoardRunTable, BoardTable } from '../database/tables/boards.ts';
import { boardId } from './place.ts';
import { scoreOf } from './runs.ts';
import { countRuns, rankOf } from './tally.ts';

export interface PageRequest {
	readonly board: string;
	readonly by: Measure;
	/** `next` of the page before; null for the first. */
	readonly after: string | null;
	/** Of whoever asks: hash of a player's key, id of a team. */
	readonly who: string | null;
}

/** Boards listed at once; one for each scenario, version and seal, rooms apart. */
const MOST_BOARDS = 500;

export async function listBoards(query: Query): Promise<readonly Board[]> {
	const rows = await query
		.selectFrom('board')
		.selectAll()
		.where('room', '=', '')
		.orderBy('scenarioId')
		.orderBy('id')
		.limit(MOST_BOARDS)
		.execute();
	return Promise.all(rows.map((row) => describe(query, row)));
}

export async function readPage(query: Query, request: PageRequest): Promise<BoardResult<BoardPage>> {
	const row = await query
		.selectFrom('board')
		.selectAll()
		.where('id', '=', parseInt(request.board, 16))
		.executeTakeFirst();
	if (row === undefined) return refuseBoard('BOARD_UNKNOWN', 'no such board');
	const { by, who } = request;
	const after = request.after === null ? null : readCursor(request.after);
	const found = await runsAfter(query, row.id, by, after);
	const rows = found.slice(0, PAGE_SIZE);
	const last = rows.at(-1);
	return ok({
		board: await describe(query, row),
		by,
		rows: await rank(query, row.id, by, rows, who),
		next: last === undefined || found.length <= PAGE_SIZE ? null : `${last[by]}.${last.earliness}`,
		own: who === null ? null : await ownStanding(query, row.id, by, who)
	});
}

async function describe(query: Query, row: BoardTable): Promise<Board> {
	const { scenarioId, scenarioHash, title, engineVersion, seal, room } = row;
	return {
		id: boardId(row.id),
		scenario: {
			id: scenarioId,
			hash: scenarioHash,
			title: title === null ? null : (JSON.parse(title) as Board['scenario']['title'])
		},
		engineVersion,
		seal,
		room: room === '' ? null : room,
		runs: await countRuns(query, row.id)
	};
}

interface Cursor {
	readonly value: number;
	readonly earliness: number;
}

/** @param text of the shape that `BoardQuerySchema` asks for */
function readCursor(text: string): Cursor {
	const [value = 0, earliness = 0] = text.split('.').map(Number);
	return { value, earliness: Math.min(earliness, Number.MAX_SAFE_INTEGER) };
}

function runsAfter(query: Query, board: number, by: Measure, after: Cursor | null): Promise<BoardRunTable[]> {
	return query
		.selectFrom('boardRun')
		.selectAll()
		.where('board', '=', board)
		.$if(after !== null, (it) =>
			it.where(sql<boolean>`(${sql.ref(by)}, earliness) < (${after?.value}, ${after?.earliness})`)
		)
		.orderBy(by, 'desc')
		.orderBy('earliness', 'desc')
		.limit(PAGE_SIZE + 1)
		.execute();
}

/** Two ranks are looked up, of the first value and of the second; from there on the page itself says them. */
async function rank(
	query: Query,
	board: number,
	by: Measure,
	runs: readonly BoardRunTable[],
	who: string | null
): Promise<BoardRow[]> {
	const rows: BoardRow[] = [];
	let groups = 0;
	let current = 0;
	let firstOfSecond = 0;
	for (const [i, run] of runs.entries()) {
		if (i === 0 || run[by] !== runs[i - 1]?.[by]) {
			groups++;
			if (groups <= 2) current = await rankOf(query, board, by, run[by]);
			else current = firstOfSecond + i;
			if (groups === 2) firstOfSecond = current - i;
		}
		rows.push(rowOf(run, current, who));
	}
	return rows;
}

function rowOf(run: BoardRunTable, rank: number, who: string | null): BoardRow {
	const { name, receivedAt, twin } = run;
	return { rank, name, ...scoreOf(run), receivedAt, twin: twin === 1, own: run.who === who };
}

async function ownStanding(
	query: Query,
	board: number,
	by: Measure,
	who: string
): Promise<OwnStanding | null> {
	const run = await query
		.selectFrom('boardRun')
		.selectAll()
		.where('board', '=', board)
		.where('who', '=', who)
		.executeTakeFirst();
	if (run === undefined) return null;
	const next = await query
		.selectFrom('boardRun')
		.select(by)
		.where('board', '=', board)
		.where(by, '>', run[by])
		.orderBy(by)
		.limit(1)
		.executeTakeFirst();
	const rank = await rankOf(query, board, by, run[by]);
	return { ...rowOf(run, rank, who), toNext: next === undefined ? null : (next[by] ?? 0) - run[by] };
}
