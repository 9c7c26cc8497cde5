/**
 * Rebates (rule D17): accrued week by week on what was bought in the period at the step reached, trued up when the next
 * one is, and paid when the period ends.
 */
import { accrue, ACCOUNT, entry, pay } from '../ledger.ts';
import { dealerEntity, type State } from '../state.ts';
import { agreedRebate, rebateBpAt } from '../terms.ts';
import type { World } from '../world.ts';

/** Counted for the period when goods are invoiced, at what is paid for them. */
export function countPurchase(state: State, d: number, cents: number): void {
	state.bought[d] = state.bought[d]! + cents;
}

/** Goods that went back were not bought; not below nothing, where they were bought in a period before. */
export function countReturn(state: State, d: number, cents: number): void {
	state.bought[d] = Math.max(0, state.bought[d]! - cents);
}

/** D17 What the week makes of it: cumulative, so that a step reached counts for all that was bought before (N15). */
export function accrueRebate(world: World, state: State, f: number, r: number, d: number): void {
	const bought = state.bought[d]!;
	const terms = agreedRebate(world, state, f, r);
	book(world, state, f, d, accrue(rebateBpAt(terms, bought), bought, state.rebateDue[d]!));
}

/** D17 The period ends for everybody in the same week: what is due is paid, and counting begins anew. */
export function payRebate(world: World, state: State, f: number, d: number): void {
	const due = state.rebateDue[d]!;
	pay(state.balances, f, ACCOUNT.PAYABLE, dealerEntity(world, d), ACCOUNT.RECEIVABLE, due);
	state.rebateDue[d] = 0;
	state.bought[d] = 0;
}

/** D22 The rebate of the period is lost, and what was bought in it counts no more. */
export function forfeitRebate(world: World, state: State, f: number, d: number): void {
	book(world, state, f, d, 0 - state.rebateDue[d]!);
	state.bought[d] = 0;
}

export const endsPeriod = (world: World, week: number): boolean =>
	(week + 1) % world.spec.dealing.rebateWeeks === 0;

/** The firm owes it, the dealer has it due; below nothing it is taken back. */
function book(world: World, state: State, f: number, d: number, cents: number): void {
	if (cents === 0) return;
	const me = dealerEntity(world, d);
	const more = Math.max(0, cents);
	const less = Math.max(0, 0 - cents);
	entry(state.balances, f, ACCOUNT.REBATES, ACCOUNT.PAYABLE, more);
	entry(state.balances, me, ACCOUNT.RECEIVABLE, ACCOUNT.REBATES, more);
	entry(state.balances, f, ACCOUNT.PAYABLE, ACCOUNT.REBATES, less);
	entry(state.balances, me, ACCOUNT.REBATES, ACCOUNT.RECEIVABLE, less);
	state.rebateDue[d] = state.rebateDue[d]! + cents;
}
