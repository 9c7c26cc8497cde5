/**
 * The field force's hours against its call plan (rules F1–F5). Hours go to class A first, then B, then C, over
 * all worked areas alike, and inside a class to key accounts, to what is held, to what grows, last to what is to be
 * opened: a team spread over more than it can serve leaves the small accounts uncalled, and opens none.
 */
import { callsFor, paidBy, type FieldPlan } from './field/plan.ts';
import { GROUPS, groupOf } from './field/groups.ts';
import { CALL_PURPOSES, CLASSES } from './vocab.ts';
import { at, type World } from './world.ts';

/** F1, F6 Minutes with accounts that one experienced merchandiser has in a week after waste and training. */
export function minutesPerHead(world: World, waste: number, trainingHours = 0): number {
	const net = world.spec.fieldRules.minutesPerWeek * (1 - waste) - (trainingHours * 60) / 4;
	return Math.max(0, net);
}

/** The whole team's, newcomers by what they give. */
export function teamMinutes(
	world: World,
	waste: number,
	{ trainingHours = 0 }: FieldPlan,
	staff: number,
	newcomers: number
): number {
	const heads = staff - newcomers * (1 - world.spec.fieldRules.newcomerOutput);
	return minutesPerHead(world, waste, trainingHours) * heads;
}

/** Visits in four weeks and minutes a visit by group, as they are made. */
export interface CallTable {
	readonly visits: readonly number[];
	readonly minutes: readonly number[];
}

/** F4 Calls by class and purpose; F12 who is paid by calls makes them shorter. */
export function callTable(world: World, field: FieldPlan): CallTable {
	const part = 1 - paidBy(field, 'calls') * world.spec.fieldRules.pay.haste;
	const visits = new Array<number>(GROUPS).fill(0);
	const minutes = new Array<number>(GROUPS).fill(0);
	for (let p = 0; p < CALL_PURPOSES.length; p++) {
		const { visitsPer4Weeks, minutesPerVisit } = callsFor(field, at(CALL_PURPOSES, p));
		for (let c = 0; c < CLASSES.length; c++) {
			const name = at(CLASSES, c);
			visits[groupOf(c, p)] = visitsPer4Weeks[name];
			minutes[groupOf(c, p)] = minutesPerVisit[name] * part;
		}
	}
	return { visits, minutes };
}

/** F1 Minutes a week the call plan asks for, by group, travel included. */
export function fieldNeed(
	world: World,
	{ visits, minutes }: CallTable,
	accounts: readonly number[]
): number[] {
	const way = world.spec.fieldRules.travelMinutesPerVisit;
	return accounts.map((count, g) => (count * at(visits, g) * (at(minutes, g) + way)) / 4);
}

/** F2 Share of each group that can be called on as planned, 0–1. */
export function fieldCoverage(need: readonly number[], minutes: number): number[] {
	let left = minutes;
	return need.map((asked) => {
		const share = asked <= 0 ? 0 : Math.min(1, left / asked);
		left = Math.max(0, left - asked);
		return share;
	});
}

/** Minutes by class, of minutes by group. */
export function byClass(need: readonly number[]): number[] {
	return CLASSES.map((_, c) => CALL_PURPOSES.reduce((sum, __, p) => sum + at(need, groupOf(c, p)), 0));
}

/** Calls due at an account in a tick, when the plan asks for so many in four weeks: evenly, by integers. */
export function callsDue(visitsPer4Weeks: number, week: number, offset: number): number {
	const tick = week + offset;
	return Math.floor(((tick + 1) * visitsPer4Weeks) / 4) - Math.floor((tick * visitsPer4Weeks) / 4);
}
