/**
 * Promo addict (促销战): every turn, everywhere, a price-off, as deep as the last turn's margin pays. Sales hold while it
 * runs; shoppers get used to the lower price, the base wears down, and the next price-off has to make up for the last.
 */
import type { Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import { areaIds, spendable } from '../tools.ts';

const OFF_DEPTH_BP = 2500;
const OFF_SHARE = 0.6;

export const promoAddict: Strategy = {
	name: 'promo-addict',
	decide(view) {
		const budgetCents = Math.floor(spendable(view, OFF_SHARE) / Math.max(1, view.products.length));
		const plan: Plan = {
			...view.plan,
			activities:
				budgetCents === 0
					? []
					: view.products.map((product) => ({
							kind: 'priceOff' as const,
							product: product.id,
							targets: areaIds(view),
							startWeek: 0,
							weeks: view.weeksPerTurn,
							depthBp: Math.min(OFF_DEPTH_BP, view.rules.maxActivityDepthBp),
							budgetCents
						}))
		};
		return plan;
	}
};
