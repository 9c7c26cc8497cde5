/**
 * List prices (rules T1, J4 and J10): what the firm asks of its dealers, in general and where a region has a price of
 * its own.
 */
import type { DropCode, PricePlan } from './plan.ts';
import { at, type World } from './world.ts';

/** Far less than a cent, far more than a product of two figures is off. */
const HAIR = 1e-6;

type Drop = (code: DropCode, path: string, params: Readonly<Record<string, string | number>>) => void;

/** The price that the plan gives a product in a region; `undefined` where it says nothing. */
export function listPriceOf(
	{ dealerPriceCents, byRegion }: PricePlan,
	region: string,
	product: string
): number | undefined {
	return byRegion?.[region]?.[product] ?? dealerPriceCents[product];
}

/** Lowest and highest dealer price the file allows, cents. */
export function priceBounds(world: World, k: number): { low: number; high: number } {
	const { minPrice, maxPrice } = world.spec.money;
	const file = at(world.productSpecs, k).dealerPriceCents;
	// A hair off, since 100 × .55 is a little more than 55 in floating point.
	return { low: Math.ceil(file * minPrice - HAIR), high: Math.floor(file * maxPrice + HAIR) };
}

/** J4 General prices of all own products, inside the bounds of the file; then J10. */
export function projectPrices(
	world: World,
	firm: number,
	asked: PricePlan,
	standing: PricePlan,
	drop: Drop
): PricePlan {
	const dealerPriceCents: Record<string, number> = {};
	for (const id of Object.keys(asked.dealerPriceCents).sort())
		if (!isOwn(world, firm, id)) drop('UNKNOWN_PRODUCT', `price.dealerPriceCents.${id}`, { product: id });
	for (const k of at(world.firmProducts, firm)) {
		const { id, dealerPriceCents: file } = at(world.productSpecs, k);
		const wanted = asked.dealerPriceCents[id] ?? standing.dealerPriceCents[id] ?? file;
		dealerPriceCents[id] = bounded(world, k, wanted, `price.dealerPriceCents.${id}`, drop);
	}
	const byRegion = regionalPrices(world, firm, asked.byRegion ?? {}, dealerPriceCents, drop);
	return { dealerPriceCents, ...(Object.keys(byRegion).length > 0 && { byRegion }) };
}

/** J10 Prices of known regions and own products, inside the same bounds; one that is the general one is none of its own. */
function regionalPrices(
	world: World,
	firm: number,
	asked: NonNullable<PricePlan['byRegion']>,
	general: Readonly<Record<string, number>>,
	drop: Drop
): NonNullable<PricePlan['byRegion']> {
	const kept: Record<string, Record<string, number>> = {};
	for (const region of Object.keys(asked).sort()) {
		if (!world.index.region.has(region)) {
			drop('UNKNOWN_REGION', `price.byRegion.${region}`, { region });
			continue;
		}
		const prices = asked[region] ?? {};
		for (const product of Object.keys(prices).sort()) {
			const path = `price.byRegion.${region}.${product}`;
			const k = world.index.product.get(product);
			if (k === undefined || !isOwn(world, firm, product)) {
				drop('UNKNOWN_PRODUCT', path, { product });
				continue;
			}
			const given = bounded(world, k, prices[product] ?? 0, path, drop);
			if (given !== general[product]) (kept[region] ??= {})[product] = given;
		}
	}
	return kept;
}

function isOwn(world: World, firm: number, product: string): boolean {
	const k = world.index.product.get(product);
	return k !== undefined && world.productFirm[k] === firm;
}

function bounded(world: World, k: number, asked: number, path: string, drop: Drop): number {
	const { low, high } = priceBounds(world, k);
	const given = Math.min(high, Math.max(low, Math.floor(asked)));
	if (given !== asked) drop('PRICE_BOUNDS', path, { asked, given, low, high });
	return given;
}
