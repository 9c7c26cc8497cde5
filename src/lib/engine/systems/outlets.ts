/**
 * Outlets (rules O1–O6): goods in, a forecast from own sales, two age buckets, and an order-up-to order on the
 * outlet's own day or whenever a merchandiser calls.
 */
import { callsDue } from '../coverage.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import { smooth } from '../ordering.ts';
import type { State } from '../state.ts';
import { isCalledOn, type Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import { at, type World } from '../world.ts';

/** Weeks from an outlet's order to its delivery. */
const DELIVERY_WEEKS = 1;
/** O6 An outlet has little room and less cash: no deal makes it buy further ahead than this. Design (A). */
const MAX_FORWARD_WEEKS = 3;

export function stockOutlets(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	const { channelRules, response } = world.spec;
	const [k0, k1, k2, k3] = key;
	turn.demand.fill(0);
	const forward = forwardWeeks(world, turn, response.passThroughDealer, response.carryingPerWeek);
	for (let o = 0; o < world.outlets; o++) {
		const r = world.areaRegion[world.outletArea[o]!]!;
		const cycle = world.outletCycle[o]!;
		const ownDay = (week + world.outletOffset[o]!) % cycle === 0;
		for (let k = 0; k < world.products; k++) {
			const cell = o * world.products + k;
			const f = world.productFirm[k]!;
			receive(state, cell);
			learn(world, state, turn, cell, f, o, channelRules.outletForecastSmoothing);
			state.ordered[cell] = 0;
			if (state.listed[cell] !== 1) continue;
			const dealer = state.dealerOf[f * world.regions + r]!;
			if (dealer < 0 || world.reach[dealer * world.outlets + o] !== 1) continue;
			const c = world.outletClass[o]!;
			const visits = isCalledOn(world, turn, f, o) ? turn.visits[f * CLASSES.length + c]! : 0;
			// O3 on its own day, or because somebody with an order pad stands in the shop.
			if (!ownDay && callsDue(visits, week, world.outletOffset[o]!) === 0) continue;
			const cover =
				cycle + DELIVERY_WEEKS + channelRules.outletSafetyWeeks + forward[r * world.products + k]!;
			const wanted = state.outletForecast[cell]! * cover;
			const have = state.stockNew[cell]! + state.stockOld[cell]! + state.inbound[cell]!;
			const pack = at(world.productSpecs, k).unitsPerPack;
			// O5 whole packs, the broken one by chance: rounding up at every call would pile up slow goods.
			const u = uniform(k0, k1, k2, k3, o, PURPOSE.order + (k << 8));
			const packs = Math.floor(Math.max(0, wanted - have) / pack + u);
			const order = Math.max(packs, have === 0 ? 1 : 0) * pack;
			state.ordered[cell] = order;
			const row = dealer * world.products + k;
			turn.demand[row] = turn.demand[row]! + order;
		}
	}
}

/** O1 What the dealer delivered last week is on the shelf now. */
function receive(state: State, cell: number): void {
	state.stockNew[cell] = state.stockNew[cell]! + state.inbound[cell]!;
	state.inbound[cell] = 0;
}

/** O2 A forecast learns from what was sold; and counts the empty weeks, so that both can be told apart. */
function learn(
	world: World,
	state: State,
	turn: Turn,
	cell: number,
	f: number,
	o: number,
	theta: number
): void {
	const sold = state.sold[cell]!;
	const left = state.stockNew[cell]! + state.stockOld[cell]!;
	const listed = state.listed[cell] === 1;
	if (listed) {
		const area = world.outletArea[o]! * world.firms + f;
		state.turnListed[area] = state.turnListed[area]! + 1;
		const empty = sold === 0 && left === 0 ? 1 : 0;
		state.turnEmpty[area] = state.turnEmpty[area]! + empty;
		if (world.outletPanel[o] === 1) {
			state.turnPanelListed[area] = state.turnPanelListed[area]! + 1;
			state.turnPanelEmpty[area] = state.turnPanelEmpty[area]! + empty;
		}
		// An empty shelf says nothing about demand.
		if (sold === 0 && left === 0) return;
	}
	state.outletForecast[cell] = smooth(state.outletForecast[cell]!, sold, theta);
}

/** O6 Weeks bought ahead by [region × product] while a deal lasts: discount over weekly carrying cost, capped. */
function forwardWeeks(world: World, turn: Turn, passed: number, carrying: number): Float64Array {
	return Float64Array.from(turn.dealBp, (bp) =>
		Math.min(MAX_FORWARD_WEEKS, (bp * passed) / 10_000 / carrying)
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
