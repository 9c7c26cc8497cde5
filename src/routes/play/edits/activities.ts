/** Changes of the plan: the activities of the turn, in the order they were added. */
import type { ActivityPlan, Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';
import type { ActivityKind } from '#lib/engine/vocab.ts';

/** A modest start to be changed: a tenth off, all turn, in the first place worked. */
const FIRST_DEPTH_BP = 1000;
const FIRST_BUDGET_CENTS = 200_000;

export function addActivity(plan: Plan, view: FirmView, kind: ActivityKind): Plan {
	const added: ActivityPlan = {
		kind,
		product: view.products[0]?.id ?? '',
		targets: firstTarget(plan, view, kind),
		startWeek: 0,
		weeks: view.weeksPerTurn,
		depthBp: Math.min(FIRST_DEPTH_BP, view.rules.maxActivityDepthBp),
		budgetCents: FIRST_BUDGET_CENTS
	};
	return { ...plan, activities: [...plan.activities, added] };
}

function firstTarget(plan: Plan, view: FirmView, kind: ActivityKind): string[] {
	const area = view.areas.find(({ id }) => id === plan.regions.worked[0]) ?? view.areas[0];
	if (area === undefined) return [];
	return [kind === 'tradeDeal' ? area.region : area.id];
}

export function changeActivity(plan: Plan, index: number, change: Partial<ActivityPlan>): Plan {
	return {
		...plan,
		activities: plan.activities.map((activity, i) => (i === index ? { ...activity, ...change } : activity))
	};
}

/** It still ends inside the turn. */
export function setStart(plan: Plan, view: FirmView, index: number, startWeek: number): Plan {
	const weeks = Math.min(plan.activities[index]?.weeks ?? 1, view.weeksPerTurn - startWeek);
	return changeActivity(plan, index, { startWeek, weeks });
}

/** @param all ids in the order they are shown, and kept */
export function toggleTarget(plan: Plan, index: number, all: readonly string[], target: string): Plan {
	const chosen = new Set(plan.activities[index]?.targets);
	if (!chosen.delete(target)) chosen.add(target);
	return changeActivity(plan, index, { targets: all.filter((id) => chosen.has(id)) });
}

export function removeActivity(plan: Plan, index: number): Plan {
	return { ...plan, activities: plan.activities.filter((_, i) => i !== index) };
}

/** Budget and the fixed cost of every target and week: the most an activity can come to. */
export function activityCents({ targets, weeks, budgetCents }: ActivityPlan, fixedCents: number): number {
	return budgetCents + targets.length * weeks * fixedCents;
}
