/**
 * Outlets (rules O2–O7): a forecast from own sales, facings by it, two age buckets, and an order-up-to order on the
 * outlet's own day or whenever a merchandiser calls.
 */
import { CLASSES } from '../vocab.ts';
import * as branchFree from './branch-free.ts';
import * as tables from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import * as traits from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { any, greater } = branchFree;
const { DAYS } = tables;
const { firmOf, productOf } = traits;

/** O7 Weeks between two looks at the shelf plan. */
const SHELF_WEEKS = 4;

/** Whole facings of a share of the shelf: 1–255. */
export const facingsOf = (share: number): number => {
	const whole = (share + 0.5) | 0;
	return whole < 1 ? 1 : whole > 255 ? 255 : whole;
};

/**
 * One block of outlets of area `a`: [from, to), whose sales stand in `sold`: of what is listed or stands there, as `live`
 * has it.
 */
export function reorder(w: OutletWeek, a: number, from: number, to: number): void {
	order(w, a, from, to);
	for (let o = from; o < to; o++) if (w.outletPanel[o]! === 1) countShelves(w, a, o, o - from);
	shareShelves(w, from, to);
	for (let s = 0; s < w.ageSteps.length; s++) age(w, w.ageSteps[s]!, from, to);
}

/** O2, O3, O5 Forecasts learn, and who asks orders. The loops are as those of `households.ts`. */
function order(w: OutletWeek, a: number, from: number, to: number): void {
	const { outlets, products, firms, callRows, outletClass, outletCycle, outletOffset, orderDay, calls } = w;
	const { inbound, forecast, listed, served, dealer, via, demand, smoothing } = w;
	const { sold, had, live, ends, firmOrders, firmShelves, firmBare, pack, perPack, cover } = w;
	const forget = 1 - smoothing;
	const tiered = via.length > 0;
	const counts = a * firms;
	const region = w.areaRegion[a]! * CLASSES.length;
	firmShelves.fill(0);
	firmBare.fill(0);
	void (inbound[0]! + forecast[0]! + listed[0]! + served[0]! + dealer[0]!);
	void (
		sold[0]! +
		had[0]! +
		live[0]! +
		ends[0]! +
		firmOrders[0]! +
		firmShelves[0]! +
		firmBare[0]! +
		demand[0]!
	);
	void (pack[0]! + perPack[0]! + cover[0]! + calls[0]! + callRows[0]! + orderDay[0]!);
	void (outletClass[0]! + outletCycle[0]! + outletOffset[0]!);
	for (let o = from; o < to; o++) {
		const at = (o - from) | 0;
		const c = outletClass[o]!;
		const cycle = outletCycle[o]!;
		const offset = outletOffset[o]!;
		// O3 on its own day, or because somebody with an order pad stands in the shop.
		const ownDay = orderDay[(c * DAYS + offset) | 0]!;
		for (let f = 0; f < firms; f++) {
			const d = dealer[(counts + f) | 0]!;
			const asks = ownDay | calls[(callRows[(o * firms + f) | 0]! * DAYS + offset) | 0]!;
			const none = d >> 31;
			const place = ((d & ~none) * outlets + o) | 0;
			const go = any(asks) & served[place]! & ~none;
			firmOrders[f] = (Math.imul(tiered ? via[place]! : d, products) & -go) | (go - 1);
		}
		const cells = (o * products) | 0;
		const coverRow = ((region + c) * products) | 0;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const trait = live[i]!;
			const k = productOf(trait);
			const f = firmOf(trait);
			const cell = (cells + k) | 0;
			const left = had[i]!;
			const out = sold[i]!;
			const before = forecast[cell]!;
			const on = listed[cell]!;
			firmShelves[f] = firmShelves[f]! + on;
			if (left === 0) firmBare[f] = firmBare[f]! + on;
			// O2 a shelf that ran empty tells a floor of demand, not its size: it may raise a forecast, never lower it.
			const learns = left > 0 || out > before;
			const expected = learns ? smoothing * out + forget * before : before;
			forecast[cell] = expected;
			const slip = firmOrders[f]!;
			if (slip < 0) continue;
			// O5 whole packs nearest to the level, but never fewer than last until the next order.
			const upTo = expected * (cycle + cover[(coverRow + k) | 0]!);
			const nearest = ((upTo - left) * perPack[k]! + 0.5) | 0;
			const least = Math.ceil((expected * cycle - left) * perPack[k]!) | 0;
			const packs = greater(greater(nearest, least), 1 - any(left));
			const units = Math.imul(on * packs, pack[k]!);
			inbound[cell] = units;
			demand[(slip + k) | 0] = demand[(slip + k) | 0]! + units;
		}
	}
	for (let f = 0; f < firms; f++) {
		w.turnListed[counts + f] = w.turnListed[counts + f]! + firmShelves[f]!;
		w.turnEmpty[counts + f] = w.turnEmpty[counts + f]! + firmBare[f]!;
	}
}

/** V3 Of a sample point what stands on the list, and what of it is empty. */
function countShelves(w: OutletWeek, a: number, o: number, at: number): void {
	const { products, firms, live, ends, listed, had, turnPanelListed, turnPanelEmpty } = w;
	const end = ends[at]!;
	for (let i = at * products; i < end; i++) {
		const trait = live[i]!;
		const cell = o * products + productOf(trait);
		const account = a * firms + firmOf(trait);
		const on = listed[cell]!;
		turnPanelListed[account] = turnPanelListed[account]! + on;
		if (had[i]! === 0) turnPanelEmpty[account] = turnPanelEmpty[account]! + on;
	}
}

/** The first from `from` on whose turn it is in a week, of outlets that take turns of so many weeks. */
const firstOf = (from: number, week: number, weeks: number): number =>
	from + ((weeks - ((week + from) % weeks)) % weeks);

/** O7 Facings go by what is expected to sell, one at least to each that is listed or there. */
function shareShelves(w: OutletWeek, from: number, to: number): void {
	const { products, live, ends, forecast, listed, facings, width, outletClass } = w;
	void (live[0]! + ends[0]! + forecast[0]! + listed[0]! + facings[0]! + width[0]! + outletClass[0]!);
	for (let o = firstOf(from, w.week, SHELF_WEEKS); o < to; o += SHELF_WEEKS) {
		const at = (o - from) | 0;
		const cells = (o * products) | 0;
		const end = ends[at]!;
		let all = 0;
		for (let i = (at * products) | 0; i < end; i++) {
			const cell = (cells + productOf(live[i]!)) | 0;
			all += forecast[cell]! * listed[cell]!;
		}
		const each = all > 0 ? width[outletClass[o]!]! / all : 0;
		for (let i = (at * products) | 0; i < end; i++) {
			const cell = (cells + productOf(live[i]!)) | 0;
			facings[cell] = facingsOf(forecast[cell]! * each);
		}
	}
}

/**
 * O4 Every so many weeks, in a week of its own, a shop throws away what is still old, and the newer becomes the old.
 *
 * @param step of the products whose goods age in so many weeks
 */
function age(w: OutletWeek, step: number, from: number, to: number): void {
	const { products, live, ends, ageWeeks, stockNew, stockOld, writtenOff } = w;
	void (live[0]! + ends[0]! + ageWeeks[0]! + stockNew[0]! + stockOld[0]! + writtenOff[0]!);
	for (let o = firstOf(from, w.week + 1, step); o < to; o += step) {
		const at = (o - from) | 0;
		const cells = (o * products) | 0;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const k = productOf(live[i]!);
			if (ageWeeks[k] !== step) continue;
			const cell = (cells + k) | 0;
			writtenOff[k] = writtenOff[k]! + stockOld[cell]!;
			stockOld[cell] = stockNew[cell]!;
			stockNew[cell] = 0;
		}
	}
}
