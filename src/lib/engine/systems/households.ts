/**
 * Households (rules H3, H4, H7, H8, H12): demand of each outlet, shared by multiplicative attraction among what it has
 * listed, what an empty shelf turns away shared out again. A kernel: in its loops over products nothing branches
 * on a figure that changes from one to the next. What an outlet neither lists nor has left of is passed over.
 *
 * Loops call nothing, and what they read is read once ahead of them (`void`): then the host checks each array once for a
 * block and not for every product.
 */
import * as random from '../random.ts';
import { TIERS } from '../vocab.ts';
import * as branchFree from './branch-free.ts';
import type { OutletWeek } from './outlet-week.ts';
import * as traitParts from './traits.ts';

/** Constants of this file: what is another file's the host looks up again at each use. */
const { idWord, normalishWith } = random;
const { any } = branchFree;
const { ALL_TIERS, firmOf, isEconomy, isStandard, productOf, slotOf, SLOTS } = traitParts;

/** One block of outlets of area `a`: [from, to). */
export function choose(w: OutletWeek, a: number, from: number, to: number): void {
	attract(w, a, from, to);
	for (let o = from; o < to; o++) if (w.gone[o - from]! > 0) shareMissed(w, a, o, o - from);
}

/**
 * H3, H4, H8 What stands at each outlet or is listed there (`live`, `ends`), what of it there is with what came in
 * (O1), the pull of each, what a unit of pull is worth by tier, and the pull of what is missing.
 */
function attract(w: OutletWeek, a: number, from: number, to: number): void {
	const { products, firms, noiseWord, noiseFlipped, closeness, outletRow, outletSize, standWords } = w;
	const { stockNew, stockOld, inbound, listed, facings, attraction, shelf, noise, relationLift, tierLeak } =
		w;
	const { live, had, stands, traits, pull, tierDemand, ends, tierWorth, gone } = w;
	const k0 = w.k0 | 0;
	const k1 = w.k1 | 0;
	const level = w.level[a]!;
	const base = 1 + w.noBuy[a]!;
	const economyShare = tierDemand[a * TIERS.length]!;
	const standardShare = tierDemand[a * TIERS.length + 1]!;
	const premiumShare = tierDemand[a * TIERS.length + 2]!;
	void (stockNew[0]! + stockOld[0]! + inbound[0]! + listed[0]! + facings[0]! + attraction[0]! + shelf[0]!);
	void (live[0]! + had[0]! + pull[0]! + tierWorth[0]! + gone[0]! + ends[0]! + traits[0]! + stands[0]!);
	void (closeness[0]! + outletRow[0]! + outletSize[0]!);
	for (let o = from; o < to; o++) {
		const at = (o - from) | 0;
		// H3 outlet-week noise, floored so that no outlet turns negative.
		const own = idWord(k0, o);
		const factor = Math.max(0, 1 + noise * normalishWith(own, noiseWord, noiseFlipped, k1));
		const demand = outletSize[o]! * level * factor;
		const cells = (o * products) | 0;
		const accounts = (o * firms) | 0;
		const row = (outletRow[o]! * products) | 0;
		// H4 Of tiers the sums of two are kept, and that of all: in registers, not in memory.
		let all = 0;
		let economy = 0;
		let standard = 0;
		let missing = 0;
		let end = (at * products) | 0;
		for (let word = 0; word < standWords; word++)
			for (let rest = stands[(o * standWords + word) | 0]!; rest !== 0; rest &= rest - 1) {
				const lowest = rest & -rest;
				const k = ((word << 5) + 31 - Math.clz32(lowest)) | 0;
				const cell = (cells + k) | 0;
				const have = (stockNew[cell]! + inbound[cell]! + stockOld[cell]!) | 0;
				if ((have | listed[cell]!) === 0) {
					// The last of what is not listed any more is sold.
					stands[(o * standWords + word) | 0] = stands[(o * standWords + word) | 0]! & ~lowest;
					continue;
				}
				const trait = traits[k]!;
				const lift = 1 + relationLift * closeness[(accounts + firmOf(trait)) | 0]!;
				const p = attraction[(row + k) | 0]! * shelf[facings[cell]!]! * lift;
				live[end] = trait;
				had[end] = have;
				pull[end] = p;
				end = (end + 1) | 0;
				all += p;
				economy += p * isEconomy(trait);
				standard += p * isStandard(trait);
				if (have === 0) missing += p;
			}
		ends[at] = end;
		gone[at] = missing;
		// H8, H12 shoppers of a tier choose among all, those of other tiers counted by the leak; some buy nothing.
		const premium = Math.max(0, all - economy - standard);
		const ofEconomy = (demand * economyShare) / (base + economy + tierLeak * (all - economy));
		const ofStandard = (demand * standardShare) / (base + standard + tierLeak * (all - standard));
		const ofPremium = (demand * premiumShare) / (base + premium + tierLeak * (all - premium));
		const worth = ofEconomy + ofStandard + ofPremium;
		const slots = (at * SLOTS) | 0;
		tierWorth[slots] = ofPremium + tierLeak * (worth - ofPremium);
		tierWorth[(slots + 1) | 0] = ofEconomy + tierLeak * (worth - ofEconomy);
		tierWorth[(slots + 2) | 0] = ofStandard + tierLeak * (worth - ofStandard);
		tierWorth[(slots + ALL_TIERS) | 0] = worth;
	}
}

/**
 * H7 What empty shelves turn away at an outlet: to other products of the brand, to other brands, elsewhere, or nowhere.
 * Fills `firmWorth`, by firm what a unit of its pull gains of it relative to the others, and `toOthers`, what one
 * gains that is nobody's, a small brand's.
 *
 * @param at the outlet's place in the block
 */
function shareMissed(w: OutletWeek, a: number, o: number, at: number): void {
	const { firms, products, live, ends, pull, tierWorth, buy, had } = w;
	const { firmPull, firmMissed, firmWorth, missed, otherBrand, otherPack } = w;
	const row = w.outletRow[o]! * products;
	const end = ends[at]!;
	let standing = 1;
	for (let f = 0; f < firms; f++) {
		firmMissed[f] = 0;
		firmPull[f] = 0;
	}
	for (let i = at * products; i < end; i++) {
		const trait = live[i]!;
		const k = productOf(trait);
		const f = firmOf(trait);
		// With those whom other shops sent here: they too find nothing.
		const there = pull[i]! * any(had[i]!);
		const turned = buy[row + k]! * (pull[i]! - there) * tierWorth[at * SLOTS + slotOf(trait)]!;
		firmPull[f] = firmPull[f]! + there;
		standing += there;
		firmMissed[f] = firmMissed[f]! + turned;
		missed[a * products + k] = missed[a * products + k]! + turned;
	}
	let toOthers = 0;
	for (let f = 0; f < firms; f++) {
		const there = firmPull[f]!;
		const pack = there > 0 ? otherPack : 0;
		const away = firmMissed[f]!;
		// What has no other product of the brand to go to goes to other brands too.
		const others = ((otherBrand + otherPack - pack) * away) / (standing - there);
		toOthers += others;
		firmWorth[at * firms + f] = (there > 0 ? (pack * away) / there : 0) - others;
	}
	w.toOthers[at] = toOthers;
}
