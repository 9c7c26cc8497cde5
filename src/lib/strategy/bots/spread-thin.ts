/**
 * Spread thin: be everywhere at once. Every area, every class, the same short call, a small price-off all over; the
 * dealers stay who they are, since there is no time to choose.
 */
import type { Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import { areaIds, perClass } from '../tools.ts';

const OFF_DEPTH_BP = 1000;
/** Of the last turn's gross margin. */
const OFF_SHARE = 0.15;

export const spreadThin: Strategy = {
	name: 'spread-thin',
	decide(view) {
		const budgetCents = Math.floor(Math.max(0, view.money.grossMarginLastTurnCents) * OFF_SHARE);
		const plan: Plan = {
			...view.plan,
			regions: { worked: areaIds(view) },
			field: {
				merchandisers: view.plan.field.merchandisers + (view.turn === 0 ? 1 : 0),
				visitsPer4Weeks: perClass(1, 1, 1),
				minutesPerVisit: perClass(6, 6, 6)
			},
			activities:
				budgetCents === 0
					? []
					: view.products.map((product) => ({
							kind: 'priceOff' as const,
							product: product.id,
							targets: areaIds(view),
							startWeek: 0,
							weeks: 2,
							depthBp: OFF_DEPTH_BP,
							budgetCents: Math.floor(budgetCents / view.products.length)
						}))
		};
		return plan;
	}
};
