/** Goods that come back from a dealer to the firm: all of them when it is left (T3), old ones by contract (D11). */
import { nodeCell } from '../echelon/chain.ts';
import { moveOldest } from '../echelon/goods.ts';
import { ACCOUNT, entry, portion } from '../ledger.ts';
import type { ReturnsSpec } from '../spec.ts';
import { dealerEntity, type State } from '../state.ts';
import { AGE_WEEKS, at, type World } from '../world.ts';
import { bookValue } from './book.ts';
import { countReturn } from './rebates.ts';

/** D11 When goods have grown a bucket older, every dealer of a firm sends back what its contract lets it. */
export function sendBackOld(world: World, state: State, week: number): void {
	if ((week + 1) % AGE_WEEKS !== 0) return;
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const d = state.dealerOf[f * world.regions + r]!;
			const contract = d < 0 ? undefined : at(world.spec.dealers, d).returns;
			if (contract === undefined) continue;
			for (const k of at(world.firmProducts, f)) sendBack(world, state, f, d, k, contract);
		}
	state.dealerTaken.fill(0);
}

function sendBack(
	world: World,
	state: State,
	f: number,
	d: number,
	k: number,
	{ limitBp, fromAgeBp, creditBp }: ReturnsSpec
): void {
	const from = nodeCell(world, d, k);
	const life = at(world.productSpecs, k).shelfLifeWeeks;
	let old = 0;
	for (let age = Math.ceil((fromAgeBp * life) / (10_000 * AGE_WEEKS)); age < world.ages; age++)
		old += state.nodeStock[from + age]!;
	const most = Math.floor((state.dealerTaken[d * world.products + k]! * limitBp) / 10_000);
	const units = Math.min(old, most);
	if (units === 0) return;
	const book = bookValue(world, state, d, k, units);
	toWarehouse(world, state, f, d, k, units);
	undoSale(world, state, f, d, k, units, book, portion(creditBp, 10_000, book));
}

/** Puts a dealer's oldest goods back into the firm's warehouse, as old as they are. */
export function toWarehouse(
	world: World,
	{ nodeStock }: State,
	f: number,
	d: number,
	k: number,
	units: number
): void {
	const to = nodeCell(world, world.dealers + f, k);
	moveOldest(world, nodeStock, nodeCell(world, d, k), units, nodeStock, to);
}

/**
 * The sale of goods that have come back is undone: revenue goes back at what is paid for them, they stand at what they
 * cost to make, and what they stood at with the dealer beyond that is its loss.
 *
 * @param book what they stood at in the dealer's books, cents; @param paid at most that
 */
export function undoSale(
	world: World,
	state: State,
	f: number,
	d: number,
	k: number,
	units: number,
	book: number,
	paid: number
): void {
	const me = dealerEntity(world, d);
	const cell = d * world.products + k;
	state.turnTakenBack[k] = state.turnTakenBack[k]! + units;
	countReturn(state, d, paid);
	state.bookCents[cell] = state.bookCents[cell]! - book;
	entry(state.balances, f, ACCOUNT.REVENUE, ACCOUNT.CASH, paid);
	entry(state.balances, me, ACCOUNT.CASH, ACCOUNT.INVENTORY, paid);
	entry(state.balances, me, ACCOUNT.WRITE_OFF, ACCOUNT.INVENTORY, book - paid);
	const cost = units * at(world.productSpecs, k).unitCostCents;
	entry(state.balances, f, ACCOUNT.INVENTORY, ACCOUNT.COST_OF_GOODS, cost);
}
