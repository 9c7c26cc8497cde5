/** What a plan changes of the field force, with what it costs in the coming turn. */
import { PROGRAMMES, programmeCents, type Programme } from '#lib/engine/field/costs.ts';
import type { PayPlan } from '#lib/engine/field/plan.ts';
import type { FieldPlan, Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';
import {
	CALL_PURPOSES,
	CLASSES,
	type CallPurpose,
	type OutletClass,
	type SellingStyle
} from '#lib/engine/vocab.ts';
import type { CallFigure } from '../edits/field.ts';

interface Common {
	readonly lever: 'field';
	/** Against going on as before; null: nothing by itself. */
	readonly cents: number | null;
}
export type FieldNumber = 'keyAccounts' | 'trainingHours' | 'visitStandard' | 'officeHelp';

export type FieldChange = Common &
	(
		| { readonly kind: 'heads'; readonly from: number; readonly to: number }
		| {
				readonly kind: 'calls';
				readonly figure: CallFigure;
				readonly outlets: OutletClass;
				readonly from: number;
				readonly to: number;
		  }
		| { readonly kind: 'purpose'; readonly purpose: CallPurpose; readonly own: boolean }
		| { readonly kind: 'fieldNumber'; readonly item: FieldNumber; readonly from: number; readonly to: number }
		| { readonly kind: 'accountFile'; readonly kept: boolean }
		| { readonly kind: 'selling'; readonly from: SellingStyle; readonly to: SellingStyle }
		| { readonly kind: 'pay'; readonly from: PayPlan; readonly to: PayPlan }
		| { readonly kind: 'advisors'; readonly from: number; readonly to: number }
		| { readonly kind: 'advised'; readonly region: string; readonly on: boolean }
		| {
				readonly kind: 'responsible';
				readonly area: string;
				readonly from: readonly number[];
				readonly to: readonly number[];
		  }
	);

export const NO_PAY: PayPlan = { basis: 'fixed', shareBp: 0 };

export function fieldChanges(view: FirmView, plan: Plan): FieldChange[] {
	const [was, is] = [view.plan.field, plan.field];
	const more = programmes(view, plan);
	const lever = 'field' as const;
	const heads: FieldChange[] =
		is.merchandisers === was.merchandisers
			? []
			: [
					{
						lever,
						kind: 'heads',
						from: was.merchandisers,
						to: is.merchandisers,
						cents: headsCents(view, is.merchandisers)
					}
				];
	const calls = (['visitsPer4Weeks', 'minutesPerVisit'] as const).flatMap((figure) =>
		CLASSES.flatMap((outlets): FieldChange[] => {
			const [from, to] = [was[figure][outlets], is[figure][outlets]];
			if (from === to) return [];
			return [{ lever, kind: 'calls', figure, outlets, from, to, cents: null }];
		})
	);
	const purposes = CALL_PURPOSES.flatMap((purpose): FieldChange[] => {
		const [from, to] = [was.calls?.[purpose], is.calls?.[purpose]];
		if (JSON.stringify(from) === JSON.stringify(to)) return [];
		return [{ lever, kind: 'purpose', purpose, own: to !== undefined, cents: null }];
	});
	const numbers = (['keyAccounts', 'trainingHours', 'visitStandard', 'officeHelp'] as const).flatMap(
		(item): FieldChange[] => {
			const [from, to] = [was[item] ?? 0, is[item] ?? 0];
			if (from === to) return [];
			const cents = item === 'keyAccounts' ? null : more[item];
			return [{ lever, kind: 'fieldNumber', item, from, to, cents }];
		}
	);
	return [...heads, ...calls, ...purposes, ...numbers, ...answers(was, is), ...rest(was, is, more)];
}

/** Who answers for which area. */
function answers(was: FieldPlan, is: FieldPlan): FieldChange[] {
	const ids = [...new Set([...Object.keys(was.responsible ?? {}), ...Object.keys(is.responsible ?? {})])];
	return ids.sort().flatMap((area): FieldChange[] => {
		const [from, to] = [was.responsible?.[area] ?? [], is.responsible?.[area] ?? []];
		if (from.join() === to.join()) return [];
		return [{ lever: 'field', kind: 'responsible', area, from, to, cents: null }];
	});
}

function rest(was: FieldPlan, is: FieldPlan, more: Readonly<Record<Programme, number>>): FieldChange[] {
	const lever = 'field' as const;
	const changes: FieldChange[] = [];
	const [fileWas, fileIs] = [was.accountFile === true, is.accountFile === true];
	if (fileWas !== fileIs) changes.push({ lever, kind: 'accountFile', kept: fileIs, cents: more.accountFile });
	const [from, to] = [was.selling ?? 'service', is.selling ?? 'service'];
	if (from !== to) changes.push({ lever, kind: 'selling', from, to, cents: null });
	const [paid, pays] = [was.pay ?? NO_PAY, is.pay ?? NO_PAY];
	if (paid.basis !== pays.basis || paid.shareBp !== pays.shareBp)
		changes.push({ lever, kind: 'pay', from: paid, to: pays, cents: null });
	const [advisors, wanted] = [was.advisors?.heads ?? 0, is.advisors?.heads ?? 0];
	if (advisors !== wanted)
		changes.push({ lever, kind: 'advisors', from: advisors, to: wanted, cents: more.advisors });
	const [advised, asked] = [was.advisors?.regions ?? [], is.advisors?.regions ?? []];
	for (const region of [...advised, ...asked])
		if (advised.includes(region) !== asked.includes(region))
			changes.push({ lever, kind: 'advised', region, on: asked.includes(region), cents: null });
	return changes;
}

/** What programmes cost in the turn, more or less than those in force. */
function programmes(view: FirmView, plan: Plan): Readonly<Record<Programme, number>> {
	const of = (it: Plan): Readonly<Record<Programme, number>> => {
		const worked = view.areas.filter(({ id }) => it.regions.worked.includes(id));
		const accounts = worked.reduce((sum, { outlets }) => sum + outlets.A + outlets.B + outlets.C, 0);
		return programmeCents(view.rules.field, it.field, accounts);
	};
	const [was, is] = [of(view.plan), of(plan)];
	return Object.fromEntries(
		PROGRAMMES.map((name) => [name, (is[name] - was[name]) * view.weeksPerTurn])
	) as Record<Programme, number>;
}

/** Hiring or severance, and the turn's wages more or less. */
function headsCents({ field: now, rules, weeksPerTurn }: FirmView, wanted: number): number {
	const change = wanted - now.merchandisers;
	return staffCents(change, rules) + change * rules.wageCentsPerWeek * weeksPerTurn;
}

/** What it costs at once that people come or go. */
export function staffCents(
	change: number,
	{ hireCents, severanceWeeks, wageCentsPerWeek }: FirmView['rules']
): number {
	return change >= 0 ? change * hireCents : Math.round(-change * severanceWeeks * wageCentsPerWeek);
}
