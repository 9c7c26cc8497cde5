/** What a game's reports say turn by turn, as rows for charts and tables: numbers and codes, no words. */
import type { FirmReport, MoneyLines, ScorePart } from '../engine/report.ts';
import type { StockBand } from '../engine/spec.ts';

/** A stage that the stock pillar judges. Goods on the road count with the dealer they go to, as in rule Z3. */
export const STAGES = ['warehouse', 'dealer', 'outlet'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageLevel {
	readonly units: number;
	/** Units over mean daily sell-through of the turn; null without sales. */
	readonly days: number | null;
}

export interface StockRow {
	/** From 1. */
	readonly number: number;
	readonly closing: boolean;
	readonly stages: Readonly<Record<Stage, StageLevel>>;
	/** Share of listed outlet-weeks that closed on an empty shelf; null where nothing is listed. */
	readonly stockOutRate: number | null;
}

export interface MoneyRow {
	readonly number: number;
	readonly closing: boolean;
	readonly lines: MoneyLines;
	/** Revenue less goods and freight: what expense is measured against. */
	readonly marginCents: number;
	/** Promotion and people. */
	readonly expenseCents: number;
}

/** What was expected of a turn; a prediction of the protocol is one. */
export interface Expectation {
	readonly sellOutUnits: number | null;
	readonly reason: string;
}

export interface PredictionRow {
	readonly number: number;
	readonly closing: boolean;
	/** Null where no figure was given. */
	readonly expected: number | null;
	readonly came: number;
	/** What came less what was expected. */
	readonly off: number | null;
	/** `off` over what was expected; null without it, or where nothing was expected. */
	readonly offShare: number | null;
	readonly reason: string;
}

export function stockRows(reports: readonly FirmReport[]): StockRow[] {
	return reports.map(({ facts }) => {
		const daily = facts.weeks === 0 ? 0 : facts.sellOutUnits / (facts.weeks * 7);
		const level = (units: number): StageLevel => ({ units, days: daily > 0 ? units / daily : null });
		const listed = facts.areas.reduce((sum, area) => sum + area.listedOutletWeeks, 0);
		const empty = facts.areas.reduce((sum, area) => sum + area.stockOutOutletWeeks, 0);
		return {
			number: facts.turn + 1,
			closing: facts.closing,
			stages: {
				warehouse: level(facts.warehouseUnits),
				dealer: level(facts.dealerUnits + facts.transitUnits),
				outlet: level(facts.outletUnits)
			},
			stockOutRate: listed === 0 ? null : empty / listed
		};
	});
}

/** The days a stage may hold by the rules of this game; null where the turn was not scored. */
export function bandOf({ score }: FirmReport, stage: Stage): StockBand | null {
	return score?.parts.stock.find((part) => part.code === `${stage}Days`)?.band ?? null;
}

/** A part of a turn's score by its code, areas apart; null where the turn was not scored or has no such part. */
export function partOf({ score }: FirmReport, code: string): ScorePart | null {
	if (score === null) return null;
	const { effectiveShipment, stock, expense } = score.parts;
	return [...effectiveShipment, ...stock, ...expense].find((part) => part.code === code) ?? null;
}

export function moneyRows(reports: readonly FirmReport[]): MoneyRow[] {
	return reports.map(({ facts: { turn, closing, money } }) => ({
		number: turn + 1,
		closing,
		lines: money,
		marginCents: money.revenueCents - money.costOfGoodsCents - money.freightCents,
		expenseCents: money.promotionCents + money.peopleCents
	}));
}

/** Prediction beside result, for the turns in which something was said. */
export function predictionRows(
	reports: readonly FirmReport[],
	expectations: readonly (Expectation | null)[]
): PredictionRow[] {
	return reports.flatMap(({ facts }, i) => {
		const said = expectations[i] ?? null;
		if (said === null) return [];
		const [expected, came] = [said.sellOutUnits, facts.sellOutUnits];
		const off = expected === null ? null : came - expected;
		return {
			number: facts.turn + 1,
			closing: facts.closing,
			expected,
			came,
			off,
			offShare: off === null || expected === null || expected === 0 ? null : off / expected,
			reason: said.reason
		};
	});
}
