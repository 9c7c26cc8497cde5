/** What is counted of a week's sales besides the tills: at sample points, at core outlets, by dealer. */
import type { OutletWeek } from './outlet-week.ts';
import { firmOf, productOf } from './traits.ts';

/** One block of outlets of area `a`: [from, to), whose sales stand in `sold`. */
export function tally(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, outletPanel, outletCore, soldOutside, panelOutside, coreOutside } = w;
	const r = w.areaRegion[a]!;
	for (let o = from; o < to; o++) {
		const others = soldOutside[o - from]!;
		if (outletPanel[o]! === 1) {
			addUp(w, w.panelSold, a * products, o - from);
			panelOutside[a] = panelOutside[a]! + others;
		}
		if (outletCore[o]! === 1) {
			addUp(w, w.coreSold, r * products, o - from);
			coreOutside[r] = coreOutside[r]! + others;
		}
	}
	if (w.countsThroughput) countThroughput(w, a, from, to);
}

/** Adds an outlet's sales to a row of products. */
function addUp({ products, sold, live, ends }: OutletWeek, into: Int32Array, row: number, at: number): void {
	const end = ends[at]!;
	for (let i = at * products; i < end; i++) {
		const cell = row + productOf(live[i]!);
		into[cell] = into[cell]! + sold[i]!;
	}
}

/** D5 What went over the tills of the outlets of dealers that are replenished by it. */
function countThroughput(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, firms, outlets, live, ends, throughput, sold, replenished, served } = w;
	const counts = a * firms;
	void (live[0]! + ends[0]! + throughput[0]! + sold[0]! + replenished[0]! + served[0]!);
	for (let o = from; o < to; o++) {
		const at = (o - from) | 0;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const trait = live[i]!;
			const d = replenished[(counts + firmOf(trait)) | 0]!;
			if (d < 0 || served[(d * outlets + o) | 0]! !== 1) continue;
			const cell = (d * products + productOf(trait)) | 0;
			throughput[cell] = throughput[cell]! + sold[i]!;
		}
	}
}
