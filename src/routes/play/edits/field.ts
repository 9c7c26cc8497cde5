/** Changes of the plan: the field force. A part of its block that says what is so anyway is left out. */
import type { Calls } from '#lib/engine/field/plan.ts';
import type { FieldPlan, Plan } from '#lib/engine/plan.ts';
import type { CallPurpose, OutletClass } from '#lib/engine/vocab.ts';

export function setMerchandisers(plan: Plan, merchandisers: number): Plan {
	return { ...plan, field: { ...plan.field, merchandisers } };
}

export type CallFigure = 'visitsPer4Weeks' | 'minutesPerVisit';

export function setCalls(plan: Plan, figure: CallFigure, outlets: OutletClass, value: number): Plan {
	return { ...plan, field: { ...plan.field, [figure]: { ...plan.field[figure], [outlets]: value } } };
}

/** The optional parts that are one value. */
type Part = Pick<
	FieldPlan,
	| 'keyAccounts'
	| 'trainingHours'
	| 'visitStandard'
	| 'officeHelp'
	| 'accountFile'
	| 'selling'
	| 'pay'
	| 'advisors'
>;

export function setField(plan: Plan, part: Part): Plan {
	return { ...plan, field: { ...plan.field, ...part } };
}

/** Calls of a purpose apart from those of the class, which they begin with; or as the class again. */
export function ownCalls(plan: Plan, purpose: CallPurpose, own: boolean): Plan {
	const { calls = {}, ...field } = plan.field;
	const others = without(calls, purpose);
	const { visitsPer4Weeks, minutesPerVisit } = field;
	const next = own ? { ...others, [purpose]: { visitsPer4Weeks, minutesPerVisit } } : others;
	return { ...plan, field: Object.keys(next).length > 0 ? { ...field, calls: next } : field };
}

export function setPurposeCalls(
	plan: Plan,
	purpose: CallPurpose,
	figure: CallFigure,
	outlets: OutletClass,
	value: number
): Plan {
	const now: Calls = plan.field.calls?.[purpose] ?? plan.field;
	const own: Calls = {
		visitsPer4Weeks: now.visitsPer4Weeks,
		minutesPerVisit: now.minutesPerVisit,
		[figure]: { ...now[figure], [outlets]: value }
	};
	return { ...plan, field: { ...plan.field, calls: { ...plan.field.calls, [purpose]: own } } };
}

/** @param people by number; none: nobody answers for the area */
export function setResponsible(plan: Plan, area: string, people: readonly number[]): Plan {
	const { responsible = {}, ...field } = plan.field;
	const others = without(responsible, area);
	const next = people.length > 0 ? { ...others, [area]: people } : others;
	return { ...plan, field: Object.keys(next).length > 0 ? { ...field, responsible: next } : field };
}

/** One person for each worked area, in turn. */
export function nameInTurn(plan: Plan): Plan {
	const heads = Math.max(1, plan.field.merchandisers);
	const responsible = Object.fromEntries(plan.regions.worked.map((id, i) => [id, [(i % heads) + 1]]));
	return { ...plan, field: { ...plan.field, responsible } };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function toggleAdvised(plan: Plan, region: string): Plan {
	const { heads = 0, regions = [] } = plan.field.advisors ?? {};
	const next = regions.includes(region) ? regions.filter((id) => id !== region) : [...regions, region];
	return setField(plan, { advisors: { heads, regions: next } });
}
