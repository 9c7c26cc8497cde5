/** Start of the week: the prices, attractions and chances of a listing that follow from what runs (rules P1–P9, Q2, Q3, A7–A11, H10, B2–B4). */
import { pow } from '../detmath.ts';
import { less, priceFactor, priceSheet, withVat } from '../prices.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { setActivities } from './activities.ts';
import { glutCutBp } from './glut.ts';
import { launchListing, lifeFactor, ON_PREMISE, radiated } from './goodwill.ts';
import { holds } from './no1.ts';
import { erosionBp, looseBy, marginLeft, setDumping } from './price-order.ts';

/** A deal handed on and a dealer that dumps never come to more, basis points. */
const MOST_OFF_BP = 9000;

export function setMarket(world: World, state: State, turn: Turn, week: number): void {
	setActivities(world, state, turn, week);
	setDumping(world, state, turn);
	state.shelfSeen.fill(0);
	for (let k = 0; k < world.products; k++) {
		setPrices(world, state, turn, week, k);
		setInterest(world, state, turn, week, k);
	}
}

/** R4, R5 How willingly outlets take a product in and keep it, before all that is the account's own. */
function setInterest(world: World, state: State, turn: Turn, week: number, k: number): void {
	const { products, firms, areaRegion } = world;
	const { response, money, regions, dealers } = world.spec;
	const { rows } = turn;
	const f = world.productFirm[k]!;
	const product = at(world.productSpecs, k);
	const region = { margin: new Float64Array(regions.length), worth: new Float64Array(regions.length) };
	for (let r = 0; r < regions.length; r++) {
		const sheet = priceSheet(product, state.price[r * products + k]!, money.vatBp);
		region.margin[r] = marginLeft(world, k, sheet, erosionBp(world, state, r, k));
		const d = state.dealerOf[f * world.regions + r]!;
		const reputation = d < 0 ? 0 : 0.5 + at(dealers, d).actual.reputation / 100;
		const listing = launchListing(world, k, week, state.launchWeek[r * products + k]!);
		region.worth[r] = listing < 0 ? -1 : response.listPerVisit * listing * reputation;
	}
	const asked = new Float64Array(world.areas);
	for (let a = 0; a < world.areas; a++) {
		const held = holds(world, state, a, f);
		asked[a] = held ? response.no1Listing : 1;
		const steady = held ? response.no1Steadiness : 1;
		turn.delist[a * products + k] =
			response.delistPerWeek * steady * looseBy(world, region.margin[areaRegion[a]!]!);
	}
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const r = areaRegion[a]!;
		const i = row * products + k;
		const brand = r * firms + f;
		const worth = region.worth[r]!;
		// A9, A10, A12 who was asked for it, heard of it or is worked on lists it sooner.
		const spoken = 1 + turn.awareness[brand]! + turn.conference[brand]! + turn.boardListing[i]!;
		turn.listBase[i] = worth < 0 ? -1 : worth * spoken * asked[a]! * region.margin[r]!;
	}
}

/** What of a product's price and attraction is the same in all rows of a region. */
interface Regional {
	/** On the sheet, and usual (P6), before tax. */
	readonly sheetNetCents: number;
	readonly sheetShelfCents: number;
	readonly usualNetCents: number;
	readonly usualShelfCents: number;
	/** Usual, less what of a deal reaches it: before and after tax. */
	readonly netCents: number;
	readonly shelfCents: number;
	readonly exponent: number;
	readonly life: number;
	readonly habit: number;
	readonly campaign: number;
	readonly goodwill: number;
	/** What core outlets add to it in the other channels. */
	readonly radiated: number;
}

/** P3 And what outlets pay there. */
function regional(world: World, state: State, turn: Turn, week: number, k: number, r: number): Regional {
	const { products, firms } = world;
	const { money, response, activities, regions } = world.spec;
	const f = world.productFirm[k]!;
	const cell = r * products + k;
	const brand = r * firms + f;
	const sheet = priceSheet(at(world.productSpecs, k), state.price[cell]!, money.vatBp);
	// P3 each level hands on part of a deal, in basis points of its own price.
	const handedOn = Math.floor(turn.dealBp[cell]! * response.passThroughDealer);
	const outletDeal = handedOn + glutCutBp(world, state, f, r, k);
	const shelfDeal = Math.floor(outletDeal * response.passThroughOutlet);
	turn.outletCents[cell] = less(sheet.outletCents, Math.min(MOST_OFF_BP, outletDeal + turn.dumpBp[cell]!));
	const usualNetCents = less(sheet.shelfNetCents, erosionBp(world, state, r, k));
	const netCents = less(usualNetCents, shelfDeal);
	// A19 Who is used to paying less finds every price dear.
	const usedTo = state.usedTo[cell]!;
	return {
		sheetNetCents: sheet.shelfNetCents,
		sheetShelfCents: sheet.shelfCents,
		usualNetCents,
		usualShelfCents: withVat(usualNetCents, money.vatBp),
		netCents,
		shelfCents: withVat(netCents, money.vatBp),
		exponent: at(regions, r).priceExponent,
		life: lifeFactor(world, k, week, state.launchWeek[cell]!),
		habit: usedTo > 0 ? pow(1 - usedTo, activities.referenceExponent) : 1,
		campaign: 1 + turn.campaignLift[brand]!,
		goodwill: state.goodwill[brand]!,
		radiated: radiated(world, r, state.radiance[brand]!)
	};
}

/** What a product costs in every row this week, and its attraction at that. */
function setPrices(world: World, state: State, turn: Turn, week: number, k: number): void {
	const { spec, products, appeal, areaRegion } = world;
	const { rows, offBp, displayLift, samplingLift, boardLift } = turn;
	const product = at(world.productSpecs, k);
	const opening = priceSheet(product, product.dealerPriceCents, spec.money.vatBp).shelfCents;
	const regions = spec.regions.map((_, r) => regional(world, state, turn, week, k, r));
	const indices = CHANNELS.map((channel) => spec.category.channelPrice[channel]);
	// Rows of an area come one after another and mostly cost the same: the power is taken once for them.
	let known = { felt: -1, exponent: -1, factor: 1 };
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const channel = rows.channel[row]!;
		const r = areaRegion[a]!;
		const there = at(regions, r);
		const i = row * products + k;
		const shelf = less(there.shelfCents, offBp[i]!);
		const share = shelf / there.usualShelfCents;
		state.shelfSeen[r * products + k] = lowerOf(state.shelfSeen[r * products + k]!, shelf);
		turn.cut[i] = 1 - share;
		// A7 A gift works like a deeper price-off; H10 in either shoppers buy beyond need.
		const gift = giftFelt(world, turn, i);
		// P8 Shoppers have come to expect the usual price: what it has lost wins nobody.
		const asOnSheet = there.usualNetCents === there.sheetNetCents;
		const felt = less(asOnSheet ? shelf : share * there.sheetShelfCents, gift);
		turn.buy[i] = 1 + spec.response.stockpile * (1 - less(shelf, gift) / there.usualShelfCents);
		const { exponent } = there;
		if (felt !== known.felt || exponent !== known.exponent)
			known = { felt, exponent, factor: priceFactor(felt, opening, exponent) };
		const shown = (1 + displayLift[i]!) * (1 + samplingLift[i]!) * (1 + boardLift[i]!);
		const worth =
			appeal[a * products + k]! * known.factor * there.habit * there.life * shown * there.campaign;
		turn.attraction[i] = worth * (there.goodwill + (channel === ON_PREMISE ? 0 : there.radiated));
		turn.shelfNetCents[i] = Math.floor(there.netCents * at(indices, channel) + 0.5);
	}
}

/** The lower of two prices met in shops; 0 is none met yet, what is given away counts as a cent. */
function lowerOf(seen: number, shelf: number): number {
	const met = Math.max(1, shelf);
	return seen === 0 ? met : Math.min(seen, met);
}

/** A7 What a gift moves, as a discount: the less where it was not prepared. */
function giftFelt(world: World, turn: Turn, cell: number): number {
	const gift = turn.giftBp[cell]!;
	if (gift === 0) return 0;
	const { readiness } = at(turn.activities, turn.giftActivity[cell]!);
	return Math.floor(gift * world.spec.activities.bonusWorth * readiness);
}
