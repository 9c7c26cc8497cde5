/**
 * Activities week by week (rules A1–A14): which run and how strongly, as the week begins; what they cost, reach and bring,
 * as it ends.
 */
import { KIND_RULES } from '../activities/kinds.ts';
import type { Activity } from '../activities/running.ts';
import { pow } from '../detmath.ts';
import { less, priceSheet } from '../prices.ts';
import { MAX_ACTIVITIES, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { boardEffect } from './small-board.ts';

const WHOLE_BP = 10_000;

/** As the week begins: what runs, and how strongly it works where. */
export function setActivities(world: World, state: State, turn: Turn, week: number): void {
	// Without any, all is as the turn found it: nobody else writes there.
	if (turn.activities.length > 0) clear(turn);
	for (const [i, activity] of turn.activities.entries()) {
		setCover(world, turn, activity, week);
		const strength = week >= activity.from && week < activity.to ? strengthOf(world, state, activity) : 0;
		turn.running[i] = strength > 0 ? 1 : 0;
		if (strength === 0) continue;
		lookForGoods(world, state, activity);
		EFFECTS[activity.kind](world, state, turn, activity, i, strength);
	}
}

function clear(turn: Turn): void {
	turn.dealBp.fill(0);
	turn.offBp.fill(0);
	turn.giftBp.fill(0);
	turn.dealActivity.fill(-1);
	turn.offActivity.fill(-1);
	turn.giftActivity.fill(-1);
	turn.displayLift.fill(0);
	turn.samplingLift.fill(0);
	turn.boardLift.fill(0);
	turn.boardListing.fill(0);
	turn.campaign.fill(0);
	turn.campaignLift.fill(0);
	turn.awareness.fill(0);
	turn.conference.fill(0);
	turn.preparedCover.fill(0);
}

/** A14 Which part of its outlets, by size, has nothing of it to sell as the week begins; of a trade deal, whether a dealer takes it. */
function lookForGoods(world: World, state: State, activity: Activity): void {
	const { outlets, placeOf, products, targets, sizes, track, firm } = activity;
	if (activity.kind === 'tradeDeal') {
		for (const [place, r] of targets.entries())
			track.bare[place] = state.dealerOf[firm * world.regions + r]! < 0 ? 1 : 0;
		return;
	}
	const { outletArea, outletSize } = world;
	const without = new Float64Array(targets.length);
	const count = outlets.length;
	const { stockNew, stockOld, inbound } = state;
	void (outlets[0]! + outletArea[0]! + outletSize[0]! + placeOf[0]! + without[0]!);
	void (stockNew[0]! + stockOld[0]! + inbound[0]!);
	for (let i = 0; i < count; i++) {
		const o = outlets[i]!;
		if (hasGoods(world, state, o, products)) continue;
		const place = placeOf[outletArea[o]!]!;
		without[place] = without[place]! + outletSize[o]!;
	}
	for (const place of targets.keys())
		track.bare[place] = sizes[place] === 0 ? 1 : without[place]! / sizes[place]!;
}

/** Whether any of these stands there, or comes in this week. */
export function hasGoods(world: World, state: State, o: number, products: readonly number[]): boolean {
	const { stockNew, stockOld, inbound } = state;
	const first = o * world.products;
	for (let i = 0; i < products.length; i++) {
		const cell = first + products[i]!;
		if (stockNew[cell]! + stockOld[cell]! + inbound[cell]! > 0) return true;
	}
	return false;
}

/** A11 For what was prepared outlets order ahead, from the turn's start until it ends. */
function setCover(world: World, turn: Turn, activity: Activity, week: number): void {
	if (activity.plan.prepared !== true || week >= activity.to) return;
	for (let a = 0; a < world.areas; a++)
		if (activity.placeOf[a]! >= 0)
			for (const k of activity.products)
				turn.preparedCover[world.areaRegion[a]! * world.products + k] =
					world.spec.activities.preparedCoverWeeks;
}

/**
 * A1 The trade joins as deep as what is left of the budget pays on a week's ordinary sales: nobody gives away what
 * nobody makes good. What a good week sells beyond that, A2, A4 and A7 settle. Kinds that cost by the week run whole.
 *
 * @returns depth in basis points, or 1 for a kind that has none
 */
function strengthOf(world: World, state: State, activity: Activity): number {
	const { depthBp, product: k, kind, eachCents, budgetCents, outlets } = activity;
	if (KIND_RULES[kind].depth !== 'discount') {
		if (kind === 'advertising' || kind === 'dealerConference') return budgetCents > 0 ? 1 : 0;
		return eachCents > 0 && outlets.length > 0 ? Math.max(1, depthBp) : 0;
	}
	const left = budgetLeft(state, activity);
	if (left <= 0) return 0;
	const sold =
		kind === 'tradeDeal' ? dealerSales(world, state, activity) : outletSales(world, state, activity);
	let cost = 0;
	for (const [place, target] of activity.targets.entries()) {
		const r = kind === 'tradeDeal' ? target : world.areaRegion[target]!;
		const units = sold[place]!;
		const list = state.price[r * world.products + k]!;
		const sheet = priceSheet(at(world.productSpecs, k), list, world.spec.money.vatBp);
		const price = kind === 'tradeDeal' ? sheet.dealerCents : sheet.shelfNetCents;
		cost += units * (kind === 'bonusPack' ? giftCents(world, price, depthBp) : price - less(price, depthBp));
	}
	return cost <= left ? depthBp : Math.floor((depthBp * left) / cost);
}

/** A7 What a gift costs the firm on a unit that stands at this price. */
export function giftCents(world: World, netCents: number, giftBp: number): number {
	return Math.floor(((netCents * giftBp) / WHOLE_BP) * world.spec.activities.bonusCost);
}

export function budgetLeft(state: State, { firm, slot, budgetCents }: Activity): number {
	return budgetCents - state.activitySpent[firm * MAX_ACTIVITIES + slot]!;
}

/** What its dealers reckon to sell in a week [target]. */
function dealerSales(world: World, state: State, { firm, targets, product }: Activity): number[] {
	return targets.map((r) => {
		const dealer = state.dealerOf[firm * world.regions + r]!;
		return dealer < 0 ? 0 : state.nodeForecast[dealer * world.products + product]!;
	});
}

/** What the outlets it is for reckon to sell in a week [target]. */
function outletSales(
	world: World,
	state: State,
	{ outlets, placeOf, product, targets }: Activity
): ArrayLike<number> {
	const { outletArea, products } = world;
	const { listed, outletForecast } = state;
	const units = new Float64Array(targets.length);
	for (let i = 0; i < outlets.length; i++) {
		const o = outlets[i]!;
		const cell = o * products + product;
		if (listed[cell] !== 1) continue;
		const place = placeOf[outletArea[o]!]!;
		units[place] = units[place]! + outletForecast[cell]!;
	}
	return units;
}

type Effect = (
	world: World,
	state: State,
	turn: Turn,
	activity: Activity,
	index: number,
	strength: number
) => void;

/** A1 Of two of a kind on one spot the stronger holds. */
const EFFECTS: Readonly<Record<Activity['kind'], Effect>> = {
	tradeDeal(world, _state, turn, { targets, product }, index, depthBp) {
		for (const r of targets)
			deepest(turn.dealBp, turn.dealActivity, r * world.products + product, index, depthBp);
	},
	priceOff(world, _state, turn, { rows, product }, index, depthBp) {
		for (const row of rows)
			deepest(turn.offBp, turn.offActivity, row * world.products + product, index, depthBp);
	},
	// A7
	bonusPack(world, _state, turn, { rows, product }, index, depthBp) {
		for (const row of rows)
			deepest(turn.giftBp, turn.giftActivity, row * world.products + product, index, depthBp);
	},
	// A8 facings on top work by the elasticity of shelf space.
	display(world, _state, turn, activity, _index, depthBp) {
		const lift = pow(1 + depthBp / WHOLE_BP, world.spec.response.shelfElasticity) - 1;
		strongest(world, turn.displayLift, activity, lift * activity.readiness);
	},
	sampling(world, _state, turn, activity) {
		strongest(world, turn.samplingLift, activity, world.spec.activities.samplingLift * activity.readiness);
	},
	// A9
	advertising(world, _state, turn, activity) {
		const rules = world.spec.activities;
		const { firm, aim, readiness } = activity;
		for (const r of activity.targets) {
			const cell = r * world.firms + firm;
			const index = campaignIndex(world, activity);
			turn.campaign[cell] = turn.campaign[cell]! + index * rules.aimGoodwill[aim] * readiness;
			const felt = Math.sqrt(index) * readiness;
			if (aim === 'awareness')
				turn.awareness[cell] = Math.max(turn.awareness[cell]!, rules.awarenessListing * felt);
			if (aim === 'sales')
				turn.campaignLift[cell] = Math.max(turn.campaignLift[cell]!, rules.salesLift * felt);
		}
	},
	// A10
	dealerConference(world, _state, turn, { firm, targets, budgetCents, readiness }) {
		const { conferenceCents, conferenceListing } = world.spec.activities;
		const whole = Math.min(1, budgetCents / targets.length / conferenceCents);
		for (const r of targets) {
			const cell = r * world.firms + firm;
			turn.conference[cell] = Math.max(turn.conference[cell]!, conferenceListing * whole * readiness);
		}
	},
	// A12
	smallBoard(world, state, turn, activity) {
		for (const r of activity.targets) {
			const { lift, listing } = boardEffect(world, state, activity.firm, r);
			const there = (row: number): boolean => world.areaRegion[turn.rows.area[row]!] === r;
			strongest(world, turn.boardLift, activity, lift * activity.readiness, there);
			strongest(world, turn.boardListing, activity, listing * activity.readiness, there);
		}
	}
};

function deepest(depth: Int32Array, owner: Int32Array, cell: number, index: number, depthBp: number): void {
	if (depthBp <= depth[cell]!) return;
	depth[cell] = depthBp;
	owner[cell] = index;
}

function strongest(
	world: World,
	lifts: Float64Array,
	{ rows, products }: Activity,
	lift: number,
	there: (row: number) => boolean = () => true
): void {
	for (const row of rows)
		if (there(row))
			for (const k of products) {
				const cell = row * world.products + k;
				lifts[cell] = Math.max(lifts[cell]!, lift);
			}
}

/** A9 Spend a week per unit of demand over the reference (B1), the same in all its regions. */
export function campaignIndex(world: World, { targets, budgetCents, from, to }: Activity): number {
	let size = 0;
	for (const r of targets) size += world.regionSize[r]!;
	const reference = (world.spec.response.advertisingReferenceCents * size) / 1000;
	return reference > 0 ? budgetCents / (to - from) / reference : 0;
}
