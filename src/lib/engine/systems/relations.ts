/**
 * Relations and listings (rules R1–R11): closeness grows with minutes, dependence with visits, both fade without;
 * an account that is called on may list us, one that nobody looks after may drop us.
 */
import { idWord, uniformWith } from '../random.ts';
import { OPENING_EVENTS, TIERS } from '../vocab.ts';
import { CUT_GAP, EVENTS, OPPOSED, RESTING, SERIES } from '../field/openings.ts';
import { CALL_ROWS, DAYS } from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';

const [BEGUN, WON, DROPPED, BROKEN] = (['begun', 'won', 'dropped', 'broken'] as const).map((event) =>
	OPENING_EVENTS.indexOf(event)
) as [number, number, number, number];

/** R5 Weeks between two looks at the range, on a week of the outlet's own. */
export const REVIEW_WEEKS = 4;

/** R5 A weekly chance over the weeks of a review: 1 − (1 − p)^4. */
function inReview(weekly: number): number {
	const kept = (1 - weekly) * (1 - weekly);
	return 1 - kept * kept;
}

/** One block of outlets of area `a`: [from, to), before the week's trade. */
export function relate(w: OutletWeek, a: number, from: number, to: number): void {
	settle(w, a, from, to);
	const { week, outlets, firms, products, firmStart, k0, k1, callRows, outletOffset } = w;
	const { listed, served, calls, grievance, opening, dealer, called } = w;
	const { stockNew, stockOld, inbound, delistWords, delist, closeness, dependence, dependenceGoal } = w;
	const { unservedDelist, grievanceDelist, grievanceChill, stockOutGrievance, cutGrievance } = w;
	const { priceGrievance, healing } = w;
	for (let o = from; o < to; o++) {
		const offset = outletOffset[o]!;
		// R5 it looks over its range every four weeks, in a week of its own.
		const reviews = (week + o) % REVIEW_WEEKS === 0;
		const own = idWord(k0, o);
		for (let f = 0; f < firms; f++) {
			const cell = o * firms + f;
			const row = callRows[cell]!;
			const visits = calls[row * DAYS + offset]!;
			if (visits === 0 && !reviews) continue;
			const d = dealer[a * firms + f]!;
			const first = o * products + firmStart[f]!;
			const last = o * products + firmStart[f + 1]!;
			let lists = 0;
			for (let shelf = first; shelf < last; shelf++) lists |= listed[shelf]!;
			// An account that lists nothing, holds nothing against the firm and is not being opened has nothing to review.
			if (reviews && (lists | grievance[cell]! | opening[cell]!) !== 0) {
				// R5, R11 it may drop what stands there, and it remembers what it has against the firm.
				const reached = d >= 0 && served[d * outlets + o]! === 1;
				const held = grievance[cell]!;
				const bitter = held / 255;
				const close = closeness[cell]!;
				const depend = dependence[cell]!;
				const tie = (1 + grievanceDelist * bitter) * (1 - close) * (1 - depend);
				let empties = 0;
				for (let shelf = first; shelf < last; shelf++) {
					if (listed[shelf]! !== 1) continue;
					const k = shelf - o * products;
					const empty = stockNew[shelf]! + stockOld[shelf]! + inbound[shelf]! === 0;
					empties |= empty ? 1 : 0;
					const weekly = (empty ? 2 : 1) * delist[a * products + k]! * tie;
					const chance = inReview(empty && !reached ? unservedDelist : Math.min(1, weekly));
					listed[shelf] = uniformWith(own, delistWords[k]!, k1) >= chance ? 1 : 0;
				}
				closeness[cell] = close * (1 - grievanceChill * bitter);
				const cut = depend - dependenceGoal[row]! > CUT_GAP ? cutGrievance : 0;
				const felt = lists * (empties * stockOutGrievance + cut + priceGrievance[a * firms + f]!);
				const left = held + (felt > 0 ? felt : -healing[f]!);
				grievance[cell] = Math.max(0, Math.min(255, left));
				if (opening[cell]! !== 0) rest(w, a, cell, f);
			}
			if (visits === 0) continue;
			called[cell] = 1;
			if (d >= 0) call(w, own, a, o, f, a * firms * CALL_ROWS + row, visits, lists);
		}
	}
}

/** R3 Closeness and dependence go a share of the way each week, up or down, to where the calls of the group lead. */
function settle(w: OutletWeek, a: number, from: number, to: number): void {
	const { firms, callRows, closeness, dependence, closenessGoal, dependenceGoal, relationSpeed } = w;
	const area = a * firms * CALL_ROWS;
	const end = to * firms;
	for (let cell = from * firms; cell < end; cell++) {
		const row = callRows[cell]!;
		const close = closeness[cell]!;
		const depend = dependence[cell]!;
		closeness[cell] = close + relationSpeed * (closenessGoal[area + row]! - close);
		dependence[cell] = depend + relationSpeed * (dependenceGoal[row]! - depend);
	}
}

/** R8 A series nobody goes on with is broken off; an account that was dropped is taken up again some day. */
function rest(w: OutletWeek, a: number, cell: number, f: number): void {
	const step = w.opening[cell]! & 15;
	if (step > RESTING) w.opening[cell] = step === RESTING + 1 ? 0 : step - 1;
	else if (step > 0 && gapOf(w, cell) > w.maxGapWeeks) {
		w.opening[cell] = 0;
		count(w, a, f, BROKEN);
	}
}

const gapOf = (w: OutletWeek, cell: number): number => (w.week - (w.opening[cell]! >> 4)) & 15;

function count(w: OutletWeek, a: number, f: number, event: number): void {
	const at = (a * w.firms + f) * EVENTS + event;
	w.turnOpenings[at] = w.turnOpenings[at]! + 1;
}

/** R4, R8–R10 A week's calls at an account: the next visit of a series, or more of the line where some stands already. */
function call(
	w: OutletWeek,
	own: number,
	a: number,
	o: number,
	f: number,
	row: number,
	visits: number,
	lists: number
): void {
	const { firmStart, products, listed, opening, keyPerson } = w;
	const cell = o * w.firms + f;
	let step = opening[cell]! & 15;
	if (lists === 0 && step > RESTING) return;
	if (step > 0 && gapOf(w, cell) > w.maxGapWeeks) {
		count(w, a, f, BROKEN);
		step = 0;
	}
	// R9 the first visit asks who decides here; who has an account asks at every call.
	const finds = keyPerson[cell]! === 0 && (lists === 1 || step === 0);
	if (finds && uniformWith(own, w.personWords[f]!, w.k1) < w.personChance[row]!) keyPerson[cell] = 1;
	// R11 an opposed account takes nothing new.
	const door = (keyPerson[cell]! === 1 ? 1 : w.wrongPerson) * (w.grievance[cell]! < OPPOSED ? 1 : 0);
	const factor = lists === 1 ? door : door * w.visitFactors[step]!;
	// R8 a series takes one visit a week.
	const counted = lists === 1 ? visits : 1;
	let won = 0;
	for (let k = firmStart[f]!; k < firmStart[f + 1]!; k++)
		if (listed[o * products + k]! === 0 && win(w, a, o, f, k, row, counted, factor)) won = 1;
	if (lists === 1) {
		opening[cell] = 0;
		return;
	}
	if (step === 0) count(w, a, f, BEGUN);
	if (won === 1) {
		opening[cell] = 0;
		count(w, a, f, WON);
	} else if (step === SERIES - 1) {
		opening[cell] = w.restReviews === 0 ? 0 : RESTING + w.restReviews;
		count(w, a, f, DROPPED);
	} else {
		opening[cell] = (step + 1) | ((w.week & 15) << 4);
		if (step > 0) count(w, a, f, step);
	}
}

/**
 * R4 This week's calls may win the shelf: a well-known dealer and a warmer owner help, and a deal. Where the dealer
 * does not deliver yet our people open the door and its vans follow, the more willingly the better it delivers.
 *
 * @param row of the account's group [area × firm × group]
 */
function win(
	w: OutletWeek,
	a: number,
	o: number,
	f: number,
	k: number,
	row: number,
	visits: number,
	factor: number
): boolean {
	const product = w.outletRow[o]! * w.products + k;
	const base = w.listBase[product]!;
	// Not on the market yet.
	if (base < 0) return false;
	const d = w.dealer[a * w.firms + f]!;
	const reached = w.served[d * w.outlets + o]!;
	const worth = w.callWorth[row * 2 + reached]! * factor;
	const warmth = 0.6 + 0.8 * w.dependence[o * w.firms + f]!;
	const door = hasSibling(w, o, f) ? w.siblingListing : 1;
	const perCall = Math.min(0.9, worth * door * (base * warmth + w.listDeal[product]!));
	let refused = 1;
	for (let i = 0; i < visits; i++) refused *= 1 - perCall;
	if (uniformWith(idWord(w.k0, o), w.listWords[k]!, w.k1) >= 1 - refused) return false;
	const hoped = w.trialOptimism * hopedSales(w, a, o, k);
	if (!makeRoom(w, o, hoped)) return false;
	const cell = o * w.products + k;
	w.served[d * w.outlets + o] = 1;
	w.listed[cell] = 1;
	w.forecast[cell] = hoped;
	w.facings[cell] = 1;
	return true;
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
	const row = w.outletRow[o]! * w.products;
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
