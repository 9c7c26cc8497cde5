/** Changes of the plan: the management platform. A block that says nothing is left out. */
import { platformOf } from '#lib/engine/platform/parts.ts';
import type { BudgetPlan, PlatformPlan, TargetsPlan } from '#lib/engine/platform/plan.ts';
import { splitTarget, WHOLE_INDEX_BP } from '#lib/engine/platform/targets.ts';
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';
import { CLASSES, PLATFORM_PARTS, type PlatformPart } from '#lib/engine/vocab.ts';
import { activityCents } from './activities.ts';

export function togglePart(plan: Plan, part: PlatformPart): Plan {
	const { build } = platformOf(plan);
	const next = build.includes(part) ? build.filter((it) => it !== part) : [...build, part];
	return withPlatform(plan, { ...platformOf(plan), build: PLATFORM_PARTS.filter((it) => next.includes(it)) });
}

export function setTotal(plan: Plan, totalUnits: number): Plan {
	return withTargets(plan, { ...targetsOf(plan), totalUnits });
}

/** @param indexBp 10 000 is 1, and left out */
export function setIndex(plan: Plan, area: string, indexBp: number): Plan {
	const targets = targetsOf(plan);
	const others = Object.entries(targets.indexBp).filter(([id]) => id !== area);
	const own = indexBp === WHOLE_INDEX_BP ? [] : [[area, indexBp] as const];
	return withTargets(plan, { ...targets, indexBp: Object.fromEntries([...others, ...own]) });
}

export function targetsOf(plan: Plan): TargetsPlan {
	return platformOf(plan).targets ?? NO_TARGETS;
}

/** What the worked areas would get of the plan's target, by what the firm knows of their past sales (K6). */
export function plannedTargets(plan: Plan, view: FirmView): readonly PlannedTarget[] {
	const { totalUnits, indexBp } = targetsOf(plan);
	const past = plan.regions.worked.map((id) => view.areas.find((area) => area.id === id)?.sellOut.value ?? 0);
	const index = plan.regions.worked.map((id) => indexBp[id] ?? WHOLE_INDEX_BP);
	const shares = splitTarget(totalUnits, past, index);
	return plan.regions.worked.map((area, i) => ({
		area,
		pastUnits: past[i] ?? 0,
		indexBp: index[i] ?? WHOLE_INDEX_BP,
		units: shares[i] ?? 0
	}));
}

export interface PlannedTarget {
	readonly area: string;
	readonly pastUnits: number;
	readonly indexBp: number;
	readonly units: number;
}

/** @param budget null: the area has none */
export function setBudget(plan: Plan, area: string, budget: BudgetPlan | null): Plan {
	const { budgets = {}, ...platform } = platformOf(plan);
	const others = Object.entries(budgets).filter(([id]) => id !== area);
	const next = budget === null ? others : [...others, [area, budget] as const];
	return withPlatform(
		plan,
		next.length === 0 ? platform : { ...platform, budgets: Object.fromEntries(next) }
	);
}

/**
 * A budget to begin with: what the plan asks for in the area now, or was spent there last turn where that was more. So
 * that setting one cuts nothing until it is lowered: people by accounts, activities on all their areas alike (K9).
 */
export function firstBudget(plan: Plan, view: FirmView, area: string, spent: BudgetPlan): BudgetPlan {
	const accountsOf = (id: string): number => {
		const found = view.areas.find((it) => it.id === id);
		return found === undefined ? 0 : CLASSES.reduce((sum, name) => sum + found.outlets[name], 0);
	};
	const worked = plan.regions.worked.includes(area);
	const all = plan.regions.worked.reduce((sum, id) => sum + accountsOf(id), 0);
	const wages = plan.field.merchandisers * view.rules.wageCentsPerWeek * view.weeksPerTurn;
	const people = worked && all > 0 ? (wages * accountsOf(area)) / all : 0;
	const promotion = plan.activities.reduce((sum, activity) => {
		const areas = activity.targets.flatMap((id) => view.regions.find((it) => it.id === id)?.areas ?? [id]);
		if (!areas.includes(area)) return sum;
		return sum + Math.ceil(activityCents(activity, view.rules) / areas.length);
	}, 0);
	return {
		promotionCents: Math.max(promotion, Math.ceil(spent.promotionCents)),
		peopleCents: Math.max(Math.ceil(people), Math.ceil(spent.peopleCents))
	};
}

const NO_TARGETS: TargetsPlan = { totalUnits: 0, indexBp: {} };

function withTargets(plan: Plan, targets: TargetsPlan): Plan {
	const says = targets.totalUnits !== 0 || Object.keys(targets.indexBp).length > 0;
	const platform = { ...platformOf(plan) };
	delete platform.targets;
	return withPlatform(plan, says ? { ...platform, targets } : platform);
}

function withPlatform(plan: Plan, platform: PlatformPlan): Plan {
	if (platform.build.length > 0 || platform.targets !== undefined || platform.budgets !== undefined)
		return { ...plan, platform };
	const next = { ...plan };
	delete next.platform;
	return next;
}
