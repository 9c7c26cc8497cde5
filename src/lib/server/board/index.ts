/** The boards: one service over what is read and what is handed in. */
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { refuseBoard, type BoardResult, type Seal } from '#lib/protocol/board/index.ts';
import { ok } from '#lib/result.ts';
import type { Text } from '#lib/scenario/index.ts';
import type { Database } from '../database/index.ts';
import { boardId, boardNumber, makeBoard, type BoardPlace } from './place.ts';
import { listBoards, readPage, type PageRequest } from './reading.ts';
import { record, type Run } from './runs.ts';
import type { Submissions } from './submissions.ts';
import { markTwins } from './twins.ts';

export { playerOf, Submissions, type Sender } from './submissions.ts';
export { Shelf } from './shelf.ts';
export { BoardWatch } from './watch.ts';
export type { PageRequest } from './reading.ts';

/** A game that this server has stepped itself, of a room that is over. */
export interface ServerRun extends Omit<Run, 'twin'> {
	readonly room: string;
	/** Of the decisions; empty where the team made none itself. */
	readonly game: string;
	readonly scenario: { readonly hash: string; readonly id: string; readonly title: Text };
	readonly seal: Seal;
}

export class Boards {
	readonly submissions: Submissions;
	readonly #database: Database;

	constructor(database: Database, submissions: Submissions) {
		this.#database = database;
		this.submissions = submissions;
	}

	list(): ReturnType<typeof listBoards> {
		return listBoards(this.#database.query);
	}

	page(request: PageRequest): ReturnType<typeof readPage> {
		return readPage(this.#database.query, request);
	}

	async exists(board: string): Promise<BoardResult<null>> {
		const row = await this.#database.query
			.selectFrom('board')
			.select('id')
			.where('id', '=', parseInt(board, 16))
			.executeTakeFirst();
		return row === undefined ? refuseBoard('BOARD_UNKNOWN', 'no such board') : ok(null);
	}

	/** Of a place, as receipts name it. */
	idOf(place: Pick<BoardPlace, 'scenarioHash' | 'engineVersion' | 'seal' | 'room'>): string {
		return boardId(boardNumber(place));
	}

	/** Onto the board of the room and that of the scenario. The same again changes nothing. */
	async recordServerRun({ room, scenario, seal, game, ...run }: ServerRun): Promise<void> {
		const { hash: scenarioHash, id: scenarioId, title } = scenario;
		const place = { scenarioHash, scenarioId, title, seal, engineVersion: ENGINE_VERSION };
		const boards = await this.#database.transaction(async (tx) => {
			const all: number[] = [];
			const twin = await markTwins(tx, { room, who: run.who, game, total: run.score.total });
			for (const scope of [room, null]) {
				const board = await makeBoard(tx, { ...place, room: scope });
				await record(this.#database, tx, board, { ...run, twin });
				all.push(board);
			}
			return all;
		});
		for (const board of boards) await this.#database.signals.tell({ topic: 'board', id: boardId(board) });
	}
}
