/** A played game as `run` and `replay` show it in JSON. Scores in points with decimals; the engine has thousandths. */
import { factsOf } from '#lib/engine/facts.ts';
import { beginState } from '#lib/engine/begin.ts';
import { score, type Game } from '#lib/engine/game.ts';
import type { FirmReport, MoneyLines, ScorePart, TurnFacts, TurnScore } from '#lib/engine/report.ts';
import { ECHELONS, PILLARS, type Echelon, type PerPillar, type Pillar } from '#lib/engine/vocab.ts';

type PerEchelon<T> = Readonly<Record<Echelon, T>>;

/** Thousandths of a point → points. */
export function points(thousandths: number): number {
	return thousandths / 1000;
}

export function perPillar<T>(value: (pillar: Pillar) => T): PerPillar<T> {
	return Object.fromEntries(PILLARS.map((pillar) => [pillar, value(pillar)])) as Record<Pillar, T>;
}

export function scoreSummary(game: Game) {
	const { total, pillars } = score(game);
	return {
		total: points(total),
		pillars: perPillar((pillar) => points(pillars[pillar])),
		turns: game.reports.flatMap((report) =>
			report.score === null ? [] : [turnSummary(report, report.score)]
		)
	};
}

function turnSummary({ facts }: FirmReport, turn: TurnScore) {
	return {
		turn: turn.turn,
		weeks: facts.weeks,
		closing: facts.closing,
		total: points(turn.total),
		pillars: perPillar((pillar) => points(turn.pillars[pillar])),
		parts: perPillar((pillar) => turn.parts[pillar].map(partSummary))
	};
}

/** A part's points run 0–100 like a pillar's, its weight 0–1; factors that multiply have weight 0. */
function partSummary(part: ScorePart) {
	return { ...part, points: part.points / 10, weight: part.weight / 1000 };
}

/** Costs of all kinds: revenue less these is the profit. */
const COSTS = [
	'costOfGoodsCents',
	'freightCents',
	'promotionCents',
	'peopleCents',
	'overheadCents',
	'interestCents',
	'writeOffCents',
	'rebateCents',
	'supportCents',
	'badDebtCents'
] as const satisfies readonly (keyof MoneyLines)[];

/**
 * Over the whole game, for the player's firm. Units are produced when their lot is finished, so what is under way in
 * the plant stands apart: opening stock + produced = sold + written off + stock, each without the plant.
 */
export function totalsSummary(game: Game) {
	const facts = game.reports.map((report) => report.facts);
	const sum = (value: (turn: TurnFacts) => number): number =>
		facts.reduce((total, turn) => total + value(turn), 0);
	const expenses = Object.fromEntries(COSTS.map((line) => [line, sum(({ money }) => money[line])]));
	const { world } = game;
	const opening = factsOf(world, beginState(world), world.player, 0);
	return {
		producedUnits: sum((turn) => turn.producedUnits),
		sellInUnits: sum((turn) => turn.sellInUnits),
		sellOutUnits: sum((turn) => turn.sellOutUnits),
		channelStockUnits: stockUnits(facts.at(-1) ?? opening),
		writtenOffUnits: sum((turn) => turn.writtenOffUnits),
		revenueCents: sum(({ money }) => money.revenueCents),
		expenseCents: Object.values(expenses).reduce((total, cents) => total + cents, 0),
		profitCents: sum(({ money }) => money.profitCents),
		cashCents: (facts.at(-1) ?? opening).money.cashCents,
		openingStockUnits: stockUnits(opening),
		expenses
	};
}

function stockUnits(turn: TurnFacts): PerEchelon<number> {
	const units: PerEchelon<number> = {
		plant: turn.plantUnits,
		warehouse: turn.warehouseUnits,
		transit: turn.transitUnits,
		dealer: turn.dealerUnits,
		outlet: turn.outletUnits
	};
	return Object.fromEntries(ECHELONS.map((echelon) => [echelon, units[echelon]])) as Record<Echelon, number>;
}

export function weeksPlayed(game: Game): number {
	return game.reports.reduce((weeks, { facts }) => weeks + facts.weeks, 0);
}
