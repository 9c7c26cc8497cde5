/**
 * The state at the opening (rules W7, W8): shelves, dealers and warehouses stocked for a normal month, and every
 * cent of it entered, so that the laws hold from the first tick.
 */
import { ACCOUNT, entry } from './ledger.ts';
import { priceSheet } from './prices.ts';
import { openReports } from './reports.ts';
import { allocate, dealerEntity, type State } from './state.ts';
import { nodeCell, transitCell } from './echelon/chain.ts';
import { seasonFactor } from './systems/demand.ts';
import { openingLaunches } from './systems/launches.ts';
import { openStanding } from './systems/no1.ts';
import { hopeFor } from './systems/loyalty.ts';
import { secondPrice } from './systems/second-tier.ts';
import { at, delivererOf, type World } from './world.ts';

export function beginState(world: World): State {
	const state = allocate(world);
	const { spec } = world;
	state.served.set(world.reach);
	state.listed.set(world.openingListed);
	state.closeness.set(world.openingCloseness);
	state.dependence.set(world.openingDependence);
	state.dealerOf.set(world.incumbent);
	state.launchWeek.set(openingLaunches(world));
	state.goodwill.set(world.openingGoodwill);
	state.radiance.set(world.openingRadiance);
	state.facings.set(world.openingFacings);
	knowAccounts(world, state);
	for (const [k, product] of world.productSpecs.entries()) {
		const { shelfCents } = priceSheet(product, product.dealerPriceCents, spec.money.vatBp);
		for (let r = 0; r < world.regions; r++) {
			state.price[r * world.products + k] = product.dealerPriceCents;
			state.shelfSeen[r * world.products + k] = shelfCents;
		}
	}
	for (const [f, firm] of spec.firms.entries()) {
		state.staff[f] = firm.merchandisers;
		state.waste[f] = firm.wastedTime;
		entry(state.balances, f, ACCOUNT.CASH, ACCOUNT.EQUITY, firm.cashCents);
	}
	for (const [d, dealer] of spec.dealers.entries())
		entry(state.balances, dealerEntity(world, d), ACCOUNT.CASH, ACCOUNT.EQUITY, dealer.capitalCents);

	const atDealer = new Float64Array(world.dealers * world.products);
	for (let a = 0; a < world.areas; a++) stockOutlets(world, state, a, atDealer);
	openStanding(world, state);
	stockNodes(world, state, atDealer);
	openDealings(world, state);
	openReports(world, state);
	return state;
}

/** W7 Shelves half-way between two deliveries; adds what they sell to what their dealers bring. */
function stockOutlets(world: World, state: State, a: number, atDealer: Float64Array): void {
	const { products, regions, openingSales, outletCycle, incumbent, productFirm } = world;
	const { outletForecast, stockNew, usual } = state;
	const { outletSafetyWeeks } = world.spec.channelRules;
	const r = world.areaRegion[a]!;
	const season = seasonFactor(world, r, 0);
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const cover = outletCycle[o]! / 2 + 0.5 + outletSafetyWeeks;
		for (let k = 0; k < products; k++) {
			const cell = o * products + k;
			if (openingSales[cell] === 0) continue;
			const weekly = openingSales[cell]! * season;
			outletForecast[cell] = weekly;
			stockNew[cell] = Math.floor(weekly * cover + 0.5);
			usual[r * products + k] = usual[r * products + k]! + weekly;
			const d = incumbent[productFirm[k]! * regions + r]!;
			if (d < 0) continue;
			const own = d * products + k;
			atDealer[own] = atDealer[own]! + weekly;
			// What goes by a second tier goes through the dealer all the same.
			const deliverer = delivererOf(world, d, o);
			if (deliverer === d) continue;
			const second = deliverer * products + k;
			atDealer[second] = atDealer[second]! + weekly;
		}
	}
}

/** R9 A firm knows who decides at the accounts it has. */
function knowAccounts(world: World, { listed, keyPerson }: State): void {
	const { outlets, products, firms, productFirm } = world;
	for (let o = 0; o < outlets; o++)
		for (let k = 0; k < products; k++)
			if (listed[o * products + k] === 1) keyPerson[o * firms + productFirm[k]!] = 1;
}

/** D14–D25 Everybody on the usual terms, and the incumbents content with what the line earns them. */
function openDealings(world: World, state: State): void {
	state.loyalty.fill(world.spec.dealing.openingLoyalty);
	state.assigned.fill(1);
	state.attention.fill(1);
	state.lastDealer.fill(-1);
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const d = state.dealerOf[f * world.regions + r]!;
			if (d >= 0) hopeFor(world, state, f, r, d, d);
		}
}

/** What a dealer pays at opening prices, a second tier its dealer. */
function boughtAt(world: World, d: number, k: number): number {
	const product = at(world.productSpecs, k);
	const { dealerCents, outletCents } = priceSheet(product, product.dealerPriceCents, world.spec.money.vatBp);
	const { secondTier } = at(world.spec.dealers, d);
	return secondTier === undefined ? dealerCents : secondPrice(world, d, dealerCents, outletCents);
}

function stockNodes(world: World, state: State, weekly: Float64Array): void {
	for (let k = 0; k < world.products; k++) {
		const f = world.productFirm[k]!;
		const { plant } = at(world.spec.firms, f);
		const product = at(world.productSpecs, k);
		let total = 0;
		for (let d = 0; d < world.dealers; d++) {
			const cell = d * world.products + k;
			const rate = weekly[cell]!;
			if (at(world.spec.dealers, d).secondTier === undefined) total += rate;
			state.nodeForecast[cell] = rate;
			const units = Math.floor(rate * (1 + world.spec.channelRules.dealerCoverWeeks) + 0.5);
			state.nodeStock[nodeCell(world, d, k)] = units;
			state.bookCents[cell] = units * boughtAt(world, d, k);
			const cents = state.bookCents[cell]!;
			entry(state.balances, dealerEntity(world, d), ACCOUNT.INVENTORY, ACCOUNT.EQUITY, cents);
		}
		const node = world.dealers + f;
		state.nodeForecast[node * world.products + k] = total;
		const units = Math.floor(total * (1 + plant.coverWeeks) + 0.5);
		state.nodeStock[nodeCell(world, node, k)] = units;
		entry(state.balances, f, ACCOUNT.INVENTORY, ACCOUNT.EQUITY, units * product.unitCostCents);
		// W8 the plant has been making what was sold
		const batches = Math.floor(total / plant.batchUnits + 0.5);
		for (let week = 0; week < plant.leadWeeks; week++)
			state.transit[transitCell(world, node, k, week)] = batches * plant.batchUnits;
	}
}
