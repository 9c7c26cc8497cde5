/**
 * Credit (rules D16, D18, D19): a dealer with days to pay buys on account up to a limit, pays as far as its cash
 * reaches when an invoice falls due, and fails when it cannot for long. What is more than it needs, its owner takes out.
 */
import { ACCOUNT, balanceOf, entry, pay } from '../ledger.ts';
import { dealerEntity, worldEntity, type State } from '../state.ts';
import { creditDaysOf, DUE_SLOTS } from '../terms.ts';
import { at, type World } from '../world.ts';

const cashOf = (world: World, state: State, d: number): number =>
	balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.CASH);

/** What the dealer owes its firm, cents. */
export function payableOf(world: World, state: State, d: number): number {
	return 0 - balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.PAYABLE);
}

/** The same by the firm's books: its invoices that are out. */
export function invoiced(state: State, d: number): number {
	let cents = state.overdue[d]!;
	for (let slot = d * DUE_SLOTS; slot < (d + 1) * DUE_SLOTS; slot++) cents += state.due[slot]!;
	return cents;
}

/** D16 What the dealer may still buy on account: nothing while something is overdue. */
export function creditRoom(world: World, state: State, f: number, r: number, d: number): number {
	if (creditDaysOf(world, state, f, r) === 0 || state.overdue[d]! > 0) return 0;
	const limit = Math.floor(at(world.spec.dealers, d).capitalCents * world.spec.dealing.creditLimit);
	return Math.max(0, limit - payableOf(world, state, d));
}

/**
 * S4, D16 What the dealer can pay with: its cash, and what it may buy on account. What is overdue comes first: goods that
 * are paid in cash while the debt stands would let a sound dealer fail.
 */
export function meansOf(world: World, state: State, f: number, r: number, d: number): number {
	return Math.max(0, cashOf(world, state, d) - state.overdue[d]!) + creditRoom(world, state, f, r, d);
}

/** D16 An invoice: on account as far as there is room, else in cash. */
export function invoice(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	cents: number,
	week: number
): void {
	const onAccount = Math.min(cents, creditRoom(world, state, f, r, d));
	const me = dealerEntity(world, d);
	entry(state.balances, me, ACCOUNT.INVENTORY, ACCOUNT.PAYABLE, onAccount);
	entry(state.balances, f, ACCOUNT.RECEIVABLE, ACCOUNT.REVENUE, onAccount);
	pay(state.balances, me, ACCOUNT.INVENTORY, f, ACCOUNT.REVENUE, cents - onAccount);
	if (onAccount === 0) return;
	const slot = d * DUE_SLOTS + ((week + Math.ceil(creditDaysOf(world, state, f, r) / 7)) % DUE_SLOTS);
	state.due[slot] = state.due[slot]! + onAccount;
}

/** D16 Pays what is due, as far as its cash reaches; the rest is overdue. */
export function payDue(world: World, state: State, f: number, d: number, week: number): void {
	const slot = d * DUE_SLOTS + (week % DUE_SLOTS);
	state.overdue[d] = state.overdue[d]! + state.due[slot]!;
	state.due[slot] = 0;
	const paid = Math.min(state.overdue[d]!, Math.max(0, cashOf(world, state, d)));
	settleDebt(world, state, f, d, paid);
	state.overdue[d] = state.overdue[d]! - paid;
	state.overdueWeeks[d] = state.overdue[d]! > 0 ? state.overdueWeeks[d]! + 1 : 0;
}

/**
 * D18 Its owner leaves in the business what it was founded with, less what a badly led one lets the maker lend.
 *
 * @param led 0–1
 */
export function drawOut(world: World, state: State, d: number, led: number): void {
	const { capitalCents } = at(world.spec.dealers, d);
	const lent = Math.floor(payableOf(world, state, d) * (1 - led));
	const drawn = cashOf(world, state, d) - Math.max(0, capitalCents - lent);
	if (drawn > 0)
		pay(state.balances, dealerEntity(world, d), ACCOUNT.EQUITY, worldEntity(world), ACCOUNT.REVENUE, drawn);
}

/** Cash for what is owed. */
export function settleDebt(world: World, state: State, f: number, d: number, cents: number): void {
	pay(state.balances, dealerEntity(world, d), ACCOUNT.PAYABLE, f, ACCOUNT.RECEIVABLE, cents);
}

/** What is owed and will never be paid: the firm's loss, the dealer's gain. */
export function forgive(world: World, state: State, f: number, d: number, cents: number): void {
	entry(state.balances, f, ACCOUNT.BAD_DEBT, ACCOUNT.RECEIVABLE, cents);
	entry(state.balances, dealerEntity(world, d), ACCOUNT.PAYABLE, ACCOUNT.BAD_DEBT, cents);
}
