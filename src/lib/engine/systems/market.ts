/** Start of the week: the prices, attractions and chances of a listing that follow from what runs (rules P1–P9, Q2, Q3, A7–A12, H10, B2–B4). */
import { less, priceFactor } from '../prices.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { setActivities } from './activities.ts';
import { ON_PREMISE } from './goodwill.ts';
import { holds } from './no1.ts';
import { setDumping } from './price-order.ts';
import { setRegional } from './regional.ts';

export function setMarket(world: World, state: State, turn: Turn, week: number): void {
	setActivities(world, state, turn, week);
	setDumping(world, state, turn);
	setRegional(world, state, turn, week);
	setPrices(world, state, turn);
	setInterest(world, state, turn);
}

/** R4, R5 How willingly outlets take a product in and keep it, before all that is the account's own. */
function setInterest(world: World, state: State, turn: Turn): void {
	const { products, areas, areaRegion, productFirm } = world;
	const { response } = world.spec;
	const { rows, boardListing, listBase, delist } = turn;
	const { worth, spoken, margin, loose } = turn.regional;
	const asked = new Float64Array(areas * products);
	for (let a = 0; a < areas; a++) {
		const region = areaRegion[a]! * products;
		let held = false;
		for (let k = 0; k < products; k++) {
			const f = productFirm[k]!;
			if (k === world.firmStart[f]) held = holds(world, state, a, f);
			const i = a * products + k;
			asked[i] = held ? response.no1Listing : 1;
			delist[i] = response.delistPerWeek * (held ? response.no1Steadiness : 1) * loose[region + k]!;
		}
	}
	const { area: areaOf, count } = rows;
	void (areaOf[0]! + worth[0]! + listBase[0]! + spoken[0]! + boardListing[0]! + asked[0]! + margin[0]!);
	for (let row = 0; row < count; row++) {
		const a = areaOf[row]!;
		const area = a * products;
		const region = areaRegion[a]! * products;
		for (let k = 0; k < products; k++) {
			const i = row * products + k;
			const cell = region + k;
			const base = worth[cell]!;
			// A12 who is worked on lists it sooner.
			listBase[i] =
				base < 0 ? -1 : base * (spoken[cell]! + boardListing[i]!) * asked[area + k]! * margin[cell]!;
		}
	}
}

/** What a product costs shoppers, how that is felt, and what of it they buy beyond need, where it was worked out last [region × product]. */
export interface Felt {
	/** Price-off and gift, basis points; −1 in a week in which nothing was worked out yet. */
	readonly off: Int32Array;
	readonly gift: Int32Array;
	readonly cut: Float64Array;
	readonly buy: Float64Array;
	/** What attraction is multiplied by at `asked` cents: a power, so kept from week to week. */
	readonly asked: Float64Array;
	readonly factor: Float64Array;
}

export function newFelt({ regions, products }: World): Felt {
	const cells = regions * products;
	return {
		off: new Int32Array(cells),
		gift: new Int32Array(cells),
		cut: new Float64Array(cells),
		buy: new Float64Array(cells),
		asked: new Float64Array(cells).fill(-1),
		factor: new Float64Array(cells)
	};
}

/** What every product costs in every row this week, and its attraction at that. */
function setPrices(world: World, state: State, turn: Turn): void {
	const { spec, products, appeal, areaRegion } = world;
	const { rows, offBp, giftBp, displayLift, samplingLift, boardLift, attraction, shelfNetCents } = turn;
	const { habit, life, campaign, goodwill, radiated, netCents } = turn.regional;
	const indices = CHANNELS.map((channel) => spec.category.channelPrice[channel]);
	state.shelfSeen.fill(0);
	// Rows of a region mostly cost the same: that is worked out once for them.
	const { off, gift: gifts, cut: cuts, factor, buy: buys } = turn.felt;
	off.fill(-1);
	const { cut, buy } = turn;
	void (offBp[0]! + giftBp[0]! + displayLift[0]! + samplingLift[0]! + boardLift[0]! + attraction[0]!);
	void (shelfNetCents[0]! + habit[0]! + life[0]! + campaign[0]! + goodwill[0]! + radiated[0]! + netCents[0]!);
	void (appeal[0]! + cut[0]! + buy[0]! + off[0]! + gifts[0]! + cuts[0]! + factor[0]! + buys[0]!);
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const channel = rows.channel[row]!;
		const r = areaRegion[a]!;
		const index = at(indices, channel);
		const radiates = channel === ON_PREMISE ? 0 : 1;
		for (let k = 0; k < products; k++) {
			const i = row * products + k;
			const cell = r * products + k;
			const gift = giftBp[i] === 0 ? 0 : giftFelt(world, turn, i);
			if (off[cell] !== offBp[i] || gifts[cell] !== gift) feel(world, state, turn, r, k, offBp[i]!, gift);
			cut[i] = cuts[cell]!;
			buy[i] = buys[cell]!;
			const shown = (1 + displayLift[i]!) * (1 + samplingLift[i]!) * (1 + boardLift[i]!);
			const worth =
				appeal[a * products + k]! * factor[cell]! * habit[cell]! * life[cell]! * shown * campaign[cell]!;
			attraction[i] = worth * (goodwill[cell]! + radiates * radiated[cell]!);
			shelfNetCents[i] = Math.floor(netCents[cell]! * index + 0.5);
		}
	}
}

/** A7, P8, H10 At a price-off and a gift, both as discounts in basis points. */
function feel(world: World, state: State, turn: Turn, r: number, k: number, off: number, gift: number): void {
	const { felt, regional: there } = turn;
	const cell = r * world.products + k;
	const usual = there.usualShelfCents[cell]!;
	const shelf = less(there.shelfCents[cell]!, off);
	const share = shelf / usual;
	// P8 Shoppers have come to expect the usual price: what it has lost wins nobody.
	const price = there.asOnSheet[cell] === 1 ? shelf : share * at(there.sheets, cell).shelfCents;
	felt.off[cell] = off;
	felt.gift[cell] = gift;
	felt.cut[cell] = 1 - share;
	// A7 A gift works like a deeper price-off; H10 in either shoppers buy beyond need.
	const asked = less(price, gift);
	if (felt.asked[cell] !== asked) {
		const exponent = at(world.spec.regions, r).priceExponent;
		felt.asked[cell] = asked;
		felt.factor[cell] = priceFactor(asked, at(there.openings, k).shelfCents, exponent);
	}
	felt.buy[cell] = 1 + world.spec.response.stockpile * (1 - less(shelf, gift) / usual);
	state.shelfSeen[cell] = lowerOf(state.shelfSeen[cell]!, shelf);
}

/** The lower of two prices met in shops; 0 is none met yet, what is given away counts as a cent. */
function lowerOf(seen: number, shelf: number): number {
	const met = Math.max(1, shelf);
	return seen === 0 ? met : Math.min(seen, met);
}

/** A7 What a gift moves, as a discount: the less where it was not prepared. */
function giftFelt(world: World, turn: Turn, cell: number): number {
	const { readiness } = at(turn.activities, turn.giftActivity[cell]!);
	return Math.floor(turn.giftBp[cell]! * world.spec.activities.bonusWorth * readiness);
}
