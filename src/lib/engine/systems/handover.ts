/**
 * Start of a turn (rules T1–T4): prices, people, a change of dealer, and the orders pushed into the channel.
 */
import { ACCOUNT, pay } from '../ledger.ts';
import { listPriceOf } from '../list-prices.ts';
import type { Plan } from '../plan.ts';
import { less } from '../prices.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import { WEEK, worldEntity, type State } from '../state.ts';
import { slipCell } from '../echelon/chain.ts';
import { supplyLine } from '../echelon/goods.ts';
import { at, delivererOf, indexOf, type World } from '../world.ts';
import { BROKEN_BEFORE, PRICE_BROKEN } from './dealer-relation.ts';
import { launch } from './launches.ts';
import { hopeFor } from './loyalty.ts';
import { asksNewcomer, negotiate, putInForce } from './negotiate.ts';
import { part, PARTINGS } from './parting.ts';

export function beginTurn(world: World, state: State, plans: readonly Plan[], key: WeekKey): void {
	state.turnOpening.set(state.balances.subarray(0, state.turnOpening.length));
	for (const name of TURN_COUNTERS) state[name].fill(0);
	state.activitySpent.fill(0);
	state.called.fill(0);
	state.priceBroken.fill(0);
	for (const [f, plan] of plans.entries()) {
		setPrices(world, state, f, plan);
		launch(world, state, f, plan);
		hire(world, state, f, plan.field.merchandisers);
		negotiate(world, state, f, plan);
		for (const [region, dealer] of Object.entries(plan.dealers.appoint))
			appoint(
				world,
				state,
				f,
				indexOf(world.index.region, region),
				indexOf(world.index.dealer, dealer),
				key,
				plan
			);
		for (const push of plan.supply.pushes) {
			const r = indexOf(world.index.region, push.region);
			const k = indexOf(world.index.product, push.product);
			const d = state.dealerOf[f * world.regions + r]!;
			// T5 The newcomer it was for did not come, and nobody else is there.
			if (d < 0) continue;
			// T4 A push is an order the firm wrote for the dealer: it is read with this week's slips.
			const cell = slipCell(world, d, k, state.clock[WEEK]!);
			state.slip[cell] = state.slip[cell]! + push.cases * at(world.productSpecs, k).unitsPerCase;
		}
	}
}

const TURN_COUNTERS = [
	'turnSold',
	'turnOutside',
	'turnPanelSold',
	'turnPanelOutside',
	'turnSellIn',
	'turnTakenBack',
	'turnProduced',
	'turnWrittenOff',
	'turnListed',
	'turnEmpty',
	'turnPanelListed',
	'turnPanelEmpty',
	'turnOpenings',
	'turnLeavers',
	'turnKeyEvents',
	'turnDiverted',
	'turnDivertedOut',
	'turnDivertedIn',
	'turnFound',
	'turnGoodsBack',
	'turnFined'
] as const satisfies readonly (keyof State)[];

/** T1 A region's own list price where the plan has one, else the general one. */
function setPrices(world: World, state: State, f: number, plan: Plan): void {
	for (const [region, r] of world.index.region)
		for (const k of at(world.firmProducts, f)) {
			const cents = listPriceOf(plan.price, region, at(world.productSpecs, k).id);
			if (cents === undefined) continue;
			const cell = r * world.products + k;
			// R11 what was bought at the old price is dear now.
			const broken = less(state.price[cell]!, world.spec.fieldRules.grievance.brokenPriceBp);
			if (cents < state.price[cell]! && cents <= broken)
				state.priceBroken[f * world.regions + r] = PRICE_BROKEN;
			state.price[cell] = cents;
		}
}

/** T2 Newcomers learn during their first turn; who goes is paid out. */
function hire(world: World, state: State, f: number, wanted: number): void {
	const change = wanted - state.staff[f]!;
	const cost = staffChangeCents(world, change);
	pay(state.balances, f, ACCOUNT.PEOPLE, worldEntity(world), ACCOUNT.REVENUE, cost);
	state.newcomers[f] = Math.max(0, change);
	// F6 who comes knows nothing yet of what the others have learnt.
	if (change > 0) state.skill[f] = (state.skill[f]! * state.staff[f]!) / wanted;
	state.staff[f] = wanted;
}

/** T2 What a change of the head count costs; severance may be part of a week, its cents are whole. */
export function staffChangeCents(world: World, change: number): number {
	const { hireCents, severanceWeeks, wageCentsPerWeek } = world.spec.fieldRules;
	if (change >= 0) return change * hireCents;
	return Math.floor(-change * severanceWeeks * wageCentsPerWeek + 0.5);
}

/** T3 The new dealer takes over the region; the old one's goods come back to the firm at part of their book value. */
function appoint(
	world: World,
	state: State,
	f: number,
	r: number,
	dealer: number,
	key: WeekKey,
	plan: Plan
): void {
	if (!asksNewcomer(world, state, f, r, dealer, plan)) return;
	const cell = f * world.regions + r;
	const old = state.dealerOf[cell]!;
	const { appointCents, dealerCoverWeeks } = world.spec.channelRules;
	pay(state.balances, f, ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, appointCents);
	const week = state.clock[WEEK]!;
	if (old >= 0) part(world, state, f, r, old);
	const before = old >= 0 ? old : state.lastDealer[cell]!;
	state.dealerOf[cell] = dealer;
	// D31 who comes at the new price has nothing on its floor that was dearer.
	if (state.priceBroken[cell] === PRICE_BROKEN) state.priceBroken[cell] = BROKEN_BEFORE;
	state.parted[cell] = PARTINGS.indexOf('none');
	takeOver(world, state, f, r, dealer, key);
	putInForce(world, state, f, r, dealer, plan);
	hopeFor(world, state, f, r, dealer, before);
	if (before >= 0)
		for (const k of at(world.firmProducts, f)) {
			// The firm knows what the region ordered and tells the newcomer, who opens with a normal cover.
			const weekly = state.nodeForecast[before * world.products + k]!;
			state.nodeForecast[dealer * world.products + k] = weekly;
			state.nodeForecast[before * world.products + k] = 0;
			const { unitsPerCase } = at(world.productSpecs, k);
			const cover = 1 + at(world.spec.regions, r).leadWeeks + dealerCoverWeeks;
			state.slip[slipCell(world, dealer, k, week)] =
				Math.ceil((weekly * cover) / unitsPerCase) * unitsPerCase;
		}
	for (const second of at(world.secondsOf, dealer))
		for (const k of at(world.firmProducts, f)) join(world, state, dealer, second, k, week);
}

/** T3 The new dealer's is told what its accounts sell, and opens with an order of normal cover too. */
function join(world: World, state: State, dealer: number, second: number, k: number, week: number): void {
	let weekly = 0;
	for (let o = 0; o < world.outlets; o++) {
		const served = state.served[dealer * world.outlets + o] === 1 && delivererOf(world, dealer, o) === second;
		if (served && state.listed[o * world.products + k] === 1)
			weekly += state.outletForecast[o * world.products + k]!;
	}
	const { unitsPerCase } = at(world.productSpecs, k);
	const cover = 1 + world.lead[second]! + world.spec.channelRules.dealerCoverWeeks;
	state.nodeForecast[second * world.products + k] = weekly;
	state.slip[slipCell(world, second, k, week)] = Math.ceil((weekly * cover) / unitsPerCase) * unitsPerCase;
}

/** T3 Of our accounts outside its network the new dealer takes over a part, the larger the better it delivers. */
function takeOver(world: World, state: State, f: number, r: number, dealer: number, key: WeekKey): void {
	const [k0, k1, k2, k3] = key;
	const chance =
		(world.spec.channelRules.handoverKeep * at(world.spec.dealers, dealer).actual.delivery) / 100;
	for (let o = 0; o < world.outlets; o++) {
		if (world.areaRegion[world.outletArea[o]!] !== r) continue;
		const ours = at(world.firmProducts, f).some((k) => state.listed[o * world.products + k] === 1);
		if (ours && uniform(k0, k1, k2, k3, o, PURPOSE.handover) < chance)
			state.served[dealer * world.outlets + o] = 1;
	}
}

/**
 * Units of a push that the dealer would take by its limit of days, on top of what it last reported and awaits (T4).
 * Nothing in it is unknown to the firm, so that asking tells nothing.
 *
 * @param known the dealer whose sales are the measure: the one in place until now
 */
export function pushRoom(world: World, state: State, d: number, k: number, known: number): number {
	const cell = d * world.products + k;
	const daily = state.nodeForecast[(known < 0 ? d : known) * world.products + k]! / 7;
	const owned = state.reportedStock[cell]! + supplyLine(world, state, d, k);
	const room = daily * world.spec.channelRules.pushLimitDays - owned;
	return Math.max(0, Math.floor(room));
}
