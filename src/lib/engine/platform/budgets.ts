/** Budgets by area (rule K9): what promotion and people may cost there in a turn; without one an area is free. */
import { clip } from '../clip.ts';
import type { DropCode, Plan } from '../plan.ts';
import { at, type World } from '../world.ts';
import type { BudgetPlan } from './plan.ts';

type Drop = (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;
export type Budgets = Readonly<Record<string, BudgetPlan>>;

export const MOST_BUDGET_CENTS = 1e12;

/** J17 Whole budgets, none below 0, of areas that there are. */
export function projectBudgets(world: World, asked: Budgets, drop: Drop): Budgets {
	const kept: Record<string, BudgetPlan> = {};
	for (const id of Object.keys(asked).sort()) {
		const path = `platform.budgets.${id}`;
		const budget = asked[id];
		if (budget === undefined || !world.index.area.has(id)) {
			drop('UNKNOWN_AREA', path, { id });
			continue;
		}
		const limited = (cents: number): number => clip(cents, 0, MOST_BUDGET_CENTS, 0);
		const given = {
			promotionCents: limited(budget.promotionCents),
			peopleCents: limited(budget.peopleCents)
		};
		if (given.promotionCents !== budget.promotionCents || given.peopleCents !== budget.peopleCents)
			drop('BUDGET_LIMIT', path, { id });
		kept[id] = given;
	}
	return kept;
}

/** K9 Heads that the budgets of the worked areas pay for, where every one has a budget; null: no limit. */
export function budgetedHeads(
	world: World,
	budgets: Budgets,
	worked: readonly string[],
	weeks: number
): number | null {
	const perHead = world.spec.fieldRules.wageCentsPerWeek * weeks;
	if (worked.length === 0 || perHead <= 0 || worked.some((id) => budgets[id] === undefined)) return null;
	const cents = worked.reduce((sum, id) => sum + (budgets[id]?.peopleCents ?? 0), 0);
	return Math.floor(cents / perHead);
}

/** K9 What promotion may still cost by area, as activities take from it. */
export class PromotionBudgets {
	readonly #left: Map<number, number>;
	readonly #world: World;

	constructor(world: World, plan: Plan['platform']) {
		this.#world = world;
		this.#left = new Map(
			Object.entries(plan?.budgets ?? {}).map(([id, { promotionCents }]) => [
				world.index.area.get(id) ?? -1,
				promotionCents
			])
		);
	}

	/** Most that something in these places may cost, all of them bearing alike; `area` is the tightest. */
	most(places: readonly string[]): { readonly cents: number; readonly area: string } {
		const areas = this.#areas(places);
		let tightest = -1;
		for (const a of areas)
			if (this.#left.has(a) && (tightest < 0 || this.#left.get(a)! < this.#left.get(tightest)!)) tightest = a;
		if (tightest < 0) return { cents: Number.MAX_SAFE_INTEGER, area: '' };
		return { cents: this.#left.get(tightest)! * areas.length, area: at(this.#world.areaSpecs, tightest).id };
	}

	take(places: readonly string[], cents: number): void {
		const areas = this.#areas(places);
		const each = Math.ceil(cents / Math.max(1, areas.length));
		for (const a of areas) {
			const left = this.#left.get(a);
			if (left !== undefined) this.#left.set(a, left - each);
		}
	}

	/** Of areas and regions by id. */
	#areas(places: readonly string[]): number[] {
		const { index, areaRegion, areas } = this.#world;
		return places.flatMap((id) => {
			const a = index.area.get(id);
			if (a !== undefined) return [a];
			const r = index.region.get(id);
			return Array.from({ length: areas }, (_, i) => i).filter((i) => areaRegion[i] === r);
		});
	}
}
