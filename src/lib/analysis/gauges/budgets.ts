/** Budgets beside what was spent (K9, M37): by area, summed to the people who answer for the areas, and to the firm. */
import type { BudgetPlan } from '../../engine/platform/plan.ts';
import type { Plan } from '../../engine/plan.ts';
import type { ActivityFacts, TurnFacts } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import { CLASSES } from '../../engine/vocab.ts';

export interface BudgetRow {
	readonly of: 'area' | 'person' | 'firm';
	/** Area id, number of a person; empty for the firm. */
	readonly id: string;
	/** Null: no budget. */
	readonly budget: BudgetPlan | null;
	readonly spent: BudgetPlan;
}

export const BUDGET_KINDS = ['promotionCents', 'peopleCents'] as const;

const NOTHING: BudgetPlan = { promotionCents: 0, peopleCents: 0 };

/** Of the last turn as the firm's books have it: the areas worked, then the people who answer for them. */
export function budgetsSeen(view: FirmView, plan: Plan): BudgetRow[] {
	const { activities, areas, money, regions, turn } = view;
	const past = activities.filter((record) => record.turn === turn - 1).map(({ facts }) => facts);
	const accounts = new Map(
		areas
			.filter((area) => area.worked)
			.map(({ id, outlets }) => [id, CLASSES.reduce((all, name) => all + outlets[name], 0)])
	);
	const rows = byArea(plan, plan.regions.worked, {
		promotion: promotionByArea(past, (id) => regions.find((region) => region.id === id)?.areas ?? []),
		people: peopleByArea(money.peopleLastTurnCents, accounts)
	});
	return [...rows, ...byPerson(plan, rows)];
}

/** Of a turn: areas worked, with a budget, or with money spent there; then people, then the firm. */
export function budgetsMet(facts: TurnFacts, plan: Plan): BudgetRow[] {
	const worked = plan.regions.worked;
	const accounts = new Map(
		facts.areas.filter(({ area }) => worked.includes(area)).map((it) => [it.area, it.accounts])
	);
	const promotion = promotionByArea(facts.activities, (id) =>
		facts.areas.filter(({ region }) => region === id).map(({ area }) => area)
	);
	const ids = new Set([...worked, ...Object.keys(plan.platform?.budgets ?? {}), ...promotion.keys()]);
	const rows = byArea(plan, [...ids], {
		promotion,
		people: peopleByArea(facts.money.peopleCents, accounts)
	});
	if (rows.length === 0) return [];
	const firm = rows.reduce(
		(sum: Omit<BudgetRow, 'of' | 'id'>, { budget, spent }) => ({
			budget: budget === null || sum.budget === null ? null : plus(sum.budget, budget),
			spent: plus(sum.spent, spent)
		}),
		{ budget: NOTHING, spent: NOTHING }
	);
	return [...rows, ...byPerson(plan, rows), { of: 'firm', id: '', ...firm }];
}

function byArea(
	plan: Plan,
	ids: readonly string[],
	spent: Readonly<Record<'promotion' | 'people', ReadonlyMap<string, number>>>
): BudgetRow[] {
	return ids.map((id) => ({
		of: 'area',
		id,
		budget: plan.platform?.budgets?.[id] ?? null,
		spent: { promotionCents: spent.promotion.get(id) ?? 0, peopleCents: spent.people.get(id) ?? 0 }
	}));
}

/** Several who answer for an area bear it alike. */
function byPerson(plan: Plan, areas: readonly BudgetRow[]): BudgetRow[] {
	const persons = new Map<number, BudgetRow>();
	for (const { id, budget, spent } of areas) {
		const named = plan.field.responsible?.[id] ?? [];
		for (const person of named) {
			const before = persons.get(person);
			persons.set(person, {
				of: 'person',
				id: String(person),
				budget:
					budget === null
						? (before?.budget ?? null)
						: plus(before?.budget ?? NOTHING, part(budget, named.length)),
				spent: plus(before?.spent ?? NOTHING, part(spent, named.length))
			});
		}
	}
	return [...persons].sort(([a], [b]) => a - b).map(([, row]) => row);
}

const plus = (a: BudgetPlan, b: BudgetPlan): BudgetPlan => ({
	promotionCents: a.promotionCents + b.promotionCents,
	peopleCents: a.peopleCents + b.peopleCents
});

const part = ({ promotionCents, peopleCents }: BudgetPlan, among: number): BudgetPlan => ({
	promotionCents: Math.floor(promotionCents / among),
	peopleCents: Math.floor(peopleCents / among)
});

/** What activities cost, that of a region on all its areas alike. @param areasOf a region; none of an area */
function promotionByArea(
	activities: readonly ActivityFacts[],
	areasOf: (place: string) => readonly string[]
): ReadonlyMap<string, number> {
	const spent = new Map<string, number>();
	for (const { places } of activities)
		for (const { id, spentCents } of places) {
			const areas = areasOf(id);
			for (const area of areas.length === 0 ? [id] : areas)
				spent.set(area, (spent.get(area) ?? 0) + spentCents / Math.max(1, areas.length));
		}
	return spent;
}

/** What people cost in all, on the areas they work by accounts. */
function peopleByArea(cents: number, accounts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	const all = [...accounts.values()].reduce((sum, count) => sum + count, 0);
	return new Map(
		[...accounts].map(([id, count]) => [id, all === 0 ? 0 : Math.floor((cents * count) / all)] as const)
	);
}
