/**
 * The field force's hours against its call plan (rules F1–F3). Hours go to class A first, then B, then C, over
 * all worked areas alike: a team spread over more areas than it can serve leaves the small accounts uncalled.
 */
import type { Plan } from './plan.ts';
import { CLASSES } from './vocab.ts';
import { at, type World } from './world.ts';

/** Minutes with accounts that one experienced merchandiser has in a week after waste. */
export function minutesPerHead(world: World, firm: number): number {
	return world.spec.fieldRules.minutesPerWeek * (1 - at(world.spec.firms, firm).wastedTime);
}

/** Minutes a week the call plan asks for, by class, travel included, over these areas. */
export function fieldNeed(world: World, plan: Plan, worked: readonly number[]): number[] {
	const classes = CLASSES.length;
	const accounts = CLASSES.map((_, c) =>
		worked.reduce((sum, a) => sum + (a < 0 ? 0 : world.areaClasses[a * classes + c]!), 0)
	);
	return CLASSES.map(
		(name, c) =>
			(at(accounts, c) *
				plan.field.visitsPer4Weeks[name] *
				(plan.field.minutesPerVisit[name] + world.spec.fieldRules.travelMinutesPerVisit)) /
			4
	);
}

/** Share of each class that can be called on as planned, 0–1. */
export function fieldCoverage(
	world: World,
	firm: number,
	plan: Plan,
	worked: readonly number[],
	staff: number,
	newcomers: number
): number[] {
	let left = minutesPerHead(world, firm) * (staff - newcomers * (1 - world.spec.fieldRules.newcomerOutput));
	return fieldNeed(world, plan, worked).map((need) => {
		const share = need <= 0 ? 0 : Math.min(1, left / need);
		left = Math.max(0, left - need);
		return share;
	});
}

/** Calls due at an account in a tick, when the plan asks for so many in four weeks: evenly, by integers. */
export function callsDue(visitsPer4Weeks: number, week: number, offset: number): number {
	const tick = week + offset;
	return Math.floor(((tick + 1) * visitsPer4Weeks) / 4) - Math.floor((tick * visitsPer4Weeks) / 4);
}
