/**
 * The score (rules Z1–Z6): four pillars per turn in whole thousandths, absolute and capped, with every step of the
 * arithmetic beside it; a game's score weighs turn t by t + 1, the closing weeks last and heaviest.
 */
import type { AreaFacts, GameScore, ScorePart, TurnFacts, TurnScore } from './report.ts';
import type { MarketSpec, ScoreSpec, StockBand } from './spec.ts';
import { NO1_RATIO, PILLARS, type Pillar, type PerPillar } from './vocab.ts';

const FULL = 1000;
/** Z3 Parts of the stock pillar. Design (A). */
const STOCK_WEIGHTS = { warehouse: 150, dealer: 350, outlet: 200, availability: 200, aged: 100 } as const;
/** Z4 Ratio against profit inside the expense pillar, and what is left of it below the cash floor. Design (A). */
const EXPENSE_WEIGHTS = { ratio: 600, profit: 400 } as const;
const BELOW_CASH_FLOOR = 300;
/** Z5 What holding a position beyond the range for a second turn adds to what reaching it gives. Design (A). */
const NO1_REACHED = 850;
const NO1_HELD = 150;

/**
 * @param firm index of the firm that is scored, for its place in `AreaFacts.units`
 * @param facts of all turns so far, the last one being scored
 */
export function scoreTurn(spec: MarketSpec, firm: number, facts: readonly TurnFacts[]): TurnScore {
	const now = facts.at(-1);
	if (now === undefined) throw new Error('no turn to score');
	const before = facts.at(-2) ?? null;
	const rules = spec.score;
	const made: Record<Pillar, Scored> = {
		effectiveShipment: effectiveShipment(rules, now, before),
		stock: stock(rules, now, firm),
		expense: expense(rules, now),
		no1: no1(now, before, firm)
	};
	const pillars = perPillar((pillar) => made[pillar].points * 100);
	return {
		turn: now.turn,
		total: weighted(rules.weights, pillars),
		pillars,
		weights: rules.weights,
		parts: {
			effectiveShipment: made.effectiveShipment.parts,
			stock: made.stock.parts,
			expense: made.expense.parts,
			no1: made.no1.parts
		}
	};
}

/** Z6 Of no turn: nought. The weights are those the turns were scored with. */
export function scoreGame(turns: readonly TurnScore[]): GameScore {
	let weights = 0;
	const sums: Record<Pillar, number> = { effectiveShipment: 0, stock: 0, expense: 0, no1: 0 };
	for (const [i, turn] of turns.entries()) {
		weights += i + 1;
		for (const pillar of PILLARS) sums[pillar] += (i + 1) * turn.pillars[pillar];
	}
	const pillars = perPillar((pillar) => (weights === 0 ? 0 : Math.floor(sums[pillar] / weights + 0.5)));
	const last = turns.at(-1);
	return { total: last === undefined ? 0 : weighted(last.weights, pillars), pillars, turns };
}

interface Scored {
	/** 0–1000. */
	readonly points: number;
	readonly parts: readonly ScorePart[];
}

/** Z2 Attainment × flow-through over two turns; attainment alone when nothing was shipped: healing is no sin. */
function effectiveShipment(rules: ScoreSpec, now: TurnFacts, before: TurnFacts | null): Scored {
	const target = rules.sellOutTargets[now.turn] ?? 0;
	const attainment = thousandths(now.sellOutUnits, target);
	const sellIn = now.sellInUnits + (before?.sellInUnits ?? 0);
	// Diverted goods were sold, but by whom it was not meant for: they are no flow of the channel.
	const diverted = now.divertedUnits + (before?.divertedUnits ?? 0);
	const sellOut = Math.max(0, now.sellOutUnits + (before?.sellOutUnits ?? 0) - diverted);
	const flow = sellIn <= 0 ? FULL : thousandths(sellOut, sellIn);
	return {
		points: Math.floor((attainment * flow) / FULL),
		parts: [
			{ code: 'attainment', value: now.sellOutUnits, target, points: attainment, weight: 0 },
			{ code: 'flowThrough', value: sellOut, target: Math.max(0, sellIn), points: flow, weight: 0 }
		]
	};
}

/** Z3 */
function stock(rules: ScoreSpec, now: TurnFacts, firm: number): Scored {
	const daily = now.sellOutUnits / (now.weeks * 7);
	const bands = rules.stockBands;
	const listed = now.areas.reduce((sum, area) => sum + area.listedOutletWeeks, 0);
	const empty = now.areas.reduce((sum, area) => sum + area.stockOutOutletWeeks, 0);
	const emptyRate = listed === 0 ? 1 : empty / listed;
	const agedRate = now.dealerUnits === 0 ? 0 : now.agedDealerUnits / now.dealerUnits;
	const sellsAnywhere = now.areas.some((area) => (area.units[firm] ?? 0) > 0);
	return mean([
		band('warehouseDays', now.warehouseUnits, daily, bands.warehouse, STOCK_WEIGHTS.warehouse),
		band('dealerDays', now.dealerUnits + now.transitUnits, daily, bands.dealer, STOCK_WEIGHTS.dealer),
		band('outletDays', now.outletUnits, daily, bands.outlet, STOCK_WEIGHTS.outlet),
		{
			code: 'stockOuts',
			value: emptyRate,
			target: rules.stockOutZero,
			points: falling(emptyRate, 0, rules.stockOutZero),
			weight: STOCK_WEIGHTS.availability
		},
		{
			code: 'aged',
			value: agedRate,
			target: 0,
			points: sellsAnywhere ? falling(agedRate, 0, 1) : 0,
			weight: STOCK_WEIGHTS.aged
		}
	]);
}

function band(code: string, units: number, daily: number, limits: StockBand, weight: number): ScorePart {
	// Without sales any stock is too much, and no stock is no merit.
	if (daily <= 0) return { code, value: 0, target: limits.high, points: 0, weight, band: limits };
	const days = units / daily;
	const points = days < limits.low ? thousandths(days, limits.low) : falling(days, limits.high, limits.zero);
	return {
		code,
		value: days,
		target: days < limits.low ? limits.low : limits.high,
		points,
		weight,
		band: limits
	};
}

/** Z4 */
function expense(rules: ScoreSpec, now: TurnFacts): Scored {
	const { money } = now;
	const margin = money.revenueCents - money.rebateCents - money.costOfGoodsCents - money.freightCents;
	const spent = money.promotionCents + money.peopleCents + money.supportCents;
	const ratio = margin > 0 ? spent / margin : 0;
	const target = rules.profitTargets[now.turn] ?? 0;
	const short = Math.max(0, target - money.profitCents);
	const scored = mean([
		{
			code: 'expenseRatio',
			value: ratio,
			target: rules.expenseFull,
			points: margin > 0 ? falling(ratio, rules.expenseFull, rules.expenseZero) : 0,
			weight: EXPENSE_WEIGHTS.ratio
		},
		{
			code: 'profit',
			value: money.profitCents,
			target,
			points: falling(short, 0, rules.profitRangeCents),
			weight: EXPENSE_WEIGHTS.profit
		}
	]);
	if (money.cashCents >= rules.cashFloorCents) return scored;
	return {
		points: Math.min(scored.points, BELOW_CASH_FLOOR),
		parts: [
			...scored.parts,
			{
				code: 'cashFloor',
				value: money.cashCents,
				target: rules.cashFloorCents,
				points: BELOW_CASH_FLOOR,
				weight: 0
			}
		]
	};
}

/** Z5 The square makes half a lead a quarter of the marks: many weak positions are worth less than one strong. */
function no1(now: TurnFacts, before: TurnFacts | null, firm: number): Scored {
	const total = now.areas.reduce((sum, area) => sum + sizeOf(area), 0);
	const parts = now.areas.map((area, i): ScorePart => {
		const ratio = lead(area, firm);
		const past = before?.areas[i];
		const held = past !== undefined && lead(past, firm) >= NO1_RATIO && ratio >= NO1_RATIO;
		const near = Math.min(1, ratio / NO1_RATIO);
		return {
			code: 'lead',
			area: area.area,
			value: ratio,
			target: NO1_RATIO,
			points: Math.floor(NO1_REACHED * near * near) + (held ? NO1_HELD : 0),
			weight: total === 0 ? 0 : Math.floor((FULL * sizeOf(area)) / total)
		};
	});
	return mean(parts);
}

/** Own units over the best rival's; without a rival that sells anything, twice the mark. */
export function lead(area: AreaFacts, firm: number): number {
	const own = area.units[firm] ?? 0;
	const best = area.units.reduce((max, units, f) => (f === firm ? max : Math.max(max, units)), 0);
	if (best === 0) return own > 0 ? 2 * NO1_RATIO : 0;
	return own / best;
}

function sizeOf(area: AreaFacts): number {
	return area.units.reduce((sum, units) => sum + units, area.outsideUnits);
}

function mean(parts: readonly ScorePart[]): Scored {
	const weights = parts.reduce((sum, part) => sum + part.weight, 0);
	const points = parts.reduce((sum, part) => sum + part.weight * part.points, 0);
	return { points: weights === 0 ? 0 : Math.floor(points / weights), parts };
}

/** value ÷ target in thousandths, 0–1000; a target of nothing is reached. */
function thousandths(value: number, target: number): number {
	if (target <= 0) return FULL;
	return Math.floor(FULL * Math.min(1, Math.max(0, value / target)));
}

/** 1000 up to `full`, 0 from `zero`, linear between. */
function falling(value: number, full: number, zero: number): number {
	if (value <= full) return FULL;
	if (value >= zero) return 0;
	return Math.floor((FULL * (zero - value)) / (zero - full));
}

function weighted(weights: PerPillar<number>, pillars: PerPillar<number>): number {
	let sum = 0;
	let total = 0;
	for (const pillar of PILLARS) {
		sum += weights[pillar];
		total += weights[pillar] * pillars[pillar];
	}
	return sum === 0 ? 0 : Math.floor(total / sum + 0.5);
}

function perPillar(value: (pillar: Pillar) => number): PerPillar<number> {
	return {
		effectiveShipment: value('effectiveShipment'),
		stock: value('stock'),
		expense: value('expense'),
		no1: value('no1')
	};
}
