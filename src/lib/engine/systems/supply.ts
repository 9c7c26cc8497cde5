/**
 * The firm (rules S1–S6): goods come out of the plant, dealers' slips are filled from the warehouse against cash,
 * and the plant is told what to make.
 */
import { arrive, dispatch, inTransit, onHand, order, ration, readSlip } from '../echelon/goods.ts';
import { decide } from '../echelon/rule.ts';
import { balanceOf, ACCOUNT, entry, pay, shareOut } from '../ledger.ts';
import { less } from '../prices.ts';
import { MAX_ACTIVITIES, worldEntity, type State } from '../state.ts';
import type { Activity } from '../activities/running.ts';
import type { Turn } from '../turn.ts';
import { budgetLeft } from './activities.ts';
import { earn } from './tracking.ts';
import { at, type World } from '../world.ts';
import { invoice, meansOf } from './credit.ts';
import { countPurchase } from './rebates.ts';
import { firstLaunch } from './launches.ts';

/** θ of the plant's forecast of dealers' orders. Design (A). */
const PLANT_SMOOTHING = 0.25;

export function runFirms(world: World, state: State, turn: Turn, week: number): void {
	for (let f = 0; f < world.firms; f++) {
		const products = at(world.firmProducts, f);
		const asked: number[] = [];
		for (const k of products) {
			produce(world, state, f, k, week);
			asked.push(fillSlips(world, state, turn, f, k, week));
		}
		planProduction(world, state, turn, f, week, asked);
	}
}

/** S1 A finished lot is paid for and stands in the warehouse, new. */
function produce(world: World, state: State, f: number, k: number, week: number): void {
	const units = arrive(world, state, world.dealers + f, k, week);
	state.turnProduced[k] = state.turnProduced[k]! + units;
	const cost = units * at(world.productSpecs, k).unitCostCents;
	pay(state.balances, f, ACCOUNT.INVENTORY, worldEntity(world), ACCOUNT.REVENUE, cost);
}

/** S3, S4 Ships what is owed as far as the warehouse and the dealers' cash reach. Returns what dealers asked for. */
function fillSlips(world: World, state: State, turn: Turn, f: number, k: number, week: number): number {
	const node = world.dealers + f;
	/** What each dealer can pay for, and of it what there is. */
	const payable: number[] = [];
	let asked = 0;
	const promised = new Map<number, number>();
	for (let r = 0; r < world.regions; r++) {
		const d = state.dealerOf[f * world.regions + r]!;
		if (d < 0) {
			payable.push(0);
			continue;
		}
		const ordered = readSlip(world, state, d, k, week);
		asked += ordered;
		const owed = ordered + state.backlog[d * world.products + k]!;
		payable.push(affordable(world, state, turn, f, r, d, k, owed, promised));
	}
	const given = ration(onHand(world, state, node, k), payable);
	for (let r = 0; r < world.regions; r++) {
		const units = given[r]!;
		if (units > 0) ship(world, state, turn, f, r, k, units, week);
		const d = state.dealerOf[f * world.regions + r]!;
		// What a dealer could not pay for is not owed to it; what we lacked is.
		if (d >= 0) state.backlog[d * world.products + k] = payable[r]! - units;
	}
	return asked;
}

/**
 * S4, D16 Cash before delivery, or on account: of `units`, those the dealer can pay for at the deal's price as far as the deal's budget
 * goes, and at list beyond it. Its other products wait their turn.
 *
 * @param promised of each activity's budget, to the dealers before
 */
function affordable(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	r: number,
	d: number,
	k: number,
	units: number,
	promised: Map<number, number>
): number {
	const cell = r * world.products + k;
	const list = state.price[cell]!;
	const price = less(list, turn.dealBp[cell]!);
	const index = turn.dealActivity[cell]!;
	const before = index < 0 ? 0 : (promised.get(index) ?? 0);
	const left = index < 0 ? 0 : Math.max(0, budgetLeft(state, at(turn.activities, index)) - before);
	const cash = meansOf(world, state, f, r, d);
	const byDeal = Math.floor(cash / Math.max(1, price));
	const byBudget = Math.floor((cash + left) / Math.max(1, list));
	const paid = Math.max(0, Math.min(units, byDeal, byBudget));
	if (index >= 0) promised.set(index, before + Math.min(left, paid * (list - price)));
	return paid;
}

function ship(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	r: number,
	k: number,
	units: number,
	week: number
): void {
	const region = at(world.spec.regions, r);
	const d = state.dealerOf[f * world.regions + r]!;
	dispatch(world, state, d, k, units, week);
	state.turnSellIn[k] = state.turnSellIn[k]! + units;

	const list = state.price[r * world.products + k]!;
	const discount = dealDiscount(world, state, turn, r, k, list, units);
	const net = units * list - discount;
	invoice(world, state, f, r, d, net, week);
	countPurchase(state, d, net);
	state.bookCents[d * world.products + k] = state.bookCents[d * world.products + k]! + net;
	// A deal is promotion expense on revenue at list, so that it shows in the pillar that watches expense.
	entry(state.balances, f, ACCOUNT.PROMOTION, ACCOUNT.REVENUE, discount);
	const cost = units * at(world.productSpecs, k).unitCostCents;
	entry(state.balances, f, ACCOUNT.COST_OF_GOODS, ACCOUNT.INVENTORY, cost);
	const freight = units * region.freightCentsPerUnit;
	pay(state.balances, f, ACCOUNT.FREIGHT, worldEntity(world), ACCOUNT.REVENUE, freight);
}

/** A2 The deal's worth on these units, no more than its budget has left. */
function dealDiscount(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	k: number,
	list: number,
	units: number
): number {
	const cell = r * world.products + k;
	const index = turn.dealActivity[cell]!;
	if (index < 0) return 0;
	const activity: Activity = at(turn.activities, index);
	const perUnit = list - less(list, turn.dealBp[cell]!);
	const discount = Math.max(0, Math.min(units * perUnit, budgetLeft(state, activity)));
	const spentCell = activity.firm * MAX_ACTIVITIES + activity.slot;
	state.activitySpent[spentCell] = state.activitySpent[spentCell]! + discount;
	// A13 of a deal it is shipments that count.
	const place = activity.targets.indexOf(r);
	activity.track.spentCents[place] = activity.track.spentCents[place]! + discount;
	activity.track.units[place] = activity.track.units[place]! + units;
	earn(world, state, activity, place, k, units);
	return discount;
}

/** S5 The plant aims at cover for its own lead time, in batches, within capacity and what the firm can pay. */
function planProduction(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	week: number,
	asked: readonly number[]
): void {
	const { plant, creditLineCents } = at(world.spec.firms, f);
	const products = at(world.firmProducts, f);
	let cash = balanceOf(state.balances, f, ACCOUNT.CASH) + creditLineCents;
	for (const k of products)
		cash -= inTransit(world, state, world.dealers + f, k) * at(world.productSpecs, k).unitCostCents;

	// All its products share one plant and one till, in proportion to what each wants.
	const wanted: number[] = [];
	for (let i = 0; i < products.length; i++) {
		const k = products[i]!;
		// S6 The rule goes on learning, so that it knows its way when it is asked again.
		const byRule = wantedLot(world, state, f, k, week, asked[i]!) + firstLot(world, state, f, k, week);
		wanted.push(plannedLot(state, turn, k, plant.batchUnits) ?? byRule);
	}
	let units = ration(plant.capacityUnitsPerWeek, wanted);
	const costs: number[] = [];
	let cost = 0;
	for (let i = 0; i < products.length; i++) {
		costs.push(units[i]! * at(world.productSpecs, products[i]!).unitCostCents);
		cost += costs[i]!;
	}
	if (cost > cash) {
		shareOut(Math.max(0, cash), costs.slice(), costs);
		units = costs.map((cents, i) =>
			Math.floor(cents / Math.max(1, at(world.productSpecs, at(products, i)).unitCostCents))
		);
	}
	for (let i = 0; i < products.length; i++) {
		const batches = Math.floor(units[i]! / plant.batchUnits);
		order(world, state, world.dealers + f, products[i]!, batches * plant.batchUnits, week);
	}
}

/** S6 Whole batches of the firm's own plan, what is less than one kept for the next week; null without a plan. */
function plannedLot(state: State, turn: Turn, k: number, batchUnits: number): number | null {
	const units = turn.production[k]!;
	if (units < 0) {
		state.lotRest[k] = 0;
		return null;
	}
	const due = state.lotRest[k]! + units;
	state.lotRest[k] = due % batchUnits;
	return due - state.lotRest[k]!;
}

/** B3 What the launch needs on top of the rule, in whole batches, in the week from which the lot is ready just in time. */
function firstLot(world: World, state: State, f: number, k: number, week: number): number {
	const { launch } = at(world.productSpecs, k);
	if (launch === undefined) return 0;
	const lead = world.lead[world.dealers + f]!;
	const { batchUnits } = at(world.spec.firms, f).plant;
	const lots = Math.ceil(launch.firstLotUnits / batchUnits) * batchUnits;
	const first = firstLaunch(world, state, k);
	return first >= 0 && week === Math.max(0, first - lead) ? lots : 0;
}

/** What the ordering rule asks of the plant, in units. */
function wantedLot(world: World, state: State, f: number, k: number, week: number, observed: number): number {
	const { plant } = at(world.spec.firms, f);
	const node = world.dealers + f;
	const net = onHand(world, state, node, k) - owedToDealers(world, state, f, k);
	return decide(world, state, node, k, week, observed, net, {
		theta: PLANT_SMOOTHING,
		alpha: 1,
		beta: 1,
		targetUnits: 0,
		targetWeeks: plant.leadWeeks + 1 + plant.coverWeeks,
		allowNegative: false
	});
}

/** What the firm owes to its dealers: nobody else orders from it and is owed. */
function owedToDealers(world: World, state: State, f: number, k: number): number {
	let units = 0;
	for (let r = 0; r < world.regions; r++) {
		const d = state.dealerOf[f * world.regions + r]!;
		if (d >= 0) units += state.backlog[d * world.products + k]!;
	}
	return units;
}
