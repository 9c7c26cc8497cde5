/**
 * Households (rules H3–H8, H12): demand of each outlet, shared by multiplicative attraction among what it has listed, what
 * an empty shelf turns away shared out again, sold in whole units. A kernel: in its loops over products nothing branches
 * on a figure. What an outlet neither lists nor has left of is passed over: a first loop names the others.
 */
import { idWord, normalishWith, uniformWith } from '../random.ts';
import { TIERS } from '../vocab.ts';
import type { OutletWeek } from './outlet-week.ts';

/** 1 for any units at all, 0 for none: without a branch, which a compiler of scripts would make of a comparison. */
const any = (units: number): number => -units >>> 31;
/** The smaller of two counts below 2^30, without a branch. */
const lesser = (a: number, b: number): number => b + ((a - b) & ((a - b) >> 31));

/** O1 What came in is on the shelf. The rest of the week is about what is listed, or stands there still: `live`. */
function takeIn(w: OutletWeek, from: number, to: number): void {
	const { products, firms, productFirm, stockNew, stockOld, inbound, listed, live, liveEnd } = w;
	for (let o = from; o < to; o++) {
		const cells = o * products;
		const ends = (o - from) * firms;
		let end = (o - from) * products;
		for (let k = 0; k < products; k++) {
			const cell = cells + k;
			const fresh = stockNew[cell]! + inbound[cell]!;
			stockNew[cell] = fresh;
			inbound[cell] = 0;
			// Written either way, kept where there is something: the next one takes the place of the others.
			live[end] = k;
			end += listed[cell]! | any(fresh + stockOld[cell]!);
			// Likewise: the last product of a firm has the last word, and every firm has one.
			liveEnd[ends + productFirm[k]!] = end;
		}
	}
}

/** One block of outlets of area `a`: [from, to). */
export function sell(w: OutletWeek, a: number, from: number, to: number): void {
	const {
		products,
		firms,
		productFirm,
		productTier,
		firmLift,
		k0,
		k1,
		noiseWord,
		noiseFlipped,
		outsideWord
	} = w;
	const { saleWords, outletRow, outletSize, outletPanel, outletCore, stockNew, stockOld } = w;
	const { facings, closeness, attraction, buy, shelf, noise, relationLift, tierLeak } = w;
	const { sold, till, ranOut, live, liveEnd } = w;
	const { pull, isEconomy, isStandard, tierWorth, firmWorth, tierDemand, outside, panelOutside } = w;
	takeIn(w, from, to);
	const level = w.level[a]!;
	const base = 1 + w.noBuy[a]!;
	const r = w.areaRegion[a]!;
	const area = a * products;
	const economyShare = tierDemand[a * TIERS.length]!;
	const standardShare = tierDemand[a * TIERS.length + 1]!;
	const premiumShare = tierDemand[a * TIERS.length + 2]!;
	for (let o = from; o < to; o++) {
		const own = idWord(k0, o);
		// H3 outlet-week noise, floored so that no outlet turns negative.
		const factor = Math.max(0, 1 + noise * normalishWith(own, noiseWord, noiseFlipped, k1));
		const size = outletSize[o]!;
		const demand = size * level * factor;
		const cells = o * products;
		const row = outletRow[o]! * products;

		for (let f = 0; f < firms; f++) {
			firmLift[f] = 1 + relationLift * closeness[o * firms + f]!;
			firmWorth[f] = 0;
		}
		const first = (o - from) * products;
		const end = liveEnd[(o - from) * firms + firms - 1]!;

		// H4 the pull of each.
		// Of tiers the sums of two are kept, and that of all: in registers, not in memory.
		let all = 0;
		let economy = 0;
		let standard = 0;
		let gone = 0;
		for (let i = first; i < end; i++) {
			const k = live[i]!;
			const cell = cells + k;
			const has = any(stockNew[cell]! + stockOld[cell]!);
			const p = attraction[row + k]! * shelf[facings[cell]!]! * firmLift[productFirm[k]!]!;
			pull[k] = p;
			all += p;
			economy += p * isEconomy[k]!;
			standard += p * isStandard[k]!;
			gone += p - p * has;
		}

		// H8, H12 shoppers of a tier choose among all, those of other tiers counted by the leak; some buy nothing.
		const premium = Math.max(0, all - economy - standard);
		const ofEconomy = (demand * economyShare) / (base + economy + tierLeak * (all - economy));
		const ofStandard = (demand * standardShare) / (base + standard + tierLeak * (all - standard));
		const ofPremium = (demand * premiumShare) / (base + premium + tierLeak * (all - premium));
		const worth = ofEconomy + ofStandard + ofPremium;
		tierWorth[0] = ofEconomy + tierLeak * (worth - ofEconomy);
		tierWorth[1] = ofStandard + tierLeak * (worth - ofStandard);
		tierWorth[2] = ofPremium + tierLeak * (worth - ofPremium);

		// H7 what an empty shelf turns away: to other brands here, to other products of the brand, elsewhere, or nowhere.
		const toOthers = gone > 0 ? shareMissed(w, area, row, cells, first, end) : 0;

		for (let i = first; i < end; i++) {
			const k = live[i]!;
			const cell = cells + k;
			const old = stockOld[cell]!;
			const have = stockNew[cell]! + old;
			const each = tierWorth[productTier[k]!]! + firmWorth[productFirm[k]!]! + toOthers;
			const wanted = buy[row + k]! * pull[k]! * each;
			// H5 whole units that keep a mean of .3 at .3.
			const units = ((wanted + uniformWith(own, saleWords[k]!, k1)) | 0) & -any(have);
			const out = lesser(units, have);
			// H6 the older goods go first.
			const fromOld = lesser(out, old);
			stockOld[cell] = old - fromOld;
			stockNew[cell] = have - out - (old - fromOld);
			sold[first + k] = out;
			till[row + k] = till[row + k]! + out;
			ranOut[area + k] = ranOut[area + k]! + (units - out);
		}
		// Small brands are of every tier and always there.
		const others = (worth + toOthers + uniformWith(own, outsideWord, k1)) | 0;
		outside[a] = outside[a]! + others;
		if (outletPanel[o]! === 1) {
			addUp(w, w.panelSold, area, first, end);
			panelOutside[a] = panelOutside[a]! + others;
		}
		if (outletCore[o]! === 1) {
			addUp(w, w.coreSold, r * products, first, end);
			w.coreOutside[r] = w.coreOutside[r]! + others;
		}
	}
	if (w.countsThroughput) countThroughput(w, a, from, to);
}

/**
 * H7 What empty shelves turn away at an outlet: to other products of the brand, to other brands, elsewhere, or nowhere.
 * Fills `firmWorth`, by firm what a unit of its pull gains of it relative to the others.
 *
 * @param area row of the area's products
 * @param row the outlet's row of them
 * @param cells row of the outlet's shelf
 * @param first the outlet's products in `live`: [first, end)
 * @returns what a unit of pull gains of it that is nobody's, a small brand's
 */
function shareMissed(
	w: OutletWeek,
	area: number,
	row: number,
	cells: number,
	first: number,
	end: number
): number {
	const { firms, live, productFirm, productTier, pull, tierWorth, buy, stockNew, stockOld } = w;
	const { firmPull, firmMissed, firmWorth, missed, otherBrand, otherPack } = w;
	let standing = 1;
	for (let f = 0; f < firms; f++) {
		firmMissed[f] = 0;
		firmPull[f] = 0;
	}
	for (let i = first; i < end; i++) {
		const k = live[i]!;
		const f = productFirm[k]!;
		// With those whom other shops sent here: they too find nothing.
		const there = pull[k]! * any(stockNew[cells + k]! + stockOld[cells + k]!);
		const turned = buy[row + k]! * (pull[k]! - there) * tierWorth[productTier[k]!]!;
		firmPull[f] = firmPull[f]! + there;
		standing += there;
		firmMissed[f] = firmMissed[f]! + turned;
		missed[area + k] = missed[area + k]! + turned;
	}
	let toOthers = 0;
	for (let f = 0; f < firms; f++) {
		const there = firmPull[f]!;
		const pack = there > 0 ? otherPack : 0;
		const away = firmMissed[f]!;
		// What has no other product of the brand to go to goes to other brands too.
		const others = ((otherBrand + otherPack - pack) * away) / (standing - there);
		toOthers += others;
		firmWorth[f] = (there > 0 ? (pack * away) / there : 0) - others;
	}
	return toOthers;
}

/** Adds an outlet's sales to a row of products. */
function addUp({ sold, live }: OutletWeek, into: Int32Array, row: number, first: number, end: number): void {
	for (let i = first; i < end; i++) {
		const k = live[i]!;
		into[row + k] = into[row + k]! + sold[first + k]!;
	}
}

/** D5 What went over the tills of the outlets of dealers that are replenished by it. */
function countThroughput(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, firms, live, liveEnd, throughput, sold } = w;
	for (let f = 0; f < firms; f++) {
		const d = w.replenished[a * firms + f]!;
		if (d < 0) continue;
		for (let o = from; o < to; o++) {
			if (w.served[d * w.outlets + o]! !== 1) continue;
			const first = (o - from) * products;
			const begin = f === 0 ? first : liveEnd[(o - from) * firms + f - 1]!;
			const end = liveEnd[(o - from) * firms + f]!;
			for (let i = begin; i < end; i++) {
				const k = live[i]!;
				throughput[d * products + k] = throughput[d * products + k]! + sold[first + k]!;
			}
		}
	}
}
