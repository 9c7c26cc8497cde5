/** Calls (rules R4, R6–R10): an account that is called on may list us, as the visits of a series, or more of the line. */
import * as openings from '../field/openings.ts';
import * as random from '../random.ts';
import { place } from './listing.ts';
import * as tables from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import * as series from './series.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, uniformWith } = random;
const { CALL_ROWS, DAYS } = tables;
const { EVENTS, OPPOSED, RESTING, SERIES } = openings;
const { BEGUN, BROKEN, countBroken, DROPPED, endVisit, gapOf } = series;

/**
 * R4, R8–R10 A week's calls at the accounts of area `a` that stand in `visited`: the next visit of a series, or more of the
 * line where some stands already. They may win the shelf: a well-known dealer and a warmer owner help, and a deal. Where
 * the dealer does not deliver yet our people open the door and its vans follow, the more willingly the better it delivers.
 *
 * @param count of accounts
 */
export function callOn(w: OutletWeek, a: number, count: number): void {
	for (let i = refused(w, a, 0, count); i < count; i = refused(w, a, i + 1, count)) ask(w, a, w.visited[i]!);
}

/**
 * Mostly nothing is won. These are the calls of which nothing comes, as a loop that calls nothing (see `households.ts`).
 *
 * @returns the first from `from` on, of `count`, of which something does: there nothing has been done yet
 */
function refused(w: OutletWeek, a: number, from: number, count: number): number {
	const { week, outlets, firms, products, k0, k1, firmStart, listed, keyPerson, opening, visited, called } =
		w;
	const { dealer, callRows, calls, served, outletOffset, outletRow, personWords, personChance } = w;
	const { grievance, dependence, callWorth, visitFactors, listBase, listDeal, listWords } = w;
	const { maxGapWeeks, restReviews, wrongPerson, siblingListing, turnOpenings } = w;
	const counts = a * firms;
	void (firmStart[0]! + listed[0]! + keyPerson[0]! + opening[0]! + visited[0]! + called[0]! + dealer[0]!);
	void (callRows[0]! + calls[0]! + served[0]! + outletOffset[0]! + outletRow[0]! + personWords[0]!);
	void (personChance[0]! + grievance[0]! + dependence[0]! + callWorth[0]! + visitFactors[0]! + listBase[0]!);
	void (listDeal[0]! + listWords[0]! + turnOpenings[0]!);
	for (let i = from; i < count; i++) {
		const account = visited[i]!;
		const o = (account / firms) | 0;
		const f = (account - o * firms) | 0;
		called[account] = 1;
		const d = dealer[(counts + f) | 0]!;
		if (d < 0) continue;
		const cells = (o * products) | 0;
		const first = firmStart[f]!;
		const last = firmStart[f + 1]!;
		let lists = 0;
		let all = 1;
		for (let k = first; k < last; k++) {
			const on = listed[(cells + k) | 0]!;
			lists |= on;
			all &= on;
		}
		let person = keyPerson[account]!;
		// Who has the whole line, and whose key person is known, is looked after, no more.
		if ((all & person) === 1) {
			opening[account] = 0;
			continue;
		}
		const begun = opening[account]!;
		let step = begun & 15;
		if (lists === 0 && step > RESTING) continue;
		const broken = step > 0 && ((week - (begun >> 4)) & 15) > maxGapWeeks;
		if (broken) step = 0;
		const calling = callRows[account]!;
		const row = (counts * CALL_ROWS + calling) | 0;
		const own = idWord(k0, o);
		// R9 the first visit asks who decides here; who has an account asks at every call.
		if (person === 0 && (lists === 1 || step === 0))
			person = uniformWith(own, personWords[f]!, k1) < personChance[row]! ? 1 : 0;
		if (all === 0) {
			// R11 an opposed account takes nothing new.
			const door = (person === 1 ? 1 : wrongPerson) * (grievance[account]! < OPPOSED ? 1 : 0);
			const factor = lists === 1 ? door : door * visitFactors[step]!;
			// R8 a series takes one visit a week.
			const visits = lists === 1 ? calls[(calling * DAYS + outletOffset[o]!) | 0]! : 1;
			const warmth = 0.6 + 0.8 * dependence[account]!;
			const worth = callWorth[(row * 2 + served[(d * outlets + o) | 0]!) | 0]! * factor;
			const offered = worth * (lists === 1 ? siblingListing : 1);
			const products0 = (outletRow[o]! * products) | 0;
			let won = 0;
			for (let k = first; k < last; k++) {
				const base = listBase[(products0 + k) | 0]!;
				// Not on the market yet.
				if (listed[(cells + k) | 0]! === 1 || base < 0) continue;
				const perCall = Math.min(0.9, offered * (base * warmth + listDeal[(products0 + k) | 0]!));
				let no = 1;
				for (let visit = 0; visit < visits; visit++) no *= 1 - perCall;
				won |= uniformWith(own, listWords[k]!, k1) < 1 - no ? 1 : 0;
			}
			if (won === 1) return i;
		}
		keyPerson[account] = person;
		const event = ((counts + f) * EVENTS) | 0;
		if (broken) turnOpenings[event + BROKEN] = turnOpenings[event + BROKEN]! + 1;
		if (lists === 1) opening[account] = 0;
		else if (all === 0) {
			// R8 Where the series stands after a visit.
			if (step === 0) turnOpenings[event + BEGUN] = turnOpenings[event + BEGUN]! + 1;
			else if (step < SERIES - 1) turnOpenings[event + step] = turnOpenings[event + step]! + 1;
			else turnOpenings[event + DROPPED] = turnOpenings[event + DROPPED]! + 1;
			const left = restReviews === 0 ? 0 : RESTING + restReviews;
			opening[account] = step === SERIES - 1 ? left : (step + 1) | ((week & 15) << 4);
		}
	}
	return count;
}

/** The calls at an account whose owner may take something in. */
function ask(w: OutletWeek, a: number, account: number): void {
	const { firms, products, firmStart, listed, opening, keyPerson, k1 } = w;
	const o = (account / firms) | 0;
	const f = account - o * firms;
	const d = w.dealer[a * firms + f]!;
	const first = firmStart[f]!;
	const last = firmStart[f + 1]!;
	const cells = o * products;
	let lists = 0;
	for (let k = first; k < last; k++) lists |= listed[cells + k]!;
	let step = opening[account]! & 15;
	if (step > 0 && gapOf(w, account) > w.maxGapWeeks) {
		countBroken(w, a, f);
		step = 0;
	}
	const calling = w.callRows[account]!;
	const row = a * firms * CALL_ROWS + calling;
	const own = idWord(w.k0, o);
	// R9 the first visit asks who decides here; who has an account asks at every call.
	const finds = keyPerson[account]! === 0 && (lists === 1 || step === 0);
	if (finds && uniformWith(own, w.personWords[f]!, k1) < w.personChance[row]!) keyPerson[account] = 1;
	if (lists === 1) opening[account] = 0;

	const { listBase, listDeal, listWords, siblingListing } = w;
	// R11 an opposed account takes nothing new.
	const door = (keyPerson[account]! === 1 ? 1 : w.wrongPerson) * (w.grievance[account]! < OPPOSED ? 1 : 0);
	const factor = lists === 1 ? door : door * w.visitFactors[step]!;
	// R8 a series takes one visit a week.
	const visits = lists === 1 ? w.calls[calling * DAYS + w.outletOffset[o]!]! : 1;
	const warmth = 0.6 + 0.8 * w.dependence[account]!;
	const products0 = w.outletRow[o]! * products;
	let won = 0;
	for (let k = first; k < last; k++) {
		const base = listBase[products0 + k]!;
		// Not on the market yet.
		if (listed[cells + k]! === 1 || base < 0) continue;
		const worth = w.callWorth[row * 2 + w.served[d * w.outlets + o]!]! * factor;
		const sibling = (lists | won) === 1 ? siblingListing : 1;
		const perCall = Math.min(0.9, worth * sibling * (base * warmth + listDeal[products0 + k]!));
		let no = 1;
		for (let i = 0; i < visits; i++) no *= 1 - perCall;
		if (uniformWith(own, listWords[k]!, k1) < 1 - no && place(w, a, o, k, d)) won = 1;
	}
	if (lists === 0) endVisit(w, a, f, account, step, won);
}
