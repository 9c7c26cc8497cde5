/** Products as a firm sees them: its own by its books (rule V2), rivals' by what hangs in the shops (V5). */
import { inTransit, onHand } from './echelon/goods.ts';
import { exact } from './figures.ts';
import { listPriceOf, priceBounds } from './list-prices.ts';
import type { Plan } from './plan.ts';
import { priceSheet } from './prices.ts';
import { WEEK, type State } from './state.ts';
import { occupancy, stageMark } from './systems/launches.ts';
import { erosionBp } from './systems/price-order.ts';
import type { LaunchView, OwnProductView, RivalProductView } from './view.ts';
import { at, type World } from './world.ts';

export function ownProducts(world: World, state: State, firm: number, standing: Plan): OwnProductView[] {
	let known: readonly number[] | null = null;
	const occupied = (): readonly number[] =>
		(known ??= world.spec.regions.map((_, r) => occupancy(world, state, firm, r)));
	return at(world.firmProducts, firm).map((k) => ownProduct(world, state, firm, k, standing, occupied));
}

/** @param occupied share of the accounts that list the firm, by region */
function ownProduct(
	world: World,
	state: State,
	firm: number,
	k: number,
	standing: Plan,
	occupied: () => readonly number[]
): OwnProductView {
	const product = at(world.productSpecs, k);
	const dealerPriceCents = standing.price.dealerPriceCents[product.id] ?? product.dealerPriceCents;
	const { low, high } = priceBounds(world, k);
	return {
		id: product.id,
		unitsPerCase: product.unitsPerCase,
		unitCostCents: product.unitCostCents,
		dealerPriceCents,
		regionPriceCents: world.spec.regions.map(
			({ id }) => listPriceOf(standing.price, id, product.id) ?? product.dealerPriceCents
		),
		openingDealerPriceCents: product.dealerPriceCents,
		minDealerPriceCents: low,
		maxDealerPriceCents: high,
		regionOrder: world.spec.regions.map((_, r) =>
			exact(1 - erosionBp(world, state, r, k) / 10_000, state.clock[WEEK]! - 1, 'priceCheck')
		),
		shelfPriceCents: priceSheet(product, dealerPriceCents, world.spec.money.vatBp).shelfCents,
		dealerMarkup: product.dealerMarkup,
		outletMarkup: product.outletMarkup,
		shelfLifeWeeks: product.shelfLifeWeeks,
		warehouseUnits: onHand(world, state, world.dealers + firm, k),
		plantUnits: inTransit(world, state, world.dealers + firm, k),
		producedLastTurn: state.turnProduced[k]!,
		sellInLastTurn: state.turnSellIn[k]! - state.turnTakenBack[k]!,
		launch: launchView(world, state, firm, k, occupied)
	};
}

function launchView(
	world: World,
	state: State,
	firm: number,
	k: number,
	occupied: () => readonly number[]
): LaunchView | null {
	const { launch } = at(world.productSpecs, k);
	if (launch === undefined) return null;
	return {
		role: launch.role,
		decided: launch.week === null,
		firstLotUnits: launch.firstLotUnits,
		regions:
			launch.week !== null
				? []
				: world.spec.regions.map(({ id }, r) => {
						const week = state.launchWeek[r * world.products + k]!;
						return {
							region: id,
							week: week < 0 ? null : week,
							occupancy: at(occupied(), r),
							needed: stageMark(world, state, firm, r, k)
						};
					})
	};
}

/** V5 Rivals' shelf prices hang in every shop window: list prices exact, running deals as last seen. */
export function rivalProducts(world: World, state: State, firm: number): RivalProductView[] {
	const { vatBp } = world.spec.money;
	const result: RivalProductView[] = [];
	for (const [k, product] of world.productSpecs.entries()) {
		const owner = world.productFirm[k]!;
		if (owner === firm) continue;
		const seen = world.spec.regions.map((_, r) => state.shelfSeen[r * world.products + k]!);
		result.push({
			id: product.id,
			firm: at(world.spec.firms, owner).id,
			listShelfPriceCents: priceSheet(product, product.dealerPriceCents, vatBp).shelfCents,
			shelfPriceCents: exact(Math.min(...seen), state.clock[WEEK]! - 1, 'priceCheck'),
			regionShelfCents: seen.map((cents) => exact(cents, state.clock[WEEK]! - 1, 'priceCheck'))
		});
	}
	return result;
}
