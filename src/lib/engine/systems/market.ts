/** Start of the week: which deals run, and the prices and attractions that follow (rules P1–P5, A1–A4, H10, B2–B4). */
import { less, priceFactor, priceSheet, withVat } from '../prices.ts';
import { MAX_ACTIVITIES, type State } from '../state.ts';
import type { Activity, Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { launchListing, lifeFactor, radiated } from './goodwill.ts';

export function setMarket(world: World, state: State, turn: Turn, week: number): void {
	setDeals(world, state, turn, week);
	const { spec, products, areas } = world;
	const { vatBp } = spec.money;
	for (let k = 0; k < products; k++) {
		const product = at(world.productSpecs, k);
		const sheet = priceSheet(product, state.price[k]!, vatBp);
		const opening = priceSheet(product, product.dealerPriceCents, vatBp).shelfCents;
		let lowest = Number.MAX_SAFE_INTEGER;
		const f = world.productFirm[k]!;
		const life = lifeFactor(world, k, week);
		for (let a = 0; a < areas; a++) {
			const r = world.areaRegion[a]!;
			const deal = turn.dealBp[r * products + k]!;
			// P3 each level hands on part of a deal, in basis points of its own price.
			const outletDeal = Math.floor(deal * spec.response.passThroughDealer);
			const shelfDeal = Math.floor(outletDeal * spec.response.passThroughOutlet);
			turn.outletCents[r * products + k] = less(sheet.outletCents, outletDeal);
			const shelfNet = less(sheet.shelfNetCents, shelfDeal);
			const shelf = less(withVat(shelfNet, vatBp), turn.offBp[a * products + k]!);
			lowest = Math.min(lowest, shelf);
			// H10 in a price-off that will end shoppers buy beyond need.
			turn.buy[a * products + k] = 1 + spec.response.stockpile * (1 - shelf / sheet.shelfCents);
			const exponent = at(spec.regions, r).priceExponent;
			const worth = world.appeal[a * products + k]! * priceFactor(shelf, opening, exponent) * life;
			const cell = r * world.firms + f;
			CHANNELS.forEach((channel, c) => {
				turn.attraction[(a * CHANNELS.length + c) * products + k] =
					worth * (state.goodwill[cell]! + radiated(world, state.radiance[cell]!, c));
				turn.shelfNetCents[(a * CHANNELS.length + c) * products + k] = Math.floor(
					shelfNet * spec.category.channelPrice[channel] + 0.5
				);
			});
		}
		state.shelfSeen[k] = lowest;
		const listing = launchListing(world, k, week);
		for (let r = 0; r < world.regions; r++) {
			const d = state.dealerOf[f * world.regions + r]!;
			const reputation = d < 0 ? 0 : 0.5 + at(spec.dealers, d).actual.reputation / 100;
			turn.listBase[r * products + k] = listing < 0 ? -1 : spec.response.listPerVisit * listing * reputation;
		}
	}
}

/** A1 A deal runs in its weeks until its budget is spent; of two on one spot the deeper holds. */
function setDeals(world: World, state: State, turn: Turn, week: number): void {
	turn.dealBp.fill(0);
	turn.offBp.fill(0);
	turn.dealActivity.fill(-1);
	turn.offActivity.fill(-1);
	for (const [i, activity] of turn.activities.entries()) {
		const inTime = week >= activity.from && week < activity.to;
		const depthBp = inTime ? depthPaidFor(world, state, activity) : 0;
		turn.running[i] = depthBp > 0 ? 1 : 0;
		if (depthBp === 0) continue;
		const isDeal = activity.kind === 'tradeDeal';
		const depth = isDeal ? turn.dealBp : turn.offBp;
		const owner = isDeal ? turn.dealActivity : turn.offActivity;
		for (const target of activity.targets) {
			const cell = target * world.products + activity.product;
			if (depthBp <= depth[cell]!) continue;
			depth[cell] = depthBp;
			owner[cell] = i;
		}
	}
}

/**
 * A1 The trade joins as deep as what is left of the budget pays on a week's ordinary sales: nobody gives away what
 * nobody makes good. What a good week sells beyond that, A2 and A4 settle.
 */
function depthPaidFor(world: World, state: State, activity: Activity): number {
	const { firm, slot, depthBp, product: k } = activity;
	const left = activity.budgetCents - state.activitySpent[firm * MAX_ACTIVITIES + slot]!;
	if (left <= 0) return 0;
	const sheet = priceSheet(at(world.productSpecs, k), state.price[k]!, world.spec.money.vatBp);
	let units = 0;
	for (const target of activity.targets) {
		if (activity.kind === 'tradeDeal') {
			const dealer = state.dealerOf[firm * world.regions + target]!;
			if (dealer >= 0) units += state.nodeForecast[dealer * world.products + k]!;
		} else
			for (let o = world.areaStart[target]!; o < world.areaStart[target + 1]!; o++)
				if (state.listed[o * world.products + k] === 1)
					units += state.outletForecast[o * world.products + k]!;
	}
	const price = activity.kind === 'tradeDeal' ? sheet.dealerCents : sheet.shelfNetCents;
	const cost = units * (price - less(price, depthBp));
	return cost <= left ? depthBp : Math.floor((depthBp * left) / cost);
}
