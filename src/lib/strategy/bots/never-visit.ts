/**
 * Never visit: people cost money, so nobody is employed; the dealers will see to the outlets. What is saved stays in
 * the till.
 */
import type { Strategy } from '../../engine/strategy.ts';

export const neverVisit: Strategy = {
	name: 'never-visit',
	decide: (view) => ({
		...view.plan,
		regions: { worked: [] },
		field: { ...view.plan.field, merchandisers: 0 }
	})
};
