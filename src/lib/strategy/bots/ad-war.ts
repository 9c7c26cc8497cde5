/**
 * Advertising war (广告战): half of the margin goes into campaigns that sell while they run, everywhere, for the first half
 * of the game; then the money is wanted elsewhere. What they sold is gone with them.
 */
import type { Strategy } from '../../engine/strategy.ts';
import { spendable } from '../tools.ts';

const SHARE = 0.5;

export const adWar: Strategy = {
	name: 'ad-war',
	decide(view) {
		const [product] = view.products;
		const budgetCents = spendable(view, SHARE);
		if (product === undefined || budgetCents === 0 || view.turn * 2 >= view.turns)
			return { ...view.plan, activities: [] };
		return {
			...view.plan,
			activities: [
				{
					kind: 'advertising',
					product: product.id,
					targets: view.regions.map(({ id }) => id),
					startWeek: 0,
					weeks: view.weeksPerTurn,
					depthBp: 0,
					budgetCents,
					aim: 'sales'
				}
			]
		};
	}
};
