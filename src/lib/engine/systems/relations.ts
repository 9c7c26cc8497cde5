/**
 * Relations and listings (rules R1–R5): closeness grows with minutes, dependence with visits, both fade without;
 * an account that is called on may list us, one that nobody looks after may drop us.
 */
import { callsDue } from '../coverage.ts';
import { partOfCall, response } from '../response.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import type { State } from '../state.ts';
import { isCalledOn, type Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import { at, type World } from '../world.ts';

export function runRelations(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	for (let f = 0; f < world.firms; f++) {
		const settled = settledRelation(world, turn, f);
		for (let o = 0; o < world.outlets; o++) {
			const called = isCalledOn(world, turn, f, o);
			const c = world.outletClass[o]!;
			approach(world, state, f, o, called ? at(settled, c) : NONE);
			const calls = called ? callsDue(turn.visits[f * CLASSES.length + c]!, week, world.outletOffset[o]!) : 0;
			if (calls > 0) state.called[o * world.firms + f] = 1;
			for (const k of at(world.firmProducts, f)) openOrDrop(world, state, turn, key, f, o, k, calls);
		}
	}
}

interface Relation {
	readonly closeness: number;
	readonly dependence: number;
}
const NONE: Relation = { closeness: 0, dependence: 0 };

/** R1, R2 Where both settle under the call plan, by class: minutes make closeness, the number of visits dependence. */
function settledRelation(world: World, turn: Turn, f: number): Relation[] {
	const rules = world.spec.response;
	return CLASSES.map((_, c) => {
		const visits = turn.visits[f * CLASSES.length + c]!;
		const minutes = visits * turn.minutes[f * CLASSES.length + c]!;
		return {
			closeness: response(minutes, rules.closenessHalfMinutes, rules.relationShape),
			dependence: response(
				visits * partOfCall(turn.minutes[f * CLASSES.length + c]!, rules.wholeCallMinutes),
				rules.dependenceHalfVisits,
				rules.relationShape
			)
		};
	});
}

/** R3 A share of the gap each week, up or down. */
function approach(world: World, state: State, f: number, o: number, goal: Relation): void {
	const speed = world.spec.response.relationSpeed;
	const cell = o * world.firms + f;
	state.closeness[cell] = state.closeness[cell]! + speed * (goal.closeness - state.closeness[cell]!);
	state.dependence[cell] = state.dependence[cell]! + speed * (goal.dependence - state.dependence[cell]!);
}

function openOrDrop(
	world: World,
	state: State,
	turn: Turn,
	key: WeekKey,
	f: number,
	o: number,
	k: number,
	calls: number
): void {
	const [k0, k1, k2, k3] = key;
	const cell = o * world.products + k;
	const r = world.areaRegion[world.outletArea[o]!]!;
	const dealer = state.dealerOf[f * world.regions + r]!;
	const served = dealer >= 0 && state.served[dealer * world.outlets + o] === 1;
	if (state.listed[cell] === 1) {
		const u = uniform(k0, k1, k2, k3, o, PURPOSE.delist + (k << 8));
		if (u < dropChance(world, state, f, o, cell, served)) state.listed[cell] = 0;
	} else if (calls > 0 && dealer >= 0) {
		const u = uniform(k0, k1, k2, k3, o, PURPOSE.list + (k << 8));
		if (u < listChance(world, state, turn, f, o, k, dealer, calls)) {
			state.served[dealer * world.outlets + o] = 1;
			state.listed[cell] = 1;
			state.outletForecast[cell] = world.spec.response.trialOptimism * hopedSales(world, state, turn, o, k);
		}
	}
}

/**
 * R4 Chance that this week's calls win the shelf: a well-known dealer and a warmer owner help, and a deal. Where the
 * dealer does not deliver yet our people open the door and its vans follow, the more willingly the better it delivers.
 */
function listChance(
	world: World,
	state: State,
	turn: Turn,
	f: number,
	o: number,
	k: number,
	dealer: number,
	calls: number
): number {
	const { response: rules } = world.spec;
	const r = world.areaRegion[world.outletArea[o]!]!;
	const deal = (turn.dealBp[r * world.products + k]! / 10_000) * rules.passThroughDealer;
	const reputation = 0.5 + at(world.spec.dealers, dealer).actual.reputation / 100;
	const warmth = 0.6 + 0.8 * state.dependence[o * world.firms + f]!;
	const isServed = state.served[dealer * world.outlets + o] === 1;
	const vans = isServed ? 1 : (rules.ownOpening * at(world.spec.dealers, dealer).actual.delivery) / 100;
	const perCall = Math.min(
		0.9,
		partOfCall(turn.minutes[f * CLASSES.length + world.outletClass[o]!]!, rules.wholeCallMinutes) *
			vans *
			(rules.listPerVisit * reputation * warmth + rules.listPerTradeDeal * deal)
	);
	let refused = 1;
	for (let i = 0; i < calls; i++) refused *= 1 - perCall;
	return 1 - refused;
}

/** R5 Chance in a week that the outlet stops ordering. */
function dropChance(world: World, state: State, f: number, o: number, cell: number, served: boolean): number {
	const empty = state.stockNew[cell]! + state.stockOld[cell]! + state.inbound[cell]! === 0;
	if (!served && empty) return world.spec.response.unservedDelist;
	const relation = o * world.firms + f;
	const loose = (1 - state.closeness[relation]!) * (1 - state.dependence[relation]!);
	return world.spec.response.delistPerWeek * loose * (empty ? 2 : 1);
}

/** What the owner thinks it would sell in a week: its demand by the attraction of what it lists and this. */
function hopedSales(world: World, state: State, turn: Turn, o: number, k: number): number {
	const a = world.outletArea[o]!;
	let sum = 1;
	for (let j = 0; j < world.products; j++)
		if (j === k || state.listed[o * world.products + j] === 1)
			sum += turn.attraction[a * world.products + j]!;
	return (world.outletSize[o]! * turn.attraction[a * world.products + k]!) / sum;
}
