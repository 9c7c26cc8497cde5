/**
 * The firm (rules S1–S5): goods come out of the plant, dealers' slips are filled from the warehouse against cash,
 * and the plant is told what to make.
 */
import { balanceOf, ACCOUNT, entry, pay, shareOut } from '../ledger.ts';
import { orderQuantity, smooth } from '../ordering.ts';
import { less } from '../prices.ts';
import { dealerEntity, MAX_ACTIVITIES, worldEntity, type State } from '../state.ts';
import { nodeCell, onHand, takeOldest, transitCell } from '../stock.ts';
import type { Activity, Turn } from '../turn.ts';
import { at, type World } from '../world.ts';

/** θ of the plant's forecast of dealers' orders. Design (A). */
const PLANT_SMOOTHING = 0.25;

export function runFirms(world: World, state: State, turn: Turn, week: number): void {
	for (let f = 0; f < world.firms; f++) {
		const products = at(world.firmProducts, f);
		const asked = products.map((k) => {
			produce(world, state, f, k, week);
			return fillSlips(world, state, turn, f, k, week);
		});
		planProduction(world, state, f, week, asked);
	}
	// Double-buffered: what dealers wrote this week is read next week (S3).
	state.slip.set(state.slipNext);
	state.slipNext.fill(0);
}

/** S1 A finished lot is paid for and stands in the warehouse, new. */
function produce(world: World, state: State, f: number, k: number, week: number): void {
	const cell = k * world.plantSlots + (week % world.plantSlots);
	const units = state.plant[cell]!;
	if (units === 0) return;
	state.plant[cell] = 0;
	const to = nodeCell(world, world.dealers + f, k);
	state.nodeStock[to] = state.nodeStock[to]! + units;
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
		const cell = d * world.products + k;
		asked += state.slip[cell]!;
		payable.push(affordable(world, state, turn, r, d, k, state.slip[cell]! + state.backlog[cell]!, promised));
	}
	const given = payable.slice();
	const total = payable.reduce((sum, units) => sum + units, 0);
	const stock = onHand(world, state, node, k);
	if (total > stock) shareOut(stock, payable, given);
	for (const [r, units] of given.entries()) {
		if (units > 0) ship(world, state, turn, f, r, k, units, week);
		const d = state.dealerOf[f * world.regions + r]!;
		// What a dealer could not pay for is not owed to it; what we lacked is.
		if (d >= 0) state.backlog[d * world.products + k] = at(payable, r) - units;
	}
	return asked;
}

/**
 * S4 Cash before delivery: of `units`, those the dealer can pay for at the deal's price as far as the deal's budget
 * goes, and at list beyond it. Its other products wait their turn.
 *
 * @param promised of each activity's budget, to the dealers before
 */
function affordable(
	world: World,
	state: State,
	turn: Turn,
	r: number,
	d: number,
	k: number,
	units: number,
	promised: Map<number, number>
): number {
	const cell = r * world.products + k;
	const list = state.price[k]!;
	const price = less(list, turn.dealBp[cell]!);
	const index = turn.dealActivity[cell]!;
	const before = promised.get(index) ?? 0;
	const left = index < 0 ? 0 : Math.max(0, budgetLeft(state, at(turn.activities, index)) - before);
	const cash = balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.CASH);
	const byDeal = Math.floor(cash / Math.max(1, price));
	const byBudget = Math.floor((cash + left) / Math.max(1, list));
	const paid = Math.max(0, Math.min(units, byDeal, byBudget));
	promised.set(index, before + Math.min(left, paid * (list - price)));
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
	const node = world.dealers + f;
	const slot = (week + region.leadWeeks) % world.transitSlots;
	const to = transitCell(world, d, k, slot);
	takeOldest(world, state.nodeStock, nodeCell(world, node, k), units, (age, taken) => {
		state.transit[to + age] = state.transit[to + age]! + taken;
	});
	state.turnSellIn[k] = state.turnSellIn[k]! + units;

	const list = state.price[k]!;
	const discount = dealDiscount(state, turn, r * world.products + k, list, units);
	const me = dealerEntity(world, d);
	const net = units * list - discount;
	pay(state.balances, me, ACCOUNT.INVENTORY, f, ACCOUNT.REVENUE, net);
	state.bookCents[d * world.products + k] = state.bookCents[d * world.products + k]! + net;
	// A deal is promotion expense on revenue at list, so that it shows in the pillar that watches expense.
	entry(state.balances, f, ACCOUNT.PROMOTION, ACCOUNT.REVENUE, discount);
	const cost = units * at(world.productSpecs, k).unitCostCents;
	entry(state.balances, f, ACCOUNT.COST_OF_GOODS, ACCOUNT.INVENTORY, cost);
	const freight = units * region.freightCentsPerUnit;
	pay(state.balances, f, ACCOUNT.FREIGHT, worldEntity(world), ACCOUNT.REVENUE, freight);
}

/** A2 The deal's worth on these units, no more than its budget has left. */
function dealDiscount(state: State, turn: Turn, cell: number, list: number, units: number): number {
	const index = turn.dealActivity[cell]!;
	if (index < 0) return 0;
	const activity: Activity = at(turn.activities, index);
	const perUnit = list - less(list, turn.dealBp[cell]!);
	const discount = Math.max(0, Math.min(units * perUnit, budgetLeft(state, activity)));
	const spentCell = activity.firm * MAX_ACTIVITIES + activity.slot;
	state.activitySpent[spentCell] = state.activitySpent[spentCell]! + discount;
	return discount;
}

function budgetLeft(state: State, activity: Activity): number {
	return activity.budgetCents - state.activitySpent[activity.firm * MAX_ACTIVITIES + activity.slot]!;
}

/** S5 The plant aims at cover for its own lead time, in batches, within capacity and what the firm can pay. */
function planProduction(world: World, state: State, f: number, week: number, asked: readonly number[]): void {
	const { plant, creditLineCents } = at(world.spec.firms, f);
	const products = at(world.firmProducts, f);
	let cash = balanceOf(state.balances, f, ACCOUNT.CASH) + creditLineCents;
	for (const k of products) cash -= underWay(world, state, k) * at(world.productSpecs, k).unitCostCents;

	// All its products share one plant and one till, in proportion to what each wants.
	let units = products.map((k, i) => wantedLot(world, state, f, k, at(asked, i)));
	const wanted = units.reduce((sum, lot) => sum + lot, 0);
	if (wanted > plant.capacityUnitsPerWeek) shareOut(plant.capacityUnitsPerWeek, units.slice(), units);
	const costs = units.map((lot, i) => lot * at(world.productSpecs, at(products, i)).unitCostCents);
	const cost = costs.reduce((sum, cents) => sum + cents, 0);
	if (cost > cash) {
		shareOut(Math.max(0, cash), costs.slice(), costs);
		units = costs.map((cents, i) =>
			Math.floor(cents / Math.max(1, at(world.productSpecs, at(products, i)).unitCostCents))
		);
	}
	for (const [i, k] of products.entries()) {
		const slot = k * world.plantSlots + ((week + plant.leadWeeks) % world.plantSlots);
		const batches = Math.floor(at(units, i) / plant.batchUnits);
		state.plant[slot] = state.plant[slot]! + batches * plant.batchUnits;
	}
}

/** What the ordering rule asks of the plant, in units. */
function wantedLot(world: World, state: State, f: number, k: number, observed: number): number {
	const { plant } = at(world.spec.firms, f);
	const cell = (world.dealers + f) * world.products + k;
	const forecast = smooth(state.nodeForecast[cell]!, observed, PLANT_SMOOTHING);
	state.nodeForecast[cell] = forecast;
	let owed = 0;
	for (let d = 0; d < world.dealers; d++) owed += state.backlog[d * world.products + k]!;
	const target = forecast * (plant.leadWeeks + 1 + plant.coverWeeks);
	const net = onHand(world, state, world.dealers + f, k) - owed;
	return orderQuantity(forecast, target, net, underWay(world, state, k), 1, 1);
}

function underWay(world: World, state: State, k: number): number {
	let units = 0;
	for (let slot = 0; slot < world.plantSlots; slot++) units += state.plant[k * world.plantSlots + slot]!;
	return units;
}
