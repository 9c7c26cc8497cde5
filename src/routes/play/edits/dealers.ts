/** Changes of the plan: the choice sheet of a region and the appointment that follows from it (M7). */
import type { ChoiceSheet, Plan } from '#lib/engine/plan.ts';
import type { CandidateView, RegionView } from '#lib/engine/view.ts';
import type { DealerFactor } from '#lib/engine/vocab.ts';

/** What a region's sheet is before anybody touched it: every factor counts alike. */
const BLANK: ChoiceSheet = {
	weights: { reputation: 50, strength: 50, scale: 50, network: 50, delivery: 50, management: 50 },
	scores: {},
	shortlist: []
};

export function sheetOf(plan: Plan, region: string): ChoiceSheet {
	return Object.hasOwn(plan.dealers.sheets, region) ? (plan.dealers.sheets[region] ?? BLANK) : BLANK;
}

export function setWeight(plan: Plan, region: string, factor: DealerFactor, points: number): Plan {
	const sheet = sheetOf(plan, region);
	return withSheet(plan, region, { ...sheet, weights: { ...sheet.weights, [factor]: points } });
}

/** A score that equals what the dealer states is no judgement of one's own and is not kept. */
export function setScore(
	plan: Plan,
	region: string,
	{ id, stated }: CandidateView,
	factor: DealerFactor,
	points: number
): Plan {
	const sheet = sheetOf(plan, region);
	const others = without(sheet.scores[id] ?? {}, factor);
	const own = points === stated[factor] ? others : { ...others, [factor]: points };
	const rows = without(sheet.scores, id);
	return withSheet(plan, region, {
		...sheet,
		scores: Object.keys(own).length === 0 ? rows : { ...rows, [id]: own }
	});
}

/** Kept in the order of the long list. Who leaves it is not appointed either. */
export function toggleShortlist(plan: Plan, { id: region, candidates }: RegionView, dealer: string): Plan {
	const sheet = sheetOf(plan, region);
	const chosen = new Set(sheet.shortlist);
	if (!chosen.delete(dealer)) chosen.add(dealer);
	const shortlist = candidates.map(({ id }) => id).filter((id) => chosen.has(id));
	const next = withSheet(plan, region, { ...sheet, shortlist });
	return next.dealers.appoint[region] === dealer && !chosen.has(dealer) ? appoint(next, region, null) : next;
}

/** @param dealer null keeps the one there is */
export function appoint(plan: Plan, region: string, dealer: string | null): Plan {
	const others = without(plan.dealers.appoint, region);
	const next = dealer === null ? others : { ...others, [region]: dealer };
	return { ...plan, dealers: { ...plan.dealers, appoint: next } };
}

function withSheet(plan: Plan, region: string, sheet: ChoiceSheet): Plan {
	return { ...plan, dealers: { ...plan.dealers, sheets: { ...plan.dealers.sheets, [region]: sheet } } };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
