/** What is left of a room when it is over: everybody's turns, statistics of the class, and the archive. */
import type { Plan } from '../../engine/plan.ts';
import type { FirmReport, GameScore } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import type { LeverStatistic } from '../../analysis/class/index.ts';
import type { ScenarioTexts } from '../../scenario/index.ts';
import type { Prediction } from '../prediction.ts';
import type { RoomSettings } from './settings.ts';
import type { EntryKind } from './words.ts';

/** One turn of one team. */
export interface TurnResult {
	readonly turn: number;
	readonly kind: EntryKind;
	/** As it was played: the standing plan where none was handed in; null for the closing weeks. */
	readonly plan: Plan | null;
	readonly prediction: Prediction | null;
	readonly report: FirmReport;
	/** From the opening of the turn to the last hand-in; null where there was none. */
	readonly usedMs: number | null;
}

export interface TeamResult {
	readonly team: string;
	readonly name: string;
	readonly nicknames: readonly string[];
	readonly turns: readonly TurnResult[];
	readonly score: GameScore | null;
	readonly forks: readonly ForkResult[];
}

/** Kept, shown, and not counted. */
export interface ForkResult {
	readonly turn: number;
	readonly receivedAt: number;
	readonly plan: Plan | null;
	readonly prediction: Prediction | null;
}

export interface RoomResults {
	readonly room: string;
	readonly title: string;
	/** Names of what plans and reports speak of. */
	readonly texts: ScenarioTexts;
	readonly firms: FirmView['firms'];
	/** In force before the first turn. */
	readonly opening: Plan;
	readonly teams: readonly TeamResult[];
	/** By turn, then lever: min, median and max of the class, and who touched it. */
	readonly levers: readonly (readonly LeverStatistic[])[];
}

export const ARCHIVE_VERSION = 1;

/** A file that opens as a room again, to be looked at. */
export interface RoomArchive {
	readonly format: 'shapan-room';
	readonly version: typeof ARCHIVE_VERSION;
	readonly engineVersion: string;
	readonly room: {
		readonly title: string;
		readonly settings: RoomSettings;
		readonly scenario: string;
		readonly scenarioHash: string;
		readonly worldSeed: string;
		readonly marketSeed: string;
		readonly createdAt: number;
	};
	readonly teams: readonly ArchivedTeam[];
}

export interface ArchivedTeam {
	readonly name: string;
	readonly nicknames: readonly string[];
	readonly joinedAt: number;
	readonly turns: readonly ArchivedTurn[];
	readonly forks: readonly ForkResult[];
}

export interface ArchivedTurn extends TurnResult {
	readonly id: string;
	readonly receivedAt: number;
	readonly hash: string;
}
