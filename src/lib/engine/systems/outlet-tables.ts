/** The tables of a week of the outlets that are set anew for it: calls, orders, who delivers, what listings are worth. */
import { callsDue } from '../coverage.ts';
import type { State } from '../state.ts';
import { assignedCell } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { zeal } from './dealer-relation.ts';
import { CALL_ROWS, DAYS } from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';

/** Weeks after which calls come round again: a plan says how many there are in so many. */
const CALL_WEEKS = 4;

/** O3 Whether the outlets of a class and day order by themselves [class × day]. */
export function setOrderDays(days: Uint8Array, { spec }: World, week: number): void {
	days.fill(0);
	for (let c = 0; c < CLASSES.length; c++) {
		const cycle = spec.channelRules.outletCycleWeeks[at(CLASSES, c)];
		const first = (cycle - (week % cycle)) % cycle;
		for (let day = first; day < DAYS; day += cycle) days[c * DAYS + day] = 1;
	}
}

/** Calls due in the week at an account of the group, by order day [firm × call row × day], as far as outlets have them. */
export function setCalls(calls: Int32Array, { spec }: World, { field, tables }: Turn, week: number): void {
	let days = CALL_WEEKS;
	for (const c of CLASSES) days = Math.max(days, spec.channelRules.outletCycleWeeks[c]);
	for (let f = 0; f < field.length; f++) {
		const { visits } = at(field, f).calls;
		for (const { g } of at(tables.calledOn, f)) {
			const row = (f * CALL_ROWS + g) * DAYS;
			for (let day = 0; day < CALL_WEEKS; day++) calls[row + day] = callsDue(at(visits, g), week, day);
			for (let day = CALL_WEEKS; day < days; day++) calls[row + day] = calls[row + day - CALL_WEEKS]!;
		}
	}
}

/** Dealer or −1 [area × firm]. @param only 1 for the regions whose dealers are meant [firm × region] */
export function setDealers(
	dealers: Int32Array,
	{ areas, firms, regions, areaRegion }: World,
	{ dealerOf }: State,
	only?: Uint8Array
): void {
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++) {
			const cell = f * regions + areaRegion[a]!;
			dealers[a * firms + f] = only === undefined || only[cell] === 1 ? dealerOf[cell]! : -1;
		}
}

/** Dealers of no firm: the deliverers are not known yet. */
export const UNKNOWN = -2;

type Delivery = Pick<OutletWeek, 'deliverer' | 'delivering' | 'dealer' | 'served' | 'via'>;

/**
 * D8 Who brings the goods of each firm to an outlet, gathered when a turn begins and whenever a dealer has changed since:
 * in between only a listing changes it (`listing.ts`).
 */
export function setDeliverers(week: Delivery, world: World): void {
	const { delivering, dealer } = week;
	let same = true;
	for (let i = 0; i < dealer.length; i++) same &&= delivering[i] === dealer[i];
	if (same) return;
	delivering.set(dealer);
	for (let a = 0; a < world.areas; a++)
		for (let f = 0; f < world.firms; f++) setDeliverersIn(week, world, a, f);
}

function setDeliverersIn(
	{ deliverer, dealer, served, via }: Delivery,
	{ firms, outlets, products, areaStart, secondsOf }: World,
	a: number,
	f: number
): void {
	const d = dealer[a * firms + f]!;
	const some = d >= 0 ? 1 : 0;
	const own = d * products;
	const tiered = d >= 0 && at(secondsOf, d).length > 0;
	const end = (areaStart[a + 1]! * firms) | 0;
	let place = (some * d * outlets + areaStart[a]!) | 0;
	void (deliverer[0]! + served[0]!);
	for (let cell = (areaStart[a]! * firms + f) | 0; cell < end; cell = (cell + firms) | 0) {
		const row = tiered ? Math.imul(via[place]!, products) : own;
		// No branch can be foretold here.
		const goes = served[place]! & some;
		deliverer[cell] = (row & -goes) | (goes - 1);
		place = (place + 1) | 0;
	}
}

/** R4 What a call is worth where the dealer delivers already [… × 1], and where its vans must follow [… × 0]; 0 where nobody works. */
export function setCallWorth(worth: Float64Array, world: World, state: State, turn: Turn): void {
	const { response: rules, dealers } = world.spec;
	const { areas, firms, regions, areaRegion } = world;
	const { assigned } = state;
	worth.fill(0);
	for (let f = 0; f < firms; f++) {
		const groups = at(turn.tables.calledOn, f);
		const { quality, edge: edges } = at(turn.field, f);
		let known = -1;
		let vans = 0;
		let spoken = 0;
		for (let a = 0; a < areas; a++) {
			const d = state.dealerOf[f * regions + areaRegion[a]!]!;
			if (d < 0 || turn.worked[f * areas + a] !== 1) continue;
			if (d !== known) {
				known = d;
				vans = (rules.ownOpening * at(dealers, d).actual.delivery) / 100;
				spoken = zeal(world, state, d);
			}
			const good = at(quality, a);
			// F8 who is outworked on the spot opens fewer accounts; what is begun already is not at stake.
			const opening = spoken * at(edges, a);
			const row = (a * firms + f) * CALL_ROWS;
			// D14 Nobody opens for a dealer that may not deliver there.
			const may = assignedCell(world, f, a, 0);
			for (let i = 0; i < groups.length; i++) {
				const { g, c, part, opens } = groups[i]!;
				const call = part * good;
				const edge = opens ? opening : spoken;
				const cell = (row + g) * 2;
				worth[cell] = assigned[may + c]! * call * edge * vans;
				worth[cell + 1] = call * edge;
			}
		}
	}
}

/** R4 What a deal adds to the chance of a listing, by what of it reaches the outlet [row × product]. */
export function setListDeal(
	adds: Float64Array,
	{ products, areaRegion, spec }: World,
	{ rows, dealBp }: Turn
): void {
	const { passThroughDealer, listPerTradeDeal } = spec.response;
	adds.fill(0);
	let deepest = 0;
	for (let cell = 0; cell < dealBp.length; cell++) deepest |= dealBp[cell]!;
	if (deepest === 0) return;
	for (let row = 0; row < rows.count; row++) {
		const region = areaRegion[rows.area[row]!]! * products;
		for (let k = 0; k < products; k++)
			adds[row * products + k] = (dealBp[region + k]! / 10_000) * passThroughDealer * listPerTradeDeal;
	}
}

/**
 * O5, O6 Weeks an outlet orders up to beyond its cycle: safety, and in a deal what it buys ahead: discount over weekly
 * carrying cost, at most what its cash and its space allow and half the life of the goods [region × class × product].
 */
export function setCover(cover: Float64Array, world: World, turn: Turn): void {
	const { regions, products } = world;
	const { channelRules, response: rules } = world.spec;
	const { dealBp, preparedCover } = turn;
	const { room, halfLife } = turn.rules;
	const { outletSafetyWeeks } = channelRules;
	const { passThroughDealer, carryingPerWeek } = rules;
	const classes = room.length;
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
}
