/** Takes games in, has them played again, and ranks what comes out the same. */
import { createHash, randomBytes } from 'node:crypto';
import { readShape } from '#lib/engine/shape.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import {
	digestOf,
	gameDigest,
	HeaderSchema,
	MAX_PLAYER_NAME,
	refuseBoard,
	RoomSubmissionSchema,
	SubmissionSchema,
	type BoardFault,
	type BoardResult,
	type BoardScore,
	type Receipt,
	type Submission
} from '#lib/protocol/board/index.ts';
import { fitsWork, MOST_WORK, workOf, type Work } from '#lib/protocol/board/work.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Database, Query, Tx } from '../database/index.ts';
import type { SubmissionTable } from '../database/tables/boards.ts';
import type { JobEnd, Jobs } from '../jobs/index.ts';
import type { VerifyPool } from '../verify/pool.ts';
import { cleanName } from '../rooms/names.ts';
import { boardId, makeBoard, type BoardPlace } from './place.ts';
import { record, withdraw } from './runs.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { rankOf } from './tally.ts';
import { markTwins } from './twins.ts';

export interface SubmissionParts {
	readonly database: Database;
	readonly jobs: Jobs;
	readonly shelf: Shelf;
	readonly pool: VerifyPool;
	/** Told of a board that changed. */
	readonly changed: (board: string) => Promise<void>;
	readonly most?: Work;
	readonly now?: () => number;
}

/** For whom a game is handed in. */
export type Sender =
	| { readonly room: null }
	/** `closed`: the room takes nothing any more. */
	| {
			readonly room: string;
			readonly team: string;
			readonly name: string;
			readonly closed: boolean;
			/** What is played in the room, and nothing else. */
			readonly market: Pick<Submission['log'], 'scenarioHash' | 'worldSeed' | 'marketSeed'>;
	  };

type Game = Pick<Submission, 'log' | 'claim'>;

/** A receipt for one who has the key: the hash alone is kept. */
export function playerOf(key: string): string {
	return createHash('sha256').update(`player ${key}`).digest('hex').slice(0, 32);
}

function nameOf(typed: string): BoardResult<string> {
	const name = cleanName(typed, MAX_PLAYER_NAME, 'name');
	if (name.ok) return name;
	return name.faults[0]?.code === 'TEAM_NAME_EMPTY'
		? refuseBoard('BOARD_NAME_EMPTY', 'nothing is left of the name', undefined, 'name')
		: refuseBoard('BOARD_NAME_LONG', 'the name is too long', { max: MAX_PLAYER_NAME }, 'name');
}

export class Submissions {
	readonly #parts: SubmissionParts;
	readonly #most: Work;
	readonly #now: () => number;

	constructor(parts: SubmissionParts) {
		this.#parts = parts;
		this.#most = parts.most ?? MOST_WORK;
		this.#now = parts.now ?? Date.now;
	}

	/** Everything but playing it: size and work first, from its head and its scenario alone. */
	async submit(value: unknown, sender: Sender = { room: null }): Promise<Result<Receipt>> {
		if (sender.room !== null && sender.closed)
			return refuseBoard('BOARD_CLOSED', 'nothing is taken any more');
		const weighed = await this.#weigh(value);
		if (!weighed.ok) return weighed;
		if (sender.room !== null) {
			const read = readShape(RoomSubmissionSchema, value, 'BOARD_SHAPE');
			if (!read.ok) return read;
			const game = read.value as Game;
			const same = isOfRoom(game, sender.market);
			return same.ok ? this.#keep(game, weighed.value, sender.name, sender, sender.team) : same;
		}
		const read = readShape(SubmissionSchema, value, 'BOARD_SHAPE');
		if (!read.ok) return read;
		const name = nameOf(read.value.name);
		if (!name.ok) return name;
		return this.#keep(
			read.value as Submission,
			weighed.value,
			name.value,
			sender,
			playerOf(read.value.player)
		);
	}

	async #weigh(value: unknown): Promise<Result<Shelved>> {
		const head = readShape(HeaderSchema, value, 'BOARD_SHAPE');
		if (!head.ok) return head;
		const { engineVersion, scenario, scenarioHash, plans } = head.value.log;
		if (engineVersion !== ENGINE_VERSION) {
			const params = { engineVersion, ours: ENGINE_VERSION };
			return refuseBoard('BOARD_VERSION', 'played by another engine', params, 'log.engineVersion');
		}
		const shelved = await this.#parts.shelf.find(scenarioHash);
		if (shelved === null) {
			return refuseBoard('BOARD_SCENARIO_UNKNOWN', 'no such scenario here', undefined, 'log.scenarioHash');
		}
		const { spec } = shelved;
		if (spec.id !== scenario) {
			return refuseBoard('BOARD_SCENARIO', 'another scenario than its hash', undefined, 'log.scenario');
		}
		const work = fitsWork(workOf(spec), this.#most);
		if (!work.ok) return work;
		if (plans.length !== spec.time.turns) {
			const params = { expected: spec.time.turns, found: plans.length };
			return refuseBoard('BOARD_INCOMPLETE', 'not all turns', params, 'log.plans');
		}
		return ok(shelved);
	}

	async #keep(
		{ log, claim }: Game,
		{ hash, spec, title }: Shelved,
		name: string,
		sender: Sender,
		who: string
	): Promise<BoardResult<Receipt>> {
		const place: BoardPlace = {
			scenarioHash: hash,
			scenarioId: spec.id,
			title,
			engineVersion: log.engineVersion,
			seal: 'open',
			room: sender.room
		};
		const row = {
			room: sender.room ?? '',
			who,
			name,
			content: digestOf([log, claim]),
			game: gameDigest(log),
			log: JSON.stringify(log),
			claim: JSON.stringify(claim),
			receivedAt: this.#now()
		};
		const { database, jobs } = this.#parts;
		const kept = await database.transaction(async (tx) => {
			const known = await this.#known(tx, row);
			if (known !== null) return known;
			const id = randomBytes(16).toString('hex');
			const board = await makeBoard(tx, place);
			const made = await tx
				.insertInto('submission')
				.values({ ...row, id, board, twin: 0, state: 'waiting', faults: null, score: null })
				.onConflict((it) => it.doNothing())
				.returningAll()
				.executeTakeFirst();
			// Somebody else was quicker by a moment: what they handed in is what there is.
			if (made === undefined) return this.#known(tx, row);
			await jobs.add(tx, 'verify', id);
			return ok(made);
		});
		if (kept === null) return refuseBoard('BOARD_UNPLAYED', 'handed in twice at once');
		if (!kept.ok) return kept;
		jobs.wake();
		return ok(await this.#receipt(kept.value));
	}

	/** What is kept of the same submission, or of the same game. */
	async #known(
		tx: Tx,
		{ room, who, content, game }: Pick<SubmissionTable, 'room' | 'who' | 'content' | 'game'>
	) {
		const same = await tx
			.selectFrom('submission')
			.selectAll()
			.where('room', '=', room)
			.where('who', '=', who)
			.where('content', '=', content)
			.executeTakeFirst();
		if (same !== undefined) return ok(same);
		if (room !== '') return null;
		const other = await tx
			.selectFrom('submission')
			.selectAll()
			.where('room', '=', '')
			.where('game', '=', game)
			.where('state', '=', 'ranked')
			.executeTakeFirst();
		if (other === undefined) return null;
		return other.who === who ? ok(other) : DUPLICATE;
	}

	/** The job: plays one again. To be called twice does no harm. */
	async check(id: string): Promise<JobEnd> {
		const { database, shelf, pool, changed } = this.#parts;
		const row = await database.query
			.selectFrom('submission')
			.selectAll()
			.where('id', '=', id)
			.executeTakeFirst();
		if (row === undefined || row.state !== 'waiting') return 'done';
		// Whoever handed a game in first has it, and not whoever’s turn to be played comes first.
		const earlier = await earlierOf(database.query, row);
		if (earlier !== null) {
			const end = await this.check(earlier);
			if (end !== 'done') return end;
		}
		const log = JSON.parse(row.log) as Submission['log'];
		const shelved = await shelf.find(log.scenarioHash);
		// An older or newer node of a deployment that is being updated: another will do it.
		if (shelved === null || log.engineVersion !== ENGINE_VERSION) return 'again';
		const verdict = await pool.verify({
			game: { log, claim: JSON.parse(row.claim) as Submission['claim'] },
			spec: shelved.spec
		});
		if (verdict === null) return 'again';
		await database.transaction((tx) => this.#settle(tx, row, verdict));
		await changed(boardId(row.board));
		return 'done';
	}

	async #settle(tx: Tx, row: SubmissionTable, played: BoardResult<BoardScore>): Promise<void> {
		const verdict = played.ok && (await isTaken(tx, row)) ? DUPLICATE : played;
		const settled = await tx
			.updateTable('submission')
			.set(
				verdict.ok
					? { state: 'ranked', score: JSON.stringify(verdict.value) }
					: { state: 'refused', faults: JSON.stringify(verdict.faults) }
			)
			.where('id', '=', row.id)
			.where('state', '=', 'waiting')
			.returning('id')
			.executeTakeFirst();
		if (settled === undefined || !verdict.ok) return;
		const { who, name, receivedAt, board } = row;
		const twin = await markTwins(tx, { ...row, total: verdict.value.total });
		await record(this.#parts.database, tx, board, { who, name, receivedAt, twin, score: verdict.value });
	}

	/** @param who hash of the player's key, or the team */
	async receipt(id: string, who: string): Promise<BoardResult<Receipt>> {
		const row = await this.#parts.database.query
			.selectFrom('submission')
			.selectAll()
			.where('id', '=', id)
			.where('who', '=', who)
			.executeTakeFirst();
		if (row === undefined) return refuseBoard('BOARD_ENTRY_UNKNOWN', 'nothing of this number');
		return ok(await this.#receipt(row));
	}

	async #receipt({ id, state, board, faults, score }: SubmissionTable): Promise<Receipt> {
		const played = score === null ? null : (JSON.parse(score) as BoardScore);
		return {
			id,
			state,
			board: boardId(board),
			faults: faults === null ? [] : (JSON.parse(faults) as BoardFault[]).map((it) => ({ ...it })),
			score: played,
			rank: played === null ? null : await rankOf(this.#parts.database.query, board, 'total', played.total)
		};
	}

	/** Under another name from now on, wherever the player or team stands. */
	async rename(who: string, name: string): Promise<void> {
		const { database, changed } = this.#parts;
		const rows = await database.query
			.updateTable('boardRun')
			.set({ name })
			.where('who', '=', who)
			.returning('board')
			.execute();
		await database.query.updateTable('submission').set({ name }).where('who', '=', who).execute();
		for (const { board } of rows) await changed(boardId(board));
	}

	/** Deletes all that a player handed in, from boards too. */
	async forget(who: string): Promise<{ readonly removed: number }> {
		const { database, changed } = this.#parts;
		const boards = await database.transaction(async (tx) => {
			const rows = await tx
				.selectFrom('boardRun')
				.select('board')
				.where('who', '=', who)
				.orderBy('board')
				.execute();
			for (const { board } of rows) await withdraw(database, tx, board, who);
			await tx.deleteFrom('submission').where('who', '=', who).execute();
			return rows;
		});
		for (const { board } of boards) await changed(boardId(board));
		return { removed: boards.length };
	}
}

/** On the board of a room stand games of its market alone: under kinder seeds anybody could be the first. */
function isOfRoom(
	{ log }: Game,
	market: Pick<Submission['log'], 'scenarioHash' | 'worldSeed' | 'marketSeed'>
): BoardResult<null> {
	if (log.scenarioHash !== market.scenarioHash) {
		return refuseBoard('BOARD_SCENARIO', 'not the scenario of the room', undefined, 'log.scenarioHash');
	}
	for (const seed of ['worldSeed', 'marketSeed'] as const) {
		if (log[seed] === market[seed]) continue;
		return refuseBoard('BOARD_SEED', 'not the seed of the room', undefined, `log.${seed}`);
	}
	return ok(null);
}

const DUPLICATE = refuseBoard('BOARD_DUPLICATE', 'this game stands on the board for somebody else');

/** The same game of somebody else that was handed in before and waits, too; null where there is none. */
async function earlierOf(
	query: Query,
	{ room, game, id, receivedAt }: SubmissionTable
): Promise<string | null> {
	if (room !== '') return null;
	const waiting = query
		.selectFrom('submission')
		.select('id')
		.where('room', '=', '')
		.where('game', '=', game)
		.where('state', '=', 'waiting')
		.where('id', '<>', id)
		.where('receivedAt', '<', receivedAt);
	return (await waiting.orderBy('receivedAt').limit(1).executeTakeFirst())?.id ?? null;
}

/** While it waited, somebody else’s copy of it may have been played first. */
async function isTaken(tx: Tx, { room, game, id }: SubmissionTable): Promise<boolean> {
	if (room !== '') return false;
	const ranked = tx.selectFrom('submission').select('id').where('room', '=', '').where('game', '=', game);
	return (await ranked.where('state', '=', 'ranked').where('id', '<>', id).executeTakeFirst()) !== undefined;
}
