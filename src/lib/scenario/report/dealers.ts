/** Land to live on (耕地): whether a dealer's outlets feed what our line should pay of its vans. */
import type { DealerSpec, MarketSpec } from '../../engine/spec.ts';
import { distributionOf, playerOf, weeklyUnits } from './market.ts';
import type { PriceReport } from './prices.ts';

/** One van and its driver: ¥9 500 a month. Trade judgement (A). */
const VAN_CENTS_PER_WEEK = 219_231;
/** Share of a van that one maker's line should feed. Trade judgement (A). */
const LINE_OF_VAN = 0.2;

export interface DealerReport {
	readonly dealer: string;
	readonly region: string;
	readonly open: boolean;
	/** The player's dealer at the start. */
	readonly incumbent: boolean;
	/** Real outlets it serves. */
	readonly outlets: number;
	/** Outlets with our goods it needs to live, at the opening sales per listing outlet; null where nothing sells. */
	readonly outletsToLive: number | null;
	/** Units a week it can deliver for the player, a rival's hold taken off. */
	readonly deliveryUnitsPerWeek: number;
	/** Units a week, at season 1, that the outlets it serves would sell at the opening share inside listing outlets. */
	readonly potentialUnitsPerWeek: number;
	/** A year's margin on that after cost to serve, over its capital. */
	readonly returnOnCapital: number;
}

export function dealerReports(spec: MarketSpec, prices: readonly PriceReport[]): DealerReport[] {
	const incumbents = new Set(Object.values(playerOf(spec).dealers));
	return spec.dealers
		.filter(({ id, open }) => open || incumbents.has(id))
		.map((dealer) => dealerReport(spec, dealer, prices, incumbents.has(dealer.id)));
}

/** Units a week it can deliver for a firm: another's hold takes its share. */
export function deliveryFor(dealer: DealerSpec, firm: string): number {
	const free = dealer.heldBy === null || dealer.heldBy === firm ? 1 : 1 - dealer.hold;
	return Math.floor(dealer.deliveryUnitsPerWeek * free);
}

function dealerReport(
	spec: MarketSpec,
	dealer: DealerSpec,
	prices: readonly PriceReport[],
	incumbent: boolean
): DealerReport {
	const player = playerOf(spec).id;
	const areas = spec.regions.find(({ id }) => id === dealer.region)?.areas ?? [];
	let outlets = 0;
	let potential = 0;
	let listed = 0;
	let sold = 0;
	for (const area of areas) {
		const reach = dealer.reach[area.id] ?? 0;
		const own = weeklyUnits(area) * (area.shares[player] ?? 0);
		const weighted = distributionOf(spec, area, player, 'volumeShare');
		outlets += area.outlets * area.represents * reach;
		listed += area.outlets * area.represents * distributionOf(spec, area, player, 'outletShare');
		sold += own;
		if (weighted > 0) potential += (own / weighted) * reach;
	}
	const margin = mean(prices.map(({ dealerMarginCents }) => dealerMarginCents));
	const net = mean(prices.map(({ dealerNetCents }) => dealerNetCents));
	const earned = listed > 0 ? (sold / listed) * margin : 0;
	return {
		dealer: dealer.id,
		region: dealer.region,
		open: dealer.open,
		incumbent,
		outlets: Math.floor(outlets + 0.5),
		outletsToLive: earned > 0 ? Math.ceil((VAN_CENTS_PER_WEEK * LINE_OF_VAN) / earned) : null,
		deliveryUnitsPerWeek: deliveryFor(dealer, player),
		potentialUnitsPerWeek: Math.floor(potential + 0.5),
		returnOnCapital: dealer.capitalCents > 0 ? (potential * net * 52) / dealer.capitalCents : 0
	};
}

function mean(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
