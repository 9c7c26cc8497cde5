/** Rows of one game → the game, or what is wrong with them. Pure; nothing is mended here, and nothing guessed. */
import { ENGINE_VERSION } from '../engine/vocab.ts';
import { compareVersions } from '../protocol/log.ts';
import { fail, ok } from '../result.ts';
import { checkRow, engineVersionOf } from './rows.ts';
import {
	storeFault,
	type DraftRecord,
	type GameEntry,
	type GameStart,
	type StoredGame,
	type StoreFault,
	type StoreResult,
	type TurnRecord
} from './store.ts';

/** As read; a row that is not there is undefined. */
export interface RawGame {
	readonly id: string;
	readonly game: unknown;
	readonly start: unknown;
	/** In the order of their keys. */
	readonly turns: readonly unknown[];
	readonly draft: unknown;
	readonly lease: unknown;
}

export interface CheckedGame {
	readonly game: StoredGame;
	readonly changedAt: number;
	readonly epoch: number;
}

export function checkGame(raw: RawGame): StoreResult<CheckedGame> {
	if (raw.game === undefined && raw.start === undefined && raw.turns.length === 0)
		return fail(missing(raw.id));
	const version = engineVersionOf(raw.start);
	if (version !== null && compareVersions(version, ENGINE_VERSION) > 0) {
		return fail(storeFault('STORE_NEWER', `played by engine ${version}`, { version, ours: ENGINE_VERSION }));
	}
	const game = checkRow('games', raw.game);
	if (!game.ok) return fail(damage(below('game', game.where)));
	const start = checkRow('starts', raw.start);
	if (!start.ok) return fail(damage(below('start', start.where.replace(/^start\.?/, ''))));
	if (game.row.turns !== start.row.start.turns) return fail(damage('game.turns'));
	const lease = checkRow('leases', raw.lease);
	if (!lease.ok) return fail(damage(below('lease', lease.where)));
	const turns: TurnRecord[] = [];
	for (const row of raw.turns) {
		const at = `turns[${turns.length}]`;
		const checked = checkRow('turns', row);
		if (!checked.ok) return fail(damage(below(at, checked.where.replace(/^record\.?/, ''))));
		const { turn, record } = checked.row;
		// A gap: this row is of a later turn.
		if (turn !== turns.length) return fail(damage(at));
		const kept = { played: turns.length, hash: turns.at(-1)?.hash ?? '' };
		const wrong = successionFault(start.row.start.turns, kept, record);
		if (wrong !== null) return fail(damage(`${at}.${wrong}`));
		turns.push(record);
	}
	if (turns.length !== game.row.played) {
		return fail(damage(turns.length < game.row.played ? `turns[${turns.length}]` : 'game.played'));
	}
	const draft = checkDraft(start.row.start, turns.length, raw.draft);
	const stored: StoredGame = {
		id: raw.id,
		start: start.row.start,
		turns,
		draft: draft.ok ? draft.value : null,
		...(draft.ok ? {} : { draftFault: draft.faults[0] ?? damage('draft') })
	};
	return ok({ game: stored, changedAt: game.row.changedAt, epoch: lease.row.epoch });
}

/**
 * Which field keeps a record from following those kept; null if it follows.
 *
 * @param turns of the game, without the closing weeks
 * @param kept how many are, and the hash of the last; empty before the first
 */
export function successionFault(
	turns: number,
	kept: { readonly played: number; readonly hash: string },
	record: TurnRecord
): keyof TurnRecord | null {
	if (record.turn !== kept.played || record.turn > turns) return 'turn';
	if (record.parentHash !== kept.hash) return 'parentHash';
	// Nothing is decided in the closing weeks.
	if ((record.plan === null) !== (record.turn === turns)) return 'plan';
	return null;
}

function checkDraft(start: GameStart, coming: number, row: unknown): StoreResult<DraftRecord | null> {
	if (row === undefined) return ok(null);
	const checked = checkRow('drafts', row);
	if (!checked.ok) return fail(damage(below('draft', checked.where.replace(/^draft\.?/, ''))));
	const { draft } = checked.row;
	if (draft.turn !== coming || draft.turn >= start.turns) return fail(damage('draft.turn'));
	return ok(draft);
}

export function missing(id: string): StoreFault {
	return storeFault('STORE_GAME_MISSING', `no game ${id}`);
}

export function damage(where: string): StoreFault {
	return storeFault('STORE_DAMAGED', `not what was written: ${where}`, { where });
}

function below(name: string, where: string): string {
	return where === '' ? name : `${name}.${where}`;
}

/** The line of a game in a list, as much of it as can be read. */
export function entryOf(raw: RawGame): GameEntry {
	const checked = checkGame(raw);
	const start = checkRow('starts', raw.start);
	const game = checkRow('games', raw.game);
	const known: GameStart | null = start.ok ? start.row.start : null;
	return {
		id: raw.id,
		// Nothing else is left to call it by.
		title: known?.title ?? { 'zh-CN': raw.id, en: raw.id },
		scenarioId: known?.scenarioId ?? '',
		engineVersion: known?.engineVersion ?? '',
		played: game.ok ? game.row.played : 0,
		turns: known?.turns ?? 0,
		score: checked.ok ? (checked.value.game.turns.at(-1)?.score ?? null) : null,
		changedAt: game.ok ? game.row.changedAt : 0,
		fault: checked.ok ? null : (checked.faults[0] ?? null)
	};
}
