/** The weighted choice sheet, worked out (M7): weight × score, summed, as a mean of 0–100. */
import type { ChoiceSheet } from '#lib/engine/plan.ts';
import type { CandidateView } from '#lib/engine/view.ts';
import { DEALER_FACTORS, type DealerFactor } from '#lib/engine/vocab.ts';

export interface Ranked {
	readonly dealer: CandidateView;
	readonly scores: Readonly<Record<DealerFactor, number>>;
	/** 0–100; null while no factor has a weight. */
	readonly total: number | null;
	/** From 1; equals share a rank. Null for who is not to be had, and without a total. */
	readonly rank: number | null;
}

/** In the order of the long list, those not to be had last. */
export function ranking(candidates: readonly CandidateView[], sheet: ChoiceSheet): Ranked[] {
	const weights = DEALER_FACTORS.reduce((sum, factor) => sum + sheet.weights[factor], 0);
	const rows = candidates.map((dealer) => {
		const scores = { ...dealer.stated, ...sheet.scores[dealer.id] };
		const points = DEALER_FACTORS.reduce((sum, factor) => sum + sheet.weights[factor] * scores[factor], 0);
		return { dealer, scores, total: weights === 0 ? null : points / weights };
	});
	const open = rows.filter(({ dealer }) => dealer.open);
	const rankOf = (total: number): number => 1 + open.filter((row) => (row.total ?? 0) > total).length;
	return [...open, ...rows.filter(({ dealer }) => !dealer.open)].map((row) => ({
		...row,
		rank: row.total === null || !row.dealer.open ? null : rankOf(row.total)
	}));
}
