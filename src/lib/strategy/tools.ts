/** What strategies share: reading a view, and the parts of a plan they build from it. */
import type { ChoiceSheet, FieldPlan } from '../engine/plan.ts';
import type { AreaView, FirmView, RegionView } from '../engine/view.ts';
import { CLASSES, DEALER_FACTORS, type DealerFactor, type PerClass } from '../engine/vocab.ts';

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

/**
 * Screens a region's long list to the four best on paper. Held dealers come last: a rival's hold is stated openly.
 *
 * @returns the sheet, and the dealer on top of it
 */
export function screen(region: RegionView): { sheet: ChoiceSheet; best: string | null } {
	const blank: ChoiceSheet = { weights: EVEN, scores: {}, shortlist: [] };
	const open = region.candidates
		.filter((c) => c.open)
		.map((c) => ({ id: c.id, total: sheetTotal(c.stated, blank) * (c.heldBy === null ? 1 : 0.6) }))
		.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
	const shortlist = open.slice(0, 4).map((c) => c.id);
	return { sheet: { ...blank, shortlist }, best: shortlist[0] ?? null };
}

/** Minutes a week that a call plan asks for over these areas, travel included. */
export function minutesFor(view: FirmView, areas: readonly AreaView[], field: FieldPlan): number {
	let minutes = 0;
	for (const area of areas)
		for (const name of CLASSES)
			minutes +=
				(area.outlets[name] *
					field.visitsPer4Weeks[name] *
					(field.minutesPerVisit[name] + view.field.travelMinutesPerVisit)) /
				4;
	return minutes;
}

/** Head count that serves the call plan in full. */
export function headsFor(view: FirmView, areas: readonly AreaView[], field: FieldPlan): number {
	const heads = Math.ceil(minutesFor(view, areas, field) / Math.max(1, view.field.minutesPerHead));
	return Math.min(view.rules.maxMerchandisers, Math.max(1, heads));
}

export function perClass(A: number, B: number, C: number): PerClass<number> {
	return { A, B, C };
}

export const areaIds = (view: FirmView): string[] => view.areas.map((area) => area.id);
