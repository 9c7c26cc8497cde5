/**
 * The price fighter: lives on being cheaper. When its share slips anywhere it cuts its list price a little; when it
 * gains it lets the price creep back. Every third turn it buys shelf space with a trade deal where it is strongest.
 */
import type { ActivityPlan, Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { FirmView } from '../../engine/view.ts';

/** One move of the list price, and how far down it goes before its own margin stops it. */
const STEP = 0.02;
const FLOOR = 0.9;
/** Shares below this part of the best rival's in most areas count as slipping. */
const SLIPPING = 0.5;
const DEAL_EVERY = 3;
const DEAL_DEPTH_BP = 600;
const DEAL_SHARE = 0.08;

export const priceFighter: Strategy = {
	name: 'price-fighter',
	decide(view) {
		const plan: Plan = {
			...view.plan,
			price: { dealerPriceCents: prices(view) },
			activities: deals(view)
		};
		return plan;
	}
};

function prices(view: FirmView): Record<string, number> {
	const weak = view.areas.filter((area) => (area.ratio.value ?? 0) < SLIPPING).length;
	const slipping = weak * 2 > view.areas.length;
	return Object.fromEntries(
		view.products.map((product) => {
			const list = product.openingDealerPriceCents;
			const moved = product.dealerPriceCents * (slipping ? 1 - STEP : 1 + STEP);
			const floor = Math.max(list * FLOOR, product.unitCostCents * 1.05, product.minDealerPriceCents);
			return [product.id, Math.floor(Math.min(list, Math.max(floor, moved)) + 0.5)];
		})
	);
}

function deals(view: FirmView): ActivityPlan[] {
	const product = view.products[0];
	const budgetCents = Math.floor(view.money.grossMarginLastTurnCents * DEAL_SHARE);
	if (product === undefined || budgetCents <= 0 || view.turn % DEAL_EVERY !== DEAL_EVERY - 1) return [];
	const best = [...view.areas].sort(
		(a, b) => (b.ratio.value ?? 0) - (a.ratio.value ?? 0) || (a.id < b.id ? -1 : 1)
	)[0];
	if (best === undefined) return [];
	return [
		{
			kind: 'tradeDeal',
			product: product.id,
			targets: [best.region],
			startWeek: 0,
			weeks: 2,
			depthBp: DEAL_DEPTH_BP,
			budgetCents
		}
	];
}
