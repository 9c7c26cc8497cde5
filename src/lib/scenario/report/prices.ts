/** The price sheet from factory to shelf with every margin, and what a unit leaves the firm. */
import { priceSheet } from '../../engine/prices.ts';
import type { MarketSpec, ProductSpec } from '../../engine/spec.ts';
import { playerOf, weeklyUnits } from './market.ts';

/** All cents per unit; margins of dealer and outlet also as shares of their selling prices without tax. */
export interface PriceReport {
	readonly product: string;
	readonly unitsPerCase: number;
	readonly costCents: number;
	/** Mean of the regions, weighted by own opening sales. */
	readonly freightCents: number;
	readonly dealerPriceCents: number;
	/** What a unit leaves the firm before people and promotion. */
	readonly contributionCents: number;
	readonly contributionCentsPerCase: number;
	readonly outletPriceCents: number;
	readonly dealerMarginCents: number;
	readonly dealerMargin: number;
	/** Dealer's margin less its cost to serve. */
	readonly dealerNetCents: number;
	readonly shelfNetCents: number;
	readonly outletMarginCents: number;
	readonly outletMargin: number;
	/** With tax, at channel index 1. */
	readonly shelfCents: number;
}

export function priceReports(spec: MarketSpec): PriceReport[] {
	const freight = meanFreight(spec);
	return playerOf(spec).products.map((product) => priceReport(spec, product, freight));
}

function priceReport(spec: MarketSpec, product: ProductSpec, freightCents: number): PriceReport {
	const { unitCostCents, dealerPriceCents, unitsPerCase } = product;
	const sheet = priceSheet(product, dealerPriceCents, spec.money.vatBp);
	const contribution = dealerPriceCents - unitCostCents - freightCents;
	const dealerMargin = sheet.outletCents - dealerPriceCents;
	const outletMargin = sheet.shelfNetCents - sheet.outletCents;
	return {
		product: product.id,
		unitsPerCase,
		costCents: unitCostCents,
		freightCents,
		dealerPriceCents,
		contributionCents: contribution,
		contributionCentsPerCase: contribution * unitsPerCase,
		outletPriceCents: sheet.outletCents,
		dealerMarginCents: dealerMargin,
		dealerMargin: dealerMargin / sheet.outletCents,
		dealerNetCents: dealerMargin - spec.channelRules.dealerCostCentsPerUnit,
		shelfNetCents: sheet.shelfNetCents,
		outletMarginCents: outletMargin,
		outletMargin: outletMargin / sheet.shelfNetCents,
		shelfCents: sheet.shelfCents
	};
}

function meanFreight(spec: MarketSpec): number {
	const { id } = playerOf(spec);
	let units = 0;
	let cents = 0;
	for (const region of spec.regions) {
		for (const area of region.areas) {
			const own = weeklyUnits(area) * (area.shares[id] ?? 0);
			units += own;
			cents += own * region.freightCentsPerUnit;
		}
	}
	return units === 0 ? (spec.regions[0]?.freightCentsPerUnit ?? 0) : cents / units;
}
