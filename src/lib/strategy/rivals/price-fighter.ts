/**
 * The price fighter: lives on being cheaper. When its share slips anywhere it cuts its list price a little; when it
 * gains it lets the price creep back. Every third turn it buys shelf space with a trade deal where it is strongest.
 */
import type { ActivityPlan, Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { FirmView } from '../../engine/view.ts';
import { lowestIndex, priceAt } from '../price-index.ts';

/** One move of the list price, and how far down it goes before its own margin stops it. */
const STEP = 0.02;
const FLOOR = 0.9;
/** So much a turn it follows whoever comes closer to its price in a region. */
const UNDERCUT_STEP = 0.04;
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
			price: prices(view),
			activities: deals(view)
		};
		return plan;
	}
};

function prices(view: FirmView): Plan['price'] {
	const weak = view.areas.filter((area) => (area.ratio.value ?? 0) < SLIPPING).length;
	const slipping = weak * 2 > view.areas.length;
	const dealerPriceCents: Record<string, number> = {};
	const byRegion: Record<string, Record<string, number>> = {};
	for (const product of view.products) {
		const { id, openingDealerPriceCents: list, dealerPriceCents: now } = product;
		const moved = now * (slipping ? 1 - STEP : 1 + STEP);
		const floor = Math.max(list * FLOOR, product.unitCostCents * 1.05, product.minDealerPriceCents);
		const general = Math.floor(Math.min(list, Math.max(floor, moved)) + 0.5);
		dealerPriceCents[id] = general;
		for (const [r, region] of view.regions.entries()) {
			// Being cheaper is all it has: who comes closer to its price than at the opening is undercut, step by step.
			const lowest = lowestIndex(view, r);
			const here = (product.regionPriceCents[r] ?? now) / list;
			if (lowest >= Math.min(here, general / list)) continue;
			const cents = priceAt(product, Math.max(lowest, here - UNDERCUT_STEP));
			if (cents < general) (byRegion[region.id] ??= {})[id] = cents;
		}
	}
	return { dealerPriceCents, ...(Object.keys(byRegion).length > 0 && { byRegion }) };
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
