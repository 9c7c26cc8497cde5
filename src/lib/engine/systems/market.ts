/** Start of the week: which deals run, and the prices and attractions that follow (rules P1–P9, Q2–Q3, A1–A4, H10, B2–B4). */
import { less, priceFactor, priceSheet, withVat } from '../prices.ts';
import { MAX_ACTIVITIES, type State } from '../state.ts';
import type { Activity, Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { launchListing, lifeFactor, radiated } from './goodwill.ts';
import { holds } from './no1.ts';
import { erosionBp, looseBy, marginLeft, setDumping } from './price-order.ts';

/** A deal handed on and a dealer that dumps never come to more, basis points. */
const MOST_OFF_BP = 9000;

export function setMarket(world: World, state: State, turn: Turn, week: number): void {
	setDeals(world, state, turn, week);
	setDumping(world, state, turn);
	state.shelfSeen.fill(0);
	for (let k = 0; k < world.products; k++) {
		setPrices(world, state, turn, week, k);
		setInterest(world, state, turn, week, k);
	}
}

/** R4, R5 How willingly outlets take a product in and keep it, before all that is the account's own. */
function setInterest(world: World, state: State, turn: Turn, week: number, k: number): void {
	const { response, money, regions } = world.spec;
	const f = world.productFirm[k]!;
	const product = at(world.productSpecs, k);
	const margin = regions.map((_, r) => {
		const sheet = priceSheet(product, state.price[r * world.products + k]!, money.vatBp);
		return marginLeft(world, k, sheet, erosionBp(world, state, r, k));
	});
	const held = Array.from({ length: world.areas }, (_, a) => holds(world, state, a, f));
	for (let a = 0; a < world.areas; a++) {
		const steady = held[a] === true ? response.no1Steadiness : 1;
		turn.delist[a * world.products + k] =
			response.delistPerWeek * steady * looseBy(world, at(margin, world.areaRegion[a]!));
	}
	const listing = launchListing(world, k, week);
	for (let row = 0; row < turn.rows.count; row++) {
		const a = turn.rows.area[row]!;
		const r = world.areaRegion[a]!;
		const d = state.dealerOf[f * world.regions + r]!;
		const reputation = d < 0 ? 0 : 0.5 + at(world.spec.dealers, d).actual.reputation / 100;
		const asked = held[a] === true ? response.no1Listing : 1;
		turn.listBase[row * world.products + k] =
			listing < 0 ? -1 : response.listPerVisit * listing * reputation * asked * at(margin, r);
	}
}

/** What a product costs in every row this week, and its attraction at that. */
function setPrices(world: World, state: State, turn: Turn, week: number, k: number): void {
	const { spec, products } = world;
	const { vatBp } = spec.money;
	const product = at(world.productSpecs, k);
	const sheets = spec.regions.map((_, r) => priceSheet(product, state.price[r * products + k]!, vatBp));
	const usual = sheets.map((sheet, r) => less(sheet.shelfNetCents, erosionBp(world, state, r, k)));
	const opening = priceSheet(product, product.dealerPriceCents, vatBp).shelfCents;
	const f = world.productFirm[k]!;
	const life = lifeFactor(world, k, week);
	// Rows of an area come one after another and mostly cost the same: the power is taken once for them.
	let known = { felt: -1, exponent: -1, factor: 1 };
	for (let row = 0; row < turn.rows.count; row++) {
		const a = turn.rows.area[row]!;
		const channel = turn.rows.channel[row]!;
		const r = world.areaRegion[a]!;
		const sheet = at(sheets, r);
		const i = row * products + k;
		const deal = turn.dealBp[r * products + k]!;
		// P3 each level hands on part of a deal, in basis points of its own price.
		const outletDeal = Math.floor(deal * spec.response.passThroughDealer);
		const shelfDeal = Math.floor(outletDeal * spec.response.passThroughOutlet);
		turn.outletCents[r * products + k] = less(
			sheet.outletCents,
			Math.min(MOST_OFF_BP, outletDeal + turn.dumpBp[r * products + k]!)
		);
		const usualNet = at(usual, r);
		const usualShelf = withVat(usualNet, vatBp);
		const shelfNet = less(usualNet, shelfDeal);
		const shelf = less(withVat(shelfNet, vatBp), turn.offBp[i]!);
		const share = shelf / usualShelf;
		turn.cut[i] = 1 - (1 - shelfDeal / 10_000) * (1 - turn.offBp[i]! / 10_000);
		// P8 Shoppers have come to expect the usual price: what it has lost wins nobody.
		const felt = usualNet === sheet.shelfNetCents ? shelf : share * sheet.shelfCents;
		state.shelfSeen[r * products + k] = lowerOf(state.shelfSeen[r * products + k]!, shelf);
		// H10 in a price-off that will end shoppers buy beyond need.
		turn.buy[i] = 1 + spec.response.stockpile * (1 - share);
		const exponent = at(spec.regions, r).priceExponent;
		if (felt !== known.felt || exponent !== known.exponent)
			known = { felt, exponent, factor: priceFactor(felt, opening, exponent) };
		const worth = world.appeal[a * products + k]! * known.factor * life;
		const brand = r * world.firms + f;
		turn.attraction[i] = worth * (state.goodwill[brand]! + radiated(world, state.radiance[brand]!, channel));
		const index = spec.category.channelPrice[at(CHANNELS, channel)];
		turn.shelfNetCents[i] = Math.floor(shelfNet * index + 0.5);
	}
}

/** The lower of two prices met in shops; 0 is none met yet, what is given away counts as a cent. */
function lowerOf(seen: number, shelf: number): number {
	const met = Math.max(1, shelf);
	return seen === 0 ? met : Math.min(seen, met);
}

/** A1 A deal runs in its weeks until its budget is spent; of two on one spot the deeper holds. */
function setDeals(world: World, state: State, turn: Turn, week: number): void {
	turn.dealBp.fill(0);
	turn.offBp.fill(0);
	turn.dealActivity.fill(-1);
	turn.offActivity.fill(-1);
	for (const [i, activity] of turn.activities.entries()) {
		const inTime = week >= activity.from && week < activity.to;
		const depthBp = inTime ? depthPaidFor(world, state, turn, activity) : 0;
		turn.running[i] = depthBp > 0 ? 1 : 0;
		if (depthBp === 0) continue;
		const isDeal = activity.kind === 'tradeDeal';
		const depth = isDeal ? turn.dealBp : turn.offBp;
		const owner = isDeal ? turn.dealActivity : turn.offActivity;
		for (const place of isDeal ? activity.targets : activity.rows) {
			const cell = place * world.products + activity.product;
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
function depthPaidFor(world: World, state: State, turn: Turn, activity: Activity): number {
	const { firm, slot, depthBp, product: k } = activity;
	const left = activity.budgetCents - state.activitySpent[firm * MAX_ACTIVITIES + slot]!;
	if (left <= 0) return 0;
	const isDeal = activity.kind === 'tradeDeal';
	let cost = 0;
	for (const target of activity.targets) {
		const r = isDeal ? target : world.areaRegion[target]!;
		const units = isDeal
			? dealerSales(world, state, activity, r)
			: outletSales(world, state, turn, activity, target);
		const list = state.price[r * world.products + k]!;
		const sheet = priceSheet(at(world.productSpecs, k), list, world.spec.money.vatBp);
		const price = isDeal ? sheet.dealerCents : sheet.shelfNetCents;
		cost += units * (price - less(price, depthBp));
	}
	return cost <= left ? depthBp : Math.floor((depthBp * left) / cost);
}

/** What its dealer in a region reckons to sell in a week. */
function dealerSales(world: World, state: State, { firm, product }: Activity, r: number): number {
	const dealer = state.dealerOf[firm * world.regions + r]!;
	return dealer < 0 ? 0 : state.nodeForecast[dealer * world.products + product]!;
}

/** What the outlets it is for in an area reckon to sell in a week. */
function outletSales(world: World, state: State, turn: Turn, { rows, product }: Activity, a: number): number {
	const mine = new Set(rows);
	let units = 0;
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const cell = o * world.products + product;
		if (state.listed[cell] === 1 && mine.has(turn.rows.ofOutlet[o]!)) units += state.outletForecast[cell]!;
	}
	return units;
}
