/** Start of the week: the prices, attractions and chances of a listing that follow from what runs (rules P1–P9, Q2, Q3, A7–A11, H10, B2–B4). */
import { pow } from '../detmath.ts';
import { less, priceFactor, priceSheet, withVat, type PriceSheet } from '../prices.ts';
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
	const held = heldAreas(world, state);
	for (let k = 0; k < world.products; k++) {
		const product = at(world.productSpecs, k);
		const opening = priceSheet(product, product.dealerPriceCents, world.spec.money.vatBp);
		const regions = world.spec.regions.map((_, r) => regional(world, state, turn, week, k, r, opening));
		setPrices(world, state, turn, k, regions, opening);
		setInterest(world, turn, k, regions, held);
	}
}

/** 1 where the firm holds the area [area × firm]. */
function heldAreas(world: World, state: State): Uint8Array {
	const held = new Uint8Array(world.areas * world.firms);
	for (let a = 0; a < world.areas; a++)
		for (let f = 0; f < world.firms; f++) if (holds(world, state, a, f)) held[a * world.firms + f] = 1;
	return held;
}

/** R4, R5 How willingly outlets take a product in and keep it, before all that is the account's own. */
function setInterest(
	world: World,
	turn: Turn,
	k: number,
	regions: readonly Regional[],
	held: Uint8Array
): void {
	const { products, firms, areas, areaRegion } = world;
	const { response } = world.spec;
	const { rows, awareness, conference, boardListing, listBase, delist } = turn;
	const f = world.productFirm[k]!;
	const asked = new Float64Array(areas);
	for (let a = 0; a < areas; a++) {
		const own = held[a * firms + f] === 1;
		asked[a] = own ? response.no1Listing : 1;
		const steady = own ? response.no1Steadiness : 1;
		delist[a * products + k] = response.delistPerWeek * steady * at(regions, areaRegion[a]!).loose;
	}
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const r = areaRegion[a]!;
		const i = row * products + k;
		const brand = r * firms + f;
		const { worth, margin } = regions[r]!;
		// A9, A10, A12 who was asked for it, heard of it or is worked on lists it sooner.
		const spoken = 1 + awareness[brand]! + conference[brand]! + boardListing[i]!;
		listBase[i] = worth < 0 ? -1 : worth * spoken * asked[a]! * margin;
	}
}

/** What of a product's price, attraction and welcome is the same in all rows of a region. */
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
	/** Chance of a listing per call by launch and dealer; −1 before the launch. */
	readonly worth: number;
	/** What is left of the outlets' margin, and how much likelier they drop what earns them no more. */
	readonly margin: number;
	readonly loose: number;
}

/** P3 And what outlets pay there. */
function regional(
	world: World,
	state: State,
	turn: Turn,
	week: number,
	k: number,
	r: number,
	opening: PriceSheet
): Regional {
	const { products, firms } = world;
	const { money, response, activities, regions, dealers } = world.spec;
	const f = world.productFirm[k]!;
	const cell = r * products + k;
	const brand = r * firms + f;
	const sheet = priceSheet(at(world.productSpecs, k), state.price[cell]!, money.vatBp);
	// P3 each level hands on part of a deal, in basis points of its own price.
	const handedOn = Math.floor(turn.dealBp[cell]! * response.passThroughDealer);
	const outletDeal = handedOn + glutCutBp(world, state, f, r, k);
	const shelfDeal = Math.floor(outletDeal * response.passThroughOutlet);
	turn.outletCents[cell] = less(sheet.outletCents, Math.min(MOST_OFF_BP, outletDeal + turn.dumpBp[cell]!));
	const eroded = erosionBp(world, state, r, k);
	const usualNetCents = less(sheet.shelfNetCents, eroded);
	const netCents = less(usualNetCents, shelfDeal);
	// A19 Who is used to paying less finds every price dear.
	const usedTo = state.usedTo[cell]!;
	const launched = state.launchWeek[cell]!;
	const d = state.dealerOf[f * world.regions + r]!;
	const reputation = d < 0 ? 0 : 0.5 + at(dealers, d).actual.reputation / 100;
	const listing = launchListing(world, k, week, launched);
	const margin = marginLeft(opening, sheet, eroded);
	return {
		sheetNetCents: sheet.shelfNetCents,
		sheetShelfCents: sheet.shelfCents,
		usualNetCents,
		usualShelfCents: withVat(usualNetCents, money.vatBp),
		netCents,
		shelfCents: withVat(netCents, money.vatBp),
		exponent: at(regions, r).priceExponent,
		life: lifeFactor(world, k, week, launched),
		habit: usedTo > 0 ? pow(1 - usedTo, activities.referenceExponent) : 1,
		campaign: 1 + turn.campaignLift[brand]!,
		goodwill: state.goodwill[brand]!,
		radiated: radiated(world, r, state.radiance[brand]!),
		worth: listing < 0 ? -1 : response.listPerVisit * listing * reputation,
		margin,
		loose: looseBy(world, margin)
	};
}

/** What a product costs shoppers of one place, how that is felt, and what of it they buy beyond need. */
interface Felt {
	readonly shelfCents: number;
	readonly cut: number;
	readonly factor: number;
	readonly buy: number;
}

/** A7, P8, H10 At a price-off and a gift, both as discounts in basis points. */
function feltAt(world: World, there: Regional, offBp: number, giftBp: number, opening: PriceSheet): Felt {
	const shelfCents = less(there.shelfCents, offBp);
	const share = shelfCents / there.usualShelfCents;
	// P8 Shoppers have come to expect the usual price: what it has lost wins nobody.
	const asOnSheet = there.usualNetCents === there.sheetNetCents;
	// A7 A gift works like a deeper price-off; H10 in either shoppers buy beyond need.
	const felt = less(asOnSheet ? shelfCents : share * there.sheetShelfCents, giftBp);
	return {
		shelfCents,
		cut: 1 - share,
		factor: priceFactor(felt, opening.shelfCents, there.exponent),
		buy: 1 + world.spec.response.stockpile * (1 - less(shelfCents, giftBp) / there.usualShelfCents)
	};
}

/** What a product costs in every row this week, and its attraction at that. */
function setPrices(
	world: World,
	state: State,
	turn: Turn,
	k: number,
	regions: readonly Regional[],
	opening: PriceSheet
): void {
	const { spec, products, appeal, areaRegion } = world;
	const { rows, offBp, displayLift, samplingLift, boardLift, cut, buy, attraction, shelfNetCents } = turn;
	const { shelfSeen } = state;
	const indices = CHANNELS.map((channel) => spec.category.channelPrice[channel]);
	// Rows of an area come one after another and mostly cost the same: that is worked out once for them.
	let region = -1;
	let off = 0;
	let gift = 0;
	let known: Felt | null = null;
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const channel = rows.channel[row]!;
		const r = areaRegion[a]!;
		const there = regions[r]!;
		const i = row * products + k;
		const given = giftFelt(world, turn, i);
		if (known === null || r !== region || offBp[i]! !== off || given !== gift) {
			region = r;
			off = offBp[i]!;
			gift = given;
			known = feltAt(world, there, off, gift, opening);
			shelfSeen[r * products + k] = lowerOf(shelfSeen[r * products + k]!, known.shelfCents);
		}
		cut[i] = known.cut;
		buy[i] = known.buy;
		const shown = (1 + displayLift[i]!) * (1 + samplingLift[i]!) * (1 + boardLift[i]!);
		const worth =
			appeal[a * products + k]! * known.factor * there.habit * there.life * shown * there.campaign;
		attraction[i] = worth * (there.goodwill + (channel === ON_PREMISE ? 0 : there.radiated));
		shelfNetCents[i] = Math.floor(there.netCents * indices[channel]! + 0.5);
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
