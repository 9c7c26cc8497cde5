/** One turn as the rules look at it: its report, the one before, and the areas with all that is known of them. */
import { lead } from '../../engine/score.ts';
import type { AreaFacts, FirmReport, ScorePart, TurnScore } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import type { Lever } from '../../engine/vocab.ts';
import { partOf } from '../series.ts';
import type { Evidence, Quantity, SignCode, Tone } from './sign.ts';

export interface AreaCase extends AreaFacts {
	readonly ownUnits: number;
	/** Null where no rival sold anything. */
	readonly rival: { readonly firm: string; readonly units: number } | null;
	/** Own units over the best rival's. */
	readonly lead: number;
	readonly worked: boolean;
	/** The same area a turn ago. */
	readonly past: { readonly lead: number; readonly weightedDistribution: number } | null;
}

export interface Case {
	readonly report: FirmReport;
	readonly before: FirmReport | null;
	readonly score: TurnScore;
	readonly areas: readonly AreaCase[];
	/** A part of the score by its code, areas apart; null where there is none. */
	readonly part: (code: string) => ScorePart | null;
}

export interface Rule {
	readonly code: SignCode;
	readonly tone: Tone;
	readonly row: `M${number}`;
	readonly evidence: Evidence;
	/** Codes of the score's parts it touches. */
	readonly costs: readonly string[];
	readonly find: (turn: Case) => Found | null;
}

export interface Found {
	readonly params: Readonly<Record<string, Quantity>>;
	readonly lever: Lever;
	/** Where only one area's part of the score is meant. */
	readonly area?: string;
}

/**
 * @param i the turn that is looked at
 * @param firms as the view lists them: the order of the facts' columns
 * @returns null for a turn without a score
 */
export function caseOf(reports: readonly FirmReport[], i: number, firms: FirmView['firms']): Case | null {
	const [report, before] = [reports[i], reports[i - 1] ?? null];
	if (report === undefined || report.score === null) return null;
	const own = firms.findIndex((firm) => firm.id === report.firm);
	const areas = report.facts.areas.map((area, a): AreaCase => {
		const best = area.units.reduce((top, n, f) => (f !== own && n > (area.units[top] ?? 0) ? f : top), -1);
		const [rival, past] = [firms[best], before?.facts.areas[a]];
		return {
			...area,
			ownUnits: area.units[own] ?? 0,
			rival: rival === undefined ? null : { firm: rival.id, units: area.units[best] ?? 0 },
			lead: lead(area, own),
			worked: report.plan.regions.worked.includes(area.area),
			past:
				past === undefined ? null : { lead: lead(past, own), weightedDistribution: past.weightedDistribution }
		};
	});
	return { report, before, score: report.score, areas, part: (code) => partOf(report, code) };
}
