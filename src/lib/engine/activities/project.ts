/** Activities of a plan as far as they can run and be paid (rule J7). */
import { clip, knownIds } from '../clip.ts';
import type { ActivityPlan, DropCode } from '../plan.ts';
import { MAX_ACTIVITIES } from '../state.ts';
import { CHANNELS, CLASSES } from '../vocab.ts';
import type { World } from '../world.ts';
import { KIND_RULES } from './kinds.ts';
import { SEGMENT_BOUNDS, type Audience, type SegmentCondition } from './segment.ts';

type Drop = (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;

export interface ProjectedActivities {
	readonly activities: readonly ActivityPlan[];
	/** The most they can cost. */
	readonly cents: number;
}

/** J7 Activities in the order of the plan, each as far as it exists, fits the turn and can be paid. */
export function projectActivities(
	world: World,
	firm: number,
	asked: readonly ActivityPlan[],
	weeks: number,
	budgetCents: number,
	drop: Drop
): ProjectedActivities {
	const kept: ActivityPlan[] = [];
	let cents = 0;
	for (const [i, activity] of asked.entries()) {
		const path = `activities[${i}]`;
		if (kept.length >= MAX_ACTIVITIES) {
			drop('TOO_MANY', path, { limit: MAX_ACTIVITIES });
			continue;
		}
		const result = projectOne(world, firm, activity, weeks, path, drop);
		if (result === null) continue;
		const fixed = result.targets.length * result.weeks * world.spec.money.activityFixedCents;
		const left = budgetCents - cents - fixed;
		if (left <= 0) {
			drop('CASH_SHORT', path, { asked: result.budgetCents + fixed, given: 0 });
			continue;
		}
		const given = Math.min(result.budgetCents, left);
		if (given < result.budgetCents)
			drop('CASH_SHORT', `${path}.budgetCents`, { asked: result.budgetCents, given });
		kept.push({ ...result, budgetCents: given });
		cents += fixed + given;
	}
	return { activities: kept, cents };
}

function projectOne(
	world: World,
	firm: number,
	activity: ActivityPlan,
	turnWeeks: number,
	path: string,
	drop: Drop
): ActivityPlan | null {
	const k = world.index.product.get(activity.product);
	if (k === undefined || world.productFirm[k] !== firm) {
		drop('UNKNOWN_PRODUCT', `${path}.product`, { product: activity.product });
		return null;
	}
	const byRegion = KIND_RULES[activity.kind].place === 'region';
	const targets = knownIds(
		activity.targets,
		byRegion ? world.index.region : world.index.area,
		(id, at) => drop(byRegion ? 'UNKNOWN_REGION' : 'UNKNOWN_AREA', `${path}.targets[${at}]`, { id }),
		(id, at) => drop('DUPLICATE', `${path}.targets[${at}]`, { id })
	);
	if (targets.length === 0) {
		drop('TARGET_EMPTY', `${path}.targets`);
		return null;
	}
	const startWeek = clip(activity.startWeek, 0, turnWeeks - 1, 0);
	const weeks = clip(activity.weeks, 1, turnWeeks - startWeek, 1);
	if (startWeek !== activity.startWeek || weeks !== activity.weeks)
		drop('OUTSIDE_TURN', path, { startWeek, weeks });
	const top = world.spec.money.maxActivityDepthBp;
	const depthBp = clip(activity.depthBp, 0, top, 0);
	if (depthBp !== activity.depthBp)
		drop('DEPTH_LIMIT', `${path}.depthBp`, { asked: activity.depthBp, given: depthBp });
	const budgetCents = clip(activity.budgetCents, 0, Number.MAX_SAFE_INTEGER, 0);
	const audience = projectAudience(activity, path, drop);
	if (depthBp === 0 || budgetCents === 0 || audience === null) {
		drop('TARGET_EMPTY', path);
		return null;
	}
	return {
		kind: activity.kind,
		product: activity.product,
		targets,
		startWeek,
		weeks,
		depthBp,
		budgetCents,
		...audience
	};
}

/** A5 Lists without repetition, in the order of the vocabulary; ranges inside their bounds. Null: nobody is left. */
function projectAudience(activity: ActivityPlan & Audience, path: string, drop: Drop): Audience | null {
	const { channels, classes, segment } = activity;
	if (channels === undefined && classes === undefined && segment === undefined) return {};
	if (!KIND_RULES[activity.kind].narrows) {
		drop('WHOLE_REGION', path);
		return {};
	}
	if (channels?.length === 0 || classes?.length === 0) return null;
	const ranges = segment?.map((range, i) => projectRange(range, `${path}.segment[${i}]`, drop));
	if (ranges?.some(({ from, to }) => from > to) === true) return null;
	return {
		...(channels !== undefined && { channels: CHANNELS.filter((name) => channels.includes(name)) }),
		...(classes !== undefined && { classes: CLASSES.filter((name) => classes.includes(name)) }),
		...(ranges !== undefined && { segment: ranges })
	};
}

function projectRange(range: SegmentCondition, path: string, drop: Drop): SegmentCondition {
	const [low, high] = SEGMENT_BOUNDS[range.field];
	const from = clip(range.from, low, high, low);
	const to = clip(range.to, low, high, high);
	if (from !== range.from || to !== range.to) drop('SEGMENT_BOUNDS', path, { low, high });
	return { field: range.field, from, to };
}
