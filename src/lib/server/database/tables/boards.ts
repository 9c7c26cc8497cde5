import type { Pillar } from '#lib/engine/vocab.ts';
import type { Measure, Seal } from '#lib/protocol/board/index.ts';
import type { JobKind } from '../../jobs/jobs.ts';

export interface BoardTable {
	/** 48 bits of a digest of what the board is for. */
	readonly id: number;
	readonly scenarioHash: string;
	readonly scenarioId: string;
	/** JSON of both languages; null where the scenario has none that is known. */
	readonly title: string | null;
	readonly engineVersion: string;
	readonly seal: Seal;
	/** Empty where it belongs to no room. */
	readonly room: string;
}

/** The best game of one player or team. */
export interface BoardRunTable extends Readonly<Record<Pillar, number>> {
	readonly board: number;
	/** Hash of a player's key, or id of a team. */
	readonly who: string;
	readonly name: string;
	readonly total: number;
	/** The larger, the earlier it was handed in: so that one order serves value and time. */
	readonly earliness: number;
	readonly receivedAt: number;
	readonly twin: number;
}

/**
 * How many runs have which value: level 0 by whole points, level 1 by thousandths. A rank is a sum over some thousand
 * of these at most, however many runs there are.
 */
export interface BoardTallyTable {
	readonly board: number;
	readonly measure: Measure;
	readonly level: number;
	readonly bucket: number;
	readonly runs: number;
}

export interface SubmissionTable {
	readonly id: string;
	readonly board: number;
	/** Empty for a game of nobody's room. */
	readonly room: string;
	readonly who: string;
	readonly name: string;
	/** Digest of log and claim: the same sent twice is one. */
	readonly content: string;
	/** Digest of the log: the same game handed in by two is seen. */
	readonly game: string;
	readonly log: string;
	readonly claim: string;
	readonly receivedAt: number;
	readonly state: 'waiting' | 'ranked' | 'refused';
	/** JSON. */
	readonly faults: string | null;
	/** JSON; as it was played here. */
	readonly score: string | null;
	readonly twin: number;
}

/** Of SQLite; with PostgreSQL jobs are pg-boss's. */
export interface JobTable {
	readonly kind: JobKind;
	readonly subject: string;
	readonly attempts: number;
	readonly dueAt: number;
}
