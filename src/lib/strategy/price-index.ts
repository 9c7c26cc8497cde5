/** Prices against the opening: what a rival can tell of a price war from the shop windows. */
import type { FirmView, OwnProductView } from '../engine/view.ts';

/** The deepest that any rival hangs in a region, against its own opening price; 1: nobody below it. */
export function lowestIndex(view: FirmView, r: number): number {
	return view.rivalProducts.reduce((lowest, { listShelfPriceCents, regionShelfCents }) => {
		const seen = regionShelfCents[r]?.value ?? listShelfPriceCents;
		return Math.min(lowest, seen / Math.max(1, listShelfPriceCents));
	}, 1);
}

/** A price in whole cents at an index of the opening one, never below cost and a little, nor below what may be asked. */
export function priceAt(product: OwnProductView, index: number): number {
	const { openingDealerPriceCents: opening, unitCostCents, minDealerPriceCents } = product;
	const floor = Math.min(opening, Math.max(unitCostCents * 1.05, minDealerPriceCents));
	return Math.floor(Math.min(opening, Math.max(floor, opening * index)) + 0.5);
}
