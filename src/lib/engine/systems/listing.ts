/** Listings that calls win (rules R4, R6, R7): what the owner hopes for, the room it makes, whose vans come. */
import { TIERS } from '../vocab.ts';
import { DAYS } from './outlet-turn.ts';
import type { OutletWeek } from './outlet-week.ts';
import { stand } from './stands.ts';

/**
 * R4 The owner is willing: the product comes in where there is room (R6), and the dealer's vans follow.
 *
 * @param from first outlet of the block
 */
export function list(w: OutletWeek, a: number, from: number, account: number, k: number): boolean {
	const o = Math.floor(account / w.firms);
	const hoped = w.trialOptimism * hopedSales(w, a, o, k);
	if (!makeRoom(w, o, hoped)) return false;
	const cell = o * w.products + k;
	w.listed[cell] = 1;
	stand(w.stands, w.standWords, o, k);
	w.forecast[cell] = hoped;
	w.facings[cell] = 1;
	deliver(w, a, from, o, w.dealer[a * w.firms + account - o * w.firms]!);
	return true;
}

/** The dealer comes from now on, for each firm whose it is, and takes this week's orders. */
function deliver(w: OutletWeek, a: number, from: number, o: number, d: number): void {
	const { firms, products, outlets, deliverer, slips } = w;
	const place = d * outlets + o;
	w.served[place] = 1;
	const row = (w.via.length === 0 ? d : w.via[place]!) * products;
	for (let f = 0; f < firms; f++) {
		if (w.dealer[a * firms + f] !== d) continue;
		const account = o * firms + f;
		deliverer[account] = row;
		slips[account - from * firms] = ordersToday(w, o, account) ? row : -1;
	}
}

/** O3 On its own day, or because somebody with an order pad stands in the shop. */
function ordersToday(w: OutletWeek, o: number, account: number): boolean {
	const day = w.outletOffset[o]!;
	const ownDay = w.orderDay[w.outletClass[o]! * DAYS + day]!;
	return (ownDay | w.calls[w.callRows[account]! * DAYS + day]!) > 0;
}

/** R6 A full outlet gives up its slowest product for one that promises more, or refuses. */
function makeRoom(w: OutletWeek, o: number, hoped: number): boolean {
	const { products, listed, forecast } = w;
	const cells = o * products;
	let count = 0;
	for (let k = 0; k < products; k++) count += listed[cells + k]!;
	if (count < w.slots[w.outletClass[o]!]!) return true;
	let slowest = -1;
	for (let cell = cells; cell < cells + products; cell++)
		if (listed[cell]! === 1 && (slowest < 0 || forecast[cell]! < forecast[slowest]!)) slowest = cell;
	if (slowest < 0 || forecast[slowest]! >= hoped) return false;
	listed[slowest] = 0;
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
		// What is not listed pulls nobody; no branch can be foretold here.
		const whole = attraction[row + j]! * (j === k ? 1 : listed[cells + j]!);
		const leaked = whole * tierLeak;
		const tier = productTier[j]!;
		economy += tier === 0 ? whole : leaked;
		standard += tier === 1 ? whole : leaked;
		premium += tier === 2 ? whole : leaked;
	}
	const demand = w.outletSize[o]! * w.level[a]!;
	const tiers = a * TIERS.length;
	const ofEconomy = demand * tierDemand[tiers]! * (own * (ownTier === 0 ? 1 : tierLeak));
	const ofStandard = demand * tierDemand[tiers + 1]! * (own * (ownTier === 1 ? 1 : tierLeak));
	const ofPremium = demand * tierDemand[tiers + 2]! * (own * (ownTier === 2 ? 1 : tierLeak));
	return ofEconomy / economy + ofStandard / standard + ofPremium / premium;
}
