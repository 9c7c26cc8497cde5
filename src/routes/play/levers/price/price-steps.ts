/** The price sheet of a product at a dealer price, step by step, with who keeps what. */
import { priceSheet } from '#lib/engine/prices.ts';
import type { OwnProductView } from '#lib/engine/view.ts';

export const PRICE_STEPS = ['cost', 'dealer', 'outlet', 'shelf'] as const;

export interface PriceStep {
	readonly step: (typeof PRICE_STEPS)[number];
	readonly cents: number;
	/** What whoever sells at this step keeps, without VAT, and as a part of its net price; null for the cost. */
	readonly margin: { readonly cents: number; readonly share: number } | null;
}

export function priceSteps(product: OwnProductView, dealerCents: number, vatBp: number): PriceStep[] {
	const sheet = priceSheet(product, dealerCents, vatBp);
	const margin = (net: number, paid: number): PriceStep['margin'] => ({
		cents: net - paid,
		share: net === 0 ? 0 : (net - paid) / net
	});
	return [
		{ step: 'cost', cents: product.unitCostCents, margin: null },
		{ step: 'dealer', cents: dealerCents, margin: margin(dealerCents, product.unitCostCents) },
		{ step: 'outlet', cents: sheet.outletCents, margin: margin(sheet.outletCents, dealerCents) },
		{ step: 'shelf', cents: sheet.shelfCents, margin: margin(sheet.shelfNetCents, sheet.outletCents) }
	];
}
