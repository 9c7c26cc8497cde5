/** What a dealer's goods stand in its books at: moving average, goods on the road included (D7). */
import { inTransit, onHand } from '../echelon/goods.ts';
import { ACCOUNT, entry, portion } from '../ledger.ts';
import { dealerEntity, type State } from '../state.ts';
import type { World } from '../world.ts';

/** D7 Moving-average cost of `units` out of all the dealer owns of a product, goods on the road included. */
export function bookValue(
	world: World,
	state: State,
	d: number,
	k: number,
	units: number,
	alreadyGone = 0
): number {
	const owned = onHand(world, state, d, k) + inTransit(world, state, d, k) + alreadyGone;
	return owned === 0 ? 0 : portion(units, owned, state.bookCents[d * world.products + k]!);
}

/** Takes `cents` of a product's book value out of the dealer's inventory to an expense account. */
export function bookOut(
	world: World,
	state: State,
	d: number,
	k: number,
	cents: number,
	account: (typeof ACCOUNT)['COST_OF_GOODS' | 'WRITE_OFF']
): void {
	state.bookCents[d * world.products + k] = state.bookCents[d * world.products + k]! - cents;
	entry(state.balances, dealerEntity(world, d), account, ACCOUNT.INVENTORY, cents);
}
