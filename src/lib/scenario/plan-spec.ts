/** A plan of a file in the engine's units, and complete. */
import type { DealersPlan, DealerTerms, FieldPlan, Plan, PlatformPlan, PricePlan } from '../engine/plan.ts';
import { USUAL_TERMS } from '../engine/terms.ts';
import { CLASSES, type OrderMode } from '../engine/vocab.ts';
import { basisPoints, cents } from './amounts.ts';
import type { FirmDraft, ScenarioDraft } from './draft.ts';
import { fieldPlan } from './field-spec.ts';
import type { PlanDraft } from './plan-draft.ts';

/** Visits and minutes of a usual call plan for single-brand drinks (A: trade judgement). */
const USUAL_CALLS: Omit<FieldPlan, 'merchandisers'> = {
	visitsPer4Weeks: { A: 4, B: 2, C: 1 },
	minutesPerVisit: { A: 15, B: 10, C: 7 }
};

/**
 * What the file leaves out is all areas, the staff there is, the usual calls, list prices; and what a plan may leave
 * out stays left out, so that what a file does not say is not in its hash.
 */
export function planSpec(plan: PlanDraft | undefined, firm: FirmDraft, draft: ScenarioDraft): Plan {
	const areas = draft.regions.flatMap((region) => region.areas.map(({ id }) => id));
	const modes = draft.regions.map(({ id }): [string, OrderMode] => [id, plan?.orderMode[id] ?? 'dealerRule']);
	const platform = platformOf(plan);
	return {
		regions: { worked: plan?.regions?.worked ?? areas },
		dealers: { sheets: {}, appoint: {}, ...dealingOf(plan) },
		field: fieldPlan(plan?.field) ?? { merchandisers: firm.merchandisers, ...USUAL_CALLS },
		price: pricesOf(plan, firm),
		activities: [],
		supply: {
			orderMode: Object.fromEntries(modes),
			...(says(plan?.quotas) && { quotas: plan.quotas }),
			...(says(plan?.production) && { production: plan.production }),
			pushes: []
		},
		...(platform !== undefined && { platform })
	};
}

function dealingOf(plan: PlanDraft | undefined): Pick<DealersPlan, 'terms' | 'control'> {
	const { terms, control } = plan ?? {};
	return {
		...(says(terms) && { terms: mapped(terms, termsOf) }),
		...(control !== undefined && {
			control: {
				inspection: control.inspection,
				fineBp: basisPoints(control.fine),
				forfeit: control.forfeit
			}
		})
	};
}

type TermsDraft = NonNullable<PlanDraft['terms']>[string];

function termsOf({ assigned, support, steps, ...terms }: TermsDraft): DealerTerms {
	return {
		exclusive: terms.exclusive ?? USUAL_TERMS.exclusive,
		creditDays: terms.creditDays ?? USUAL_TERMS.creditDays,
		rebateBp: basisPoints(terms.rebate ?? 0),
		targetCents: cents(terms.target ?? 0),
		steps: (steps ?? []).map(({ from, rebate }) => ({
			fromBp: basisPoints(from),
			rebateBp: basisPoints(rebate)
		})),
		support: { ...USUAL_TERMS.support, ...support },
		assigned: assigned === undefined ? null : { areas: assigned.areas, classes: assigned.classes ?? CLASSES }
	};
}

function pricesOf(plan: PlanDraft | undefined, firm: FirmDraft): PricePlan {
	const prices = firm.products.map(({ id, price }) => [id, cents(plan?.price[id] ?? price.dealer)]);
	const { priceByRegion, launches } = plan ?? {};
	return {
		dealerPriceCents: Object.fromEntries(prices) as Record<string, number>,
		...(says(priceByRegion) && { byRegion: mapped(priceByRegion, (own) => mapped(own, cents)) }),
		...(says(launches) && { launches })
	};
}

/** Targets and budgets work without any part of the platform. */
function platformOf(plan: PlanDraft | undefined): PlatformPlan | undefined {
	const { platform, targets, budgets } = plan ?? {};
	if (platform === undefined && targets === undefined && budgets === undefined) return undefined;
	return {
		build: platform ?? [],
		...(targets !== undefined && {
			targets: { totalUnits: targets.units, indexBp: mapped(targets.index, basisPoints) }
		}),
		...(says(budgets) && {
			budgets: mapped(budgets, ({ promotion, people }) => ({
				promotionCents: cents(promotion),
				peopleCents: cents(people)
			}))
		})
	};
}

function says<T>(record: Readonly<Record<string, T>> | undefined): record is Readonly<Record<string, T>> {
	return record !== undefined && Object.keys(record).length > 0;
}

function mapped<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
