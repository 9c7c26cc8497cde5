/**
 * Dealers (rules D1–D7): take in what the firm sent, deliver what outlets ordered as far as stock and vans reach,
 * and order again by the one ordering rule, carelessly or by outlet data.
 */
import { ACCOUNT, entry, pay, portion, shareOut } from '../ledger.ts';
import { orderQuantity, smooth } from '../ordering.ts';
import { less } from '../prices.ts';
import { nodeCell, onHand, inTransit, takeOldest, transitCell } from '../stock.ts';
import { dealerEntity, outletsEntity, worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';

export function runDealers(world: World, state: State, turn: Turn, week: number): void {
	report(world, state);
	arrive(world, state, week);
	for (let f = 0; f < world.firms; f++) {
		for (let r = 0; r < world.regions; r++) {
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer < 0) continue;
			deliver(world, state, turn, f, r, dealer);
			for (const k of at(world.firmProducts, f)) reorder(world, state, turn, f, r, dealer, k);
		}
	}
}

/** V2 What the firm will read as the dealer's stock is what stood there before this week began. */
function report(world: World, state: State): void {
	for (let d = 0; d < world.dealers; d++)
		for (let k = 0; k < world.products; k++)
			state.reportedStock[d * world.products + k] = onHand(world, state, d, k);
}

/** D1 Goods whose lead time is over are on the dealer's floor, as old as they were. */
function arrive(world: World, state: State, week: number): void {
	const slot = week % world.transitSlots;
	for (let d = 0; d < world.dealers; d++) {
		for (let k = 0; k < world.products; k++) {
			const from = transitCell(world, d, k, slot);
			const to = nodeCell(world, d, k);
			for (let age = 0; age < world.ages; age++) {
				state.nodeStock[to + age] = state.nodeStock[to + age]! + state.transit[from + age]!;
				state.transit[from + age] = 0;
			}
		}
	}
}

/** D2–D4 Shortage is shared in proportion to the orders; what cannot be delivered is not owed. */
function deliver(world: World, state: State, turn: Turn, f: number, r: number, d: number): void {
	const dealer = at(world.spec.dealers, d);
	const products = at(world.firmProducts, f);
	const able = products.map((k) =>
		Math.min(turn.demand[d * world.products + k]!, onHand(world, state, d, k))
	);
	const total = able.reduce((sum, units) => sum + units, 0);
	// D3 vans: a week's deliveries end at what they can carry; a dealer that a rival holds gives us less of them.
	const held = dealer.heldBy !== null && dealer.heldBy !== at(world.spec.firms, f).id;
	// In basis points: 1 − .9 is a little less than a tenth, and its floor would lose a unit.
	const vans = less(dealer.deliveryUnitsPerWeek, held ? Math.floor(dealer.hold * 10_000 + 0.5) : 0);
	if (total > vans) shareOut(vans, able.slice(), able);
	for (const [i, k] of products.entries()) {
		const units = at(able, i);
		if (units > 0) shipToOutlets(world, state, turn, r, d, k, units);
	}
}

function shipToOutlets(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	d: number,
	k: number,
	units: number
): void {
	const asked = turn.demand[d * world.products + k]!;
	let askedSoFar = 0;
	let sentSoFar = 0;
	for (let a = 0; a < world.areas; a++) {
		if (world.areaRegion[a] !== r) continue;
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
			const cell = o * world.products + k;
			const order = state.ordered[cell]!;
			if (order === 0) continue;
			// Cumulative shares leave no unit over and favour nobody by place.
			askedSoFar += order;
			const upTo = portion(units, asked, askedSoFar);
			state.inbound[cell] = state.inbound[cell]! + (upTo - sentSoFar);
			sentSoFar = upTo;
		}
	}
	const me = dealerEntity(world, d);
	const cost = bookValue(world, state, d, k, units);
	takeOldest(world, state.nodeStock, nodeCell(world, d, k), units, () => {});
	const price = turn.outletCents[r * world.products + k]!;
	pay(state.balances, outletsEntity(world), ACCOUNT.PURCHASES, me, ACCOUNT.REVENUE, units * price);
	bookOut(world, state, d, k, cost, ACCOUNT.COST_OF_GOODS);
	const serve = units * world.spec.channelRules.dealerCostCentsPerUnit;
	pay(state.balances, me, ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, serve);
}

/** D7 Moving-average cost of `units` out of all the dealer owns of a product, goods on the road included. */
export function bookValue(
	world: World,
	state: State,
	d: number,
	k: number,
	units: number,
	alreadyGone = 0
): number {
	const owned = onHand(world, state, d, k) + inTransit(world, state, d, k) + alreadyGone;
	return owned === 0 ? 0 : portion(units, owned, state.bookCents[d * world.products + k]!);
}

/** Takes `cents` of a product's book value out of the dealer's inventory to an expense account. */
export function bookOut(
	world: World,
	state: State,
	d: number,
	k: number,
	cents: number,
	account: (typeof ACCOUNT)['COST_OF_GOODS' | 'WRITE_OFF']
): void {
	state.bookCents[d * world.products + k] = state.bookCents[d * world.products + k]! - cents;
	entry(state.balances, dealerEntity(world, d), account, ACCOUNT.INVENTORY, cents);
}

/** D5, D6 The dealer's order to the firm, read there next week. */
function reorder(world: World, state: State, turn: Turn, f: number, r: number, d: number, k: number): void {
	const { channelRules, response } = world.spec;
	const cell = d * world.products + k;
	const region = at(world.spec.regions, r);
	const byData = turn.sellThrough[f * world.regions + r] === 1;
	const observed = byData ? sellThrough(world, state, d, r, k) : turn.demand[cell]!;
	// D5 a well-led dealer reads a longer past, sees its supply line whole, and closes a gap without haste.
	const led = byData ? 1 : at(world.spec.dealers, d).actual.management / 100;
	const between = (careless: number, advised: number): number => careless + (advised - careless) * led;
	const theta = between(channelRules.dealerForecastSmoothing, channelRules.advisedSmoothing);
	const alpha = between(channelRules.carelessAlpha, channelRules.advisedAlpha);
	const beta = between(channelRules.carelessBeta, 1);
	const forecast = smooth(state.nodeForecast[cell]!, observed, theta);
	state.nodeForecast[cell] = forecast;

	const deal = turn.dealBp[r * world.products + k]!;
	const forward = Math.min(channelRules.dealerForwardWeeks, deal / 10_000 / response.carryingPerWeek);
	const target = forecast * (region.leadWeeks + 1 + channelRules.dealerCoverWeeks + forward);
	const line = inTransit(world, state, d, k) + state.slip[cell]! + state.backlog[cell]!;
	const units = orderQuantity(forecast, target, onHand(world, state, d, k), line, alpha, beta);

	const perCase = at(world.productSpecs, k).unitsPerCase;
	state.slipNext[cell] = state.slipNext[cell]! + Math.floor(units / perCase + 0.5) * perCase;
}

/** What really went over the tills of the outlets the dealer serves. */
function sellThrough(world: World, state: State, d: number, r: number, k: number): number {
	let units = 0;
	for (let a = 0; a < world.areas; a++) {
		if (world.areaRegion[a] !== r) continue;
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++)
			if (state.served[d * world.outlets + o] === 1) units += state.sold[o * world.products + k]!;
	}
	return units;
}
