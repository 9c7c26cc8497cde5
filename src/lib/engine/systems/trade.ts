/**
 * An outlet's week at the shelf (rules H5, H6, O1–O3, O5): what is bought of each product, in whole units as far as
 * there is any, what the outlet expects of it from now on, and what it orders where it orders today. One loop, since each
 * step goes by the one before; it is as those of `households.ts`.
 */
import * as random from '../random.ts';
import { CLASSES } from '../vocab.ts';
import * as branchFree from './branch-free.ts';
import type { OutletWeek } from './outlet-week.ts';
import * as traitParts from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, uniformWith } = random;
const { any, greater, lesser } = branchFree;
const { ALL_TIERS, firmOf, productOf, slotOf, SLOTS } = traitParts;

/** One block of outlets of area `a`: [from, to), of what is listed or stands there, as `live` has it. */
export function trade(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, firms, outletRow, outletClass, outletCycle, saleWords, outsideWord } = w;
	const { live, ends, had, pull, tierWorth, firmWorth, gone, toOthers, soldOutside, slips } = w;
	const { stockNew, stockOld, inbound, forecast, listed, buy, till, ranOut, demand } = w;
	const { pack, perPack, cover, smoothing, firmShelves, firmBare, turnListed, turnEmpty, outside } = w;
	const forget = 1 - smoothing;
	// As whole numbers of 32 bits: as they come they are larger, and would be cut anew at each draw.
	const k0 = w.k0 | 0;
	const k1 = w.k1 | 0;
	const area = a * products;
	const counts = a * firms;
	const region = w.areaRegion[a]! * CLASSES.length;
	let outsideAll = 0;
	for (let f = 0; f < firms; f++) {
		firmShelves[f] = 0;
		firmBare[f] = 0;
	}
	void (outletRow[0]! + outletClass[0]! + outletCycle[0]! + saleWords[0]! + slips[0]!);
	void (live[0]! + ends[0]! + had[0]! + pull[0]! + tierWorth[0]! + firmWorth[0]! + gone[0]! + toOthers[0]!);
	void (stockNew[0]! + stockOld[0]! + inbound[0]! + forecast[0]! + listed[0]! + buy[0]! + till[0]!);
	void (ranOut[0]! + demand[0]! + pack[0]! + perPack[0]! + cover[0]! + firmShelves[0]! + firmBare[0]!);
	void soldOutside[0]!;
	for (let o = from; o < to; o++) {
		const at = (o - from) | 0;
		const slots = (at * SLOTS) | 0;
		const c = outletClass[o]!;
		const cycle = outletCycle[o]!;
		const own = idWord(k0, o);
		const cells = (o * products) | 0;
		const row = (outletRow[o]! * products) | 0;
		const accounts = (at * firms) | 0;
		const coverRow = ((region + c) * products) | 0;
		const short = gone[at]! > 0;
		const elsewhere = short ? toOthers[at]! : 0;
		const end = ends[at]!;
		for (let i = (at * products) | 0; i < end; i++) {
			const trait = live[i]!;
			const k = productOf(trait);
			const f = firmOf(trait);
			const cell = (cells + k) | 0;
			const old = stockOld[cell]!;
			const have = had[i]!;
			let each = tierWorth[(slots + slotOf(trait)) | 0]!;
			if (short) each = each + firmWorth[(accounts + f) | 0]! + elsewhere;
			const wanted = buy[(row + k) | 0]! * pull[i]! * each;
			// H5 whole units that keep a mean of .3 at .3.
			const units = (wanted + uniformWith(own, saleWords[k]!, k1)) | 0;
			const out = lesser(units, have);
			const left = (have - out) | 0;
			// H6 the older goods go first.
			const oldLeft = (old - lesser(out, old)) | 0;
			stockOld[cell] = oldLeft;
			stockNew[cell] = (left - oldLeft) | 0;
			till[(row + k) | 0] = till[(row + k) | 0]! + out;
			const before = forecast[cell]!;
			const on = listed[cell]!;
			firmShelves[f] = firmShelves[f]! + on;
			let expected = smoothing * out + forget * before;
			if (left === 0) {
				firmBare[f] = firmBare[f]! + on;
				// What was empty from the start is `missed`.
				if (have > 0) ranOut[(area + k) | 0] = ranOut[(area + k) | 0]! + (units - out);
				// O2 a shelf that ran empty tells a floor of demand, not its size: it may raise a forecast, never lower it.
				if (out <= before) expected = before;
			}
			forecast[cell] = expected;
			const slip = slips[(accounts + f) | 0]!;
			if (slip < 0) {
				inbound[cell] = 0;
				continue;
			}
			// O5 whole packs nearest to the level, but never fewer than last until the next order.
			const upTo = expected * (cycle + cover[(coverRow + k) | 0]!);
			const nearest = ((upTo - left) * perPack[k]! + 0.5) | 0;
			const least = Math.ceil((expected * cycle - left) * perPack[k]!) | 0;
			const packs = greater(greater(nearest, least), 1 - any(left));
			const asked = Math.imul(on * packs, pack[k]!);
			inbound[cell] = asked;
			demand[(slip + k) | 0] = demand[(slip + k) | 0]! + asked;
		}
		// Small brands are of every tier and always there.
		const worth = tierWorth[(slots + ALL_TIERS) | 0]!;
		const others = (worth + elsewhere + uniformWith(own, outsideWord, k1)) | 0;
		soldOutside[at] = others;
		outsideAll = (outsideAll + others) | 0;
	}
	outside[a] = outside[a]! + outsideAll;
	for (let f = 0; f < firms; f++) {
		turnListed[counts + f] = turnListed[counts + f]! + firmShelves[f]!;
		turnEmpty[counts + f] = turnEmpty[counts + f]! + firmBare[f]!;
	}
}
