/** What the field force costs beyond its wages, cents a week (rules F6–F11). */
import type { FieldRules } from '../spec.ts';
import { CLASSES } from '../vocab.ts';
import type { World } from '../world.ts';
import type { FieldPlan } from './plan.ts';

/** In the order in which they are given up where the cash is short (J11). */
export const PROGRAMMES = [
	'advisors',
	'officeHelp',
	'trainingHours',
	'visitStandard',
	'accountFile'
] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** What each costs; anybody may know. */
export interface FieldPrices {
	readonly trainingCentsPerHour: number;
	readonly standardCentsPerWeek: number;
	readonly officeCentsPerWeek: number;
	readonly fileCentsPerAccountWeek: number;
	readonly advisorWageCentsPerWeek: number;
}

export function fieldPrices({ visit, people, advisors }: FieldRules): FieldPrices {
	return {
		trainingCentsPerHour: visit.trainingCentsPerHour,
		standardCentsPerWeek: visit.standardCentsPerWeek,
		officeCentsPerWeek: visit.officeCentsPerWeek,
		fileCentsPerAccountWeek: people.fileCentsPerAccountWeek,
		advisorWageCentsPerWeek: advisors.wageCentsPerWeek
	};
}

/** @param accounts real ones in the worked areas; @param heads who is there to be trained, checked and helped */
export function programmeCents(
	prices: FieldPrices,
	field: FieldPlan,
	accounts: number,
	heads = field.merchandisers
): Readonly<Record<Programme, number>> {
	const whole = (cents: number): number => Math.floor(cents + 0.5);
	return {
		advisors: (field.advisors?.heads ?? 0) * prices.advisorWageCentsPerWeek,
		officeHelp: whole((heads * prices.officeCentsPerWeek * (field.officeHelp ?? 0)) / 100),
		trainingHours: whole((heads * prices.trainingCentsPerHour * (field.trainingHours ?? 0)) / 4),
		visitStandard: whole((heads * prices.standardCentsPerWeek * (field.visitStandard ?? 0)) / 100),
		accountFile: field.accountFile === true ? accounts * prices.fileCentsPerAccountWeek : 0
	};
}

export function programmeTotal(cents: Readonly<Record<Programme, number>>): number {
	return PROGRAMMES.reduce((sum, name) => sum + cents[name], 0);
}

/** Real accounts of areas by index. */
export function accountsIn(world: World, areas: readonly number[]): number {
	let accounts = 0;
	for (const a of areas) if (a >= 0) accounts += accountsOfArea(world, a);
	return accounts;
}

export function accountsOfArea({ areaClasses }: World, a: number): number {
	let accounts = 0;
	for (let c = 0; c < CLASSES.length; c++) accounts += areaClasses[a * CLASSES.length + c]!;
	return accounts;
}
