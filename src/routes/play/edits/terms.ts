/** Changes of the plan: what is offered to a region's dealer, and what is done against diversion (M7, M8). */
import type { ControlPlan, DealerTerms, Plan, RebateStep } from '#lib/engine/plan.ts';
import { same } from '#lib/engine/same.ts';
import { offeredTerms, USUAL_TERMS } from '#lib/engine/terms.ts';
import type { RegionView } from '#lib/engine/view.ts';
import { CLASSES, SUPPORT_FLOWS, type OutletClass } from '#lib/engine/vocab.ts';

export const NO_CONTROL: ControlPlan = { inspection: 0, fineBp: 0, forfeit: false };

/** Where a first step of a rebate is put, and by how much each next one is above it. */
const FIRST_STEP: RebateStep = { fromBp: 10_000, rebateBp: 100 };
const NEXT_STEP: RebateStep = { fromBp: 1000, rebateBp: 100 };

/** Terms that are the usual ones are no offer. */
export function setTerms(plan: Plan, region: string, change: Partial<DealerTerms>): Plan {
	const next = { ...offeredTerms(plan, region), ...change };
	const others = Object.fromEntries(Object.entries(plan.dealers.terms ?? {}).filter(([id]) => id !== region));
	const terms = same(next, USUAL_TERMS) ? others : { ...others, [region]: next };
	const { sheets, appoint, control } = plan.dealers;
	return {
		...plan,
		dealers: {
			sheets,
			appoint,
			...(Object.keys(terms).length > 0 && { terms }),
			...(control !== undefined && { control })
		}
	};
}

export function addStep(plan: Plan, region: string): Plan {
	const { steps } = offeredTerms(plan, region);
	const last = steps.at(-1);
	const next =
		last === undefined
			? FIRST_STEP
			: { fromBp: last.fromBp + NEXT_STEP.fromBp, rebateBp: last.rebateBp + NEXT_STEP.rebateBp };
	return setTerms(plan, region, { steps: [...steps, next] });
}

export function setStep(plan: Plan, region: string, index: number, change: Partial<RebateStep>): Plan {
	const steps = offeredTerms(plan, region).steps.map((step, i) =>
		i === index ? { ...step, ...change } : step
	);
	return setTerms(plan, region, { steps });
}

export function removeStep(plan: Plan, region: string, index: number): Plan {
	return setTerms(plan, region, { steps: offeredTerms(plan, region).steps.filter((_, i) => i !== index) });
}

/** One area or one class more or less; all of both is no limit, and the last of either stays. */
export function toggleAssigned(
	plan: Plan,
	{ id, areas }: Pick<RegionView, 'id' | 'areas'>,
	what: { readonly area: string } | { readonly outlets: OutletClass }
): Plan {
	const now = offeredTerms(plan, id).assigned ?? { areas, classes: CLASSES };
	const toggled = <T extends string>(all: readonly T[], chosen: readonly T[], one: T): T[] =>
		all.filter((each) => (each === one ? !chosen.includes(each) : chosen.includes(each)));
	const next =
		'area' in what
			? { ...now, areas: toggled(areas, now.areas, what.area) }
			: { ...now, classes: toggled(CLASSES, now.classes, what.outlets) };
	if (next.areas.length === 0 || next.classes.length === 0) return plan;
	const all = next.areas.length === areas.length && next.classes.length === CLASSES.length;
	return setTerms(plan, id, { assigned: all ? null : next });
}

export function setControl(plan: Plan, change: Partial<ControlPlan>): Plan {
	const next = { ...(plan.dealers.control ?? NO_CONTROL), ...change };
	const { sheets, appoint, terms } = plan.dealers;
	return {
		...plan,
		dealers: {
			sheets,
			appoint,
			...(terms !== undefined && { terms }),
			...(!same(next, NO_CONTROL) && { control: next })
		}
	};
}

/** Levels of support that terms come to. */
export const supportLevels = ({ support }: DealerTerms): number =>
	SUPPORT_FLOWS.reduce((sum, flow) => sum + support[flow], 0);
