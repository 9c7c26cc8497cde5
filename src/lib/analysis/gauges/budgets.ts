/** Budgets beside what was spent (K9, M37): by area, and summed to the people who answer for the areas. */
import type { BudgetPlan } from '../../engine/platform/plan.ts';
import type { Plan } from '../../engine/plan.ts';
import type { FirmView } from '../../engine/view.ts';
import { CLASSES } from '../../engine/vocab.ts';

export interface BudgetRow {
	readonly of: 'area' | 'person';
	readonly id: string;
	/** Null: no budget. */
	readonly budget: BudgetPlan | null;
	/** Of the last turn. */
	readonly spent: BudgetPlan;
}

const NOTHING: BudgetPlan = { promotionCents: 0, peopleCents: 0 };

/** The worked areas, then the people who answer for them. */
export function budgetRows(view: FirmView, plan: Plan): BudgetRow[] {
	const budgets = plan.platform?.budgets ?? {};
	const promotion = promotionByArea(view);
	const people = peopleByArea(view);
	const areas = plan.regions.worked.map((id): BudgetRow => ({
		of: 'area',
		id,
		budget: budgets[id] ?? null,
		spent: { promotionCents: promotion.get(id) ?? 0, peopleCents: people.get(id) ?? 0 }
	}));
	const persons = new Map<number, BudgetRow>();
	for (const { id, budget, spent } of areas) {
		const named = plan.field.responsible?.[id] ?? [];
		for (const person of named) {
			const before = persons.get(person);
			persons.set(person, {
				of: 'person',
				id: String(person),
				budget: budget === null ? (before?.budget ?? null) : sum(before?.budget, budget, named.length),
				spent: sum(before?.spent, spent, named.length)
			});
		}
	}
	return [...areas, ...[...persons].sort(([a], [b]) => a - b).map(([, row]) => row)];
}

/** Several who answer for an area bear it alike. */
function sum(before: BudgetPlan | null | undefined, one: BudgetPlan, among: number): BudgetPlan {
	const { promotionCents, peopleCents } = before ?? NOTHING;
	return {
		promotionCents: promotionCents + Math.floor(one.promotionCents / among),
		peopleCents: peopleCents + Math.floor(one.peopleCents / among)
	};
}

/** What activities of the last turn cost, that of a region on all its areas alike. */
function promotionByArea({ activities, regions, turn }: FirmView): ReadonlyMap<string, number> {
	const spent = new Map<string, number>();
	for (const { facts } of activities.filter((record) => record.turn === turn - 1))
		for (const { id, spentCents } of facts.places) {
			const areas = regions.find((region) => region.id === id)?.areas ?? [id];
			for (const area of areas) spent.set(area, (spent.get(area) ?? 0) + spentCents / areas.length);
		}
	return spent;
}

/** Wages of the people there are, on the areas they work by accounts. */
function peopleByArea({ areas, field, rules, weeksPerTurn, turn }: FirmView): ReadonlyMap<string, number> {
	const worked = areas.filter((area) => area.worked);
	const accounts = (area: FirmView['areas'][number]): number =>
		CLASSES.reduce((all, name) => all + area.outlets[name], 0);
	const all = worked.reduce((count, area) => count + accounts(area), 0);
	const wages = turn === 0 ? 0 : field.merchandisers * rules.wageCentsPerWeek * weeksPerTurn;
	return new Map(
		worked.map((area) => [area.id, all === 0 ? 0 : Math.floor((wages * accounts(area)) / all)] as const)
	);
}
