/**
 * Relations (rules R1–R3, R5, R11): closeness grows with minutes, dependence with visits, both fade without; an account
 * that nobody looks after may drop us. The loops are as those of `households.ts`.
 */
import * as openings from '../field/openings.ts';
import * as random from '../random.ts';
import * as blocks from './block.ts';
import * as branchFree from './branch-free.ts';
import { callOn, countBroken, gapOf } from './calls.ts';
import * as tables from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import * as traitParts from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, uniformWith } = random;
const { FIRM_BITS } = blocks;
const { any } = branchFree;
const { CUT_GAP, RESTING } = openings;
const { CALL_ROWS, DAYS } = tables;
const { firmOf } = traitParts;

/** R5 Weeks between two looks at the range, on a week of the outlet's own. */
export const REVIEW_WEEKS = 4;

/** R5 A weekly chance over the weeks of a review: 1 − (1 − p)^4. */
function inReview(weekly: number): number {
	const kept = (1 - weekly) * (1 - weekly);
	return 1 - kept * kept;
}

/** One block of outlets of area `a`: [from, to), before the week's trade. */
export function relate(w: OutletWeek, a: number, from: number, to: number): void {
	const visited = settle(w, a, from, to);
	review(w, a, from, to);
	callOn(w, a, from, visited);
}

/**
 * R3 Closeness and dependence go a share of the way each week, up or down, to where the calls of the group lead. O3 An
 * account orders on its own day, or because somebody with an order pad stands in the shop.
 *
 * @returns how many accounts are called on this week; which, stands in `visited`
 */
export function settle(w: OutletWeek, a: number, from: number, to: number): number {
	const { firms, callRows, outletClass, outletOffset, orderDay, calls, deliverer, visited, slips } = w;
	const { closeness, dependence, closenessGoal, dependenceGoal, relationSpeed } = w;
	const area = a * firms * CALL_ROWS;
	let count = 0;
	let place = 0;
	void (callRows[0]! + calls[0]! + deliverer[0]! + visited[0]! + slips[0]!);
	void (closeness[0]! + dependence[0]! + closenessGoal[0]! + dependenceGoal[0]!);
	for (let o = from; o < to; o++) {
		const day = outletOffset[o]!;
		const ownDay = orderDay[(outletClass[o]! * DAYS + day) | 0]!;
		const end = (o * firms + firms) | 0;
		let call = o << FIRM_BITS;
		for (let account = (o * firms) | 0; account < end; account++) {
			const row = callRows[account]!;
			const close = closeness[account]!;
			const depend = dependence[account]!;
			closeness[account] = close + relationSpeed * (closenessGoal[(area + row) | 0]! - close);
			dependence[account] = depend + relationSpeed * (dependenceGoal[row]! - depend);
			// Written either way, kept where somebody comes: the next one takes the place of the others.
			const comes = any(calls[(row * DAYS + day) | 0]!);
			visited[count] = call;
			call = (call + 1) | 0;
			count = (count + comes) | 0;
			slips[place] = deliverer[account]! | ((comes | ownDay) - 1);
			place = (place + 1) | 0;
		}
	}
	return count;
}

/** R5, R11 Every four weeks, in a week of its own, an outlet looks over its range, before the week's calls. */
function review(w: OutletWeek, a: number, from: number, to: number): void {
	const { week, firms, products, deliverer, callRows, opening, listed, stands, standWords, traits } = w;
	const { stockNew, stockOld, inbound, delistWords, delist, closeness, dependence, grievance, ties } = w;
	const { unservedDelist, grievanceDelist, grievanceChill, stockOutGrievance, cutGrievance } = w;
	const { dependenceGoal, priceGrievance, healing } = w;
	const k0 = w.k0 | 0;
	const k1 = w.k1 | 0;
	const counts = (a * firms) | 0;
	const area = (a * products) | 0;
	const every = REVIEW_WEEKS;
	const wait = (every - ((week + from) % every)) % every;
	void (deliverer[0]! + callRows[0]! + opening[0]! + listed[0]! + stockNew[0]! + stands[0]! + traits[0]!);
	void (stockOld[0]! + inbound[0]! + delistWords[0]! + delist[0]! + closeness[0]! + dependence[0]!);
	void (grievance[0]! + dependenceGoal[0]! + priceGrievance[0]! + healing[0]! + ties[0]!);
	for (let o = (from + wait) | 0; o < to; o = (o + every) | 0) {
		const own = idWord(k0, o);
		const cells = (o * products) | 0;
		const accounts = (o * firms) | 0;
		for (let f = 0; f < firms; f++) {
			const account = (accounts + f) | 0;
			const bitter = grievance[account]! / 255;
			ties[f] = (1 + grievanceDelist * bitter) * (1 - closeness[account]!) * (1 - dependence[account]!);
		}
		// Of firms, a bit each.
		let lists = 0;
		let empties = 0;
		for (let word = 0; word < standWords; word++)
			for (let rest = stands[(o * standWords + word) | 0]!; rest !== 0; rest &= rest - 1) {
				const k = ((word << 5) + 31 - Math.clz32(rest & -rest)) | 0;
				const cell = (cells + k) | 0;
				if (listed[cell]! === 0) continue;
				const f = firmOf(traits[k]!);
				const empty = (stockNew[cell]! | stockOld[cell]! | inbound[cell]!) === 0;
				const weekly = (empty ? 2 : 1) * delist[(area + k) | 0]! * ties[f]!;
				const forlorn = empty && deliverer[(accounts + f) | 0]! < 0;
				const chance = inReview(forlorn ? unservedDelist : Math.min(1, weekly));
				lists |= 1 << f;
				empties |= (empty ? 1 : 0) << f;
				if (uniformWith(own, delistWords[k]!, k1) < chance) listed[cell] = 0;
			}
		for (let f = 0; f < firms; f++) {
			const account = (accounts + f) | 0;
			const held = grievance[account]!;
			const some = (lists >> f) & 1;
			// An account that lists nothing, holds nothing against the firm and is not being opened has nothing to review.
			if ((some | held | opening[account]!) === 0) continue;
			const depend = dependence[account]!;
			closeness[account] = closeness[account]! * (1 - grievanceChill * (held / 255));
			const cut = depend - dependenceGoal[callRows[account]!]! > CUT_GAP ? cutGrievance : 0;
			const bare = (empties >> f) & 1;
			const felt = some * (bare * stockOutGrievance + cut + priceGrievance[(counts + f) | 0]!);
			const left = held + (felt > 0 ? felt : -healing[f]!);
			grievance[account] = Math.max(0, Math.min(255, left));
			if (opening[account]! !== 0) lapse(w, a, account, f);
		}
	}
}

/** R8 A series nobody goes on with is broken off; an account that was dropped is taken up again some day. */
function lapse(w: OutletWeek, a: number, account: number, f: number): void {
	const step = w.opening[account]! & 15;
	if (step > RESTING) w.opening[account] = step === RESTING + 1 ? 0 : step - 1;
	else if (step > 0 && gapOf(w, account) > w.maxGapWeeks) {
		w.opening[account] = 0;
		countBroken(w, a, f);
	}
}
