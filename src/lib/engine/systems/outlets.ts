/**
 * Outlets (rules O1–O6): goods in, a forecast from own sales, two age buckets, and an order-up-to order on the
 * outlet's own day or whenever a merchandiser calls.
 */
import { callsDue } from '../coverage.ts';
import { smooth } from '../ordering.ts';
import type { State } from '../state.ts';
import { isCalledOn, type Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import { at, delivererOf, type World } from '../world.ts';

export function stockOutlets(world: World, state: State, turn: Turn, week: number): void {
	const { channelRules } = world.spec;
	turn.demand.fill(0);
	turn.tierDemand.fill(0);
	const forward = forwardWeeks(world, turn);
	for (let o = 0; o < world.outlets; o++) {
		const r = world.areaRegion[world.outletArea[o]!]!;
		const cycle = world.outletCycle[o]!;
		const ownDay = (week + world.outletOffset[o]!) % cycle === 0;
		for (let k = 0; k < world.products; k++) {
			const cell = o * world.products + k;
			const f = world.productFirm[k]!;
			learn(world, state, cell, f, o, channelRules.outletForecastSmoothing);
			state.ordered[cell] = 0;
			if (state.listed[cell] !== 1) continue;
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer < 0 || state.served[dealer * world.outlets + o] !== 1) continue;
			const c = world.outletClass[o]!;
			const visits = isCalledOn(world, turn, f, o) ? turn.visits[f * CLASSES.length + c]! : 0;
			// O3 on its own day, or because somebody with an order pad stands in the shop.
			if (!ownDay && callsDue(visits, week, world.outletOffset[o]!) === 0) continue;
			const cover = cycle + channelRules.outletSafetyWeeks + forward[r * world.products + k]!;
			const forecast = state.outletForecast[cell]!;
			const have = state.stockNew[cell]! + state.stockOld[cell]!;
			const pack = at(world.productSpecs, k).unitsPerPack;
			// O5 whole packs nearest to the level, but never fewer than last until the next order.
			const nearest = Math.floor((forecast * cover - have) / pack + 0.5);
			const least = Math.ceil((forecast * cycle - have) / pack);
			const order = Math.max(0, nearest, least, have === 0 ? 1 : 0) * pack;
			state.ordered[cell] = order;
			const row = delivererOf(world, dealer, o) * world.products + k;
			turn.demand[row] = turn.demand[row]! + order;
		}
	}
}

/** O1 What the dealer delivered last week is on the shelf when the shop opens. */
export function receive(world: World, state: State): void {
	for (let cell = 0; cell < world.outlets * world.products; cell++) {
		state.stockNew[cell] = state.stockNew[cell]! + state.inbound[cell]!;
		state.inbound[cell] = 0;
	}
}

/** O2 The forecast learns from what was sold; a shelf that stands empty when the week closes is counted. */
function learn(world: World, state: State, cell: number, f: number, o: number, theta: number): void {
	const sold = state.sold[cell]!;
	const left = state.stockNew[cell]! + state.stockOld[cell]!;
	const listed = state.listed[cell] === 1;
	if (listed) {
		const area = world.outletArea[o]! * world.firms + f;
		state.turnListed[area] = state.turnListed[area]! + 1;
		const empty = left === 0 ? 1 : 0;
		state.turnEmpty[area] = state.turnEmpty[area]! + empty;
		if (world.outletPanel[o] === 1) {
			state.turnPanelListed[area] = state.turnPanelListed[area]! + 1;
			state.turnPanelEmpty[area] = state.turnPanelEmpty[area]! + empty;
		}
	}
	// A shelf that ran empty tells a floor of demand, not its size: it may raise a forecast, never lower it.
	if (left === 0 && sold <= state.outletForecast[cell]!) return;
	state.outletForecast[cell] = smooth(state.outletForecast[cell]!, sold, theta);
}

/** O6 Weeks bought ahead by [region × product] while a deal lasts: discount over weekly carrying cost, capped. */
function forwardWeeks(world: World, turn: Turn): Float64Array {
	const { passThroughDealer, carryingPerWeek } = world.spec.response;
	const most = world.spec.channelRules.outletForwardWeeks;
	return Float64Array.from(turn.dealBp, (bp) =>
		Math.min(most, (bp * passThroughDealer) / 10_000 / carryingPerWeek)
	);
}

/** O4 Every `outletAgeWeeks` what is still old is thrown away, and the newer becomes the old. */
export function ageOutlets(world: World, state: State, week: number): void {
	if ((week + 1) % world.spec.channelRules.outletAgeWeeks !== 0) return;
	for (let cell = 0; cell < world.outlets * world.products; cell++) {
		const k = cell % world.products;
		state.turnWrittenOff[k] = state.turnWrittenOff[k]! + state.stockOld[cell]!;
		state.stockOld[cell] = state.stockNew[cell]!;
		state.stockNew[cell] = 0;
	}
}
