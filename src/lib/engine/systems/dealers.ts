/**
 * Dealers (rules D1–D10, D12, D13): take in what the firm sent, deliver what outlets and their second tier ordered as far as
 * stock and vans reach, and order again by the one ordering rule, carelessly or by outlet data, unless the firm writes their orders.
 */
import { holdOn } from '../acceptance.ts';
import { ACCOUNT, pay, portion } from '../ledger.ts';
import { less } from '../prices.ts';
import { nodeCell } from '../echelon/chain.ts';
import { arrive, inTransit, onHand, order, ration, takeOldest } from '../echelon/goods.ts';
import { decide } from '../echelon/rule.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import { report } from '../reports.ts';
import { wholeUnits } from '../sampling.ts';
import { dealerEntity, outletsEntity, worldEntity, type State } from '../state.ts';
import { isExclusive } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { at, delivererOf, type World } from '../world.ts';
import { leadership } from './advice.ts';
import { bookOut } from './book.ts';
import { attended } from './dealer-relation.ts';
import { divert } from './diversion.ts';
import { pushRoom } from './handover.ts';
import { supportDealers } from './negotiate.ts';
import { holdersOf, owedToSeconds, shareWithSeconds } from './second-tier.ts';

/** What came in and went out to outlets (D1–D4). */
export function runDealers(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	// What support has taught by now shows in this week's report already.
	supportDealers(world, state);
	report(world, state, week);
	takeIn(world, state, week);
	divert(world, state, turn, key);
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer < 0) continue;
			const outlets = shareWithSeconds(world, state, turn, f, r, dealer, week);
			deliver(world, state, turn, key, f, r, dealer, dealer, outlets);
			for (const second of at(world.secondsOf, dealer)) {
				const wanted = at(world.firmProducts, f).map((k) => turn.demand[second * world.products + k]!);
				deliver(world, state, turn, key, f, r, dealer, second, wanted);
			}
		}
}

/** D1 What is due this week. */
function takeIn(world: World, state: State, week: number): void {
	for (let f = 0; f < world.firms; f++) {
		const products = at(world.firmProducts, f);
		for (const d of holdersOf(world, state, f))
			for (const k of products) {
				const row = d * world.products + k;
				state.dealerTaken[row] = state.dealerTaken[row]! + arrive(world, state, d, k, week);
			}
	}
}

/** D5, D6 Once everybody has shipped, dealers order again. */
export function orderAgain(world: World, state: State, turn: Turn, week: number): void {
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer < 0) continue;
			for (const k of at(world.firmProducts, f)) {
				reorder(world, state, turn, week, f, r, dealer, k);
				for (const second of at(world.secondsOf, dealer)) reorder(world, state, turn, week, f, r, second, k);
			}
		}
}

/**
 * D2–D4 Shortage is shared in proportion to the orders; what cannot be delivered is not owed.
 *
 * @param owner the firm's dealer; @param d itself, or one of its second tier
 * @param wanted by its outlets, by product of the firm
 */
function deliver(
	world: World,
	state: State,
	turn: Turn,
	key: WeekKey,
	f: number,
	r: number,
	owner: number,
	d: number,
	wanted: readonly number[]
): void {
	const dealer = at(world.spec.dealers, d);
	const products = at(world.firmProducts, f);
	const stands: number[] = [];
	const able: number[] = [];
	for (let i = 0; i < products.length; i++) {
		const there = onHand(world, state, d, products[i]!);
		stands.push(there);
		able.push(Math.min(wanted[i]!, there));
	}
	// D3 vans: a week's deliveries end at what they can carry; a dealer that a rival holds gives us less of them.
	const hold = isExclusive(world, state, f, r) ? 0 : holdOn(world, f, d);
	// D25 So does one that never sees anybody of ours.
	const ours = (1 - hold) * attended(world, state, f, r);
	// In basis points: 1 − .9 is a little less than a tenth, and its floor would lose a unit.
	const vans = less(dealer.deliveryUnitsPerWeek, Math.floor((1 - ours) * 10_000 + 0.5));
	const sent = ration(vans, able);
	cutOrders(world, state, turn, r, owner, d, products, sent);
	let all = 0;
	let paid = 0;
	for (let i = 0; i < products.length; i++) {
		const units = sent[i]!;
		if (units <= 0) continue;
		const k = products[i]!;
		sendOut(world, state, key, d, k, units, stands[i]!);
		all += units;
		paid += units * turn.outletCents[r * world.products + k]!;
	}
	if (all === 0) return;
	const me = dealerEntity(world, d);
	pay(state.balances, outletsEntity(world), ACCOUNT.PURCHASES, me, ACCOUNT.REVENUE, paid);
	const serve = all * world.spec.channelRules.dealerCostCentsPerUnit;
	pay(state.balances, me, ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, serve);
}

/**
 * Goods leave for the outlets; D13 a part of them breaks or spoils on the way, beside it: it never was the outlets'.
 *
 * @param stands of the product with the dealer
 */
function sendOut(
	world: World,
	state: State,
	key: WeekKey,
	d: number,
	k: number,
	units: number,
	stands: number
): void {
	const { breakage } = world.spec.channelRules;
	const u = uniform(key[0], key[1], key[2], key[3], d, PURPOSE.breakage + (k << 8));
	const broken = Math.min(wholeUnits(units * breakage, u), stands - units);
	// D7 Out of all it owns, first what was sold, then what broke.
	const owned = stands + inTransit(world, state, d, k);
	const book = state.bookCents[d * world.products + k]!;
	const cost = portion(units, owned, book);
	takeOldest(world, state.nodeStock, nodeCell(world, d, k), units + broken);
	bookOut(world, state, d, k, cost, ACCOUNT.COST_OF_GOODS);
	if (broken === 0) return;
	bookOut(world, state, d, k, portion(broken, owned - units, book - cost), ACCOUNT.WRITE_OFF);
	state.turnWrittenOff[k] = state.turnWrittenOff[k]! + broken;
}

/** D2 What the outlets ordered becomes what they get, where that is less. @param sent by product of the firm */
function cutOrders(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	owner: number,
	d: number,
	ofFirm: readonly number[],
	sent: readonly number[]
): void {
	for (let i = 0; i < ofFirm.length; i++) {
		const k = ofFirm[i]!;
		const asked = turn.demand[d * world.products + k]!;
		// D22 What came from elsewhere is among what the outlets get.
		const got = sent[i]! + turn.divertedIn[d * world.products + k]!;
		if (got < asked) cutOrder(world, state, r, owner, d, k, asked, got);
	}
}

/** Cumulative shares leave no unit over. */
function cutOrder(
	world: World,
	{ inbound }: State,
	r: number,
	owner: number,
	d: number,
	k: number,
	asked: number,
	got: number
): void {
	const { products, areaStart } = world;
	// Without a second tier all outlets are its own.
	const alone = at(world.secondsOf, owner).length === 0;
	let askedSoFar = 0;
	let sentSoFar = 0;
	for (const a of at(world.regionAreas, r)) {
		const end = areaStart[a + 1]!;
		for (let o = areaStart[a]!; o < end; o++) {
			const order = inbound[o * products + k]!;
			if (order === 0 || (!alone && delivererOf(world, owner, o) !== d)) continue;
			askedSoFar += order;
			const upTo = portion(got, asked, askedSoFar);
			inbound[o * products + k] = upTo - sentSoFar;
			sentSoFar = upTo;
		}
	}
}

/** D5, D6, D12 The dealer's order to the firm, read there next week (S3). */
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
	const { secondTier } = at(world.spec.dealers, d);
	const byData = secondTier === undefined && turn.sellThrough[f * world.regions + r] === 1;
	const row = d * world.products + k;
	// D22 What others brought was not asked of it, what it brought elsewhere was sold.
	const moved = turn.divertedOut[row]! - turn.divertedIn[row]!;
	const sold = Math.max(0, turn.throughput[row]! + moved);
	const ordered = turn.demand[row]! + turn.tierDemand[row]! + moved;
	// D5 tills that nobody can fill tell too little: a launch, or a product that ran out, is known by its orders.
	const stands = onHand(world, state, d, k);
	const bare = stands === 0;
	const observed = !byData ? ordered : bare ? Math.max(sold, ordered) : sold;
	// D5 a well-led dealer reads a longer past, sees its supply line whole, and closes a gap without haste.
	const led = byData ? 1 : leadership(world, state, f, r, d);
	const between = (careless: number, advised: number): number => careless + (advised - careless) * led;
	const deal = turn.dealBp[r * world.products + k]! / 10_000;
	// Of a deal a second tier feels what the dealer hands on, by its part of the margin.
	const felt = secondTier === undefined ? deal : deal * response.passThroughDealer * (1 - secondTier.margin);
	const forward = Math.min(channelRules.dealerForwardWeeks, felt / response.carryingPerWeek);
	const net = stands - owedToSeconds(world, state, d, k);
	const units = decide(world, state, d, k, week, observed, net, {
		theta: between(channelRules.dealerForecastSmoothing, channelRules.advisedSmoothing),
		alpha: between(channelRules.carelessAlpha, channelRules.advisedAlpha),
		beta: between(channelRules.carelessBeta, 1),
		targetUnits: 0,
		targetWeeks: world.lead[d]! + 1 + channelRules.dealerCoverWeeks + forward,
		allowNegative: false
	});
	const perCase = at(world.productSpecs, k).unitsPerCase;
	const quota = secondTier === undefined ? turn.quota[r * world.products + k]! : -1;
	// D12 The firm writes the order; beyond the limit of a push the dealer refuses it.
	const own = Math.floor(units / perCase + 0.5);
	const pushed = secondTier === undefined ? at(turn.field, f).stuffing : 0;
	// F12 who is paid by sell-in talks the dealer into more than it would order.
	const cases =
		quota < 0 && pushed === 0
			? own
			: Math.min(
					quota < 0 ? Math.floor(own * (1 + pushed)) : quota,
					Math.max(quota < 0 ? own : 0, Math.floor(pushRoom(world, state, d, k, d) / perCase))
				);
	order(world, state, d, k, cases * perCase, week);
}
