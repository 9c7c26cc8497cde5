/** Start of the week: the prices, attractions and chances of a listing that follow from what runs (rules P1–P9, Q2, Q3, A7–A11, H10, B2–B4). */
import { pow } from '../detmath.ts';
import { less, priceFactor, priceSheet, withVat } from '../prices.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { setActivities } from './activities.ts';
import { glutCutBp } from './glut.ts';
import { launchListing, lifeFactor, radiated } from './goodwill.ts';
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
	const { response, money, regions } = world.spec;
	const f = world.productFirm[k]!;
	const product = at(world.productSpecs, k);
	const margin = regions.map((_, r) => {
		const sheet = priceSheet(product, state.price[r * world.products + k]!, money.vatBp);
		return marginLeft(world, k, sheet, erosionBp(world, state, r, k));
	});
	const held = Array.from({ length: world.areas }, (_, a) => holds(world, state, a, f));
	for (let a = 0; a < world.areas; a++) {
		const steady = held[a] === true ? response.no1Steadiness : 1;
		turn.delist[a * world.products + k] =
			response.delistPerWeek * steady * looseBy(world, at(margin, world.areaRegion[a]!));
	}
	const listings = regions.map((_, r) =>
		launchListing(world, k, week, state.launchWeek[r * world.products + k]!)
	);
	for (let row = 0; row < turn.rows.count; row++) {
		const a = turn.rows.area[row]!;
		const r = world.areaRegion[a]!;
		const d = state.dealerOf[f * world.regions + r]!;
		const reputation = d < 0 ? 0 : 0.5 + at(world.spec.dealers, d).actual.reputation / 100;
		const asked = held[a] === true ? response.no1Listing : 1;
		const listing = at(listings, r);
		const i = row * world.products + k;
		const brand = r * world.firms + f;
		// A9, A10, A12 who was asked for it, heard of it or is worked on lists it sooner.
		const spoken = 1 + turn.awareness[brand]! + turn.conference[brand]! + turn.boardListing[i]!;
		turn.listBase[i] =
			listing < 0 ? -1 : response.listPerVisit * listing * reputation * spoken * asked * at(margin, r);
	}
}

/** What a product costs in every row this week, and its attraction at that. */
function setPrices(world: World, state: State, turn: Turn, week: number, k: number): void {
	const { spec, products } = world;
	const { vatBp } = spec.money;
	const product = at(world.productSpecs, k);
	const sheets = spec.regions.map((_, r) => priceSheet(product, state.price[r * products + k]!, vatBp));
	const usual = sheets.map((sheet, r) => less(sheet.shelfNetCents, erosionBp(world, state, r, k)));
	const opening = priceSheet(product, product.dealerPriceCents, vatBp).shelfCents;
	const f = world.productFirm[k]!;
	const lives = spec.regions.map((_, r) => lifeFactor(world, k, week, state.launchWeek[r * products + k]!));
	// A19 Who is used to paying less finds every price dear.
	const { referenceExponent } = spec.activities;
	const habits = spec.regions.map((_, r) => {
		const less = state.usedTo[r * products + k]!;
		return less > 0 ? pow(1 - less, referenceExponent) : 1;
	});
	const cuts = spec.regions.map((_, r) => glutCutBp(world, state, f, r, k));
	// Rows of an area come one after another and mostly cost the same: the power is taken once for them.
	let known = { felt: -1, exponent: -1, factor: 1 };
	for (let row = 0; row < turn.rows.count; row++) {
		const a = turn.rows.area[row]!;
		const channel = turn.rows.channel[row]!;
		const r = world.areaRegion[a]!;
		const sheet = at(sheets, r);
		const i = row * products + k;
		const deal = turn.dealBp[r * products + k]!;
		// P3 each level hands on part of a deal, in basis points of its own price.
		const outletDeal = Math.floor(deal * spec.response.passThroughDealer) + at(cuts, r);
		const shelfDeal = Math.floor(outletDeal * spec.response.passThroughOutlet);
		turn.outletCents[r * products + k] = less(
			sheet.outletCents,
			Math.min(MOST_OFF_BP, outletDeal + turn.dumpBp[r * products + k]!)
		);
		const usualNet = at(usual, r);
		const usualShelf = withVat(usualNet, vatBp);
		const shelfNet = less(usualNet, shelfDeal);
		const shelf = less(withVat(shelfNet, vatBp), turn.offBp[i]!);
		const share = shelf / usualShelf;
		state.shelfSeen[r * products + k] = lowerOf(state.shelfSeen[r * products + k]!, shelf);
		turn.cut[i] = 1 - share;
		// A7 A gift works like a deeper price-off; H10 in either shoppers buy beyond need.
		const gift = giftFelt(world, turn, i);
		// P8 Shoppers have come to expect the usual price: what it has lost wins nobody.
		const felt = less(usualNet === sheet.shelfNetCents ? shelf : share * sheet.shelfCents, gift);
		turn.buy[i] = 1 + spec.response.stockpile * (1 - less(shelf, gift) / usualShelf);
		const exponent = at(spec.regions, r).priceExponent;
		if (felt !== known.felt || exponent !== known.exponent)
			known = { felt, exponent, factor: priceFactor(felt, opening, exponent) };
		const brand = r * world.firms + f;
		const used = at(habits, r);
		const shown = (1 + turn.displayLift[i]!) * (1 + turn.samplingLift[i]!) * (1 + turn.boardLift[i]!);
		const worth =
			world.appeal[a * products + k]! *
			known.factor *
			used *
			at(lives, r) *
			shown *
			(1 + turn.campaignLift[brand]!);
		turn.attraction[i] =
			worth * (state.goodwill[brand]! + radiated(world, r, state.radiance[brand]!, channel));
		const index = spec.category.channelPrice[at(CHANNELS, channel)];
		turn.shelfNetCents[i] = Math.floor(shelfNet * index + 0.5);
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
