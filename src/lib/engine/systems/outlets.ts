/**
 * Outlets (rules O2–O7): a forecast from own sales, facings by it, two age buckets, and an order-up-to order on the
 * outlet's own day or whenever a merchandiser calls.
 */
import { DAYS } from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import { CLASSES } from '../vocab.ts';

/** O7 Weeks between two looks at the shelf plan. */
const SHELF_WEEKS = 4;

/** The larger of two counts within ± 2^30, without a branch. */
const greater = (a: number, b: number): number => a - ((a - b) & ((a - b) >> 31));

/** One block of outlets of area `a`: [from, to), whose sales stand in `sold`: of what is listed or stands there, as `live` has it. */
export function reorder(w: OutletWeek, a: number, from: number, to: number): void {
	const { outlets, products, firms, callRows, outletClass, outletCycle, outletOffset, orderDay } = w;
	const { stockNew, stockOld, inbound, forecast, listed, served, sold, pack, cover, calls } = w;
	const { live, liveEnd } = w;
	const { smoothing, demand, via, perPack, dealer } = w;
	const { turnListed, turnEmpty, turnPanelListed, turnPanelEmpty } = w;
	const forget = 1 - smoothing;
	const classes = CLASSES.length;
	const tiered = via.length > 0;
	const coverRow = w.areaRegion[a]! * products;
	const counts = a * firms;
	for (let o = from; o < to; o++) {
		const c = outletClass[o]!;
		const cycle = outletCycle[o]!;
		const offset = outletOffset[o]!;
		const panel = w.outletPanel[o]! === 1;
		const first = (o - from) * products;
		const ownDay = orderDay[c * DAYS + offset]! === 1;
		const cells = o * products;
		let i = first;
		for (let f = 0; f < firms; f++) {
			const d = dealer[counts + f]!;
			// O3 on its own day, or because somebody with an order pad stands in the shop.
			const asks = ownDay || calls[callRows[o * firms + f]! * DAYS + offset]! > 0;
			const orders = asks && d >= 0 && served[d * outlets + o]! === 1;
			const dealerRow = (tiered && orders ? via[d * outlets + o]! : d) * products;
			const end = liveEnd[(o - from) * firms + f]!;
			let shelves = 0;
			let empty = 0;
			for (; i < end; i++) {
				const k = live[i]!;
				const cell = cells + k;
				const left = stockNew[cell]! + stockOld[cell]!;
				const out = sold[first + k]!;
				const before = forecast[cell]!;
				const on = listed[cell]!;
				shelves += on;
				empty += on & ((left - 1) >>> 31);
				// O2 a shelf that ran empty tells a floor of demand, not its size: it may raise a forecast, never lower it.
				const learns = left > 0 || out > before;
				const expected = learns ? smoothing * out + forget * before : before;
				forecast[cell] = expected;
				if (!orders) continue;
				// O5 whole packs nearest to the level, but never fewer than last until the next order.
				const upTo = expected * (cycle + cover[(coverRow + k) * classes + c]!);
				const nearest = ((upTo - left) * perPack[k]! + 0.5) | 0;
				const least = Math.ceil((expected * cycle - left) * perPack[k]!) | 0;
				const packs = greater(greater(nearest, least), (left - 1) >>> 31);
				const units = Math.imul(on * packs, pack[k]!);
				inbound[cell] = units;
				demand[dealerRow + k] = demand[dealerRow + k]! + units;
			}
			turnListed[counts + f] = turnListed[counts + f]! + shelves;
			turnEmpty[counts + f] = turnEmpty[counts + f]! + empty;
			if (!panel) continue;
			// V3 the same of a sample point.
			turnPanelListed[counts + f] = turnPanelListed[counts + f]! + shelves;
			turnPanelEmpty[counts + f] = turnPanelEmpty[counts + f]! + empty;
		}
	}
	shareShelves(w, from, to);
	for (let s = 0; s < w.ageSteps.length; s++) age(w, w.ageSteps[s]!, from, to);
}

/** The first from `from` on whose turn it is in a week, of outlets that take turns of so many weeks. */
const firstOf = (from: number, week: number, weeks: number): number =>
	from + ((weeks - ((week + from) % weeks)) % weeks);

/** O7 Facings go by what is expected to sell, one to each at least. */
function shareShelves(w: OutletWeek, from: number, to: number): void {
	const { products, forecast, listed, facings, width, outletClass } = w;
	for (let o = firstOf(from, w.week, SHELF_WEEKS); o < to; o += SHELF_WEEKS) {
		const first = o * products;
		const end = first + products;
		let all = 0;
		for (let cell = first; cell < end; cell++) all += forecast[cell]! * listed[cell]!;
		const each = all > 0 ? width[outletClass[o]!]! / all : 0;
		for (let cell = first; cell < end; cell++) facings[cell] = facingsOf(forecast[cell]! * each);
	}
}

/** Whole facings of a share of the shelf: 1–255. */
export function facingsOf(share: number): number {
	const whole = (share + 0.5) | 0;
	return whole < 1 ? 1 : whole > 255 ? 255 : whole;
}

/**
 * O4 Every so many weeks, in a week of its own, a shop throws away what is still old, and the newer becomes the old.
 *
 * @param step of the products whose goods age in so many weeks
 */
function age(w: OutletWeek, step: number, from: number, to: number): void {
	const { products, ageWeeks, stockNew, stockOld, writtenOff } = w;
	for (let o = firstOf(from, w.week + 1, step); o < to; o += step)
		for (let k = 0; k < products; k++) {
			if (ageWeeks[k] !== step) continue;
			const cell = o * products + k;
			writtenOff[k] = writtenOff[k]! + stockOld[cell]!;
			stockOld[cell] = stockNew[cell]!;
			stockNew[cell] = 0;
		}
}
