/**
 * The field block of a plan projected (rules J2, J5, J11): people and calls inside their limits, no more people than
 * the cash can pay for this turn, then what else the field force is to have, as far as the rest of the cash goes.
 */
import { clip } from '../clip.ts';
import type { DropCode, Plan } from '../plan.ts';
import { staffChangeCents } from '../systems/handover.ts';
import { CALL_PURPOSES, CLASSES, type PerClass } from '../vocab.ts';
import type { World } from '../world.ts';
import { accountsIn, fieldPrices, programmeCents, programmeTotal, PROGRAMMES } from './costs.ts';
import type { AdvisorPlan, Calls, FieldPlan } from './plan.ts';

/** Most calls on an account in four weeks: twice a working day would be a nuisance. Design (A). */
export const MAX_VISITS = 20;
export const MAX_MINUTES = 120;

export interface FieldContext {
	readonly world: World;
	/** Head count now. */
	readonly staff: number;
	readonly weeks: number;
	/** Cash and credit line, cents. */
	readonly cash: number;
	readonly drop: (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;
}

export interface FieldProjected {
	readonly field: FieldPlan;
	readonly wagesCents: number;
	readonly staffChangeCents: number;
	/** Training, standard, office, file and advisors in the turn. */
	readonly programmesCents: number;
}

/** @param worked the areas that will be worked */
export function projectField(
	context: FieldContext,
	asked: FieldPlan,
	standing: Plan['field'],
	worked: readonly string[]
): FieldProjected {
	const { world, staff, weeks, cash, drop } = context;
	const rules = world.spec.fieldRules;
	let heads = clip(asked.merchandisers, 0, rules.maxMerchandisers, standing.merchandisers);
	if (heads !== asked.merchandisers)
		drop('HEADCOUNT_LIMIT', 'field.merchandisers', { asked: asked.merchandisers, given: heads });
	const affordable = affordableHeads(context, heads);
	if (affordable < heads) {
		drop('CASH_SHORT', 'field.merchandisers', { asked: heads, given: affordable });
		heads = affordable;
	}
	const wagesCents = heads * rules.wageCentsPerWeek * weeks;
	const changeCents = staffChangeCents(world, heads - staff);
	const field = {
		merchandisers: heads,
		...clipCalls(context, asked, standing, 'field'),
		...extras(context, asked, standing, heads)
	};
	const accounts = accountsIn(
		world,
		worked.map((id) => world.index.area.get(id) ?? -1)
	);
	return {
		...paid(context, field, accounts, cash - wagesCents - changeCents),
		wagesCents,
		staffChangeCents: changeCents
	};
}

function affordableHeads({ world, staff, weeks, cash }: FieldContext, wanted: number): number {
	const rules = world.spec.fieldRules;
	const perHead = rules.wageCentsPerWeek * weeks;
	let heads = wanted;
	while (heads > staff && heads * perHead + (heads - staff) * rules.hireCents > cash) heads--;
	// Below that, wages of those kept; letting somebody go costs too, so only a wholly empty till sends people home.
	while (heads > 0 && heads * perHead > cash) heads--;
	return heads;
}

/** J2 Visits and minutes of every class. */
function clipCalls({ drop }: FieldContext, asked: Calls, standing: Calls, path: string): Calls {
	const each = (key: keyof Calls, top: number, code: DropCode): PerClass<number> => {
		const result = { A: 0, B: 0, C: 0 };
		for (const name of CLASSES) {
			result[name] = clip(asked[key][name], 0, top, standing[key][name]);
			if (result[name] !== asked[key][name])
				drop(code, `${path}.${key}.${name}`, { asked: asked[key][name], given: result[name] });
		}
		return result;
	};
	return {
		visitsPer4Weeks: each('visitsPer4Weeks', MAX_VISITS, 'VISITS_LIMIT'),
		minutesPerVisit: each('minutesPerVisit', MAX_MINUTES, 'MINUTES_LIMIT')
	};
}

type Extras = Omit<FieldPlan, 'merchandisers' | keyof Calls>;

/** J11 Everything else inside its limits; what a plan leaves out stays out. */
function extras(context: FieldContext, asked: FieldPlan, standing: FieldPlan, heads: number): Extras {
	const { world, drop } = context;
	const { visit, opening, pay } = world.spec.fieldRules;
	const limited = (
		key: 'keyAccounts' | 'trainingHours' | 'visitStandard' | 'officeHelp',
		top: number
	): Partial<Record<typeof key, number>> => {
		const value = asked[key];
		if (value === undefined) return {};
		const given = clip(value, 0, top, standing[key] ?? 0);
		if (given !== value) drop('FIELD_LIMIT', `field.${key}`, { asked: value, given });
		return { [key]: given };
	};
	const calls = CALL_PURPOSES.flatMap((purpose) => {
		const own = asked.calls?.[purpose];
		if (own === undefined) return [];
		return [[purpose, clipCalls(context, own, standing.calls?.[purpose] ?? own, `field.calls.${purpose}`)]];
	});
	const part = clip(asked.pay?.shareBp ?? 0, 0, pay.maxShareBp, 0);
	if (asked.pay !== undefined && part !== asked.pay.shareBp)
		drop('FIELD_LIMIT', 'field.pay.shareBp', { asked: asked.pay.shareBp, given: part });
	return {
		...(calls.length > 0 && { calls: Object.fromEntries(calls) as FieldPlan['calls'] & object }),
		...limited('keyAccounts', opening.maxKeyAccounts),
		...(asked.responsible !== undefined && { responsible: named(context, asked.responsible, heads) }),
		...limited('trainingHours', visit.maxTrainingHours),
		...limited('visitStandard', 100),
		...limited('officeHelp', 100),
		...(asked.accountFile !== undefined && { accountFile: asked.accountFile }),
		...(asked.selling !== undefined && { selling: asked.selling }),
		...(asked.pay !== undefined && { pay: { basis: asked.pay.basis, shareBp: part } }),
		...(asked.advisors !== undefined && { advisors: advisors(context, asked.advisors) })
	};
}

/** People that there are, for areas that there are, each once. */
function named(
	{ world, drop }: FieldContext,
	asked: NonNullable<FieldPlan['responsible']>,
	heads: number
): Record<string, number[]> {
	const kept: Record<string, number[]> = {};
	for (const area of Object.keys(asked).sort()) {
		const path = `field.responsible.${area}`;
		if (!world.index.area.has(area)) {
			drop('UNKNOWN_AREA', path, { id: area });
			continue;
		}
		const people: number[] = [];
		for (const person of asked[area] ?? []) {
			if (person < 1 || person > heads) drop('UNKNOWN_PERSON', path, { id: area, person });
			else if (!people.includes(person)) people.push(person);
		}
		if (people.length > 0) kept[area] = people;
	}
	return kept;
}

function advisors({ world, drop }: FieldContext, asked: AdvisorPlan): AdvisorPlan {
	const heads = clip(asked.heads, 0, world.spec.fieldRules.advisors.maxHeads, 0);
	if (heads !== asked.heads)
		drop('FIELD_LIMIT', 'field.advisors.heads', { asked: asked.heads, given: heads });
	const regions: string[] = [];
	for (const [i, region] of asked.regions.entries()) {
		if (!world.index.region.has(region)) drop('UNKNOWN_REGION', `field.advisors.regions[${i}]`, { region });
		else if (!regions.includes(region)) regions.push(region);
	}
	return { heads, regions };
}

/** J11 What the cash does not reach for falls away, in a fixed order. */
function paid(
	{ world, weeks, drop }: FieldContext,
	field: FieldPlan,
	accounts: number,
	cash: number
): { readonly field: FieldPlan; readonly programmesCents: number } {
	const prices = fieldPrices(world.spec.fieldRules);
	let kept: { -readonly [K in keyof FieldPlan]: FieldPlan[K] } = field;
	for (const name of PROGRAMMES) {
		const cents = programmeCents(prices, kept, accounts);
		if (cents[name] === 0 || programmeTotal(cents) * weeks <= cash) continue;
		drop('FIELD_CASH', `field.${name}`, { asked: cents[name] * weeks });
		kept = { ...kept };
		if (name === 'advisors') kept.advisors = { heads: 0, regions: kept.advisors?.regions ?? [] };
		else if (name === 'accountFile') kept.accountFile = false;
		else kept[name] = 0;
	}
	return { field: kept, programmesCents: programmeTotal(programmeCents(prices, kept, accounts)) * weeks };
}
