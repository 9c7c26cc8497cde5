/** What of a product's price, attraction and welcome is the same all over a region this week (rules P3, P6–P9, A19, B2–B4, R4). */
import { pow } from '../detmath.ts';
import { less, priceSheet, withVat, type PriceSheet } from '../prices.ts';
import type { Room } from '../room.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';
import { glutCutBp } from './glut.ts';
import { launchListing, lifeFactor, radiated } from './goodwill.ts';
import { erosionBp, looseBy, marginLeft } from './price-order.ts';

/** A deal handed on and a dealer that dumps never come to more, basis points. */
const MOST_OFF_BP = 9000;

/** All of them [region × product]. */
export interface Regional {
	/** The file's price sheet [product], and that of the turn. */
	readonly openings: readonly PriceSheet[];
	readonly sheets: readonly PriceSheet[];
	/** The usual shelf price (P6), after tax. */
	readonly usualShelfCents: Float64Array;
	/** 1 where nothing of the sheet's has been lost. */
	readonly asOnSheet: Uint8Array;
	/** Usual, less what of a deal reaches it: before and after tax. */
	readonly netCents: Float64Array;
	readonly shelfCents: Float64Array;
	readonly habit: Float64Array;
	readonly life: Float64Array;
	readonly campaign: Float64Array;
	readonly goodwill: Float64Array;
	/** What core outlets add to it in the other channels. */
	readonly radiated: Float64Array;
	/** Chance of a listing per call by launch and dealer, −1 before the launch; and what campaigns and a conference make of it. */
	readonly worth: Float64Array;
	readonly spoken: Float64Array;
	/** What is left of the outlets' margin, and how much likelier they drop what earns them no more. */
	readonly margin: Float64Array;
	readonly loose: Float64Array;
}

export function newRegional(
	{ regions, products, productSpecs, spec }: World,
	{ price }: State,
	room: Room
): Regional {
	const cells = regions * products;
	const { vatBp } = spec.money;
	const sheets: PriceSheet[] = [];
	for (let cell = 0; cell < cells; cell++)
		sheets.push(priceSheet(at(productSpecs, cell % products), price[cell]!, vatBp));
	return {
		openings: productSpecs.map((product) => priceSheet(product, product.dealerPriceCents, vatBp)),
		sheets,
		usualShelfCents: room.floats(cells),
		asOnSheet: new Uint8Array(cells),
		netCents: room.floats(cells),
		shelfCents: room.floats(cells),
		habit: room.floats(cells),
		life: room.floats(cells),
		campaign: room.floats(cells),
		goodwill: room.floats(cells),
		radiated: room.floats(cells),
		worth: room.floats(cells),
		spoken: room.floats(cells),
		margin: room.floats(cells),
		loose: room.floats(cells)
	};
}

/** P3 And what outlets pay there. */
export function setRegional(world: World, state: State, turn: Turn, week: number): void {
	for (let r = 0; r < world.regions; r++)
		for (let k = 0; k < world.products; k++) {
			setCents(world, state, turn, k, r);
			setPull(world, state, turn, week, k, r);
		}
}

function setCents(world: World, state: State, turn: Turn, k: number, r: number): void {
	const into = turn.regional;
	const { money, response } = world.spec;
	const cell = r * world.products + k;
	const sheet = at(into.sheets, cell);
	// P3 each level hands on part of a deal, in basis points of its own price.
	const handedOn = Math.floor(turn.dealBp[cell]! * response.passThroughDealer);
	const outletDeal = handedOn + glutCutBp(world, state, world.productFirm[k]!, r, k);
	const shelfDeal = Math.floor(outletDeal * response.passThroughOutlet);
	turn.outletCents[cell] = less(sheet.outletCents, Math.min(MOST_OFF_BP, outletDeal + turn.dumpBp[cell]!));
	const eroded = erosionBp(world, state, r, k);
	const usualNetCents = less(sheet.shelfNetCents, eroded);
	const netCents = less(usualNetCents, shelfDeal);
	const margin = marginLeft(at(into.openings, k), sheet, eroded);
	into.usualShelfCents[cell] = withVat(usualNetCents, money.vatBp);
	into.asOnSheet[cell] = usualNetCents === sheet.shelfNetCents ? 1 : 0;
	into.netCents[cell] = netCents;
	into.shelfCents[cell] = withVat(netCents, money.vatBp);
	into.margin[cell] = margin;
	into.loose[cell] = looseBy(world, margin);
}

function setPull(world: World, state: State, turn: Turn, week: number, k: number, r: number): void {
	const into = turn.regional;
	const { response, activities, dealers } = world.spec;
	const cell = r * world.products + k;
	const f = world.productFirm[k]!;
	const brand = r * world.firms + f;
	// A19 Who is used to paying less finds every price dear.
	const usedTo = state.usedTo[cell]!;
	const launched = state.launchWeek[cell]!;
	const d = state.dealerOf[f * world.regions + r]!;
	const reputation = d < 0 ? 0 : 0.5 + at(dealers, d).actual.reputation / 100;
	const listing = launchListing(world, k, week, launched);
	into.habit[cell] = usedTo > 0 ? pow(1 - usedTo, activities.referenceExponent) : 1;
	into.life[cell] = lifeFactor(world, k, week, launched);
	into.campaign[cell] = 1 + turn.campaignLift[brand]!;
	into.goodwill[cell] = state.goodwill[brand]!;
	into.radiated[cell] = radiated(world, r, state.radiance[brand]!);
	into.worth[cell] = listing < 0 ? -1 : response.listPerVisit * listing * reputation;
	// A9, A10 who was asked for it or heard of it lists it sooner.
	into.spoken[cell] = 1 + turn.awareness[brand]! + turn.conference[brand]!;
}
