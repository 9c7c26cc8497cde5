/**
 * World generation (rules W1–W6): places and actors from a canonical scenario and a world seed. seedrandom runs
 * only here, one stream per area and per dealer and area, so that adding one leaves the others as they were.
 */
import { ascending } from './ascending.ts';
import { pow } from './detmath.ts';
import { slotsFor, SOURCE } from './echelon/chain.ts';
import { open } from './opening.ts';
import { connect, hand, placeOutlets } from './placing.ts';
import { priceSheet } from './prices.ts';
import type { AreaSpec, MarketSpec } from './spec.ts';
import { CHANNELS, CLASSES, TIERS } from './vocab.ts';
import { AGE_WEEKS, at, indexOf, type World, type WorldIndex } from './world.ts';

const A = CLASSES.indexOf('A');

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type Draft = Mutable<World>;

/**
 * @param worldSeed any text; absent, the scenario's own
 */
export function generateWorld(spec: MarketSpec, worldSeed: string = spec.worldSeed): World {
	const areas = spec.regions.flatMap((region) => region.areas);
	const products = spec.firms.flatMap((firm) => firm.products);
	const outlets = areas.reduce((n, area) => n + area.outlets, 0);
	const index: WorldIndex = {
		firm: new Map(spec.firms.map((f, i) => [f.id, i])),
		product: new Map(products.map((p, i) => [p.id, i])),
		region: new Map(spec.regions.map((r, i) => [r.id, i])),
		area: new Map(areas.map((a, i) => [a.id, i])),
		dealer: new Map(spec.dealers.map((d, i) => [d.id, i]))
	};
	const productFirm = Uint8Array.from(spec.firms.flatMap((firm, f) => firm.products.map(() => f)));
	const maxLife = products.reduce((n, p) => Math.max(n, p.shelfLifeWeeks), 0);
	const firms = spec.firms.length;
	const dealers = spec.dealers.length;
	const dealerRegion = Uint8Array.from(spec.dealers.map((d) => indexOf(index.region, d.region)));
	// What is ordered today stands nowhere before next week.
	const plantLeads = spec.firms.map(({ plant }) => Math.max(1, plant.leadWeeks));
	const lead = Uint8Array.from([
		...spec.dealers.map(
			({ secondTier }, d) => secondTier?.leadWeeks ?? at(spec.regions, dealerRegion[d] ?? 0).leadWeeks
		),
		...plantLeads
	]);
	const dealerAbove = spec.dealers.map(({ secondTier }) =>
		secondTier === undefined ? -1 : indexOf(index.dealer, secondTier.of)
	);
	const tiered = dealerAbove.some((above) => above >= 0);
	const supplier = new Int32Array((dealers + firms) * products.length).fill(SOURCE);
	for (const [d, above] of dealerAbove.entries())
		for (let k = 0; k < products.length; k++)
			supplier[d * products.length + k] = above >= 0 ? above : dealers + productFirm[k]!;

	const world: Draft = {
		spec,
		worldSeed,
		firms,
		products: products.length,
		regions: spec.regions.length,
		areas: areas.length,
		outlets,
		dealers,
		nodes: dealers + firms,
		ages: Math.ceil(maxLife / AGE_WEEKS) + 1,
		ageWeeks: AGE_WEEKS,
		lives: Int32Array.from(products, (p) => Math.ceil(p.shelfLifeWeeks / AGE_WEEKS)),
		supplier,
		// A dealer's order is read a week later (S3), the firm's own at once.
		orderDelay: Uint8Array.from({ length: dealers + firms }, (_, node) => (node < dealers ? 1 : 0)),
		lead,
		windows: new Uint8Array(dealers + firms),
		windowSlots: 0,
		slipSlots: 2,
		transitSlots: slotsFor(lead),
		player: spec.firms.findIndex((firm) => firm.role === 'player'),
		index,
		productSpecs: products,
		productFirm,
		productTier: Uint8Array.from(products, ({ tier }) => TIERS.indexOf(tier)),
		firmStart: startsOf(spec.firms.map((firm) => firm.products.length)),
		firmProducts: spec.firms.map((_, f) =>
			Array.from(productFirm.keys()).filter((k) => productFirm[k] === f)
		),
		areaSpecs: areas,
		areaRegion: Uint8Array.from(spec.regions.flatMap((region, r) => region.areas.map(() => r))),
		regionAreas: areasByRegion(spec.regions.map((region) => region.areas.length)),
		areaStart: new Int32Array(areas.length + 1),
		areaClasses: new Int32Array(areas.length * CLASSES.length),
		areaChannels: new Int32Array(areas.length * CHANNELS.length),
		areaCore: new Int32Array(areas.length),
		areaSize: new Float64Array(areas.length),
		areaPanelSize: new Float64Array(areas.length),
		dealerRegion,
		incumbent: Int32Array.from(
			spec.firms.flatMap((firm) =>
				spec.regions.map((region) => {
					const id = firm.dealers[region.id];
					return id === undefined ? -1 : indexOf(index.dealer, id);
				})
			)
		),
		outletArea: new Uint8Array(outlets),
		outletChannel: new Uint8Array(outlets),
		outletClass: new Uint8Array(outlets),
		outletSize: new Float64Array(outlets),
		bySize: new Int32Array(outlets),
		outletRepresents: new Int32Array(outlets),
		outletCycle: new Uint8Array(outlets),
		outletOffset: new Uint8Array(outlets),
		outletRank: new Float64Array(outlets),
		outletRow: new Int32Array(outlets),
		outletPanel: new Uint8Array(outlets),
		outletCore: new Uint8Array(outlets),
		counted: new Int32Array(0),
		classA: [],
		regionSize: Float64Array.from(spec.regions, (region) =>
			region.areas.reduce((sum, area) => sum + volumeOf(area), 0)
		),
		tierDemand: Float64Array.from(
			spec.regions.flatMap((region) => region.areas.flatMap(() => TIERS.map((tier) => region.tiers[tier])))
		),
		// O7 facings work by a power of their number: .17 of a doubling each.
		shelf: Float64Array.from({ length: 256 }, (_, n) =>
			n === 0 ? 0 : pow(n, spec.response.shelfElasticity)
		),
		potential: 1 / (1 - spec.response.outsideShare),
		reach: new Uint8Array(dealers * outlets),
		secondsOf: spec.dealers.map((_, d) =>
			Array.from(dealerAbove.keys()).filter((second) => dealerAbove[second] === d)
		),
		via: new Int16Array(tiered ? dealers * outlets : 0),
		appeal: new Float64Array(areas.length * products.length),
		noBuy: new Float64Array(areas.length),
		openingGoodwill: new Float64Array(spec.regions.length * firms),
		openingRadiance: new Float64Array(spec.regions.length * firms),
		openingFacings: new Uint8Array(outlets * products.length),
		lineCents: new Float64Array(firms * spec.regions.length),
		openingListed: new Uint8Array(outlets * products.length),
		openingCloseness: new Float64Array(outlets * firms),
		openingDependence: new Float64Array(outlets * firms),
		openingSales: new Float64Array(outlets * products.length)
	};

	let start = 0;
	for (const [a, area] of areas.entries()) {
		world.areaStart[a] = start;
		placeOutlets(world, a, area, start);
		start += area.outlets;
	}
	world.areaStart[areas.length] = start;
	for (let o = 0; o < outlets; o++) count(world, o);
	world.counted = Int32Array.from(
		world.outletPanel.keys().filter((o) => (world.outletPanel[o]! | world.outletCore[o]!) === 1)
	);
	world.classA = areas.map((_, a) => classAIn(world, a));
	world.bySize = ascending(
		world.outletSize.map((size) => -size),
		outlets
	);
	for (let d = 0; d < dealers; d++) if (at(dealerAbove, d) < 0) connect(world, d);
	if (tiered) for (let d = 0; d < dealers; d++) hand(world, d);
	open(world);
	costLines(world);
	return world;
}

/** Adds an outlet to what is known of its area. */
function count(world: Draft, o: number): void {
	const a = world.outletArea[o]!;
	const c = a * CLASSES.length + world.outletClass[o]!;
	const channel = a * CHANNELS.length + world.outletChannel[o]!;
	const represents = world.outletRepresents[o]!;
	const size = world.outletSize[o]!;
	world.areaClasses[c] = world.areaClasses[c]! + represents;
	world.outletRow[o] = channel;
	world.areaChannels[channel] = world.areaChannels[channel]! + represents;
	world.areaCore[a] = world.areaCore[a]! + represents * world.outletCore[o]!;
	world.areaSize[a] = world.areaSize[a]! + size;
	world.areaPanelSize[a] = world.areaPanelSize[a]! + size * world.outletPanel[o]!;
}

/** D18 A part of what the file's opening sales leave a region's dealer after delivery. */
function costLines(world: Draft): void {
	const { spec, products } = world;
	const left = Float64Array.from(world.productSpecs, (product) => {
		const { dealerCents, outletCents } = priceSheet(product, product.dealerPriceCents, spec.money.vatBp);
		return Math.max(0, outletCents - dealerCents - spec.channelRules.dealerCostCentsPerUnit);
	});
	for (let a = 0; a < world.areas; a++) {
		const r = world.areaRegion[a]!;
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++)
			for (let k = 0; k < products; k++) {
				const sales = world.openingSales[o * products + k]!;
				if (sales === 0) continue;
				const cell = world.productFirm[k]! * world.regions + r;
				world.lineCents[cell] = world.lineCents[cell]! + sales * left[k]!;
			}
	}
	for (const [cell, cents] of world.lineCents.entries())
		world.lineCents[cell] = Math.floor(cents * spec.dealing.lineCost);
}

/** Mean weekly demand of an area at season 1, units. */
export function volumeOf(area: AreaSpec): number {
	return area.outlets * area.represents * area.unitsPerOutletWeek;
}

/** Indices of as many areas as each region has. */
function areasByRegion(counts: readonly number[]): number[][] {
	const starts = startsOf(counts);
	return counts.map((count, r) => Array.from({ length: count }, (_, i) => starts[r]! + i));
}

/** Where each of several parts begins, and the end of the last. */
function startsOf(counts: readonly number[]): Int32Array {
	const starts = new Int32Array(counts.length + 1);
	for (const [i, count] of counts.entries()) starts[i + 1] = starts[i]! + count;
	return starts;
}

function classAIn({ areaStart, outletClass }: Draft, a: number): Int32Array {
	const found: number[] = [];
	for (let o = areaStart[a]!; o < areaStart[a + 1]!; o++) if (outletClass[o] === A) found.push(o);
	return Int32Array.from(found);
}
