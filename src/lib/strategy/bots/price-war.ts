/**
 * Price war (价格战): the answer to everything is the lowest price there is, everywhere and all game long. Who calls on
 * whom, who delivers and what stands where stays as it was.
 */
import type { Strategy } from '../../engine/strategy.ts';

export const priceWar: Strategy = {
	name: 'price-war',
	decide: (view) => ({
		...view.plan,
		price: {
			dealerPriceCents: Object.fromEntries(
				view.products.map(({ id, minDealerPriceCents }) => [id, minDealerPriceCents] as const)
			)
		}
	})
};
