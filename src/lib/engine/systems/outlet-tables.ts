/** The tables of a week of the outlets that are made anew for it: calls, orders, who delivers, what listings are worth. */
import { callsDue } from '../coverage.ts';
import type { State } from '../state.ts';
import { assignedCell } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { zeal } from './dealer-relation.ts';
import { CALL_ROWS, DAYS } from './outlet-turn.ts';

/** Weeks after which calls come round again: a plan says how many there are in so many. */
const CALL_WEEKS = 4;

/** O3 Whether the outlets of a class and day order by themselves [class × day]. */
export function orderDays({ spec }: World, week: number): Uint8Array {
	const days = new Uint8Array(CLASSES.length * DAYS);
	for (const [c, name] of CLASSES.entries()) {
		const cycle = spec.channelRules.outletCycleWeeks[name];
		for (let day = 0; day < DAYS; day++) days[c * DAYS + day] = (week + day) % cycle === 0 ? 1 : 0;
	}
	return days;
}

/** Calls due in the week at an account of the group, by order day [firm × call row × day], as far as outlets have them. */
export function callsOf({ spec }: World, { field }: Turn, week: number): Int32Array {
	const cycles = CLASSES.map((c) => spec.channelRules.outletCycleWeeks[c]);
	const days = Math.max(CALL_WEEKS, ...cycles);
	const calls = new Int32Array(field.length * CALL_ROWS * DAYS);
	for (const [f, { calls: table }] of field.entries())
		for (const [g, visits] of table.visits.entries()) {
			if (visits === 0) continue;
			const row = (f * CALL_ROWS + g) * DAYS;
			for (let day = 0; day < CALL_WEEKS; day++) calls[row + day] = callsDue(visits, week, day);
			for (let day = CALL_WEEKS; day < days; day++) calls[row + day] = calls[row + day - CALL_WEEKS]!;
		}
	return calls;
}

/** Dealer or −1 [area × firm]. @param only 1 for the regions whose dealers are meant [firm × region] */
export function dealersOf(
	{ areas, firms, regions, areaRegion }: World,
	state: State,
	only?: Uint8Array
): Int32Array {
	const { dealerOf } = state;
	const dealers = new Int32Array(areas * firms).fill(-1);
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++) {
			const cell = f * regions + areaRegion[a]!;
			if (only === undefined || only[cell] === 1) dealers[a * firms + f] = dealerOf[cell]!;
		}
	return dealers;
}

/** R4 What a call is worth where the dealer delivers already [… × 1], and where its vans must follow [… × 0]; 0 where nobody works. */
export function callWorth(world: World, state: State, turn: Turn): Float64Array {
	const { response: rules, dealers } = world.spec;
	const { areas, firms, regions, areaRegion } = world;
	const worth = new Float64Array(areas * firms * CALL_ROWS * 2);
	for (const [f, groups] of turn.tables.calledOn.entries()) {
		const { quality, edge: edges } = at(turn.field, f);
		for (let a = 0; a < areas; a++) {
			const d = state.dealerOf[f * regions + areaRegion[a]!]!;
			if (d < 0 || turn.worked[f * areas + a] !== 1) continue;
			const vans = (rules.ownOpening * at(dealers, d).actual.delivery) / 100;
			const spoken = zeal(world, state, d);
			const good = at(quality, a);
			// F8 who is outworked on the spot opens fewer accounts; what is begun already is not at stake.
			const opening = spoken * at(edges, a);
			const row = (a * firms + f) * CALL_ROWS;
			for (const { g, c, part, opens } of groups) {
				const call = part * good;
				const edge = opens ? opening : spoken;
				// D14 Nobody opens for a dealer that may not deliver there.
				const may = state.assigned[assignedCell(world, f, a, c)]!;
				worth[(row + g) * 2] = may * call * edge * vans;
				worth[(row + g) * 2 + 1] = call * edge;
			}
		}
	}
	return worth;
}

/** R4 What a deal adds to the chance of a listing, by what of it reaches the outlet [row × product]. */
export function listDeal({ products, areaRegion, spec }: World, { rows, dealBp }: Turn): Float64Array {
	const { passThroughDealer, listPerTradeDeal } = spec.response;
	const adds = new Float64Array(rows.count * products);
	if (dealBp.every((bp) => bp === 0)) return adds;
	for (let row = 0; row < rows.count; row++) {
		const region = areaRegion[rows.area[row]!]! * products;
		for (let k = 0; k < products; k++)
			adds[row * products + k] = (dealBp[region + k]! / 10_000) * passThroughDealer * listPerTradeDeal;
	}
	return adds;
}

/**
 * O5, O6 Weeks an outlet orders up to beyond its cycle: safety, and in a deal what it buys ahead: discount over weekly
 * carrying cost, at most what its cash and its space allow and half the life of the goods [region × class × product].
 */
export function coverWeeks(world: World, turn: Turn): Float64Array {
	const { regions, products } = world;
	const { channelRules, response: rules } = world.spec;
	const { dealBp, preparedCover, tables } = turn;
	const { room, halfLife } = tables;
	const { outletSafetyWeeks } = channelRules;
	const { passThroughDealer, carryingPerWeek } = rules;
	const classes = room.length;
	const cover = new Float64Array(regions * classes * products);
	for (let r = 0; r < regions; r++)
		for (let k = 0; k < products; k++) {
			const cell = r * products + k;
			const wanted = (dealBp[cell]! * passThroughDealer) / 10_000 / carryingPerWeek;
			const most = Math.min(wanted, halfLife[k]!);
			for (let c = 0; c < classes; c++) {
				const ahead = Math.min(most, room[c]!);
				cover[(r * classes + c) * products + k] = outletSafetyWeeks + ahead + preparedCover[cell]!;
			}
		}
	return cover;
}
