/** Changes of the plan: how a region's dealer orders, and goods pushed into it. */
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView, RegionView } from '#lib/engine/view.ts';
import type { OrderMode } from '#lib/engine/vocab.ts';

/** A quota begins at what the dealer sells, unless there is one from before. */
export function setOrderMode(plan: Plan, view: FirmView, region: string, mode: OrderMode): Plan {
	const next = {
		...plan,
		supply: { ...plan.supply, orderMode: { ...plan.supply.orderMode, [region]: mode } }
	};
	if (mode !== 'quota' || plan.supply.quotas?.[region] !== undefined) return next;
	return view.products.reduce((now, product) => {
		const units = salesOf(view, region, product.id) ?? 0;
		return setQuota(now, region, product.id, Math.round(units / product.unitsPerCase));
	}, next);
}

/** Cases a week; none for no cases, as the market has it. */
export function setQuota(plan: Plan, region: string, product: string, cases: number): Plan {
	const { quotas = {}, ...supply } = plan.supply;
	const here = put(quotas[region] ?? {}, product, cases > 0 ? cases : null);
	const next = put(quotas, region, isEmpty(here) ? null : here);
	return { ...plan, supply: isEmpty(next) ? supply : { ...supply, quotas: next } };
}

/** Cases a week that the plant makes by the firm's own plan; null: by the rule. */
export function setProduction(plan: Plan, product: string, cases: number | null): Plan {
	const { production = {}, ...supply } = plan.supply;
	const next = put(production, product, cases);
	return { ...plan, supply: isEmpty(next) ? supply : { ...supply, production: next } };
}

/** With another value at a key; null: without the key. */
function put<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
	const others = Object.entries(record).filter(([other]) => other !== key);
	return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** What the region's dealer reckons to sell of a product in a week, units; null where it is not known. */
export function salesOf(view: FirmView, region: string, product: string): number | null {
	const p = view.products.findIndex(({ id }) => id === product);
	return view.regions.find(({ id }) => id === region)?.dealerSales[p]?.value ?? null;
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
