/**
 * The money side of a dealer's week (rules D16–D21, D24): support and cost of the line, invoices due, rebates, what its
 * owner takes out, and what all that makes of its loyalty.
 */
import { onHand } from '../echelon/goods.ts';
import { ACCOUNT, entry, pay } from '../ledger.ts';
import type { WeekKey } from '../random.ts';
import { dealerEntity, worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { leadership } from './advice.ts';
import { bookValue } from './book.ts';
import { drawOut, payDue } from './credit.ts';
import { moveSeen } from './dealer-relation.ts';
import { moveLoyalty, payLineCost, remember } from './loyalty.ts';
import { lose } from './parting.ts';
import { accrueRebate, countReturn, endsPeriod, payRebate } from './rebates.ts';
import { toWarehouse } from './returns.ts';

export function settleDealers(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	const { inspectionCentsPerWeek, goodsBackWeeks, defaultWeeks } = world.spec.dealing;
	moveSeen(world, state, turn);
	for (let f = 0; f < world.firms; f++) {
		const level = at(turn.plans, f).dealers.control?.inspection ?? 0;
		const looking = level * inspectionCentsPerWeek;
		pay(state.balances, f, ACCOUNT.SUPPORT, worldEntity(world), ACCOUNT.REVENUE, looking);
		for (let r = 0; r < world.regions; r++) {
			const d = state.dealerOf[f * world.regions + r]!;
			if (d < 0) continue;
			// D16 Debts first: a line that goes on may not be what an invoice is overdue for.
			payDue(world, state, f, d, week);
			payLineCost(world, state, f, r, d);
			if (state.overdueWeeks[d]! >= goodsBackWeeks) giveGoodsBack(world, state, f, r, d);
			accrueRebate(world, state, f, r, d);
			if (endsPeriod(world, week)) payRebate(world, state, f, d);
			remember(world, state, d);
			drawOut(world, state, d, leadership(world, state, f, r, d));
			for (const second of at(world.secondsOf, d)) drawOut(world, state, second, 1);
			// D19 Who cannot pay for so long never will.
			if (state.overdueWeeks[d]! >= defaultWeeks) lose(world, state, f, r, d, 'failed');
			else moveLoyalty(world, state, turn, f, r, d, key);
		}
	}
}

/** D24 Goods for money: what it has beyond its glut goes back for what is overdue, at what it stands in its books. */
function giveGoodsBack(world: World, state: State, f: number, r: number, d: number): void {
	for (const k of at(world.firmProducts, f)) {
		const usual = (state.nodeForecast[d * world.products + k]! * world.spec.dealing.glutDays) / 7;
		const spare = Math.floor(onHand(world, state, d, k) - usual);
		if (spare <= 0 || state.overdue[d]! <= 0) continue;
		const each = bookValue(world, state, d, k, spare) / spare;
		const units = each <= 0 ? 0 : Math.min(spare, Math.floor(state.overdue[d]! / each));
		const cents = Math.min(state.overdue[d]!, units === 0 ? 0 : bookValue(world, state, d, k, units));
		if (cents === 0) continue;
		toWarehouse(world, state, f, d, k, units);
		const cell = d * world.products + k;
		state.bookCents[cell] = state.bookCents[cell]! - cents;
		entry(state.balances, f, ACCOUNT.REVENUE, ACCOUNT.RECEIVABLE, cents);
		entry(state.balances, dealerEntity(world, d), ACCOUNT.PAYABLE, ACCOUNT.INVENTORY, cents);
		const cost = units * at(world.productSpecs, k).unitCostCents;
		entry(state.balances, f, ACCOUNT.INVENTORY, ACCOUNT.COST_OF_GOODS, cost);
		state.overdue[d] = state.overdue[d]! - cents;
		state.turnTakenBack[k] = state.turnTakenBack[k]! + units;
		const region = f * world.regions + r;
		state.turnGoodsBack[region] = state.turnGoodsBack[region]! + units;
		countReturn(state, d, cents);
	}
}
