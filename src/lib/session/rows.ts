/**
 * The rows of the database, schema version 1, and their shapes. A row read back is not trusted: other programs of this
 * origin, other versions of this one and broken disks write there too.
 */
import * as v from 'valibot';
import { PlanSchema } from '../engine/shape.ts';
import { PredictionSchema, ReportSchema } from '../protocol/shape.ts';
import type { DraftRecord, GameStart, TurnRecord } from './store.ts';

export const SCHEMA_VERSION = 1;

/** Primary keys by table, in dexie's notation. */
export const TABLES = {
	games: 'id',
	starts: 'game',
	turns: '[game+turn]',
	drafts: 'game',
	leases: 'game'
} as const;
export type TableName = keyof typeof TABLES;

/** Written at every change, hence small: the scenario stands in a row of its own. */
export interface GameRow {
	readonly id: string;
	readonly changedAt: number;
	/** Turns kept: tells when the last ones are missing. */
	readonly played: number;
	/** Turns there are, without the closing weeks. */
	readonly turns: number;
}

export interface StartRow {
	readonly game: string;
	readonly start: GameStart;
}

export interface TurnRow {
	readonly game: string;
	readonly turn: number;
	readonly record: TurnRecord;
}

export interface DraftRow {
	readonly game: string;
	readonly draft: DraftRecord;
}

/** Who may write: the holder of the latest epoch. */
export interface LeaseRow {
	readonly game: string;
	readonly epoch: number;
}

/** Most turns a log may have, and the closing weeks. */
const MAX_TURNS = 64;
/** Characters; the scenario reader's own limit is well below. */
const MAX_SCENARIO = 4 * 1024 * 1024;
/** Plans kept for taking back. */
const MAX_STEPS = 10_000;

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const line = v.pipe(v.string(), v.maxLength(1000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const stateHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const plans = v.pipe(v.array(v.unknown()), v.maxLength(MAX_STEPS), v.array(PlanSchema));

const StartSchema = v.strictObject({
	scenario: v.strictObject({
		file: line,
		text: v.pipe(v.string(), v.maxLength(MAX_SCENARIO), v.check(isJsonObject, 'not JSON'))
	}),
	scenarioId: word,
	scenarioHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	engineVersion: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
	worldSeed: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
	marketSeed: stateHash,
	openingHash: stateHash,
	strategy: v.optional(v.nullable(word)),
	title: v.strictObject({ 'zh-CN': line, en: line }),
	turns: v.pipe(count, v.maxValue(MAX_TURNS))
});

const RecordSchema = v.strictObject({
	turn: v.pipe(count, v.maxValue(MAX_TURNS)),
	parentHash: v.union([v.literal(''), stateHash]),
	hash: stateHash,
	plan: v.nullable(PlanSchema),
	prediction: v.nullable(PredictionSchema),
	report: ReportSchema,
	score: count
});

export const DraftSchema = v.strictObject({
	turn: v.pipe(count, v.maxValue(MAX_TURNS)),
	plan: PlanSchema,
	undo: plans,
	redo: plans,
	prediction: v.nullable(PredictionSchema)
});

const key = v.string();
const ROWS = {
	games: v.strictObject({ id: key, changedAt: count, played: count, turns: count }),
	starts: v.strictObject({ game: key, start: StartSchema }),
	turns: v.strictObject({ game: key, turn: count, record: RecordSchema }),
	drafts: v.strictObject({ game: key, draft: DraftSchema }),
	leases: v.strictObject({ game: key, epoch: count })
} as const;

export interface Rows {
	readonly games: GameRow;
	readonly starts: StartRow;
	readonly turns: TurnRow;
	readonly drafts: DraftRow;
	readonly leases: LeaseRow;
}

/** An export takes the scenario apart again. */
function isJsonObject(text: string): boolean {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}

/** The start of what a newer program wrote may have any shape, but says by which version. */
const VersionSchema = v.object({ start: v.object({ engineVersion: StartSchema.entries.engineVersion }) });

export type Checked<T> =
	| { readonly ok: true; readonly row: T }
	/** Where in the row: `record.report.facts.areas[2].units`; empty for the whole. */
	| { readonly ok: false; readonly where: string };

/** The row itself, and not valibot's copy, whose keys stand in another order: an export would differ. */
export function checkRow<N extends TableName>(table: N, row: unknown): Checked<Rows[N]> {
	const result = v.safeParse(ROWS[table], row);
	if (result.success) return { ok: true, row: row as Rows[N] };
	return { ok: false, where: (v.getDotPath(result.issues[0]) ?? '').replace(/\.(\d+)(?=\.|$)/g, '[$1]') };
}

/** @returns null where the row does not say */
export function engineVersionOf(row: unknown): string | null {
	const result = v.safeParse(VersionSchema, row);
	return result.success ? result.output.start.engineVersion : null;
}
