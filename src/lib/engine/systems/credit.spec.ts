import { describe, expect, test } from 'vitest';
import {
	dealerOf,
	firmOf,
	keyOf,
	lab,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { moneyLaw } from '../engine.properties.ts';
import { nodeCell } from '../echelon/chain.ts';
import { ACCOUNT, balanceOf, cashTotal, entry } from '../ledger.ts';
import { dealerEntity } from '../state.ts';
import { agree, USUAL_TERMS } from '../terms.ts';
import { meansOf } from './credit.ts';
import { settleDealers } from './dealings.ts';
import { setMarket } from './market.ts';
import { runFirms } from './supply.ts';

/** A dealer with capital of 10 000 cents, 40 of which buys 20 units at 200; credit of two weeks. */
const market = (creditDays = 14, edit: (spec: SpecDraft) => void = () => {}): Lab => {
	const it = lab(
		soloSpec((spec) => {
			dealerOf(spec).capitalCents = 10_000;
			firmOf(spec).plant.capacityUnitsPerWeek = 0;
			edit(spec);
		})
	);
	agree(it.world, it.state, 0, 0, { ...USUAL_TERMS, creditDays });
	return it;
};
const dealerBalance = ({ world, state }: Lab, account: keyof typeof ACCOUNT): number =>
	balanceOf(state.balances, dealerEntity(world, 0), ACCOUNT[account]);
const firmBalance = ({ state }: Lab, account: keyof typeof ACCOUNT): number =>
	balanceOf(state.balances, 0, ACCOUNT[account]);

/** The dealer orders so much, and the firm ships. */
function buys(it: Lab, units: number, week: number): void {
	const { world, state } = it;
	const cell = (week % world.slipSlots) * world.nodes * world.products;
	state.slip[cell] = units;
	const turn = turnOf(it);
	setMarket(world, state, turn, week);
	runFirms(world, state, turn, week);
}
function settles(it: Lab, week: number): void {
	settleDealers(it.world, it.state, turnOf(it), keyOf(week), week);
}

test('[D16] an invoice is owed, not paid, and revenue all the same', () => {
	const it = market();
	buys(it, 10, 0);
	expect([dealerBalance(it, 'CASH'), dealerBalance(it, 'PAYABLE'), firmBalance(it, 'RECEIVABLE')]).toEqual([
		10_000, -2000, 2000
	]);
	expect(firmBalance(it, 'REVENUE')).toBe(-2000);
	expect(moneyLaw(it.world, it.state, cashTotal(it.state.balances))).toEqual([]);
});

test('[D16] beyond the limit it pays cash, and beyond its cash it gets nothing', () => {
	const it = market();
	// 50 on account, 50 in cash, 20 not at all.
	buys(it, 120, 0);
	expect([dealerBalance(it, 'PAYABLE'), dealerBalance(it, 'CASH'), it.state.turnSellIn[0]]).toEqual([
		-10_000, 0, 100
	]);
});

test('[D16] what is overdue comes before new goods: a sound dealer is clear of it in a week', () => {
	const it = market();
	buys(it, 10, 0);
	// Half of its cash is in other goods when the invoice is due, and it could pay for ten units more.
	entry(it.state.balances, dealerEntity(it.world, 0), ACCOUNT.EQUITY, ACCOUNT.CASH, 9000);
	settles(it, 2);
	expect(it.state.overdue[0]).toBe(1000);
	entry(it.state.balances, dealerEntity(it.world, 0), ACCOUNT.CASH, ACCOUNT.EQUITY, 1600);
	expect(meansOf(it.world, it.state, 0, 0, 0)).toBe(600);
	buys(it, 100, 3);
	settles(it, 3);
	expect([it.state.overdue[0], it.state.overdueWeeks[0]]).toEqual([0, 0]);
	it.state.overdue[0] = 1e6;
	expect(meansOf(it.world, it.state, 0, 0, 0)).toBe(0);
});

test('[D16] a line that costs something does not keep an invoice overdue', () => {
	const it = market(14, (spec) => void (spec.dealing.lineCost = 0.5));
	buys(it, 10, 0);
	entry(it.state.balances, dealerEntity(it.world, 0), ACCOUNT.EQUITY, ACCOUNT.CASH, 8000);
	settles(it, 2);
	expect(it.state.overdue[0]).toBe(0);
	expect(dealerBalance(it, 'CASH')).toBe(0);
});

test('[D16] an invoice is due after its days, in whole weeks', () => {
	const paidIn = (days: number): number => {
		const it = market(days);
		buys(it, 10, 0);
		for (let week = 0; week < 20; week++) {
			settles(it, week);
			if (dealerBalance(it, 'PAYABLE') === 0) return week;
		}
		return -1;
	};
	expect([7, 8, 14, 90].map(paidIn)).toEqual([1, 2, 2, 13]);
});

describe('what it cannot pay', () => {
	/** Owes 4 000 due in the second week, and has 1 000. */
	const short = (edit?: (spec: SpecDraft) => void): Lab => {
		const it = market(7, edit);
		buys(it, 20, 0);
		const away = dealerBalance(it, 'CASH') - 1000;
		entry(it.state.balances, dealerEntity(it.world, 0), ACCOUNT.EQUITY, ACCOUNT.CASH, away);
		return it;
	};

	test('[D16] is overdue, and until it is paid it buys for cash only', () => {
		const it = short();
		settles(it, 1);
		expect([it.state.overdue[0], dealerBalance(it, 'CASH'), it.state.overdueWeeks[0]]).toEqual([3000, 0, 1]);
		buys(it, 10, 2);
		expect([it.state.turnSellIn[0], dealerBalance(it, 'PAYABLE')]).toEqual([20, -3000]);
	});

	test('[D24] after some weeks goods beyond a glut go back for it, and the sale is undone', () => {
		const it = short((spec) => Object.assign(spec.dealing, { goodsBackWeeks: 2, glutDays: 7 }));
		const { world, state } = it;
		settles(it, 1);
		const stock = state.nodeStock[nodeCell(world, 0, 0)]!;
		expect(state.turnTakenBack[0]).toBe(0);
		settles(it, 2);
		// 50 a week are no glut; 15 at 200 settle what is overdue.
		expect(stock - state.nodeStock[nodeCell(world, 0, 0)]!).toBe(15);
		expect([state.turnTakenBack[0], state.overdue[0], dealerBalance(it, 'PAYABLE')]).toEqual([15, 0, 0]);
		expect(firmBalance(it, 'RECEIVABLE')).toBe(0);
		expect(moneyLaw(world, state, cashTotal(state.balances))).toEqual([]);
	});

	test('[D24] who has no more than it needs gives nothing back', () => {
		const it = short((spec) => Object.assign(spec.dealing, { goodsBackWeeks: 1, glutDays: 700 }));
		settles(it, 1);
		expect([it.state.turnTakenBack[0], it.state.overdue[0]]).toEqual([0, 3000]);
	});

	test('[D19] and has failed after long: goods back, cash for the debt, the rest is bad', () => {
		const it = short((spec) => Object.assign(spec.dealing, { defaultWeeks: 3 }));
		const { world, state } = it;
		const all = cashTotal(state.balances);
		// Nothing stands with it any more.
		state.nodeStock.fill(0, nodeCell(world, 0, 0), nodeCell(world, 1, 0));
		state.transit.fill(0);
		const book = state.bookCents[0]!;
		entry(state.balances, dealerEntity(world, 0), ACCOUNT.WRITE_OFF, ACCOUNT.INVENTORY, book);
		state.bookCents[0] = 0;
		for (const week of [1, 2]) settles(it, week);
		expect([state.dealerOf[0], firmBalance(it, 'BAD_DEBT')]).toEqual([0, 0]);
		settles(it, 3);
		expect([state.dealerOf[0], state.gone[0], firmBalance(it, 'BAD_DEBT')]).toEqual([-1, 1, 3000]);
		expect([firmBalance(it, 'RECEIVABLE'), dealerBalance(it, 'PAYABLE')]).toEqual([0, 0]);
		expect(moneyLaw(world, state, all)).toEqual([]);
	});
});

describe('the owner', () => {
	/** Lent 4 000 of its capital of 10 000, and so much cash on hand. */
	const left = (management: number, cash: number): number => {
		const it = market(90, (spec) => {
			dealerOf(spec).actual.management = management;
		});
		buys(it, 20, 0);
		const me = dealerEntity(it.world, 0);
		const more = cash - dealerBalance(it, 'CASH');
		if (more > 0) entry(it.state.balances, me, ACCOUNT.CASH, ACCOUNT.EQUITY, more);
		settles(it, 1);
		return dealerBalance(it, 'CASH');
	};

	test('[D18] takes out what is beyond the capital', () => {
		expect([left(100, 10_000), left(100, 13_000)]).toEqual([10_000, 10_000]);
	});

	test('[D18] and, badly led, what the firm has lent as well', () => {
		expect([left(50, 13_000), left(0, 13_000)]).toEqual([8000, 6000]);
	});
});
