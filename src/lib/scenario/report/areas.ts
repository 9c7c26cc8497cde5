/** Area by area: size, shares, and what the doctrine calls them. */
import { priceSheet } from '../../engine/prices.ts';
import type { AreaSpec, MarketSpec } from '../../engine/spec.ts';
import { NO1_RATIO } from '../../engine/vocab.ts';
import { markOf, patternOf, positionOf, type Mark, type Pattern, type Position } from './doctrine.ts';
import { distributionOf, playerOf, turnFactors, turnWeeks, weeklyUnits } from './market.ts';

export interface AreaReport {
	readonly area: string;
	readonly region: string;
	/** Real outlets. */
	readonly outlets: number;
	/** Category units, cases of the player's first product, and yuan-cents at the shelf (with tax), in a mean turn. */
	readonly unitsPerTurn: number;
	readonly casesPerTurn: number;
	readonly retailCentsPerTurn: number;
	readonly ownShare: number;
	/** The strongest rival; '' without any. */
	readonly bestRival: string;
	readonly bestRivalShare: number;
	/** Share that would make the player No.1 if the best rival kept its own. */
	readonly no1Share: number;
	/** Own opening distribution, plain and weighted, and the share inside the outlets that list the firm. */
	readonly numericDistribution: number;
	readonly weightedDistribution: number;
	readonly inStoreShare: number;
	readonly mark: Mark;
	readonly position: Position;
	readonly pattern: Pattern;
}

export function areaReports(spec: MarketSpec): AreaReport[] {
	return spec.regions.flatMap((region) => region.areas.map((area) => areaReport(spec, region.id, area)));
}

function areaReport(spec: MarketSpec, region: string, area: AreaSpec): AreaReport {
	const player = playerOf(spec);
	const units = weeklyUnits(area) * meanTurn(spec);
	const rivals = spec.firms
		.filter(({ role }) => role === 'rival')
		.map(({ id }) => ({ id, share: area.shares[id] ?? 0 }));
	const best = rivals.reduce((a, b) => (b.share > a.share ? b : a), { id: '', share: 0 });
	const ownShare = area.shares[player.id] ?? 0;
	const weighted = distributionOf(spec, area, player.id, 'volumeShare');
	return {
		area: area.id,
		region,
		outlets: area.outlets * area.represents,
		unitsPerTurn: whole(units),
		casesPerTurn: whole(units / (player.products[0]?.unitsPerCase ?? 1)),
		retailCentsPerTurn: whole(units * meanShelfCents(spec, area)),
		ownShare,
		bestRival: best.id,
		bestRivalShare: best.share,
		no1Share: best.share * NO1_RATIO,
		numericDistribution: distributionOf(spec, area, player.id, 'outletShare'),
		weightedDistribution: weighted,
		inStoreShare: weighted > 0 ? ownShare / weighted : 0,
		mark: markOf(ownShare),
		position: positionOf(ownShare, best.share),
		pattern: patternOf([ownShare, ...rivals.map(({ share }) => share)])
	};
}

/** Weeks of a turn × season and growth, over the turns of the game without the closing weeks. */
export function meanTurn(spec: MarketSpec): number {
	const weeks = turnWeeks(spec);
	const total = turnFactors(spec)
		.slice(0, spec.time.turns)
		.reduce((sum, factor, turn) => sum + factor * (weeks[turn] ?? 0), 0);
	return total / spec.time.turns;
}

/** Shelf price with tax, weighted by opening shares of those known; small brands are taken to cost as much. */
export function meanShelfCents(spec: MarketSpec, area: AreaSpec): number {
	let weight = 0;
	let cents = 0;
	for (const firm of spec.firms) {
		const share = (area.shares[firm.id] ?? 0) / firm.products.length;
		for (const product of firm.products) {
			weight += share;
			cents += share * priceSheet(product, product.dealerPriceCents, spec.money.vatBp).shelfCents;
		}
	}
	return weight === 0 ? 0 : cents / weight;
}

function whole(value: number): number {
	return Math.floor(value + 0.5);
}
