/** Changes of the plan: how a region's dealer orders, and goods pushed into it. */
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView, RegionView } from '#lib/engine/view.ts';
import type { OrderMode } from '#lib/engine/vocab.ts';

export function setOrderMode(plan: Plan, region: string, mode: OrderMode): Plan {
	return {
		...plan,
		supply: { ...plan.supply, orderMode: { ...plan.supply.orderMode, [region]: mode } }
	};
}

export function pushedCases(plan: Plan, region: string, product: string): number {
	return plan.supply.pushes.reduce(
		(sum, push) => (push.region === region && push.product === product ? sum + push.cases : sum),
		0
	);
}

/** One push for a region and product, in the view's order; none for no cases. */
export function setPush(plan: Plan, view: FirmView, region: string, product: string, cases: number): Plan {
	const pushes = view.regions.flatMap(({ id }) =>
		view.products.flatMap((own) => {
			const isIt = id === region && own.id === product;
			const wanted = isIt ? cases : pushedCases(plan, id, own.id);
			return wanted > 0 ? [{ region: id, product: own.id, cases: wanted }] : [];
		})
	);
	return { ...plan, supply: { ...plan.supply, pushes } };
}

/**
 * Days of sales that so many units add at a dealer, by its last report; null where it cannot be told.
 *
 * @param units all products together, like the report's days
 */
export function daysOf({ dealerStock, dealerDaysOfSupply }: RegionView, units: number): number | null {
	const days = dealerDaysOfSupply.value;
	const stock = dealerStock.reduce((sum, { value }) => sum + (value ?? 0), 0);
	return days === null || days <= 0 || stock <= 0 ? null : (units * days) / stock;
}
