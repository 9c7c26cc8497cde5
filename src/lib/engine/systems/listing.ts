/** An account takes a product in (rules R4, R6, R7), where there is room and it promises more than what stands there. */
import { TIERS } from '../vocab.ts';
import type { OutletWeek } from './outlet-week.ts';
import { stand } from './stands.ts';

/** R4 The owner is willing: the product comes in where there is room (R6), and the dealer's vans follow. */
export function place(w: OutletWeek, a: number, o: number, k: number, d: number): boolean {
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
