/** The parts of the platform as they stand: how far, what they cost, how long they keep people from the field. */
import type { Plan } from '../plan.ts';
import type { State } from '../state.ts';
import { placesOf, PLATFORM_PARTS, type PlatformPart } from '../vocab.ts';
import { NO_PLATFORM, type PlatformPlan } from './plan.ts';
import type { PlatformRules } from './spec.ts';

export const PARTS = PLATFORM_PARTS.length;
const PART = placesOf(PLATFORM_PARTS);
/** Weeks built by part. */
export type Built = Readonly<Record<PlatformPart, number>>;

export const NOTHING_BUILT: Built = { areas: 0, reports: 0, standards: 0, appraisal: 0 };

export function builtBy(state: State, firm: number): Built {
	return {
		areas: weeksBuilt(state, firm, 'areas'),
		reports: weeksBuilt(state, firm, 'reports'),
		standards: weeksBuilt(state, firm, 'standards'),
		appraisal: weeksBuilt(state, firm, 'appraisal')
	};
}

export function weeksBuilt(state: State, firm: number, part: PlatformPart): number {
	return state.platform[firm * PARTS + PART[part]]!;
}

/** How far a part stands, 0–1. */
export function standing(rules: Pick<PlatformRules, 'buildWeeks'>, weeks: number): number {
	return Math.min(1, weeks / rules.buildWeeks);
}

/** K1 What the platform costs in a week that begins so. */
export function platformCents(
	rules: Pick<PlatformRules, 'buildWeeks' | 'buildCentsPerWeek' | 'keepCentsPerHeadWeek'>,
	plan: PlatformPlan,
	built: Built,
	heads: number
): number {
	return plan.build.reduce(
		(sum, part) =>
			sum + (built[part] < rules.buildWeeks ? rules.buildCentsPerWeek : rules.keepCentsPerHeadWeek * heads),
		0
	);
}

/** The same of so many weeks from now on. */
export function platformTurnCents(
	rules: Parameters<typeof platformCents>[0],
	plan: PlatformPlan,
	built: Built,
	heads: number,
	weeks: number
): number {
	let cents = 0;
	for (let week = 0; week < weeks; week++) {
		const now = { ...NOTHING_BUILT };
		for (const part of PLATFORM_PARTS) now[part] = built[part] + week;
		cents += platformCents(rules, plan, now, heads);
	}
	return cents;
}

/** K1 Hours in four weeks that building keeps each head from the field, as the turn begins. */
export function buildingHours(
	rules: Pick<PlatformRules, 'buildWeeks' | 'buildHours'>,
	{ build }: PlatformPlan,
	built: Built
): number {
	return rules.buildHours * build.filter((part) => built[part] < rules.buildWeeks).length;
}

export const platformOf = ({ platform }: Plan): PlatformPlan => platform ?? NO_PLATFORM;
