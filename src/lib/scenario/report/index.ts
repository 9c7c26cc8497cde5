/**
 * The report of `check`: what a scenario's figures come to. Numbers and codes only. Shares are decimals, money is in
 * cents without tax unless the name says otherwise, goods are consumer units.
 */
import type { MarketSpec } from '../../engine/spec.ts';
import { areaReports, meanTurn, type AreaReport } from './areas.ts';
import { dealerReports, type DealerReport } from './dealers.ts';
import { fieldReport, type FieldReport } from './field.ts';
import { playerOf, turnFactors, turnWeeks, weeklyUnits } from './market.ts';
import { priceReports, type PriceReport } from './prices.ts';

export interface ScenarioReport {
	readonly prices: readonly PriceReport[];
	readonly areas: readonly AreaReport[];
	readonly dealers: readonly DealerReport[];
	readonly field: FieldReport;
	readonly result: ResultReport;
	/** One for each scored turn. */
	readonly turns: readonly TurnReport[];
}

/** The player's result before anything is decided, in a mean turn. */
export interface ResultReport {
	/** Opening share of the whole market. */
	readonly ownShare: number;
	/** Wages of the opening staff and overhead. */
	readonly fixedCentsPerTurn: number;
	readonly contributionCentsPerTurn: number;
	/** Share of the whole market at which contribution pays the opening staff and overhead; null if no unit earns. */
	readonly breakEvenShare: number | null;
}

export interface TurnReport {
	readonly turn: number;
	readonly weeks: number;
	/** Season and growth, 1 = an average week. */
	readonly factor: number;
	readonly marketUnits: number;
	/** Sell-through asked for, and the share of the market that is. */
	readonly targetUnits: number;
	readonly targetShare: number;
}

export function reportOf(spec: MarketSpec): ScenarioReport {
	const prices = priceReports(spec);
	return {
		prices,
		areas: areaReports(spec),
		dealers: dealerReports(spec, prices),
		field: fieldReport(spec),
		result: resultReport(spec, prices),
		turns: turnReports(spec)
	};
}

/** Category units a week in the whole market at season 1, and the player's part of them. */
function marketUnits(spec: MarketSpec): { all: number; own: number } {
	const { id } = playerOf(spec);
	const areas = spec.regions.flatMap((region) => region.areas);
	const all = areas.reduce((total, area) => total + weeklyUnits(area), 0);
	const own = areas.reduce((total, area) => total + weeklyUnits(area) * (area.shares[id] ?? 0), 0);
	return { all, own };
}

function resultReport(spec: MarketSpec, prices: readonly PriceReport[]): ResultReport {
	const player = playerOf(spec);
	const { all, own } = marketUnits(spec);
	const perWeek = player.merchandisers * spec.fieldRules.wageCentsPerWeek + player.overheadCentsPerWeek;
	const fixed = perWeek * spec.time.weeksPerTurn;
	const contribution = prices.reduce((total, price) => total + price.contributionCents, 0) / prices.length;
	const market = all * meanTurn(spec);
	return {
		ownShare: own / all,
		fixedCentsPerTurn: fixed,
		contributionCentsPerTurn: Math.floor((market * own * contribution) / all + 0.5),
		breakEvenShare: contribution > 0 ? fixed / (market * contribution) : null
	};
}

function turnReports(spec: MarketSpec): TurnReport[] {
	const weeks = turnWeeks(spec);
	const { all } = marketUnits(spec);
	return turnFactors(spec).map((factor, turn) => {
		const marketUnits = Math.floor(all * factor * (weeks[turn] ?? 0) + 0.5);
		const targetUnits = spec.score.sellOutTargets[turn] ?? 0;
		const targetShare = marketUnits > 0 ? targetUnits / marketUnits : 0;
		return { turn, weeks: weeks[turn] ?? 0, factor, marketUnits, targetUnits, targetShare };
	});
}
