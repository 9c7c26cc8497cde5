/**
 * Stuff (压货): make the month by pushing the dealers full, with a trade deal to sweeten it, and leave the outlets to
 * themselves.
 */
import type { Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';

/** More than any dealer takes: `project` cuts it to what there is room and cash for. */
const ALL_THERE_IS = 1_000_000;
const DEAL_DEPTH_BP = 800;
/** Of the cash in hand. */
const DEAL_SHARE = 0.1;

export const stuff: Strategy = {
	name: 'stuff',
	decide(view) {
		const budgetCents = Math.floor(Math.max(0, view.money.cashCents) * DEAL_SHARE);
		const plan: Plan = {
			...view.plan,
			supply: {
				orderMode: Object.fromEntries(view.regions.map((region) => [region.id, 'dealerRule'] as const)),
				pushes: view.regions.flatMap((region) =>
					view.products.map((product) => ({ region: region.id, product: product.id, cases: ALL_THERE_IS }))
				)
			},
			activities: view.products.map((product) => ({
				kind: 'tradeDeal' as const,
				product: product.id,
				targets: view.regions.map((region) => region.id),
				startWeek: view.weeksPerTurn - 1,
				weeks: 1,
				depthBp: DEAL_DEPTH_BP,
				budgetCents: Math.floor(budgetCents / view.products.length)
			}))
		};
		return plan;
	}
};
