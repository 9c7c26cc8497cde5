/** Calls (rules R4, R8–R10): an account that is called on may list us, as the visits of a series, or more of the line. */
import * as openings from '../field/openings.ts';
import * as random from '../random.ts';
import { OPENING_EVENTS, placesOf } from '../vocab.ts';
import * as blocks from './block.ts';
import { list } from './listing.ts';
import * as tables from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, uniformWith } = random;
const { FIRM_BITS } = blocks;
const FIRM = (1 << FIRM_BITS) - 1;
const { CALL_ROWS, DAYS } = tables;
const { EVENTS, OPPOSED, RESTING, SERIES } = openings;
const { begun: BEGUN, won: WON, dropped: DROPPED, broken: BROKEN } = placesOf(OPENING_EVENTS);

/**
 * How far the calls have come, in `asked`: the place in `visited`, the next product of that account or `NONE`, whether it
 * listed any when the call began, the visits behind it then, whether the call has won something.
 */
const PLACE = 0;
const PRODUCT = 1;
const LISTS = 2;
const STEP = 3;
const HAS_WON = 4;
const NONE = -1;

/** Weeks since the last visit of a series, of 16. */
export const gapOf = (w: OutletWeek, account: number): number => (w.week - (w.opening[account]! >> 4)) & 15;

export function countBroken(w: OutletWeek, a: number, f: number): void {
	const at = (a * w.firms + f) * EVENTS + BROKEN;
	w.turnOpenings[at] = w.turnOpenings[at]! + 1;
}

/**
 * A week's calls at the accounts of area `a` that stand in `visited`.
 *
 * @param from first outlet of the block
 * @param count of accounts
 */
export function callOn(w: OutletWeek, a: number, from: number, count: number): void {
	const { asked, visited } = w;
	asked[PLACE] = 0;
	asked[PRODUCT] = NONE;
	while (offer(w, a, count)) {
		const call = visited[asked[PLACE]!]!;
		const account = (call >> FIRM_BITS) * w.firms + (call & FIRM);
		if (list(w, a, from, account, asked[PRODUCT]!)) asked[HAS_WON] = 1;
		asked[PRODUCT] = asked[PRODUCT]! + 1;
	}
}

/**
 * R4, R8–R10 The calls from where `asked` stands up to the first owner who is willing: the next visit of a series, or more
 * of the line where some stands already. They may win the shelf: a well-known dealer and a warmer owner help, and a deal.
 * Where the dealer does not deliver yet our people open the door and its vans follow, the more willingly the better it
 * delivers. As the loops of `households.ts` it calls nothing: what comes of a yes is its caller's, who then goes on.
 *
 * @returns whether an owner is willing; then `asked` says which, and to what
 */
function offer(w: OutletWeek, a: number, count: number): boolean {
	const { week, firms, products, firmStart, listed, keyPerson, opening, visited, called, dealer } = w;
	const { asked, callRows, calls, deliverer, outletOffset, outletRow, personWords, personChance } = w;
	const { grievance, dependence, callWorth, visitFactors, listBase, listDeal, listWords } = w;
	const { maxGapWeeks, restReviews, wrongPerson, siblingListing, turnOpenings } = w;
	const k0 = w.k0 | 0;
	const k1 = w.k1 | 0;
	const counts = (a * firms) | 0;
	let k: number = asked[PRODUCT]!;
	let lists = asked[LISTS]!;
	let step = asked[STEP]!;
	let won = asked[HAS_WON]!;
	void (firmStart[0]! + listed[0]! + keyPerson[0]! + opening[0]! + visited[0]! + called[0]! + dealer[0]!);
	void (callRows[0]! + calls[0]! + deliverer[0]! + outletOffset[0]! + outletRow[0]! + personWords[0]!);
	void (personChance[0]! + grievance[0]! + dependence[0]! + callWorth[0]! + visitFactors[0]! + listBase[0]!);
	void (listDeal[0]! + listWords[0]! + turnOpenings[0]!);
	for (let i = asked[PLACE]!; i < count; i++) {
		const call = visited[i]!;
		const o = call >> FIRM_BITS;
		const f = call & FIRM;
		const account = (o * firms + f) | 0;
		const cells = (o * products) | 0;
		const last = firmStart[f + 1]!;
		const events = ((counts + f) * EVENTS) | 0;
		const calling = callRows[account]!;
		const row = (counts * CALL_ROWS + calling) | 0;
		const own = idWord(k0, o);
		if (k === NONE) {
			called[account] = 1;
			if (dealer[(counts + f) | 0]! < 0) continue;
			const first = firmStart[f]!;
			let all = 1;
			lists = 0;
			for (let j = first; j < last; j++) {
				const on = listed[(cells + j) | 0]!;
				lists |= on;
				all &= on;
			}
			const known = keyPerson[account]!;
			// Who has the whole line, and whose key person is known, is looked after, no more.
			if ((all & known) === 1) {
				opening[account] = 0;
				continue;
			}
			const visits = opening[account]!;
			step = visits & 15;
			if (lists === 0 && step > RESTING) continue;
			if (step > 0 && ((week - (visits >> 4)) & 15) > maxGapWeeks) {
				turnOpenings[(events + BROKEN) | 0] = turnOpenings[(events + BROKEN) | 0]! + 1;
				step = 0;
			}
			// R9 the first visit asks who decides here; who has an account asks at every call.
			const asks = known === 0 && (lists === 1 || step === 0);
			if (asks && uniformWith(own, personWords[f]!, k1) < personChance[row]!) keyPerson[account] = 1;
			if (lists === 1) opening[account] = 0;
			if (all === 1) continue;
			k = first;
			won = 0;
		}
		// R11 an opposed account takes nothing new.
		const door = (keyPerson[account]! === 1 ? 1 : wrongPerson) * (grievance[account]! < OPPOSED ? 1 : 0);
		const factor = lists === 1 ? door : door * visitFactors[step]!;
		// R8 a series takes one visit a week.
		const visits = lists === 1 ? calls[(calling * DAYS + outletOffset[o]!) | 0]! : 1;
		const warmth = 0.6 + 0.8 * dependence[account]!;
		const worth = callWorth[(row * 2 + (deliverer[account]! < 0 ? 0 : 1)) | 0]! * factor;
		const products0 = (outletRow[o]! * products) | 0;
		for (; k < last; k++) {
			const base = listBase[(products0 + k) | 0]!;
			// Not on the market yet.
			if (listed[(cells + k) | 0]! === 1 || base < 0) continue;
			const sibling = (lists | won) === 1 ? siblingListing : 1;
			const perCall = Math.min(0.9, worth * sibling * (base * warmth + listDeal[(products0 + k) | 0]!));
			let refused = 1;
			for (let visit = 0; visit < visits; visit++) refused *= 1 - perCall;
			if (uniformWith(own, listWords[k]!, k1) >= 1 - refused) continue;
			asked[PLACE] = i;
			asked[PRODUCT] = k;
			asked[LISTS] = lists;
			asked[STEP] = step;
			asked[HAS_WON] = won;
			return true;
		}
		k = NONE;
		if (lists === 1) continue;
		// R8 Where the series stands after a visit.
		if (step === 0) turnOpenings[(events + BEGUN) | 0] = turnOpenings[(events + BEGUN) | 0]! + 1;
		if (won === 1) {
			opening[account] = 0;
			turnOpenings[(events + WON) | 0] = turnOpenings[(events + WON) | 0]! + 1;
		} else if (step === SERIES - 1) {
			opening[account] = restReviews === 0 ? 0 : RESTING + restReviews;
			turnOpenings[(events + DROPPED) | 0] = turnOpenings[(events + DROPPED) | 0]! + 1;
		} else {
			opening[account] = (step + 1) | ((week & 15) << 4);
			if (step > 0) turnOpenings[(events + step) | 0] = turnOpenings[(events + step) | 0]! + 1;
		}
	}
	return false;
}
