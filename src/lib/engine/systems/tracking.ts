/**
 * What the activities cost, reach and bring in a week (rules A3, A8–A10, A13–A15), after it has been sold. Whole cents, two
 * entries each.
 */
import { isPaidByOutlet, KIND_RULES } from '../activities/kinds.ts';
import { followUpCents, preparationCents } from '../activities/project.ts';
import type { Activity } from '../activities/running.ts';
import { ACCOUNT, pay, portion, shareOut } from '../ledger.ts';
import { MAX_ACTIVITIES, worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { holds } from './no1.ts';
import { campaignIndex, hasGoods } from './activities.ts';
import { confer } from './dealer-relation.ts';
import { seasonFactor } from './demand.ts';

/** A13 For every running activity: its cost of the week, its sales against what was to be expected, its contacts. */
export function settleActivities(world: World, state: State, turn: Turn, week: number): void {
	if (week === turn.firstWeek) prepare(world, state, turn);
	for (const [i, activity] of turn.activities.entries()) {
		if (turn.running[i] === 0) continue;
		activity.track.weeks += 1;
		payWeek(world, state, activity, week);
		countSales(world, state, turn, activity, week);
		if (KIND_RULES[activity.kind].communicates) countContacts(world, state, turn, activity);
		if (week === activity.to - 1) followUp(world, state, activity);
	}
}

/** Books what an activity spends at one of its targets: people, posters, gifts, shows. */
export function spend(
	world: World,
	state: State,
	{ firm, track }: Activity,
	place: number,
	cents: number
): void {
	pay(state.balances, firm, ACCOUNT.PROMOTION, worldEntity(world), ACCOUNT.REVENUE, cents);
	track.spentCents[place] = track.spentCents[place]! + cents;
}

/** A3 and what the kind costs by the week; A14 what of it is spent where there is nothing to sell is wasted. */
function payWeek(world: World, state: State, activity: Activity, week: number): void {
	const { firm, slot, targets, track } = activity;
	const costs = weekCosts(world, state, activity, week);
	if (activity.kind === 'dealerConference' && week === activity.from) meetDealers(world, state, activity);
	for (const place of targets.keys()) {
		const cost = at(costs, place);
		const cents = cost + runningCents(world, state, activity, place);
		const cell = firm * MAX_ACTIVITIES + slot;
		state.activitySpent[cell] = state.activitySpent[cell]! + cost;
		spend(world, state, activity, place, cents);
		const wasted = Math.floor(cents * track.bare[place]!);
		track.wastedCents[place] = track.wastedCents[place]! + wasted;
	}
}

/** A3, Q4 What it costs in a week to run at one of its targets. */
function runningCents(world: World, state: State, activity: Activity, place: number): number {
	return Math.floor(world.spec.money.activityFixedCents * termsAt(world, state, activity, place));
}

/** Q4 Outlets ask less of who holds the area. */
function termsAt(world: World, state: State, { firm, kind, targets }: Activity, place: number): number {
	const held = KIND_RULES[kind].place === 'area' && holds(world, state, at(targets, place), firm);
	return held ? world.spec.response.no1Terms : 1;
}

/** D27 As far as its budget reaches, and the better if it was prepared. */
function meetDealers(world: World, state: State, { firm, targets, budgetCents, readiness }: Activity): void {
	const whole = Math.min(1, budgetCents / targets.length / world.spec.activities.conferenceCents);
	for (const r of targets) {
		const d = state.dealerOf[firm * world.regions + r]!;
		if (d >= 0) confer(world, state, d, whole * readiness);
	}
}

/** What the kind costs in this week beside the running cost, by target; deals and gifts are paid as they sell. */
function weekCosts(world: World, state: State, activity: Activity, week: number): number[] {
	const { kind, targets, eachCents, accounts, budgetCents, from, to } = activity;
	if (isPaidByOutlet(kind))
		return Array.from(accounts, (count, place) =>
			Math.floor(count * eachCents * termsAt(world, state, activity, place))
		);
	const costs = targets.map(() => 0);
	if (kind === 'dealerConference' && week === from)
		shareOut(
			budgetCents,
			targets.map(() => 1),
			costs
		);
	if (kind === 'advertising') {
		const until = (weeks: number): number => portion(weeks, to - from, budgetCents);
		shareOut(
			until(week + 1 - from) - until(week - from),
			targets.map((r) => Math.floor(world.regionSize[r]!) + 1),
			costs
		);
	}
	return costs;
}

/**
 * A13 Sales of the week at its outlets, and what was to be expected: what they reckoned to sell as the turn began, by the
 * calendar's season. Of a trade deal, shipments: see `ship`.
 */
function countSales(world: World, state: State, turn: Turn, activity: Activity, week: number): void {
	const { track, products, placeOf, ordinary, kind } = activity;
	for (const [i, k] of products.entries()) {
		const sold = new Float64Array(activity.targets.length);
		if (kind !== 'tradeDeal')
			for (const row of activity.rows) {
				const place = placeOf[turn.rows.area[row]!]!;
				sold[place] = sold[place]! + turn.till[row * world.products + k]!;
			}
		for (const place of activity.targets.keys()) {
			const expected = ordinary[place * products.length + i]! * seasonOf(world, activity, place, turn, week);
			track.expected[place] = track.expected[place]! + expected;
			track.units[place] = track.units[place]! + sold[place]!;
			earn(world, state, activity, place, k, sold[place]! - expected);
		}
	}
}

/** Season of the week over that of the last week before the turn. */
function seasonOf(
	world: World,
	{ kind, targets }: Activity,
	place: number,
	turn: Turn,
	week: number
): number {
	const target = at(targets, place);
	const r = KIND_RULES[kind].place === 'region' ? target : world.areaRegion[target]!;
	const before = seasonFactor(world, r, Math.max(0, turn.firstWeek - 1));
	return before > 0 ? seasonFactor(world, r, week) / before : 1;
}

/** A15 What units more or less earn the firm, at list, before what the activity costs. */
export function earn(
	world: World,
	state: State,
	{ track, kind, targets }: Activity,
	place: number,
	k: number,
	units: number
): void {
	const product = at(world.productSpecs, k);
	const target = at(targets, place);
	const r = KIND_RULES[kind].place === 'region' ? target : world.areaRegion[target]!;
	const each =
		state.price[r * world.products + k]! -
		product.unitCostCents -
		at(world.spec.regions, r).freightCentsPerUnit;
	track.gainCents[place] = track.gainCents[place]! + units * each;
}

/** A16 Shoppers met in the week, and of them those where there was something to buy. */
function countContacts(world: World, state: State, turn: Turn, activity: Activity): void {
	const { kind, outlets, products, track, firm } = activity;
	const rules = world.spec.activities;
	const index = kind === 'advertising' ? campaignIndex(world, activity) : 0;
	// Breadth of a campaign has falling returns: the reference spend meets every second shopper (A).
	const met = kind === 'advertising' ? index / (1 + index) : 1;
	for (let r = 0; r < world.regions; r++) {
		const a = activity.placeOf.findIndex((place, at) => place >= 0 && world.areaRegion[at] === r);
		if (a >= 0) track.shoppers += (world.regionSize[r]! * turn.level[a]!) / world.potential;
	}
	const tasting = kind === 'sampling' ? new Float64Array(world.regions) : null;
	const { outletArea, outletSize, outletRepresents, potential } = world;
	for (let i = 0; i < outlets.length; i++) {
		const o = outlets[i]!;
		const a = outletArea[o]!;
		const shoppers = (outletSize[o]! * turn.level[a]!) / potential;
		const contacts =
			tasting === null ? shoppers * met : Math.min(shoppers, rules.samplingContacts * outletRepresents[o]!);
		track.contacts += contacts;
		// What was sold out in the week was there.
		if (!hasGoods(world, state, o, products)) continue;
		track.effective += contacts;
		if (tasting !== null) {
			const r = world.areaRegion[a]!;
			tasting[r] = tasting[r]! + contacts;
		}
	}
	if (tasting === null) return;
	// A8 who tasted it remembers.
	for (const [r, contacts] of tasting.entries()) {
		const cell = r * world.firms + firm;
		// Where nobody buys anything nobody tastes it either.
		const part = contacts > 0 ? Math.min(1, contacts / world.regionSize[r]!) : 0;
		state.goodwill[cell] = state.goodwill[cell]! + rules.samplingTrial * activity.readiness * part;
	}
}

/** A17 What is to run in the coming turn is made ready now. */
function prepare(world: World, state: State, turn: Turn): void {
	for (const [firm, plan] of turn.plans.entries())
		for (const activity of plan.activities) {
			if (activity.ahead !== true) continue;
			const cents = preparationCents(world, activity);
			pay(state.balances, firm, ACCOUNT.PROMOTION, worldEntity(world), ACCOUNT.REVENUE, cents);
		}
}

/** A18 Its outlets are seen again as it ends: a part of those it won stays. */
function followUp(world: World, state: State, activity: Activity): void {
	const { plan, targets, track, firm, kind } = activity;
	if (plan.followUp !== true) return;
	for (const [place, target] of targets.entries()) {
		spend(world, state, activity, place, followUpCents(world, plan, track.spentCents[place]!));
		if (kind === 'tradeDeal') continue;
		const r = KIND_RULES[kind].place === 'region' ? target : world.areaRegion[target]!;
		const more = Math.max(0, track.units[place]! - track.expected[place]!) / track.weeks;
		const cell = r * world.firms + firm;
		const part = more > 0 ? Math.min(1, more / world.regionSize[r]!) : 0;
		const kept = world.spec.activities.followUpGoodwill * part;
		state.goodwill[cell] = state.goodwill[cell]! + kept;
	}
}
