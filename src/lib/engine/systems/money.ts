/**
 * Money (rules C1–C5, C8): the tills, price-offs made good to the outlets, gifts, wages, overhead, interest on an
 * overdraft. Whole cents, two entries each.
 */
import { accrue, ACCOUNT, balanceOf, entry, pay } from '../ledger.ts';
import { less, withVat } from '../prices.ts';
import { householdsEntity, MAX_ACTIVITIES, outletsEntity, worldEntity, type State } from '../state.ts';
import { growOlderAt, growsOlder } from '../echelon/goods.ts';
import type { Activity } from '../activities/running.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { budgetLeft, giftCents } from './activities.ts';
import { bookOut, bookValue } from './book.ts';
import { WEEKS_PER_YEAR } from './demand.ts';
import { sendBackOld } from './returns.ts';
import { holdersOf } from './second-tier.ts';
import { settleActivities, spend } from './tracking.ts';

export function settle(world: World, state: State, turn: Turn, week: number): void {
	ring(world, state, turn);
	for (let f = 0; f < world.firms; f++) {
		const firm = at(world.spec.firms, f);
		const wages = state.staff[f]! * world.spec.fieldRules.wageCentsPerWeek;
		pay(state.balances, f, ACCOUNT.PEOPLE, worldEntity(world), ACCOUNT.REVENUE, wages);
		const { overheadCentsPerWeek } = firm;
		pay(state.balances, f, ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, overheadCentsPerWeek);
		payInterest(world, state, f);
	}
	settleActivities(world, state, turn, week);
	if (growsOlder(world, week)) for (let f = 0; f < world.firms; f++) growGoodsOlder(world, state, f);
	sendBackOld(world, state, week);
}

/** C1 Households pay the shelf price with VAT; the outlet keeps the net, the state the tax. */
function ring(world: World, state: State, turn: Turn): void {
	const outlets = outletsEntity(world);
	const households = householdsEntity(world);
	const { vatBp } = world.spec.money;
	const { till, shelfNetCents, offBp, giftBp } = turn;
	// Whole cents add up to the same in any order: what all tills take is booked once.
	let kept = 0;
	let taxes = 0;
	for (let cell = 0; cell < till.length; cell++) {
		const units = till[cell]!;
		if (units === 0) continue;
		const net = shelfNetCents[cell]!;
		const paid = less(net, offBp[cell]!);
		kept += units * paid;
		taxes += units * (withVat(paid, vatBp) - paid);
		if (net > paid) makeGood(world, state, turn, cell, units * (net - paid));
		if (giftBp[cell]! > 0) payGifts(world, state, turn, cell, units);
	}
	pay(state.balances, households, ACCOUNT.CONSUMPTION, outlets, ACCOUNT.REVENUE, kept);
	pay(state.balances, households, ACCOUNT.CONSUMPTION, worldEntity(world), ACCOUNT.REVENUE, taxes);
}

/** A4 The firm makes a price-off good to the outlets up to the budget; what a last week costs beyond it, they bear. */
function makeGood(world: World, state: State, turn: Turn, cell: number, cents: number): void {
	const activity = at(turn.activities, turn.offActivity[cell]!);
	const spentCell = activity.firm * MAX_ACTIVITIES + activity.slot;
	const left = activity.budgetCents - state.activitySpent[spentCell]!;
	const paid = Math.max(0, Math.min(cents, left));
	state.activitySpent[spentCell] = state.activitySpent[spentCell]! + paid;
	pay(state.balances, activity.firm, ACCOUNT.PROMOTION, outletsEntity(world), ACCOUNT.REVENUE, paid);
	const place = placeOf(world, turn, activity, cell);
	activity.track.spentCents[place] = activity.track.spentCents[place]! + paid;
}

/** A7 Gifts on what was sold, up to the budget; then there are none left. */
function payGifts(world: World, state: State, turn: Turn, cell: number, units: number): void {
	const activity = at(turn.activities, turn.giftActivity[cell]!);
	const cents = units * giftCents(world, turn.shelfNetCents[cell]!, turn.giftBp[cell]!);
	const paid = Math.max(0, Math.min(cents, budgetLeft(state, activity)));
	const spentCell = activity.firm * MAX_ACTIVITIES + activity.slot;
	state.activitySpent[spentCell] = state.activitySpent[spentCell]! + paid;
	spend(world, state, activity, placeOf(world, turn, activity, cell), paid);
}

/** Which of an activity's targets a cell of the tables is in. */
const placeOf = (world: World, turn: Turn, activity: Activity, cell: number): number =>
	activity.placeOf[turn.rows.area[Math.floor(cell / world.products)]!]!;

/** C4 Interest on an overdraft, weekly; what a week owes in fractions of a cent is kept by cumulative accrual. */
function payInterest(world: World, state: State, f: number): void {
	const cash = balanceOf(state.balances, f, ACCOUNT.CASH);
	state.overdraft[f] = state.overdraft[f]! + Math.max(0, -cash);
	// C8 What stands beyond the line costs as much again.
	const beyond = Math.max(0, 0 - cash - at(world.spec.firms, f).creditLineCents);
	state.overdraft[f] = state.overdraft[f]! + beyond;
	state.weeksBroke[f] = beyond > 0 ? state.weeksBroke[f]! + 1 : 0;
	const base = Math.floor(state.overdraft[f]! / WEEKS_PER_YEAR);
	const due = accrue(world.spec.money.interestBpPerYear, base, state.interestPaid[f]!);
	state.interestPaid[f] = state.interestPaid[f]! + due;
	pay(state.balances, f, ACCOUNT.INTEREST, worldEntity(world), ACCOUNT.REVENUE, due);
}

/** E6 Of a firm, wherever they are. */
function growGoodsOlder(world: World, state: State, f: number): void {
	const nodes = [world.dealers + f, ...holdersOf(world, state, f)];
	for (const node of nodes)
		for (const k of at(world.firmProducts, f)) {
			const gone = growOlderAt(world, state, node, k);
			if (gone > 0) writeOff(world, state, node, k, gone);
		}
}

/** S2 Who owns what went past its life bears it. */
function writeOff(world: World, state: State, node: number, k: number, units: number): void {
	state.turnWrittenOff[k] = state.turnWrittenOff[k]! + units;
	if (node >= world.dealers) {
		const cost = units * at(world.productSpecs, k).unitCostCents;
		entry(state.balances, node - world.dealers, ACCOUNT.WRITE_OFF, ACCOUNT.INVENTORY, cost);
		return;
	}
	// The units are gone from the floor already, so the average runs over what was owned before.
	const cents = bookValue(world, state, node, k, units, units);
	bookOut(world, state, node, k, cents, ACCOUNT.WRITE_OFF);
}
