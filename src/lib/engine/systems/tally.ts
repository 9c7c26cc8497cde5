/** What is counted of a week's sales besides the tills: at sample points, at core outlets, by dealer. */
import type { OutletWeek } from './outlet-week.ts';
import * as traits from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { firmOf, productOf } = traits;

/**
 * One block of outlets of area `a`: [from, to), whose sales are what is gone of `had`. V3 Of sample points also what
 * stands on the list, and what of it is empty.
 *
 * @param next place in `counted` of the first from `from` on
 * @returns that of the first from `to` on
 */
export function tally(w: OutletWeek, a: number, from: number, to: number, next: number): number {
	const { counted, products, firms, outletPanel, outletCore, soldOutside, panelOutside, coreOutside } = w;
	const {
		had,
		live,
		ends,
		listed,
		stockNew,
		stockOld,
		panelSold,
		coreSold,
		turnPanelListed,
		turnPanelEmpty
	} = w;
	const r = w.areaRegion[a]!;
	const area = (a * products) | 0;
	const region = (r * products) | 0;
	const counts = (a * firms) | 0;
	void (
		had[0]! +
		live[0]! +
		ends[0]! +
		listed[0]! +
		stockNew[0]! +
		stockOld[0]! +
		panelSold[0]! +
		coreSold[0]!
	);
	void (turnPanelListed[0]! + turnPanelEmpty[0]! + outletPanel[0]! + outletCore[0]! + soldOutside[0]!);
	let place = next;
	for (; place < counted.length && counted[place]! < to; place++) {
		const o = counted[place]!;
		const at = (o - from) | 0;
		const panel = outletPanel[o]!;
		const core = outletCore[o]!;
		const others = soldOutside[at]!;
		panelOutside[a] = panelOutside[a]! + others * panel;
		coreOutside[r] = coreOutside[r]! + others * core;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const trait = live[i]!;
			const k = productOf(trait);
			const cell = (o * products + k) | 0;
			const left = (stockNew[cell]! + stockOld[cell]!) | 0;
			const sold = (had[i]! - left) | 0;
			panelSold[(area + k) | 0] = panelSold[(area + k) | 0]! + sold * panel;
			coreSold[(region + k) | 0] = coreSold[(region + k) | 0]! + sold * core;
			const account = (counts + firmOf(trait)) | 0;
			const on = listed[cell]! & panel;
			turnPanelListed[account] = turnPanelListed[account]! + on;
			if (left === 0) turnPanelEmpty[account] = turnPanelEmpty[account]! + on;
		}
	}
	if (w.countsThroughput) countThroughput(w, a, from, to);
	return place;
}

/** D5 What went over the tills of the outlets of dealers that are replenished by it. */
function countThroughput(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, firms, outlets, live, ends, throughput, had, stockNew, stockOld, replenished, served } =
		w;
	const counts = a * firms;
	void (
		live[0]! +
		ends[0]! +
		throughput[0]! +
		had[0]! +
		stockNew[0]! +
		stockOld[0]! +
		replenished[0]! +
		served[0]!
	);
	for (let o = from; o < to; o++) {
		const at = (o - from) | 0;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const trait = live[i]!;
			const d = replenished[(counts + firmOf(trait)) | 0]!;
			if (d < 0 || served[(d * outlets + o) | 0]! !== 1) continue;
			const k = productOf(trait);
			const own = (o * products + k) | 0;
			const cell = (d * products + k) | 0;
			throughput[cell] = throughput[cell]! + (had[i]! - stockNew[own]! - stockOld[own]!);
		}
	}
}
