/**
 * The defending leader: meets and matches. Its network is its strength, so it answers where it is attacked: it calls
 * more often there, and meets a visible price cut with a price-off of its own, no deeper and no longer than the
 * attack. A price war it follows, in its list price, where it is waged. It never starts one.
 */
import type { ActivityPlan, Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { AreaView, FirmView } from '../../engine/view.ts';
import { lowestIndex, priceAt } from '../price-index.ts';
import { perClass } from '../tools.ts';

/** A rival whose share is this part of ours is an attack. */
const ALARM = 0.8;
/** A shelf price this far under its list is a deal. */
const VISIBLE_CUT = 0.06;
/** A shelf price this far under the opening is a war; so far down and so fast its own price follows. */
const WAR_CUT = 0.12;
const LOWEST = 0.85;
const MATCH_STEP = 0.05;
/** Of last turn's margin, at most this much is spent on meeting. */
const MEETING_SHARE = 0.12;

export const defendingLeader: Strategy = {
	name: 'defending-leader',
	decide(view) {
		const attacked = view.areas.filter((area) => isAttacked(view, area));
		const field = view.plan.field;
		const plan: Plan = {
			...view.plan,
			field: {
				...field,
				// Attention goes where the attack is: the big accounts see us more often while it lasts.
				visitsPer4Weeks: attacked.length > 0 ? perClass(6, 3, 1) : perClass(4, 2, 1)
			},
			price: match(view),
			activities: meet(view, attacked)
		};
		return plan;
	}
};

/**
 * A price far below the opening is a war, whoever wages it: in that region it follows step by step, half a step dearer,
 * and comes back when the war is over. A little cheaper is everybody's right.
 */
function match(view: FirmView): Plan['price'] {
	const byRegion: Record<string, Record<string, number>> = {};
	const dealerPriceCents: Record<string, number> = {};
	for (const product of view.products) {
		const { id, openingDealerPriceCents: opening, dealerPriceCents: general } = product;
		dealerPriceCents[id] = general;
		for (const [r, region] of view.regions.entries()) {
			const now = (product.regionPriceCents[r] ?? general) / opening;
			const lowest = lowestIndex(view, r);
			const aim = lowest < 1 - WAR_CUT ? Math.max(LOWEST, lowest + MATCH_STEP / 2) : 1;
			const next = aim < now ? Math.max(aim, now - MATCH_STEP) : Math.min(aim, now + MATCH_STEP / 2);
			const cents = next === now ? (product.regionPriceCents[r] ?? general) : priceAt(product, next);
			if (cents !== general) (byRegion[region.id] ??= {})[id] = cents;
		}
	}
	return { dealerPriceCents, ...(Object.keys(byRegion).length > 0 && { byRegion }) };
}

function isAttacked(view: FirmView, area: AreaView): boolean {
	const me = view.firms.findIndex((firm) => firm.id === view.firm);
	const own = area.shares[me]?.value ?? 0;
	return own > 0 && area.shares.some((share, f) => f !== me && (share.value ?? 0) >= own * ALARM);
}

function meet(view: FirmView, attacked: readonly AreaView[]): ActivityPlan[] {
	const cut = view.rivalProducts.reduce((deepest, product) => {
		const seen = product.shelfPriceCents.value ?? product.listShelfPriceCents;
		return Math.max(deepest, 1 - seen / Math.max(1, product.listShelfPriceCents));
	}, 0);
	const product = view.products[0];
	const budgetCents = Math.floor(view.money.grossMarginLastTurnCents * MEETING_SHARE);
	if (product === undefined || attacked.length === 0 || cut < VISIBLE_CUT || budgetCents <= 0) return [];
	return [
		{
			kind: 'priceOff',
			product: product.id,
			targets: attacked.map((area) => area.id),
			startWeek: 0,
			weeks: 2,
			depthBp: Math.min(view.rules.maxActivityDepthBp, Math.floor(cut * 10_000)),
			budgetCents
		}
	];
}
