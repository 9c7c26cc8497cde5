/** Changes of the plan: dealer list prices, in general and by region. */
import { listPriceOf } from '#lib/engine/list-prices.ts';
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmView } from '#lib/engine/view.ts';

/** Regions with a price of their own keep it. */
export function setPrice(plan: Plan, product: string, cents: number): Plan {
	const dealerPriceCents = { ...plan.price.dealerPriceCents, [product]: cents };
	return { ...plan, price: { ...plan.price, dealerPriceCents } };
}

/** A price of its own in one region; null: the general one again. */
export function setRegionPrice(plan: Plan, region: string, product: string, cents: number | null): Plan {
	const { byRegion = {}, ...price } = plan.price;
	const others = Object.entries(byRegion[region] ?? {}).filter(([id]) => id !== product);
	const here = cents === null ? others : [...others, [product, cents] as const];
	const regions = Object.entries(byRegion).filter(([id]) => id !== region);
	const next = here.length === 0 ? regions : [...regions, [region, Object.fromEntries(here)] as const];
	return {
		...plan,
		price: next.length === 0 ? price : { ...price, byRegion: Object.fromEntries(next) }
	};
}

/** Launches a product in a region, or leaves it for later; a plan that launches nothing says nothing of it. */
export function toggleLaunch(plan: Plan, product: string, region: string): Plan {
	const { launches = {}, ...price } = plan.price;
	const now = launches[product] ?? [];
	const regions = now.includes(region) ? now.filter((id) => id !== region) : [...now, region];
	const others = Object.entries(launches).filter(([id]) => id !== product);
	const next = regions.length === 0 ? others : [...others, [product, regions] as const];
	return {
		...plan,
		price: next.length === 0 ? price : { ...price, launches: Object.fromEntries(next) }
	};
}

/** What the plan asks in a region, cents. */
export function plannedPrice(
	plan: Plan,
	{ regions, products }: FirmView,
	region: string,
	product: string
): number {
	const standing = products.find(({ id }) => id === product);
	const r = regions.findIndex(({ id }) => id === region);
	return listPriceOf(plan.price, region, product) ?? standing?.regionPriceCents[r] ?? 0;
}
