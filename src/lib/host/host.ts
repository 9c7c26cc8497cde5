/**
 * `MarketHost`: the only way a screen reaches a market. A host holds the games; a screen holds an id, hands plans in
 * and gets views and reports out, never the state. Everything that crosses is plain data that a structured clone or
 * JSON carries, and nothing is thrown across: what goes wrong comes back as a coded fault. All of it is asynchronous,
 * since a market may live in a worker or on a server.
 */
import type { Outlook } from '../engine/acceptance.ts';
import type { Dropped, Plan } from '../engine/plan.ts';
import type { Commitments } from '../engine/project.ts';
import type { FirmReport, GameScore } from '../engine/report.ts';
import type { FirmView } from '../engine/view.ts';
import type { Outlines, Phase, ScenarioSummary } from '../protocol/summary.ts';
import type { Problem, ScenarioTexts } from '../scenario/index.ts';
import type { HostResult } from './faults.ts';

export interface MarketHost {
	/** What this host can open by name. A broken scenario is listed with what is wrong; it hides no other. */
	list(): Promise<HostResult<readonly Listed[]>>;
	open(request: OpenRequest): Promise<HostResult<Opened>>;
	/** What would become of a plan in the coming turn. Changes nothing. */
	preview(game: GameId, plan: Plan): Promise<HostResult<Preview>>;
	/**
	 * Plays the coming turn.
	 *
	 * @param turn the turn the plan was made for: a second click, or an answer that got lost, plays nothing twice
	 */
	commit(game: GameId, turn: number, plan: Plan): Promise<HostResult<Committed>>;
	/** Runs the closing weeks, once all turns are played. */
	close(game: GameId): Promise<HostResult<Committed>>;
	/** The score of what is played so far. */
	score(game: GameId): Promise<HostResult<GameScore>>;
	/** The decisions and seeds. A sealed room refuses until the reveal. */
	exportLog(game: GameId): Promise<HostResult<GameLog>>;
	/** Forgets a game. */
	dispose(game: GameId): Promise<HostResult<null>>;
}

/** Made by the host; means something to that host only. */
export type GameId = string;

/** A scenario file, and those it may extend, by id. */
export interface ScenarioText {
	/** Name of the file as its author knows it; problems carry it. */
	readonly file: string;
	readonly text: string;
	readonly others: Readonly<Record<string, string>>;
}

export interface OpenRequest {
	/** A file's text, or the name of one the host lists. */
	readonly scenario: ScenarioText | { readonly entry: string };
	/** Any text; 32 hex digits stand for themselves. */
	readonly seed: string;
	/** Instead of the scenario's own. */
	readonly worldSeed?: string | undefined;
	/** Decisions already made, to be played again at once. */
	readonly resume?: Resume | undefined;
}

export interface Resume {
	readonly plans: readonly Plan[];
	/** Whether the closing weeks are over, too. */
	readonly closed: boolean;
}

export interface Listed {
	readonly entry: string;
	readonly scenario: HostResult<ScenarioSummary>;
}

export interface Opened {
	readonly game: GameId;
	readonly phase: Phase;
	readonly view: FirmView;
	readonly scenario: ScenarioSummary;
	readonly texts: ScenarioTexts;
	/** A scenario file that stands alone, as JSON: what a save keeps, and what opens the same game again. */
	readonly standalone: string;
	readonly outlines: Outlines;
	readonly engineVersion: string;
	readonly worldSeed: string;
	/** 32 hex digits; null where the host keeps it sealed. */
	readonly marketSeed: string | null;
	/** Of the state before the first turn. */
	readonly openingHash: string;
	/** Of the resumed turns. */
	readonly reports: readonly FirmReport[];
	readonly hashes: readonly string[];
	/** Warnings about the scenario. */
	readonly problems: readonly Problem[];
}

export interface Preview {
	readonly applied: Plan;
	readonly dropped: readonly Dropped[];
	readonly commitments: Commitments;
	readonly outlooks: readonly Outlook[];
}

export interface Committed {
	/** The turn that was played; the closing one is `turns`. */
	readonly turn: number;
	readonly phase: Phase;
	readonly report: FirmReport;
	/** What the firm knows now, before its next decision. */
	readonly view: FirmView;
	/** Of the state after the turn. */
	readonly hash: string;
}

/** All a replay needs; `LogSchema` of the engine reads it back. */
export interface GameLog {
	readonly format: 'shapan-log';
	readonly version: 1;
	readonly engineVersion: string;
	readonly scenario: string;
	readonly scenarioHash: string;
	readonly worldSeed: string;
	readonly marketSeed: string;
	readonly plans: readonly Plan[];
}
