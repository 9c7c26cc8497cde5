/**
 * A team's market as the server tells it: `GET /api/rooms/<room>/market`. In a sealed room there are no seeds, no state
 * hashes and no scenario file in it before the reveal, since each of them would let somebody play ahead.
 */
import type { Outlook } from '../../engine/acceptance.ts';
import type { Dropped, Plan } from '../../engine/plan.ts';
import type { Commitments } from '../../engine/project.ts';
import type { FirmReport, GameScore } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import type { ScenarioTexts } from '../../scenario/index.ts';
import type { Prediction } from '../prediction.ts';
import type { Outlines, Phase, ScenarioSummary } from '../summary.ts';

export interface TeamMarket {
	readonly team: string;
	/** Turns played, closing weeks included. */
	readonly played: number;
	readonly phase: Phase;
	/** All the firm may know now. */
	readonly view: FirmView;
	readonly scenario: ScenarioSummary;
	readonly texts: ScenarioTexts;
	readonly outlines: Outlines;
	readonly engineVersion: string;
	/** One per turn played. */
	readonly reports: readonly FirmReport[];
	readonly score: GameScore | null;
	/** What the team decided, one per turn played: its own, and so never sealed. */
	readonly decisions: readonly Decision[];
	/** Null in a sealed room before the reveal. */
	readonly open: OpenMarket | null;
}

export interface Decision {
	/** As handed in; null where nobody did, or nobody could: the standing plan, the closing weeks. */
	readonly plan: Plan | null;
	readonly prediction: Prediction | null;
}

/** What it takes to play this market somewhere else. */
export interface OpenMarket {
	readonly worldSeed: string;
	/** 32 hexadecimal digits. */
	readonly marketSeed: string;
	readonly openingHash: string;
	/** State hash after each turn played. */
	readonly hashes: readonly string[];
	/** Plans as played, late and absent turns included. */
	readonly plans: readonly Plan[];
	/** A scenario file that stands alone, as JSON. */
	readonly standalone: string;
}

/** `POST …/preview`: what would become of a plan in the coming turn. Changes nothing. */
export interface TeamPreview {
	readonly turn: number;
	readonly applied: Plan;
	readonly dropped: readonly Dropped[];
	readonly commitments: Commitments;
	readonly outlooks: readonly Outlook[];
}
