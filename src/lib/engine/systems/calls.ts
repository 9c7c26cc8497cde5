/** Calls (rules R4, R6–R10): an account that is called on may list us, as the visits of a series, or more of the line. */
import { EVENTS, OPPOSED, RESTING, SERIES } from '../field/openings.ts';
import { idWord, uniformWith } from '../random.ts';
import { OPENING_EVENTS, TIERS } from '../vocab.ts';
import { CALL_ROWS, DAYS } from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import { stand } from './stands.ts';

const [BEGUN, WON, DROPPED, BROKEN] = (['begun', 'won', 'dropped', 'broken'] as const).map((event) =>
	OPENING_EVENTS.indexOf(event)
) as [number, number, number, number];

/** Weeks since the last visit of a series, of 16. */
export const gapOf = (w: OutletWeek, account: number): number => (w.week - (w.opening[account]! >> 4)) & 15;

export function countBroken(w: OutletWeek, a: number, f: number): void {
	count(w, a, f, BROKEN);
}

function count(w: OutletWeek, a: number, f: number, event: number): void {
	const at = (a * w.firms + f) * EVENTS + event;
	w.turnOpenings[at] = w.turnOpenings[at]! + 1;
}

/**
 * R4, R8–R10 A week's calls at the accounts of area `a` that stand in `visited`: the next visit of a series, or more of the
 * line where some stands already. They may win the shelf: a well-known dealer and a warmer owner help, and a deal. Where
 * the dealer does not deliver yet our people open the door and its vans follow, the more willingly the better it delivers.
 *
 * @param count of accounts
 */
export function callOn(w: OutletWeek, a: number, count: number): void {
	const { firms, products, firmStart, listed, keyPerson, opening, visited, called, dealer } = w;
	const counts = a * firms;
	void (firmStart[0]! + listed[0]! + keyPerson[0]! + opening[0]! + visited[0]! + called[0]! + dealer[0]!);
	for (let i = 0; i < count; i++) {
		const account = visited[i]!;
		const o = (account / firms) | 0;
		const f = (account - o * firms) | 0;
		called[account] = 1;
		if (dealer[(counts + f) | 0]! < 0) continue;
		const cells = (o * products) | 0;
		const last = firmStart[f + 1]!;
		let lists = 0;
		let all = 1;
		for (let k = firmStart[f]!; k < last; k++) {
			const on = listed[(cells + k) | 0]!;
			lists |= on;
			all &= on;
		}
		// Who has the whole line, and whose key person is known, is looked after, no more.
		if ((all & keyPerson[account]!) === 1) opening[account] = 0;
		else ask(w, a, o, f, lists, all);
	}
}

/**
 * @param lists 1 where the account lists some of the line
 * @param all 1 where it lists the whole of it
 */
function ask(w: OutletWeek, a: number, o: number, f: number, lists: number, all: number): void {
	const { firms, products, firmStart, listed, opening, keyPerson, k1 } = w;
	const account = o * firms + f;
	const d = w.dealer[a * firms + f]!;
	const first = firmStart[f]!;
	const last = firmStart[f + 1]!;
	const cells = o * products;
	let step = opening[account]! & 15;
	if (lists === 0 && step > RESTING) return;
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
	if (all === 1) return;

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
		let refused = 1;
		for (let i = 0; i < visits; i++) refused *= 1 - perCall;
		if (uniformWith(own, listWords[k]!, k1) < 1 - refused && place(w, a, o, k, d)) won = 1;
	}
	if (lists === 0) endVisit(w, a, f, account, step, won);
}

/** R8 Where the series stands after a visit. */
function endVisit(w: OutletWeek, a: number, f: number, account: number, step: number, won: number): void {
	const { opening, restReviews } = w;
	if (step === 0) count(w, a, f, BEGUN);
	if (won === 1) {
		opening[account] = 0;
		count(w, a, f, WON);
	} else if (step === SERIES - 1) {
		opening[account] = restReviews === 0 ? 0 : RESTING + restReviews;
		count(w, a, f, DROPPED);
	} else {
		opening[account] = (step + 1) | ((w.week & 15) << 4);
		if (step > 0) count(w, a, f, step);
	}
}

/** R4 The owner is willing: the product comes in where there is room (R6), and the dealer's vans follow. */
function place(w: OutletWeek, a: number, o: number, k: number, d: number): boolean {
	const hoped = w.trialOptimism * hopedSales(w, a, o, k);
	if (!makeRoom(w, o, hoped)) return false;
	const cell = o * w.products + k;
	w.served[d * w.outlets + o] = 1;
	w.listed[cell] = 1;
	stand(w.stands, w.standWords, o, k);
	w.forecast[cell] = hoped;
	w.facings[cell] = 1;
	return true;
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
	const { products, attraction, listed, productTier, tierLeak, tierDemand } = w;
	const row = w.outletRow[o]! * products;
	const cells = o * products;
	const own = attraction[row + k]!;
	const ownTier = productTier[k]!;
	let economy = 1 + w.noBuy[a]!;
	let standard = economy;
	let premium = economy;
	for (let j = 0; j < products; j++) {
		if (j !== k && listed[cells + j]! === 0) continue;
		const whole = attraction[row + j]!;
		const leaked = whole * tierLeak;
		const tier = productTier[j]!;
		economy += tier === 0 ? whole : leaked;
		standard += tier === 1 ? whole : leaked;
		premium += tier === 2 ? whole : leaked;
	}
	const demand = w.outletSize[o]! * w.level[a]!;
	const share = (tier: number, all: number): number =>
		(demand * tierDemand[a * TIERS.length + tier]! * (own * (ownTier === tier ? 1 : tierLeak))) / all;
	return share(0, economy) + share(1, standard) + share(2, premium);
}
