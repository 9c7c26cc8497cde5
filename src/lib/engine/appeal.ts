/** Appeal: what makes the file's opening shares come out just so (rules W6, W11). */
import type { AreaSpec } from './spec.ts';
import { volumeOf, type Draft } from './generate.ts';
import { ON_PREMISE, radiated } from './systems/goodwill.ts';
import { TIERS } from './vocab.ts';
import { at } from './world.ts';

const ROUNDS = 400;
const PRECISION = 1e-10;
/** W6 Bounds of a fitted appeal. */
const LEAST = 1e-6;
const MOST = 1e4;

const isSold = (world: Draft, k: number): boolean => at(world.productSpecs, k).launch === undefined;

/** The firm's products that are sold from the start. */
export const soldOf = (world: Draft, f: number): number[] =>
	at(world.firmProducts, f).filter((k) => isSold(world, k));

/**
 * Finds appeal [area × product] such that expected sales of the listed give the file's shares, and the attraction of
 * buying nothing that makes purchases the file's volume. Proportional fitting, half a step beyond the proportion each
 * time (it converges with any step below two, and sooner than with one); small brands stay at 1. A share that its
 * listing cannot carry ends at the bound instead of running away (the scenario check warns of it).
 *
 * @param wanted opening sales by the file, units a week [product]
 */
export function calibrate(
	world: Draft,
	a: number,
	area: AreaSpec,
	wanted: Float64Array,
	sought: Float64Array
): void {
	const { products } = world;
	const sold = Uint8Array.from(world.productSpecs, ({ launch }) => (launch === undefined ? 1 : 0));
	// H13 who seeks a product elsewhere buys nothing where it is not listed: W11 counts them there.
	let outside = volumeOf(area) * (world.potential - 1);
	for (let k = 0; k < products; k++) outside += sold[k]! * wanted[k]! * (1 - 1 / sought[a * products + k]!);
	world.noBuy[a] = outside > 0 ? 1 : 0;
	for (let k = 0; k < products; k++) world.appeal[a * products + k] = sold[k]!;
	const ways = assortments(world, a);
	const expected = new Float64Array(products);
	for (let round = 0; round < ROUNDS; round++) {
		const nothing = expectedSales(world, a, ways, sought, expected);
		let error = 0;
		for (let k = 0; k < products; k++) {
			const have = expected[k]!;
			const cell = a * products + k;
			const ratio = have > 0 ? (sold[k]! * wanted[k]!) / have : 1;
			error = Math.max(error, Math.abs(ratio - 1));
			if (sold[k] === 1)
				world.appeal[cell] = Math.min(Math.max(world.appeal[cell]! * beyond(ratio), LEAST), MOST);
		}
		if (outside > 0) {
			error = Math.max(error, Math.abs(outside / nothing - 1));
			world.noBuy[a] = world.noBuy[a]! * beyond(outside / nothing);
		}
		if (error < PRECISION) break;
	}
	expectedSales(world, a, ways, sought, expected);
	for (let i = 0; i < ways.of.length; i++) {
		const o = world.areaStart[a]! + i;
		const way = ways.of[i]!;
		for (let e = ways.start[way]!; e < ways.start[way + 1]!; e++)
			world.openingSales[o * products + ways.product[e]!] = world.outletSize[o]! * ways.units[e]!;
	}
}

/** A ratio to the power of 1.5. */
const beyond = (ratio: number): number => ratio * Math.sqrt(ratio);

/** The ways the outlets of an area are stocked: what lists the same in the same way sells the same for its size. */
interface Assortments {
	/** Way of each outlet of the area. */
	readonly of: Int32Array;
	readonly count: number;
	/** Size of its outlets together [way]. */
	readonly size: Float64Array;
	/** First of the way's entries, and the end of the last way's [way]. */
	readonly start: Int32Array;
	/** What is listed: the product, its attraction at appeal 1, and its expected weekly sales for a size of 1 [entry]. */
	readonly product: Uint16Array;
	readonly pull: Float64Array;
	readonly units: Float64Array;
}

function assortments(world: Draft, a: number): Assortments {
	const { products, openingListed, outletSize } = world;
	const from = world.areaStart[a]!;
	const outlets = world.areaStart[a + 1]! - from;
	const pullOf = openingPull(world, a);
	const product = new Uint16Array(outlets * products);
	const pull = new Float64Array(outlets * products);
	const bits = new Int32Array(pull.buffer);
	const of = new Int32Array(outlets);
	const size = new Float64Array(outlets);
	const start = new Int32Array(outlets + 1);
	/** By hash of its entries: the last way that has it; and by way the one before. */
	const known = new Map<number, number>();
	const before = new Int32Array(outlets);
	let count = 0;
	for (let i = 0; i < outlets; i++) {
		const first = start[count]!;
		let end = first;
		let hash = 0;
		for (let k = 0; k < products; k++) {
			if (openingListed[(from + i) * products + k] !== 1) continue;
			product[end] = k;
			pull[end] = pullOf(from + i, k);
			hash = Math.imul(hash ^ k ^ bits[2 * end]!, 0x9e37_79b1) + 1;
			hash = Math.imul(hash ^ bits[2 * end + 1]!, 0x9e37_79b1) + 1;
			end++;
		}
		const sameHash = known.get(hash) ?? -1;
		let way = sameHash;
		while (way >= 0 && !sameEntries(product, bits, start[way]!, start[way + 1]!, first, end))
			way = before[way]!;
		if (way < 0) {
			way = count++;
			start[count] = end;
			before[way] = sameHash;
			known.set(hash, way);
		}
		of[i] = way;
		size[way] = size[way]! + outletSize[from + i]!;
	}
	return { of, count, size, start, product, pull, units: new Float64Array(start[count]!) };
}

function sameEntries(
	product: Uint16Array,
	bits: Int32Array,
	from: number,
	to: number,
	other: number,
	otherTo: number
): boolean {
	if (to - from !== otherTo - other) return false;
	for (let e = from, i = other; e < to; e++, i++)
		if (product[e] !== product[i] || bits[2 * e] !== bits[2 * i] || bits[2 * e + 1] !== bits[2 * i + 1])
			return false;
	return true;
}

/** Attraction at appeal 1 of what an outlet of the area lists. */
function openingPull(world: Draft, a: number): (o: number, k: number) => number {
	const { products, firms, productFirm, outletChannel, openingCloseness, openingFacings, shelf } = world;
	const { relationLift } = world.spec.response;
	const r = world.areaRegion[a]!;
	const core = world.openingGoodwill.subarray(r * firms, (r + 1) * firms);
	const others = core.map(
		(goodwill, f) => goodwill + radiated(world, r, world.openingRadiance[r * firms + f]!)
	);
	return (o, k) => {
		const f = productFirm[k]!;
		const brand = (outletChannel[o] === ON_PREMISE ? core : others)[f]!;
		const lift = 1 + relationLift * openingCloseness[o * firms + f]!;
		return brand * lift * shelf[openingFacings[o * products + k]!]!;
	};
}

/**
 * Expected weekly sales of an area at season 1 and opening prices, all listed products in stock: by product in `into`,
 * and for a size of 1 in `units` of the ways its outlets are stocked. It runs some sixty times for an area.
 *
 * @returns potential demand that buys nothing
 */
function expectedSales(
	world: Draft,
	a: number,
	{ count, size, start, product, pull, units }: Assortments,
	sought: Float64Array,
	into: Float64Array
): number {
	const { products, productTier, potential, tierDemand, appeal } = world;
	const { tierLeak } = world.spec.response;
	const area = a * products;
	const tiers = TIERS.length;
	const noBuy = world.noBuy[a]!;
	const mine = new Float64Array(tiers);
	const each = new Float64Array(tiers);
	const asks = new Float64Array(tiers);
	for (let t = 0; t < tiers; t++) asks[t] = potential * tierDemand[a * tiers + t]!;
	let nothing = 0;
	into.fill(0);
	for (let way = 0; way < count; way++) {
		const first = start[way]!;
		const end = start[way + 1]!;
		let all = 0;
		for (let t = 0; t < tiers; t++) mine[t] = 0;
		for (let e = first; e < end; e++) {
			const k = product[e]!;
			const own = pull[e]! * appeal[area + k]!;
			const t = productTier[k]!;
			all += own;
			mine[t] = mine[t]! + own;
			units[e] = own;
		}
		let worth = 0;
		for (let t = 0; t < tiers; t++) {
			const share = asks[t]! / (1 + noBuy + mine[t]! + tierLeak * (all - mine[t]!));
			each[t] = share;
			worth += share;
		}
		nothing += size[way]! * worth * noBuy;
		// H12 A product is chosen by its own tier whole, by the others as far as they leak.
		for (let t = 0; t < tiers; t++) each[t] = each[t]! + tierLeak * (worth - each[t]!);
		for (let e = first; e < end; e++) {
			const k = product[e]!;
			const sales = units[e]! * each[productTier[k]!]! * sought[area + k]!;
			units[e] = sales;
			into[k] = into[k]! + size[way]! * sales;
		}
	}
	return nothing;
}

/** B3 A launch has what its role gives it of the mean of its firm's products in the area, or of a small brand. */
export function appealOfLaunches(world: Draft, a: number): void {
	for (const [k, { launch }] of world.productSpecs.entries()) {
		if (launch === undefined) continue;
		const siblings = soldOf(world, world.productFirm[k]!).map((j) => world.appeal[a * world.products + j]!);
		const mean =
			siblings.length === 0 ? 1 : siblings.reduce((sum, appeal) => sum + appeal, 0) / siblings.length;
		world.appeal[a * world.products + k] =
			mean * world.spec.response.launchRoles[launch.role].appeal * launch.appeal;
	}
}
