/**
 * Relations (rules R1–R3, R5, R11): closeness grows with minutes, dependence with visits, both fade without; an account
 * that nobody looks after may drop us. The loops are as those of `households.ts`.
 */
import { CUT_GAP, RESTING } from '../field/openings.ts';
import * as random from '../random.ts';
import * as branchFree from './branch-free.ts';
import { callOn, countBroken, gapOf } from './calls.ts';
import * as tables from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, uniformWith } = random;
const { any } = branchFree;
const { CALL_ROWS, DAYS } = tables;

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
	callOn(w, a, visited);
}

/**
 * R3 Closeness and dependence go a share of the way each week, up or down, to where the calls of the group lead.
 *
 * @returns how many accounts are called on this week; which, stands in `visited`
 */
function settle(w: OutletWeek, a: number, from: number, to: number): number {
	const { firms, callRows, outletOffset, calls, visited } = w;
	const { closeness, dependence, closenessGoal, dependenceGoal, relationSpeed } = w;
	const area = a * firms * CALL_ROWS;
	let count = 0;
	void (callRows[0]! + calls[0]! + visited[0]!);
	void (closeness[0]! + dependence[0]! + closenessGoal[0]! + dependenceGoal[0]!);
	for (let o = from; o < to; o++) {
		const offset = outletOffset[o]!;
		const end = (o * firms + firms) | 0;
		for (let account = (o * firms) | 0; account < end; account++) {
			const row = callRows[account]!;
			const close = closeness[account]!;
			const depend = dependence[account]!;
			closeness[account] = close + relationSpeed * (closenessGoal[(area + row) | 0]! - close);
			dependence[account] = depend + relationSpeed * (dependenceGoal[row]! - depend);
			// Written either way, kept where somebody comes: the next one takes the place of the others.
			visited[count] = account;
			count = (count + any(calls[(row * DAYS + offset) | 0]!)) | 0;
		}
	}
	return count;
}

/** R5, R11 Every four weeks, in a week of its own, an outlet looks over its range, before the week's calls. */
function review(w: OutletWeek, a: number, from: number, to: number): void {
	const { week, outlets, firms, products, firmStart, k0, k1, dealer, callRows, served, opening } = w;
	const { listed, stockNew, stockOld, inbound, delistWords, delist, closeness, dependence } = w;
	const { unservedDelist, grievance, grievanceDelist, grievanceChill, stockOutGrievance, cutGrievance } = w;
	const { dependenceGoal, priceGrievance, healing } = w;
	void (firmStart[0]! + dealer[0]! + callRows[0]! + served[0]! + opening[0]! + listed[0]! + stockNew[0]!);
	void (stockOld[0]! + inbound[0]! + delistWords[0]! + delist[0]! + closeness[0]! + dependence[0]!);
	void (grievance[0]! + dependenceGoal[0]! + priceGrievance[0]! + healing[0]!);
	const wait = (REVIEW_WEEKS - ((week + from) % REVIEW_WEEKS)) % REVIEW_WEEKS;
	for (let o = from + wait; o < to; o += REVIEW_WEEKS) {
		const own = idWord(k0, o);
		const cells = (o * products) | 0;
		for (let f = 0; f < firms; f++) {
			const account = (o * firms + f) | 0;
			const held = grievance[account]!;
			const bitter = held / 255;
			const close = closeness[account]!;
			const depend = dependence[account]!;
			const tie = (1 + grievanceDelist * bitter) * (1 - close) * (1 - depend);
			const d = dealer[(a * firms + f) | 0]!;
			const reached = d >= 0 && served[(d * outlets + o) | 0]! === 1;
			let lists = 0;
			let empties = 0;
			const last = firmStart[f + 1]!;
			for (let k = firmStart[f]!; k < last; k++) {
				const cell = (cells + k) | 0;
				if (listed[cell]! !== 1) continue;
				lists = 1;
				const empty = (stockNew[cell]! | stockOld[cell]! | inbound[cell]!) === 0;
				empties |= empty ? 1 : 0;
				const weekly = (empty ? 2 : 1) * delist[(a * products + k) | 0]! * tie;
				const chance = inReview(empty && !reached ? unservedDelist : Math.min(1, weekly));
				listed[cell] = uniformWith(own, delistWords[k]!, k1) >= chance ? 1 : 0;
			}
			// An account that lists nothing, holds nothing against the firm and is not being opened has nothing to review.
			if ((lists | held | opening[account]!) === 0) continue;
			closeness[account] = close * (1 - grievanceChill * bitter);
			const cut = depend - dependenceGoal[callRows[account]!]! > CUT_GAP ? cutGrievance : 0;
			const felt = lists * (empties * stockOutGrievance + cut + priceGrievance[(a * firms + f) | 0]!);
			const left = held + (felt > 0 ? felt : -healing[f]!);
			grievance[account] = Math.max(0, Math.min(255, left));
			if (opening[account]! !== 0) rest(w, a, account, f);
		}
	}
}

/** R8 A series nobody goes on with is broken off; an account that was dropped is taken up again some day. */
function rest(w: OutletWeek, a: number, account: number, f: number): void {
	const step = w.opening[account]! & 15;
	if (step > RESTING) w.opening[account] = step === RESTING + 1 ? 0 : step - 1;
	else if (step > 0 && gapOf(w, account) > w.maxGapWeeks) {
		w.opening[account] = 0;
		countBroken(w, a, f);
	}
}
