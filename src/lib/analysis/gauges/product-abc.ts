/**
 * Products by what they contribute (商品 ABC, M15): margin of what was sold in during the last turn, the largest first.
 * A up to seven tenths of it all, B up to nine tenths, C the rest and what earns nothing; the limits are the trade's usual ones (A).
 */
import type { FirmView } from '../../engine/view.ts';
import { CLASSES, type OutletClass } from '../../engine/vocab.ts';

export interface ProductContribution {
	readonly product: string;
	readonly units: number;
	/** Sold in × (general list price − unit cost): before freight, rebates and deals. */
	readonly marginCents: number;
	/** Of all products together, 0–1. */
	readonly share: number;
	readonly grade: OutletClass;
}

const LIMITS = [0.7, 0.9] as const;

/** Of those sold in; equals in file order. */
export function productAbc({ products }: FirmView): ProductContribution[] {
	const rows = products
		.filter(({ sellInLastTurn }) => sellInLastTurn > 0)
		.map(({ id, sellInLastTurn, dealerPriceCents, unitCostCents }) => ({
			product: id,
			units: sellInLastTurn,
			marginCents: sellInLastTurn * (dealerPriceCents - unitCostCents)
		}))
		.sort((a, b) => b.marginCents - a.marginCents);
	const all = rows.reduce((sum, { marginCents }) => sum + Math.max(0, marginCents), 0);
	let before = 0;
	return rows.map((row) => {
		const share = all === 0 ? 0 : Math.max(0, row.marginCents) / all;
		// The one that crosses a limit still belongs above it: the largest that earns anything is A.
		const grade = share === 0 ? 'C' : (CLASSES[LIMITS.filter((limit) => before >= limit).length] ?? 'C');
		before += share;
		return { ...row, share, grade };
	});
}
