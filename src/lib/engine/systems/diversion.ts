/**
 * Diversion (窜货, rule D22): goods of one region's dealer turn up with the outlets of another where what they cost it
 * lies so far below what the dealer there pays that freight and the risk of being found out are worth it.
 */
import { onHand, ration, takeOldest } from '../echelon/goods.ts';
import { nodeCell } from '../echelon/chain.ts';
import { ACCOUNT, balanceOf, owed, pay } from '../ledger.ts';
import { less } from '../prices.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import { wholeUnits } from '../sampling.ts';
import { dealerEntity, outletsEntity, worldEntity, type State } from '../state.ts';
import { agreedRebate, MAX_REBATE_BP, rebateBpAt, stepCents } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { advised } from './advice.ts';
import { bookOut, bookValue } from './book.ts';
import { daysOverOf } from './glut.ts';
import { supported } from './support.ts';
import { forfeitRebate } from './rebates.ts';

/** A step so many weeks of purchases away is bought for. Design (A). */
const REACH_WEEKS = 4;
/** What training in price discipline takes off a dealer's readiness. Design (A). */
const COMMERCE_DISCIPLINE = 0.5;
/** What advice that makes up all its management lacks takes off it. Design (A). */
const ADVISED_DISCIPLINE = 0.5;
/** What being fined takes off its loyalty. Design (A). */
const FINED = 0.05;

interface Offer {
	/** Regions the goods come from and go to. */
	readonly from: number;
	readonly to: number;
	readonly units: number;
	/** Below what the dealer there charges, cents a unit. */
	readonly underCents: number;
}

/** What the regions' dealers pay for a product of the firm, and what taking it elsewhere is worth to them, by place among the regions where the firm has one. */
interface Quotes {
	/** What a unit comes to, what who sells it on counts it at, and what being found out would cost, by its chance. */
	readonly paidCents: Float64Array;
	readonly soldOnCents: Float64Array;
	readonly riskCents: Float64Array;
}

const newQuotes = ({ regions }: World): Quotes => ({
	paidCents: new Float64Array(regions),
	soldOnCents: new Float64Array(regions),
	riskCents: new Float64Array(regions)
});

/** Before the week's deliveries: what is brought into a region its own dealer need not deliver. */
export function divert(world: World, state: State, turn: Turn, key: WeekKey): void {
	turn.divertedIn.fill(0);
	turn.divertedOut.fill(0);
	if (world.spec.dealing.divertResponse === 0) return;
	const quotes = newQuotes(world);
	for (let f = 0; f < world.firms; f++) {
		const regions: number[] = [];
		for (let r = 0; r < world.regions; r++) if (state.dealerOf[f * world.regions + r]! >= 0) regions.push(r);
		if (regions.length < 2) continue;
		const rebates = rebatesOf(world, state, f, regions);
		let moved = false;
		for (const k of at(world.firmProducts, f)) {
			if (!quote(world, state, turn, f, k, regions, rebates, quotes)) continue;
			const offers: Offer[] = [];
			for (let place = 0; place < regions.length; place++) {
				const offer = best(world, state, turn, key, f, k, regions, place, quotes);
				if (offer !== null) offers.push(offer);
			}
			if (offers.length > 0) takeUp(world, state, turn, f, k, regions, offers);
			moved ||= offers.length > 0;
		}
		if (moved) for (const r of regions) inspect(world, state, turn, key, f, r);
	}
}

/** Goods go where they are wanted, as far as their dealer has any to spare. */
function takeUp(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	k: number,
	regions: readonly number[],
	offers: readonly Offer[]
): void {
	for (const from of regions) {
		const own = offers.filter((offer) => offer.from === from);
		if (own.length === 0) continue;
		const d = state.dealerOf[f * world.regions + from]!;
		const spare = Math.max(0, onHand(world, state, d, k) - turn.demand[d * world.products + k]!);
		const given = ration(
			spare,
			own.map(({ units }) => units)
		);
		for (const [i, offer] of own.entries())
			if (at(given, i) > 0) bring(world, state, turn, f, k, offer, at(given, i));
	}
}

/**
 * Fills the quotes of the firm for one of its products.
 *
 * @returns whether anybody counts it at less than another pays: else there is nothing to undercut with
 */
function quote(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	k: number,
	regions: readonly number[],
	rebates: readonly Rebates[],
	{ paidCents, soldOnCents, riskCents }: Quotes
): boolean {
	let dearest = 0;
	let cheapest = Infinity;
	for (let place = 0; place < regions.length; place++) {
		const r = regions[place]!;
		const { flatBp, marginalBp } = rebates[place]!;
		const paid = netCents(world, state, turn, r, k, flatBp);
		const counted = countedCents(world, state, turn, f, r, k, marginalBp);
		paidCents[place] = paid;
		soldOnCents[place] = counted;
		dearest = Math.max(dearest, paid);
		cheapest = Math.min(cheapest, counted);
	}
	if (cheapest >= dearest) return false;
	for (let place = 0; place < regions.length; place++)
		riskCents[place] = foundOutCents(world, state, turn, f, regions[place]!, k, rebates[place]!.flatBp);
	return true;
}

/** The source that can undercut a region's dealer most, and by what it wants to. */
function best(
	world: World,
	state: State,
	turn: Turn,
	key: WeekKey,
	f: number,
	k: number,
	regions: readonly number[],
	place: number,
	{ paidCents, soldOnCents, riskCents }: Quotes
): Offer | null {
	const to = regions[place]!;
	const there = state.dealerOf[f * world.regions + to]!;
	const demand = turn.demand[there * world.products + k]!;
	if (demand === 0) return null;
	const paidThere = paidCents[place]!;
	let source = -1;
	let most = 0;
	for (let other = 0; other < regions.length; other++) {
		if (other === place) continue;
		const gap = paidThere - soldOnCents[other]!;
		// Freight and risk only take away from it.
		if (gap <= most) continue;
		const excess = gap - (freightCents(world, regions[other]!, to) + riskCents[other]!);
		if (excess <= most) continue;
		most = excess;
		source = other;
	}
	if (source < 0) return null;
	const from = regions[source]!;
	const d = state.dealerOf[f * world.regions + from]!;
	const { divertResponse, divertMost } = world.spec.dealing;
	const share = Math.min(
		divertMost,
		divertResponse * (most / paidThere) * readiness(world, state, f, from, d)
	);
	const [k0, k1, k2, k3] = key;
	const u = uniform(k0, k1, k2, k3, there, PURPOSE.divert + (k << 8));
	const units = Math.min(demand, wholeUnits(demand * share, u));
	return { from, to, units, underCents: most / 2 };
}

/** A loyal dealer keeps to its region, the more so where it was taught what order in prices is worth. */
function readiness(world: World, state: State, f: number, r: number, d: number): number {
	const trained = 1 - COMMERCE_DISCIPLINE * supported(state, d, 'commerce');
	return (1 - state.loyalty[d]!) * trained * (1 - ADVISED_DISCIPLINE * advised(world, state, f, r));
}

/** What a dealer gets back, basis points: on what it has bought, and on the next unit. */
interface Rebates {
	readonly flatBp: number;
	readonly marginalBp: number;
}

/** By place in `regions`, as the week begins: nothing of it changes while goods change hands. */
export function rebatesOf(
	world: World,
	state: State,
	f: number,
	regions: readonly number[]
): readonly Rebates[] {
	return regions.map((r) => {
		const d = state.dealerOf[f * world.regions + r]!;
		const terms = agreedRebate(world, state, f, r);
		const flatBp = rebateBpAt(terms, state.bought[d]!);
		return { flatBp, marginalBp: marginalBp(world, state, f, r, d, terms) };
	});
}

/** What a unit comes to for the dealer: list price less deal and rebate. */
function netCents(world: World, state: State, turn: Turn, r: number, k: number, rebateBp: number): number {
	const cell = r * world.products + k;
	return less(state.price[cell]!, turn.dealBp[cell]!) * (1 - rebateBp / 10_000);
}

/** Who could sell it on counts a step in reach as well, and a glut as what it would take to be rid of it. */
function countedCents(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	r: number,
	k: number,
	marginal: number
): number {
	const d = state.dealerOf[f * world.regions + r]!;
	const net = netCents(world, state, turn, r, k, marginal);
	return net * (1 - world.spec.dealing.glutCut * daysOverOf(world, state, d, k));
}

/** D17 makes the next step worth more than its rate: it pays on all that was bought before too. */
export function marginalBp(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	terms = agreedRebate(world, state, f, r)
): number {
	const bought = state.bought[d]!;
	const now = rebateBpAt(terms, bought);
	if (terms.targetCents === 0) return now;
	let weekly = 0;
	for (const k of at(world.firmProducts, f))
		weekly += state.nodeForecast[d * world.products + k]! * state.price[r * world.products + k]!;
	for (const { fromBp } of terms.steps) {
		const missing = stepCents(terms.targetCents, fromBp) - bought;
		if (missing <= 0) continue;
		if (missing > REACH_WEEKS * weekly) break;
		const jump = rebateBpAt(terms, bought + missing) - now;
		return Math.min(MAX_REBATE_BP, now + (jump * (bought + missing)) / missing);
	}
	return now;
}

/** D22 Freight out of the one region and into the other. */
export function freightCents(world: World, from: number, to: number): number {
	const { regions } = world.spec;
	return at(regions, from).freightCentsPerUnit + at(regions, to).freightCentsPerUnit;
}

/** D22 What being found out would cost, by its chance: with the freight, what a gap has to be worth. */
export function foundOutCents(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	from: number,
	k: number,
	flatBp: number
): number {
	const control = at(turn.plans, f).dealers.control;
	const lost = control?.forfeit === true ? flatBp : 0;
	const penalty = (state.price[from * world.products + k]! * ((control?.fineBp ?? 0) + lost)) / 10_000;
	return detectionChance(world, control?.inspection ?? 0) * penalty;
}

/** Chance in a week that goods out of place are traced to their dealer. */
export function detectionChance(world: World, inspection: number): number {
	const { detectBase, detectPerLevel } = world.spec.dealing;
	return Math.min(1, detectBase + detectPerLevel * inspection);
}

function bring(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	k: number,
	offer: Offer,
	units: number
): void {
	const { from, to, underCents } = offer;
	const cell = f * world.regions;
	const d = state.dealerOf[cell + from]!;
	const there = state.dealerOf[cell + to]!;
	const me = dealerEntity(world, d);
	const cost = bookValue(world, state, d, k, units);
	takeOldest(world, state.nodeStock, nodeCell(world, d, k), units);
	const price = Math.max(0, turn.outletCents[to * world.products + k]! - Math.floor(underCents));
	pay(state.balances, outletsEntity(world), ACCOUNT.PURCHASES, me, ACCOUNT.REVENUE, units * price);
	bookOut(world, state, d, k, cost, ACCOUNT.COST_OF_GOODS);
	const { regions, channelRules } = world.spec;
	const each =
		at(regions, from).freightCentsPerUnit +
		at(regions, to).freightCentsPerUnit +
		channelRules.dealerCostCentsPerUnit;
	pay(state.balances, me, ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, units * each);
	turn.divertedIn[there * world.products + k] = units;
	const out = d * world.products + k;
	turn.divertedOut[out] = turn.divertedOut[out]! + units;
	state.turnDiverted[k] = state.turnDiverted[k]! + units;
	state.turnDivertedOut[cell + from] = state.turnDivertedOut[cell + from]! + units;
	state.turnDivertedIn[cell + to] = state.turnDivertedIn[cell + to]! + units;
}

/** D22 What is found is fined, as far as the dealer's cash reaches. */
function inspect(world: World, state: State, turn: Turn, key: WeekKey, f: number, r: number): void {
	const cell = f * world.regions + r;
	const d = state.dealerOf[cell]!;
	let units = 0;
	let worth = 0;
	for (const k of at(world.firmProducts, f)) {
		const out = turn.divertedOut[d * world.products + k]!;
		units += out;
		worth += out * state.price[r * world.products + k]!;
	}
	if (units === 0) return;
	const control = at(turn.plans, f).dealers.control;
	const [k0, k1, k2, k3] = key;
	if (uniform(k0, k1, k2, k3, d, PURPOSE.detect) >= detectionChance(world, control?.inspection ?? 0)) return;
	state.turnFound[cell] = state.turnFound[cell]! + units;
	const me = dealerEntity(world, d);
	const fine = Math.min(
		owed(control?.fineBp ?? 0, worth),
		Math.max(0, balanceOf(state.balances, me, ACCOUNT.CASH))
	);
	pay(state.balances, me, ACCOUNT.REBATES, f, ACCOUNT.REBATES, fine);
	state.turnFined[cell] = state.turnFined[cell]! + fine;
	if (control?.forfeit === true) forfeitRebate(world, state, f, d);
	if (fine > 0) state.loyalty[d] = Math.max(0, state.loyalty[d]! - FINED);
}
