/**
 * Own production plans (rules J13 and S6): cases a week that the plant is to make of a product, instead of what the
 * ordering rule would ask for. They stand until changed.
 */
import type { DropCode, SupplyPlan } from './plan.ts';
import { at, type World } from './world.ts';

type Drop = (code: DropCode, path: string, params: Readonly<Record<string, string | number>>) => void;

/** J13 Plans for own products, from nothing to what the plant can make in a week. */
export function projectProduction(
	world: World,
	firm: number,
	asked: NonNullable<SupplyPlan['production']>,
	drop: Drop
): NonNullable<SupplyPlan['production']> {
	const kept: Record<string, number> = {};
	const { capacityUnitsPerWeek } = at(world.spec.firms, firm).plant;
	for (const product of Object.keys(asked).sort()) {
		const cases = asked[product] ?? 0;
		const path = `supply.production.${product}`;
		const k = world.index.product.get(product);
		if (k === undefined || world.productFirm[k] !== firm) {
			drop('UNKNOWN_PRODUCT', path, { product });
			continue;
		}
		const most = Math.floor(capacityUnitsPerWeek / at(world.productSpecs, k).unitsPerCase);
		const given = Math.max(0, Math.min(cases, most));
		if (given !== cases) drop('CAPACITY_LIMIT', path, { asked: cases, given });
		kept[product] = given;
	}
	return kept;
}
