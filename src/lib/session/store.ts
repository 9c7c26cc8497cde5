/**
 * What is kept of games between visits, behind one interface. Nothing is thrown: what goes wrong comes back as a coded
 * fault, worded in `messages/` under `store.<CODE>`. One writer at a time: whoever opens a game takes its lease, and
 * every write is checked against it in the same transaction, so an older tab can lose nothing and overwrite nothing.
 */
import type { Plan } from '../engine/plan.ts';
import type { FirmReport } from '../engine/report.ts';
import type { Prediction } from '../protocol/prediction.ts';
import { fault, type Fault, type Result } from '../result.ts';
import type { Text } from '../scenario/texts.ts';

export const STORE_CODES = [
	/** The browser keeps nothing for this page: forbidden, private mode, a broken profile. */
	'STORE_BLOCKED',
	/** No room left. What was to be written is still in the page. */
	'STORE_FULL',
	/** A tab with an older version of this program keeps the store open and does not let go. */
	'STORE_BUSY',
	/** Kept by a newer version of this program, in another tab or on an earlier visit. */
	'STORE_NEWER',
	/** No such game: deleted, or evicted by the browser. */
	'STORE_GAME_MISSING',
	/** Rows of this game are not what this program writes; `where` names the first. Nothing of it is changed. */
	'STORE_DAMAGED',
	/** Another tab took the game over. */
	'STORE_LEASE_LOST',
	/** The turn does not follow the last one kept. */
	'STORE_PARENT',
	/** Anything else the browser says. */
	'STORE_FAILED'
] as const;
export type StoreCode = (typeof STORE_CODES)[number];

export interface StoreFault extends Fault {
	readonly code: StoreCode;
}

export type StoreResult<T> = Result<T, StoreFault>;

export function storeFault(
	code: StoreCode,
	message: string,
	params?: Readonly<Record<string, string | number>>
): StoreFault {
	return { ...fault(code, '', message, params), code };
}

/** With what a game began: enough to play it again without any file of this program's. */
export interface GameStart {
	/** A scenario file that stands alone, as JSON text (`standaloneText`), and the name its author gave it. */
	readonly scenario: { readonly file: string; readonly text: string };
	readonly scenarioId: string;
	readonly scenarioHash: string;
	readonly engineVersion: string;
	readonly worldSeed: string;
	/** 32 hex digits. */
	readonly marketSeed: string;
	/** State hash before the first turn. */
	readonly openingHash: string;
	/** Who decides, where it is one of our strategies; left out for a person. */
	readonly strategy?: string | null;
	readonly title: Text;
	/** Without the closing weeks. */
	readonly turns: number;
}

/** A turn that was played. */
export interface TurnRecord {
	/** From 0; the closing weeks are `turns`. */
	readonly turn: number;
	/** State hash before it; empty before the first. */
	readonly parentHash: string;
	readonly hash: string;
	/** As handed in; null for the closing weeks. */
	readonly plan: Plan | null;
	readonly prediction: Prediction | null;
	readonly report: FirmReport;
	/** Score of the game so far, thousandths. */
	readonly score: number;
}

/** A turn being decided. */
export interface DraftRecord {
	readonly turn: number;
	readonly plan: Plan;
	/** Plans before it, the latest last, and those taken back, the latest last. */
	readonly undo: readonly Plan[];
	readonly redo: readonly Plan[];
	readonly prediction: Prediction | null;
}

export interface StoredGame {
	readonly id: string;
	readonly start: GameStart;
	readonly turns: readonly TurnRecord[];
	readonly draft: DraftRecord | null;
	/** What is wrong with a draft that was kept and cannot be used; the game is not affected. */
	readonly draftFault?: StoreFault;
}

/** A line in a list of games. */
export interface GameEntry {
	readonly id: string;
	readonly title: Text;
	readonly scenarioId: string;
	readonly engineVersion: string;
	/** Turns played, closing weeks included, of `turns` + 1. */
	readonly played: number;
	readonly turns: number;
	/** Thousandths; null before the first turn. */
	readonly score: number | null;
	/** Milliseconds since 1970, of the last change. */
	readonly changedAt: number;
	/** What keeps it from being opened; such a game is listed, kept, and cannot be written to. */
	readonly fault: StoreFault | null;
}

/** The right to write a game; lost when another tab opens it. */
export interface Lease {
	readonly game: string;
	readonly epoch: number;
}

export interface Usage {
	readonly usedBytes: number | null;
	readonly quotaBytes: number | null;
	/** Whether the browser promised not to evict it; null where it does not tell. */
	readonly persisted: boolean | null;
}

export interface GameStore {
	/** Latest first. */
	list(): Promise<StoreResult<readonly GameEntry[]>>;
	/** @param turns already played, of an imported game */
	create(start: GameStart, turns?: readonly TurnRecord[]): Promise<StoreResult<Lease>>;
	/** Takes the lease; a tab that has it is told, and stopped at its next write in any case. */
	open(id: string): Promise<StoreResult<{ readonly lease: Lease; readonly game: StoredGame }>>;
	/** Reads without taking the lease: for looking on, and for an export. */
	peek(id: string): Promise<StoreResult<StoredGame>>;
	saveDraft(lease: Lease, draft: DraftRecord): Promise<StoreResult<null>>;
	/** One transaction: the turn, and the end of its draft. The same turn handed in twice is kept once. */
	appendTurn(lease: Lease, turn: TurnRecord): Promise<StoreResult<null>>;
	remove(id: string): Promise<StoreResult<null>>;
	usage(): Promise<Usage>;
	/** Asks the browser not to evict what is kept; whether it agreed. */
	persist(): Promise<boolean>;
	/**
	 * Told once, when nothing can be written under this lease any more: another tab has the game, or a newer version of
	 * this program has the store. Where tabs cannot talk it is told late, but a write is refused in any case.
	 *
	 * @returns stops listening
	 */
	onLost(lease: Lease, listener: (fault: StoreFault) => void): () => void;
	/**
	 * Told when another tab begins, plays on or deletes a game, and whenever this tab is shown again; drafts are not
	 * told.
	 *
	 * @returns stops listening
	 */
	onChange(listener: () => void): () => void;
	close(): void;
}
