/**
 * What the line earns its dealer, and what that does to it (rules D18, D21): a return below its alternatives wears its
 * loyalty away, and who is no longer loyal goes.
 */
import { promised } from '../acceptance.ts';
import { ACCOUNT, balanceOf, pay } from '../ledger.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import { dealerEntity, worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { agreedTerms } from '../terms.ts';
import { at, type World } from '../world.ts';
import { WEEKS_PER_YEAR } from './demand.ts';
import { warmthAt } from './dealer-relation.ts';
import { supported } from './support.ts';
import { daysOver } from './glut.ts';
import { lose } from './parting.ts';

/** Weight of the newest week in what the dealer thinks the line earns: about a quarter of a year. Design (A). */
const PATIENCE = 0.08;
/** What a glut and an unpaid invoice take off where loyalty settles. Design (A). */
const GLUT_WEIGHT = 0.2;
const OVERDUE_WEIGHT = 0.1;

const PROFIT_ACCOUNTS = [
	ACCOUNT.REVENUE,
	ACCOUNT.COST_OF_GOODS,
	ACCOUNT.OVERHEAD,
	ACCOUNT.WRITE_OFF,
	ACCOUNT.REBATES
] as const;

/** D18 Weekly cost of carrying the line, units apart: as far as there is cash; what is missing its owner works off. */
export function payLineCost(world: World, state: State, f: number, r: number, d: number): void {
	const cash = Math.max(0, balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.CASH));
	const paid = Math.min(cash, world.lineCents[f * world.regions + r]!);
	pay(state.balances, dealerEntity(world, d), ACCOUNT.OVERHEAD, worldEntity(world), ACCOUNT.REVENUE, paid);
	state.lineOwed[d] = state.lineOwed[d]! + world.lineCents[f * world.regions + r]! - paid;
}

/** D18 What the line has earned since the books were opened, less what of its cost was worked off. */
function earned(world: World, state: State, d: number): number {
	const me = dealerEntity(world, d);
	let cents = 0 - state.lineOwed[d]!;
	for (const account of PROFIT_ACCOUNTS) cents -= balanceOf(state.balances, me, account);
	return cents;
}

/** D18 The dealer's own money in the line: goods and rebates due, less what it owes for them. */
function fundsIn(world: World, state: State, d: number): number {
	const me = dealerEntity(world, d);
	return (
		balanceOf(state.balances, me, ACCOUNT.INVENTORY) +
		balanceOf(state.balances, me, ACCOUNT.RECEIVABLE) +
		balanceOf(state.balances, me, ACCOUNT.PAYABLE)
	);
}

/** D18 The week goes into what it remembers of profit and of money tied up. */
export function remember(world: World, state: State, d: number): void {
	const all = earned(world, state, d);
	const profit = all - state.earnedBefore[d]!;
	state.earnedBefore[d] = all;
	state.lineProfit[d] = state.lineProfit[d]! + PATIENCE * (profit - state.lineProfit[d]!);
	state.lineFunds[d] = state.lineFunds[d]! + PATIENCE * (fundsIn(world, state, d) - state.lineFunds[d]!);
}

/** From here on it remembers what it hopes for, by the sales of whoever was there before. */
export function hopeFor(world: World, state: State, f: number, r: number, d: number, seller: number): void {
	const { profit, funds } = promised(world, state, f, r, seller, agreedTerms(world, state, f, r));
	state.lineOwed[d] = 0;
	state.earnedBefore[d] = earned(world, state, d);
	state.lineProfit[d] = profit;
	state.lineFunds[d] = funds;
}

/** D18 A year's return on its own money; null while there is none in it. */
export function lineReturn(state: State, d: number): number | null {
	const funds = state.lineFunds[d]!;
	return funds < 1 ? null : (WEEKS_PER_YEAR * state.lineProfit[d]!) / funds;
}

/** D21 Where its loyalty would settle: a half where the line earns what its other lines do. */
export function loyaltyGoal(world: World, state: State, f: number, d: number, warmth = 0): number {
	const { alternativeReturn, commerceLoyalty } = world.spec.dealing;
	const made = lineReturn(state, d) ?? alternativeReturn;
	const earns = 0.5 + (made - alternativeReturn) / (2 * alternativeReturn);
	const glut = daysOver(world, state, f, d) > 0 ? GLUT_WEIGHT : 0;
	const overdue = state.overdue[d]! > 0 ? OVERDUE_WEIGHT : 0;
	const helped = commerceLoyalty * (supported(state, d, 'commerce') + warmth);
	// Money alone makes nobody wholly loyal.
	const goal = Math.min(1 - commerceLoyalty, earns) + helped - glut - overdue;
	return Math.min(1, Math.max(0, goal));
}

/** D21 A week's step towards it; who is hardly loyal any more may go over, if another would have it. */
export function moveLoyalty(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	r: number,
	d: number,
	key: WeekKey
): void {
	const { loyaltySpeed, leaveBelow, leavePerWeek } = world.spec.dealing;
	const loyalty = state.loyalty[d]!;
	// D29 where an advisor works it, the style counts as far as advice has come.
	const warmth = warmthAt(world, state, turn, f) * state.advice[f * world.regions + r]!;
	const next = loyalty + loyaltySpeed * (loyaltyGoal(world, state, f, d, warmth) - loyalty);
	state.loyalty[d] = next;
	if (next >= leaveBelow || !at(world.spec.dealers, d).open) return;
	const [k0, k1, k2, k3] = key;
	const chance = leavePerWeek * (1 - next / leaveBelow);
	if (uniform(k0, k1, k2, k3, d, PURPOSE.goOver) < chance) lose(world, state, f, r, d, 'left');
}
