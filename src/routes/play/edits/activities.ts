/** Changes of the plan: the activities of the turn, in the order they were added. */
import { KIND_RULES } from '#lib/engine/activities/kinds.ts';
import { SEGMENT_BOUNDS } from '#lib/engine/activities/segment.ts';
import type { ActivityPlan, Plan } from '#lib/engine/plan.ts';
import type { FirmView, PublicRules } from '#lib/engine/view.ts';
import type { ActivityKind, SegmentField } from '#lib/engine/vocab.ts';

/** A modest start to be changed: a tenth off, all turn, in the first place worked; half as many facings on top. */
const FIRST_DEPTH_BP = { discount: 1000, facings: 5000 } as const;
const FIRST_BUDGET_CENTS = 200_000;

export function addActivity(plan: Plan, view: FirmView, kind: ActivityKind): Plan {
	const { depth } = KIND_RULES[kind];
	const added: ActivityPlan = {
		kind,
		product: view.products[0]?.id ?? '',
		targets: firstTarget(plan, view, kind),
		startWeek: 0,
		weeks: view.weeksPerTurn,
		depthBp: depth === null ? 0 : Math.min(FIRST_DEPTH_BP[depth], mostDepth(view.rules, kind)),
		budgetCents: FIRST_BUDGET_CENTS,
		// The core of a small board is large restaurants.
		...(kind === 'smallBoard' && { channels: ['onPremise'], classes: ['A'] })
	};
	return { ...plan, activities: [...plan.activities, added] };
}

/** Deepest that a kind may be, basis points. */
export function mostDepth(rules: PublicRules, kind: ActivityKind): number {
	return KIND_RULES[kind].depth === 'facings' ? rules.activities.maxDisplayBp : rules.maxActivityDepthBp;
}

function firstTarget(plan: Plan, view: FirmView, kind: ActivityKind): string[] {
	const area = view.areas.find(({ id }) => id === plan.regions.worked[0]) ?? view.areas[0];
	if (area === undefined) return [];
	return [KIND_RULES[kind].place === 'region' ? area.region : area.id];
}

export function changeActivity(plan: Plan, index: number, change: Partial<ActivityPlan>): Plan {
	return {
		...plan,
		activities: plan.activities.map((activity, i) => (i === index ? { ...activity, ...change } : activity))
	};
}

/** What of an activity can be left out. */
type Optional = 'channels' | 'classes' | 'segment' | 'aim' | 'purpose' | 'followUp' | 'ahead';

/** @param value null: left out */
export function setOptional<K extends Optional>(
	plan: Plan,
	index: number,
	key: K,
	value: NonNullable<ActivityPlan[K]> | null
): Plan {
	return {
		...plan,
		activities: plan.activities.map((activity, i) => {
			if (i !== index) return activity;
			const rest = Object.entries(activity).filter(([name]) => name !== key);
			return Object.fromEntries(value === null ? rest : [...rest, [key, value]]) as unknown as ActivityPlan;
		})
	};
}

/** @param all in the order they are shown; all of them chosen is none chosen */
export function toggleOutlets<
	K extends 'channels' | 'classes',
	Item extends NonNullable<ActivityPlan[K]>[number]
>(plan: Plan, index: number, key: K, all: readonly Item[], item: Item): Plan {
	const now = (plan.activities[index]?.[key] ?? all) as readonly Item[];
	const next = all.filter((it) => (it === item ? !now.includes(it) : now.includes(it)));
	return setOptional(
		plan,
		index,
		key,
		next.length === all.length ? null : (next as unknown as NonNullable<ActivityPlan[K]>)
	);
}

/** The range of a field, both ends in it; the whole of it where nothing was said. */
export function rangeOf({ segment = [] }: ActivityPlan, field: SegmentField): readonly [number, number] {
	const range = segment.find((it) => it.field === field);
	return range === undefined ? SEGMENT_BOUNDS[field] : [range.from, range.to];
}

export function setRange(plan: Plan, index: number, field: SegmentField, from: number, to: number): Plan {
	const others = (plan.activities[index]?.segment ?? []).filter((it) => it.field !== field);
	const [low, high] = SEGMENT_BOUNDS[field];
	const next = from === low && to === high ? others : [...others, { field, from, to }];
	return setOptional(plan, index, 'segment', next.length === 0 ? null : next);
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

/** The fixed cost of every target and week. */
export function fixedCents({ targets, weeks }: ActivityPlan, { activityFixedCents }: PublicRules): number {
	return targets.length * weeks * activityFixedCents;
}

/** The most an activity can come to in the coming turn; of one that is asked for ahead, its preparation. */
export function activityCents(activity: ActivityPlan, rules: PublicRules): number {
	const { preparationBp, followUpBp } = rules.activities;
	const part = (cents: number, bp: number): number => Math.floor((cents * bp) / 10_000);
	if (activity.ahead === true) return part(activity.budgetCents, preparationBp);
	const most = activity.budgetCents + fixedCents(activity, rules);
	return most + (activity.followUp === true ? part(most, followUpBp) : 0);
}
