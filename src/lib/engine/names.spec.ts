import { expect, test } from 'vitest';
import { dealer, firmOf, lab, product, projected, soloSpec } from '../../../tests/support/spec.ts';
import { at } from './world.ts';

test('[J4][J8] the one legal id that every object knows is no price, no order mode and no reach', () => {
	const market = lab(
		soloSpec((spec) => {
			firmOf(spec).products = [product('constructor')];
			const region = at(spec.regions, 0);
			region.id = 'constructor';
			at(region.areas, 0).id = 'constructor';
			spec.dealers = [dealer('own-dealer', 'constructor', 'constructor'), dealer('two', 'constructor', 'x')];
			firmOf(spec).dealers = { ['constructor']: 'own-dealer' };
			spec.defaultPlan.regions.worked = ['constructor'];
			spec.defaultPlan.price.dealerPriceCents = {};
			spec.defaultPlan.supply.orderMode = {};
		})
	);
	const { applied, dropped } = projected(market, at(market.plans, 0));
	expect(Object.values(applied.price.dealerPriceCents)).toEqual([200]);
	expect(Object.values(applied.supply.orderMode)).toEqual(['dealerRule']);
	expect(dropped).toEqual([]);
	// The second dealer reaches nobody here.
	expect(market.world.reach.subarray(10).every((on) => on === 0)).toBe(true);
});
