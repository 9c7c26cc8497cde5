/**
 * Relations and listings (rules R1–R7): closeness grows with minutes, dependence with visits, both fade without;
 * an account that is called on may list us, one that nobody looks after may drop us.
 */
import { idWord, uniformWith } from '../random.ts';
import { CHANNEL_COUNT } from '../state.ts';
import { CLASSES, TIERS } from '../vocab.ts';
import { DAYS, type OutletWeek } from './outlet-week.ts';

/** R5 Weeks between two looks at the range, on a week of the outlet's own. */
export const REVIEW_WEEKS = 4;

/** R5 A weekly chance over the weeks of a review: 1 − (1 − p)^4. */
function inReview(weekly: number): number {
	const kept = (1 - weekly) * (1 - weekly);
	return 1 - kept * kept;
}

/** One block of outlets of area `a`: [from, to), before the week's trade. */
export function relate(w: OutletWeek, a: number, from: number, to: number): void {
	const {
		week,
		outlets,
		firms,
		products,
		firmStart,
		k0,
		k1,
		delistWords,
		outletClass,
		outletOffset,
		outletRank
	} = w;
	const { stockNew, stockOld, inbound, listed, closeness, dependence, served, coverage, calls } = w;
	const { relationSpeed, delistPerWeek, unservedDelist, dealer, closenessGoal, dependenceGoal, called } = w;
	const classes = CLASSES.length;
	for (let o = from; o < to; o++) {
		const own = idWord(k0, o);
		const c = outletClass[o]!;
		const rank = outletRank[o]!;
		const offset = outletOffset[o]!;
		const reviews = (week + o) % REVIEW_WEEKS === 0;
		for (let f = 0; f < firms; f++) {
			const cell = o * firms + f;
			const comes = rank < coverage[(a * firms + f) * classes + c]! ? 1 : 0;
			const visits = comes * calls[(f * classes + c) * DAYS + offset]!;
			// R3 a share of the gap each week, up or down.
			const close =
				closeness[cell]! + relationSpeed * (comes * closenessGoal[f * classes + c]! - closeness[cell]!);
			const depend =
				dependence[cell]! + relationSpeed * (comes * dependenceGoal[f * classes + c]! - dependence[cell]!);
			closeness[cell] = close;
			dependence[cell] = depend;
			if (visits > 0) called[cell] = 1;
			if (visits === 0 && !reviews) continue;
			const d = dealer[a * firms + f]!;
			const reached = d >= 0 && served[d * outlets + o]! === 1;
			// R5 chance in a review that the outlet stops ordering.
			const loose = inReview(delistPerWeek * (1 - close) * (1 - depend));
			const bare = inReview(reached ? 2 * delistPerWeek * (1 - close) * (1 - depend) : unservedDelist);
			for (let k = firmStart[f]!; k < firmStart[f + 1]!; k++) {
				const shelf = o * products + k;
				if (listed[shelf]! === 1) {
					if (!reviews) continue;
					const empty = stockNew[shelf]! + stockOld[shelf]! + inbound[shelf]! === 0;
					const stays = uniformWith(own, delistWords[k]!, k1) >= (empty ? bare : loose);
					listed[shelf] = stays ? 1 : 0;
				} else if (visits > 0 && d >= 0) win(w, a, o, f, k, visits);
			}
		}
	}
}

/**
 * R4 This week's calls may win the shelf: a well-known dealer and a warmer owner help, and a deal. Where the dealer
 * does not deliver yet our people open the door and its vans follow, the more willingly the better it delivers.
 */
function win(w: OutletWeek, a: number, o: number, f: number, k: number, visits: number): void {
	const product = w.areaRegion[a]! * w.products + k;
	const base = w.listBase[product]!;
	// Not on the market yet.
	if (base < 0) return;
	const d = w.dealer[a * w.firms + f]!;
	const reached = w.served[d * w.outlets + o]!;
	const worth = w.callWorth[((a * w.firms + f) * CLASSES.length + w.outletClass[o]!) * 2 + reached]!;
	const warmth = 0.6 + 0.8 * w.dependence[o * w.firms + f]!;
	const door = hasSibling(w, o, f) ? w.siblingListing : 1;
	const perCall = Math.min(0.9, worth * door * (base * warmth + w.listDeal[product]!));
	let refused = 1;
	for (let i = 0; i < visits; i++) refused *= 1 - perCall;
	if (uniformWith(idWord(w.k0, o), w.listWords[k]!, w.k1) >= 1 - refused) return;
	const hoped = w.trialOptimism * hopedSales(w, a, o, k);
	if (!makeRoom(w, o, hoped)) return;
	const cell = o * w.products + k;
	w.served[d * w.outlets + o] = 1;
	w.listed[cell] = 1;
	w.forecast[cell] = hoped;
	w.facings[cell] = 1;
}

function hasSibling(w: OutletWeek, o: number, f: number): boolean {
	for (let k = w.firmStart[f]!; k < w.firmStart[f + 1]!; k++)
		if (w.listed[o * w.products + k]! === 1) return true;
	return false;
}

/** R6 A full outlet gives up its slowest product for one that promises more, or refuses. */
function makeRoom(w: OutletWeek, o: number, hoped: number): boolean {
	let count = 0;
	let slowest = -1;
	for (let k = 0; k < w.products; k++) {
		const cell = o * w.products + k;
		if (w.listed[cell]! !== 1) continue;
		count++;
		if (slowest < 0 || w.forecast[cell]! < w.forecast[slowest]!) slowest = cell;
	}
	if (count < w.slots[w.outletClass[o]!]!) return true;
	if (slowest < 0 || w.forecast[slowest]! >= hoped) return false;
	w.listed[slowest] = 0;
	return true;
}

/** R7 What the owner thinks it would sell in a week like this: by the attraction of what it lists and this. */
function hopedSales(w: OutletWeek, a: number, o: number, k: number): number {
	const row = (a * CHANNEL_COUNT + w.outletChannel[o]!) * w.products;
	const tiers = TIERS.length;
	let hoped = 0;
	for (let t = 0; t < tiers; t++) {
		let sum = 1 + w.noBuy[a]!;
		for (let j = 0; j < w.products; j++)
			if (j === k || w.listed[o * w.products + j]! === 1)
				sum += w.attraction[row + j]! * (w.productTier[j]! === t ? 1 : w.tierLeak);
		const own = w.attraction[row + k]! * (w.productTier[k]! === t ? 1 : w.tierLeak);
		hoped += (w.outletSize[o]! * w.level[a]! * w.tierDemand[a * tiers + t]! * own) / sum;
	}
	return hoped;
}
