/** What an outlet does with its shelves once in a while (rules O4, O7): facings by what is expected, two age buckets. */
import type { OutletWeek } from './outlet-week.ts';
import * as traits from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { productOf } = traits;

/** O7 Weeks between two looks at the shelf plan. */
const SHELF_WEEKS = 4;

const wholeFacings = (share: number): number => {
	const whole = (share + 0.5) | 0;
	return whole < 1 ? 1 : whole > 255 ? 255 : whole;
};

/** Whole facings of a share of the shelf: 1–255. */
export const facingsOf = wholeFacings;

/** One block of outlets: [from, to), after the week's trade. */
export function tend(w: OutletWeek, from: number, to: number): void {
	shareShelves(w, from, to);
	for (let s = 0; s < w.ageSteps.length; s++) age(w, w.ageSteps[s]!, from, to);
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
			facings[cell] = wholeFacings(forecast[cell]! * each);
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
