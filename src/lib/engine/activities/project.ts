/** Activities of a plan as far as they can run, are approved and can be paid (rules J7, A5, A17). */
import { clip, knownIds } from '../clip.ts';
import type { ActivityPlan, DropCode } from '../plan.ts';
import { owed } from '../ledger.ts';
import type { PromotionBudgets } from '../platform/budgets.ts';
import { same } from '../same.ts';
import { MAX_ACTIVITIES } from '../state.ts';
import { CHANNELS, CLASSES } from '../vocab.ts';
import type { World } from '../world.ts';
import { KIND_RULES } from './kinds.ts';
import { SEGMENT_BOUNDS, type Audience, type SegmentCondition } from './segment.ts';

type Drop = (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;

export interface ProjectedActivities {
	readonly activities: readonly ActivityPlan[];
	/** The most they can cost in the coming turn. */
	readonly cents: number;
}

/** What the coming turn has for them. */
export interface Frame {
	readonly weeks: number;
	readonly budgetCents: number;
	/** Of the plan in force: those that were asked for a turn ahead. */
	readonly standing: readonly ActivityPlan[];
	/** Budgets of areas (K9). */
	readonly areas: PromotionBudgets;
}

/** More than any firm ever has, and little enough that what comes on top of it is still counted exactly. */
const MAX_BUDGET_CENTS = 1e12;

/** J7 Activities in the order of the plan, each as far as it exists, is approved, fits the turn and can be paid. */
export function projectActivities(
	world: World,
	firm: number,
	asked: readonly ActivityPlan[],
	frame: Frame,
	drop: Drop
): ProjectedActivities {
	const kept: ActivityPlan[] = [];
	const due = frame.standing.filter(({ prepared }) => prepared === true);
	let left = frame.budgetCents;
	for (const [i, activity] of asked.entries()) {
		const path = `activities[${i}]`;
		if (kept.length >= MAX_ACTIVITIES) {
			drop('TOO_MANY', path, { limit: MAX_ACTIVITIES });
			continue;
		}
		const possible = projectOne(world, firm, activity, frame.weeks, path, drop);
		const approved = possible && approve(world, possible, activity, due, frame.weeks, path, drop);
		if (approved === null) continue;
		const { cents: most, area } = frame.areas.most(approved.targets);
		const within = pay(world, approved, most, path, (_, at, params) =>
			drop('OVER_BUDGET', at, { ...params, area })
		);
		const paid = within && pay(world, within, left, path, drop);
		if (paid === null) continue;
		kept.push(paid);
		frame.areas.take(paid.targets, activityCents(world, paid));
		left -= activityCents(world, paid);
	}
	return { activities: kept, cents: frame.budgetCents - left };
}

/** The most an activity comes to in the coming turn: budget, running cost, follow-up; or its preparation alone. */
export function activityCents(world: World, activity: ActivityPlan): number {
	if (activity.ahead === true) return preparationCents(world, activity);
	const most = activity.budgetCents + fixedCents(world, activity);
	return most + followUpCents(world, activity, most);
}

/** A17 */
export function preparationCents(world: World, { budgetCents }: ActivityPlan): number {
	return owed(world.spec.activities.preparationBp, budgetCents);
}

/** A18 Of what is spent. */
export function followUpCents(world: World, { followUp }: ActivityPlan, spentCents: number): number {
	return followUp === true ? owed(world.spec.activities.followUpBp, spentCents) : 0;
}

/** A3 */
function fixedCents(world: World, { targets, weeks }: ActivityPlan): number {
	return targets.length * weeks * world.spec.money.activityFixedCents;
}

/** J7 What is left pays the fixed part first; the budget is cut to the rest. */
function pay(
	world: World,
	activity: ActivityPlan,
	left: number,
	path: string,
	drop: Drop
): ActivityPlan | null {
	const whole = activityCents(world, activity);
	if (whole <= left) return activity;
	const followed = activity.followUp === true ? world.spec.activities.followUpBp : 0;
	const most = Math.floor((Math.max(0, left) * 10_000) / (10_000 + followed));
	const given = activity.ahead === true ? 0 : most - fixedCents(world, activity);
	if (given <= 0) {
		drop('CASH_SHORT', path, { asked: whole, given: 0 });
		return null;
	}
	drop('CASH_SHORT', `${path}.budgetCents`, { asked: activity.budgetCents, given });
	return { ...activity, budgetCents: given };
}

/**
 * A17 What was asked for a turn ahead is prepared and approved; of what costs more than the limit the rest begins when
 * approval is there.
 *
 * @param due those asked for that nobody has taken up yet; the one that is meant is taken out
 */
function approve(
	world: World,
	activity: ActivityPlan,
	asked: ActivityPlan,
	due: ActivityPlan[],
	turnWeeks: number,
	path: string,
	drop: Drop
): ActivityPlan | null {
	if (activity.ahead === true) return activity;
	if (asked.prepared === true) {
		const place = due.findIndex((one) => isWithin(activity, one));
		if (place >= 0) {
			due.splice(place, 1);
			return { ...activity, prepared: true };
		}
		drop('NOT_PREPARED', path);
	}
	const { approvalLimitCents: limit, approvalWeeks } = world.spec.activities;
	if (activityCents(world, activity) <= limit) return activity;
	const startWeek = Math.max(activity.startWeek, approvalWeeks);
	if (startWeek === activity.startWeek) return activity;
	if (startWeek >= turnWeeks) {
		drop('NOT_APPROVED', path, { limit });
		return null;
	}
	const weeks = Math.min(activity.weeks, turnWeeks - startWeek);
	drop('APPROVED_LATE', path, { limit, startWeek, weeks });
	return { ...activity, startWeek, weeks };
}

/** Whether it is what was asked for, or less of it. */
function isWithin(activity: ActivityPlan, asked: ActivityPlan): boolean {
	const { kind, product, targets, aim, channels, classes, segment } = activity;
	return (
		activity.budgetCents <= asked.budgetCents &&
		activity.depthBp <= asked.depthBp &&
		same(
			[kind, product, targets, aim, channels, classes, segment],
			[asked.kind, asked.product, asked.targets, asked.aim, asked.channels, asked.classes, asked.segment]
		)
	);
}

function projectOne(
	world: World,
	firm: number,
	activity: ActivityPlan,
	thisTurn: number,
	path: string,
	drop: Drop
): ActivityPlan | null {
	const { kind } = activity;
	const k = world.index.product.get(activity.product);
	if (k === undefined || world.productFirm[k] !== firm) {
		drop('UNKNOWN_PRODUCT', `${path}.product`, { product: activity.product });
		return null;
	}
	const byRegion = KIND_RULES[kind].place === 'region';
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
	const turnWeeks = activity.ahead === true ? world.spec.time.weeksPerTurn : thisTurn;
	const startWeek = clip(activity.startWeek, 0, turnWeeks - 1, 0);
	const weeks = clip(activity.weeks, 1, turnWeeks - startWeek, 1);
	if (startWeek !== activity.startWeek || weeks !== activity.weeks)
		drop('OUTSIDE_TURN', path, { startWeek, weeks });
	const depthBp = projectDepth(world, activity, path, drop);
	const budgetCents = clip(activity.budgetCents, 0, MAX_BUDGET_CENTS, 0);
	const audience = projectAudience(activity, path, drop);
	if (depthBp === null || budgetCents === 0 || audience === null) {
		drop('TARGET_EMPTY', path);
		return null;
	}
	return {
		kind,
		product: activity.product,
		targets,
		startWeek,
		weeks,
		depthBp,
		budgetCents,
		...audience,
		...(kind === 'advertising' && activity.aim !== undefined && { aim: activity.aim }),
		...(activity.purpose !== undefined && { purpose: activity.purpose }),
		...(activity.followUp === true && { followUp: true }),
		...(activity.ahead === true && { ahead: true })
	};
}

/** Inside the bounds of its kind; null: a kind that has a depth has none. */
function projectDepth(
	world: World,
	{ kind, depthBp: asked }: ActivityPlan,
	path: string,
	drop: Drop
): number | null {
	const { depth } = KIND_RULES[kind];
	if (depth === null) return 0;
	const top = depth === 'discount' ? world.spec.money.maxActivityDepthBp : world.spec.activities.maxDisplayBp;
	const given = clip(asked, 0, top, 0);
	if (given !== asked) drop('DEPTH_LIMIT', `${path}.depthBp`, { asked, given });
	return given === 0 ? null : given;
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
