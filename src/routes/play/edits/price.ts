/** Changes of the plan: dealer list prices. */
import type { Plan } from '#lib/engine/plan.ts';

export function setPrice(plan: Plan, product: string, cents: number): Plan {
	return { ...plan, price: { dealerPriceCents: { ...plan.price.dealerPriceCents, [product]: cents } } };
}
