/** What strategies share: reading a view, and the parts of a plan they build from it. */
import type { ChoiceSheet } from '../engine/plan.ts';
import type { AreaView, FirmView, RegionView } from '../engine/view.ts';
import { DEALER_FACTORS, type DealerFactor, type PerClass } from '../engine/vocab.ts';

/** Even weights: the plain way to fill a choice sheet (M7). */
const EVEN: Readonly<Record<DealerFactor, number>> = {
	reputation: 15,
	strength: 15,
	scale: 10,
	network: 25,
	delivery: 15,
	management: 20
};

/** Own share against the best rival's; an unknown ratio counts as none. */
export function ratioOf(area: AreaView): number {
	return area.ratio.value ?? 0;
}

/** Weight × stated score, summed, by candidate; what the sheet on paper says. */
export function sheetTotal(stated: Readonly<Record<DealerFactor, number>>, sheet: ChoiceSheet): number {
	return DEALER_FACTORS.reduce((sum, factor) => sum + sheet.weights[factor] * stated[factor], 0);
}

/** What a held dealer counts for beside one that nobody holds. */
const HELD = 0.6;

/**
 * Screens a region's long list to the four best on paper. A rival's hold is stated openly.
 *
 * @param held what a held dealer counts for; 1 where an exclusive is to free it
 * @returns the sheet, and the dealer on top of it
 */
export function screen(region: RegionView, held = HELD): { sheet: ChoiceSheet; best: string | null } {
	const blank: ChoiceSheet = { weights: EVEN, scores: {}, shortlist: [] };
	const open = region.candidates
		.filter((c) => c.open)
		.map((c) => ({ id: c.id, total: sheetTotal(c.stated, blank) * (c.heldBy === null ? 1 : held) }))
		.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
	const shortlist = open.slice(0, 4).map((c) => c.id);
	return { sheet: { ...blank, shortlist }, best: shortlist[0] ?? null };
}

export function perClass(A: number, B: number, C: number): PerClass<number> {
	return { A, B, C };
}

export const areaIds = (view: FirmView): string[] => view.areas.map((area) => area.id);

/** Of the cash in hand, before there is a margin. */
const FIRST_SHARE = 0.1;

/** So much of the last turn's gross margin; before there is one, a tenth of the cash in hand. */
export function spendable({ turn, money }: FirmView, share: number): number {
	const { grossMarginLastTurnCents, cashCents } = money;
	return Math.floor(
		turn === 0 ? Math.max(0, cashCents) * FIRST_SHARE : Math.max(0, grossMarginLastTurnCents) * share
	);
}
