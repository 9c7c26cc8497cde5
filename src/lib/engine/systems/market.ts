/** Start of the week: the prices, attractions and chances of a listing that follow from what runs (rules P1–P9, Q2, Q3, A7–A12, H10, B2–B4). */
import { less, priceFactor } from '../prices.ts';
import type { Room } from '../room.ts';
import { CHANNEL_COUNT, type State } from '../state.ts';
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
	const { areas, products } = world;
	const { rows } = turn;
	const asked = new Float64Array(areas * products);
	for (let a = 0; a < areas; a++) {
		setSteadiness(world, state, turn, asked, a);
		if (rows.plain[a] === 1) setPlainInterest(world, turn, asked, a);
		else for (let c = 0; c < CHANNEL_COUNT; c++) setRowInterest(world, turn, asked, a * CHANNEL_COUNT + c);
	}
	for (let row = areas * CHANNEL_COUNT; row < rows.count; row++) setRowInterest(world, turn, asked, row);
}

/** Q2, Q3 No.1 is asked for and kept. @param asked chance of a listing, relative [area × product] */
function setSteadiness(world: World, state: State, turn: Turn, asked: Float64Array, a: number): void {
	const { products, productFirm, firmStart, areaRegion } = world;
	const { response } = world.spec;
	const { loose } = turn.regional;
	const region = areaRegion[a]! * products;
	let held = false;
	for (let k = 0; k < products; k++) {
		const f = productFirm[k]!;
		if (k === firmStart[f]) held = holds(world, state, a, f);
		const i = a * products + k;
		asked[i] = held ? response.no1Listing : 1;
		turn.delist[i] = response.delistPerWeek * (held ? response.no1Steadiness : 1) * loose[region + k]!;
	}
}

/** Of the rows of an area that no activity is for, which are alike. */
function setPlainInterest({ products, areaRegion }: World, turn: Turn, asked: Float64Array, a: number): void {
	const { listBase } = turn;
	const { worth, spoken, margin } = turn.regional;
	const region = areaRegion[a]! * products;
	const first = a * CHANNEL_COUNT * products;
	void (worth[0]! + listBase[0]! + spoken[0]! + asked[0]! + margin[0]!);
	for (let k = 0; k < products; k++) {
		const cell = region + k;
		const base = worth[cell]!;
		const interest = base < 0 ? -1 : base * spoken[cell]! * asked[a * products + k]! * margin[cell]!;
		for (let c = 0; c < CHANNEL_COUNT; c++) listBase[first + c * products + k] = interest;
	}
}

function setRowInterest({ products, areaRegion }: World, turn: Turn, asked: Float64Array, row: number): void {
	const { boardListing, listBase, rows } = turn;
	const { worth, spoken, margin } = turn.regional;
	const a = rows.area[row]!;
	const region = areaRegion[a]! * products;
	void (worth[0]! + listBase[0]! + spoken[0]! + boardListing[0]! + asked[0]! + margin[0]!);
	for (let k = 0; k < products; k++) {
		const i = row * products + k;
		const cell = region + k;
		const base = worth[cell]!;
		// A12 who is worked on lists it sooner.
		const heard = spoken[cell]! + boardListing[i]!;
		listBase[i] = base < 0 ? -1 : base * heard * asked[a * products + k]! * margin[cell]!;
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

export function newFelt({ regions, products }: World, room: Room): Felt {
	const cells = regions * products;
	return {
		off: room.ints(cells),
		gift: room.ints(cells),
		cut: room.floats(cells),
		buy: room.floats(cells),
		asked: room.floats(cells).fill(-1),
		factor: room.floats(cells)
	};
}

/** What every product costs in every row this week, and its attraction at that. */
function setPrices(world: World, state: State, turn: Turn): void {
	const { rows, felt } = turn;
	const indices = Float64Array.from(CHANNELS, (channel) => world.spec.category.channelPrice[channel]);
	state.shelfSeen.fill(0);
	felt.off.fill(-1);
	for (let a = 0; a < world.areas; a++)
		if (rows.plain[a] === 1) setPlainPrices(world, state, turn, indices, a);
		else
			for (let c = 0; c < CHANNEL_COUNT; c++)
				setRowPrices(world, state, turn, indices, a * CHANNEL_COUNT + c);
	for (let row = world.areas * CHANNEL_COUNT; row < rows.count; row++)
		setRowPrices(world, state, turn, indices, row);
}

/** Of the rows of an area that no activity is for: but for their channel they are alike. */
function setPlainPrices(world: World, state: State, turn: Turn, indices: Float64Array, a: number): void {
	const { products, appeal, areaRegion } = world;
	const { attraction, shelfNetCents, cut, buy } = turn;
	const { habit, life, campaign, goodwill, radiated, netCents } = turn.regional;
	const { off, gift: gifts, cut: cuts, factor, buy: buys } = turn.felt;
	const r = areaRegion[a]!;
	void (attraction[0]! + shelfNetCents[0]! + habit[0]! + life[0]! + campaign[0]! + goodwill[0]!);
	void (radiated[0]! + netCents[0]! + appeal[0]! + cut[0]! + buy[0]! + off[0]! + gifts[0]! + cuts[0]!);
	void (factor[0]! + buys[0]! + indices[0]!);
	for (let k = 0; k < products; k++) {
		const cell = r * products + k;
		if (off[cell] !== 0 || gifts[cell] !== 0) feel(world, state, turn, r, k, 0, 0);
		const worth = appeal[a * products + k]! * factor[cell]! * habit[cell]! * life[cell]! * campaign[cell]!;
		const onPremise = worth * goodwill[cell]!;
		const elsewhere = worth * (goodwill[cell]! + radiated[cell]!);
		for (let c = 0; c < CHANNEL_COUNT; c++) {
			const i = (a * CHANNEL_COUNT + c) * products + k;
			cut[i] = cuts[cell]!;
			buy[i] = buys[cell]!;
			attraction[i] = c === ON_PREMISE ? onPremise : elsewhere;
			shelfNetCents[i] = Math.floor(netCents[cell]! * indices[c]! + 0.5);
		}
	}
}

function setRowPrices(world: World, state: State, turn: Turn, indices: Float64Array, row: number): void {
	const { products, appeal, areaRegion } = world;
	const { rows, offBp, giftBp, displayLift, samplingLift, boardLift, attraction, shelfNetCents } = turn;
	const { habit, life, campaign, goodwill, radiated, netCents } = turn.regional;
	// Rows of a region mostly cost the same: that is worked out once for them.
	const { off, gift: gifts, cut: cuts, factor, buy: buys } = turn.felt;
	const { cut, buy } = turn;
	void (offBp[0]! + giftBp[0]! + displayLift[0]! + samplingLift[0]! + boardLift[0]! + attraction[0]!);
	void (shelfNetCents[0]! + habit[0]! + life[0]! + campaign[0]! + goodwill[0]! + radiated[0]! + netCents[0]!);
	void (appeal[0]! + cut[0]! + buy[0]! + off[0]! + gifts[0]! + cuts[0]! + factor[0]! + buys[0]!);
	const a = rows.area[row]!;
	const channel = rows.channel[row]!;
	const r = areaRegion[a]!;
	const index = indices[channel]!;
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
