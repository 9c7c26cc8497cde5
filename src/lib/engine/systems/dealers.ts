/**
 * Dealers (rules D1–D7): take in what the firm sent, deliver what outlets ordered as far as stock and vans reach,
 * and order again by the one ordering rule, carelessly or by outlet data.
 */
import { ACCOUNT, entry, pay, portion } from '../ledger.ts';
import { less } from '../prices.ts';
import { nodeCell } from '../echelon/chain.ts';
import { arrive, inTransit, onHand, order, ration, takeOldest } from '../echelon/goods.ts';
import { decide } from '../echelon/rule.ts';
import { dealerEntity, outletsEntity, worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';

/** What came in and went out to outlets (D1–D4). */
export function runDealers(world: World, state: State, turn: Turn, week: number): void {
	report(world, state);
	// D1
	for (let d = 0; d < world.dealers; d++)
		for (let k = 0; k < world.products; k++) arrive(world, state, d, k, week);
	eachDealer(world, state, (f, r, dealer) => deliver(world, state, turn, f, r, dealer));
}

/** D5, D6 Once everybody has shipped, dealers order again. */
export function orderAgain(world: World, state: State, turn: Turn, week: number): void {
	eachDealer(world, state, (f, r, dealer) => {
		for (const k of at(world.firmProducts, f)) reorder(world, state, turn, week, f, r, dealer, k);
	});
}

function eachDealer(world: World, state: State, run: (f: number, r: number, dealer: number) => void): void {
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer >= 0) run(f, r, dealer);
		}
}

/** V2 What the firm will read as the dealer's stock is what stood there before this week began. */
function report(world: World, state: State): void {
	for (let d = 0; d < world.dealers; d++)
		for (let k = 0; k < world.products; k++)
			state.reportedStock[d * world.products + k] = onHand(world, state, d, k);
}

/** D2–D4 Shortage is shared in proportion to the orders; what cannot be delivered is not owed. */
function deliver(world: World, state: State, turn: Turn, f: number, r: number, d: number): void {
	const dealer = at(world.spec.dealers, d);
	const products = at(world.firmProducts, f);
	const able = products.map((k) =>
		Math.min(turn.demand[d * world.products + k]!, onHand(world, state, d, k))
	);
	// D3 vans: a week's deliveries end at what they can carry; a dealer that a rival holds gives us less of them.
	const held = dealer.heldBy !== null && dealer.heldBy !== at(world.spec.firms, f).id;
	// In basis points: 1 − .9 is a little less than a tenth, and its floor would lose a unit.
	const vans = less(dealer.deliveryUnitsPerWeek, held ? Math.floor(dealer.hold * 10_000 + 0.5) : 0);
	for (const [i, units] of ration(vans, able).entries()) {
		const k = at(products, i);
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

/** D5, D6 The dealer's order to the firm, read there next week (S3). */
function reorder(
	world: World,
	state: State,
	turn: Turn,
	week: number,
	f: number,
	r: number,
	d: number,
	k: number
): void {
	const { channelRules, response } = world.spec;
	const region = at(world.spec.regions, r);
	const byData = turn.sellThrough[f * world.regions + r] === 1;
	const observed = byData ? sellThrough(world, state, d, r, k) : turn.demand[d * world.products + k]!;
	// D5 a well-led dealer reads a longer past, sees its supply line whole, and closes a gap without haste.
	const led = byData ? 1 : at(world.spec.dealers, d).actual.management / 100;
	const between = (careless: number, advised: number): number => careless + (advised - careless) * led;
	const deal = turn.dealBp[r * world.products + k]!;
	const forward = Math.min(channelRules.dealerForwardWeeks, deal / 10_000 / response.carryingPerWeek);
	const units = decide(world, state, d, k, week, observed, onHand(world, state, d, k), {
		theta: between(channelRules.dealerForecastSmoothing, channelRules.advisedSmoothing),
		alpha: between(channelRules.carelessAlpha, channelRules.advisedAlpha),
		beta: between(channelRules.carelessBeta, 1),
		targetUnits: 0,
		targetWeeks: region.leadWeeks + 1 + channelRules.dealerCoverWeeks + forward,
		allowNegative: false
	});
	const perCase = at(world.productSpecs, k).unitsPerCase;
	order(world, state, d, k, Math.floor(units / perCase + 0.5) * perCase, week);
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
