/**
 * The opening position (rules W6, W10): who is listed where, how close the firms stand to the outlets under their
 * default plans, and the appeal that makes the file's opening shares come out just so.
 */
import { openingLaunches } from './systems/launches.ts';
import { worldRandom } from './random.ts';
import { groupAccounts } from './field/groups.ts';
import { fieldTurn } from './field/turn.ts';
import type { Plan } from './plan.ts';
import { closenessAt, dependenceAt } from './response.ts';
import { ON_PREMISE, radiated, settledGoodwill } from './systems/goodwill.ts';
import { facingsOf } from './systems/outlets.ts';
import { soughtWith } from './systems/search.ts';
import { CLASSES, TIERS } from './vocab.ts';
import { at } from './world.ts';
import { volumeOf, type Draft } from './generate.ts';
import type { AreaSpec } from './spec.ts';

const ROUNDS = 400;
const PRECISION = 1e-10;
/** W6 Bounds of a fitted appeal. */
const LEAST = 1e-6;
const MOST = 1e4;

export function open(world: Draft): void {
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (let f = 0; f < world.firms; f++) {
		list(world, f, areas);
		settle(world, f);
	}
	for (const [a, area] of areas.entries()) {
		fillSlots(world, a, area);
		stand(world, a, area);
	}
	befriend(world);
	const sought = soughtWith(world, world.openingListed);
	for (const [a, area] of areas.entries()) {
		calibrate(world, a, area, sought);
		appealOfLaunches(world, a);
	}
}

const isSold = (world: Draft, k: number): boolean => at(world.productSpecs, k).launch === undefined;

/** The firm's products that are sold from the start. */
const soldOf = (world: Draft, f: number): number[] =>
	at(world.firmProducts, f).filter((k) => isSold(world, k));

/** The wanted share of each class of each area, out of what the incumbent dealer serves. */
function list(world: Draft, f: number, areas: readonly AreaSpec[]): void {
	const firm = at(world.spec.firms, f);
	for (const [a, area] of areas.entries()) {
		const dealer = world.incumbent[f * world.regions + (world.areaRegion[a] ?? 0)] ?? -1;
		const wanted = area.distribution[firm.id];
		if (dealer < 0 || wanted === undefined) continue;
		const random = worldRandom(`${world.worldSeed}/listing/${firm.id}/${area.id}`);
		CLASSES.forEach((name, c) => {
			const members: { o: number; key: number }[] = [];
			let all = 0;
			for (let o = world.areaStart[a] ?? 0; o < (world.areaStart[a + 1] ?? 0); o++) {
				if (world.outletClass[o] !== c) continue;
				all++;
				const key = random();
				if (world.reach[dealer * world.outlets + o] === 1) members.push({ o, key });
			}
			members.sort((x, y) => x.key - y.key || x.o - y.o);
			for (const { o } of members.slice(0, Math.floor(all * wanted[name] + 0.5)))
				for (const k of soldOf(world, f)) world.openingListed[o * world.products + k] = 1;
		});
	}
}

/** Closeness and dependence as they settle when the firms call by their default plans. */
function befriend(world: Draft): void {
	const plans = world.spec.firms.map((firm) =>
		firm.role === 'player' ? world.spec.defaultPlan : firm.defaultPlan
	);
	const groups = groupAccounts(
		world,
		{
			listed: world.openingListed,
			closeness: world.openingCloseness,
			launchWeek: openingLaunches(world)
		},
		plans.map((plan) => plan?.field.keyAccounts ?? 0),
		0
	);
	for (const [f, plan] of plans.entries()) if (plan !== null) visit(world, f, plan, groups);
}

function visit(world: Draft, f: number, plan: Plan, groups: Uint8Array): void {
	const { wastedTime, merchandisers } = at(world.spec.firms, f);
	const team = { waste: wastedTime, skill: 0, staff: merchandisers, newcomers: 0 };
	const field = fieldTurn(world, f, plan, groups, team);
	const worked = new Set(plan.regions.worked.map((id) => world.index.area.get(id) ?? -1));
	for (let o = 0; o < world.outlets; o++) {
		const cell = o * world.firms + f;
		const g = groups[cell]!;
		const a = world.outletArea[o]!;
		if (!worked.has(a) || world.outletRank[o]! >= at(field.coverage, g)) continue;
		const [visits, minutes] = [at(field.calls.visits, g), at(field.calls.minutes, g)];
		const quality = at(field.quality, a) * field.warmth;
		world.openingCloseness[cell] = closenessAt(world.spec.response, visits * minutes, quality);
		world.openingDependence[cell] = dependenceAt(world.spec.response, visits, minutes, field.binding);
	}
}

/** B1, B2 Goodwill settled at the standing spend; the core sells at the opening shares of its region. */
function settle(world: Draft, f: number): void {
	const { id } = at(world.spec.firms, f);
	for (const [r, region] of world.spec.regions.entries()) {
		const cell = r * world.firms + f;
		world.openingGoodwill[cell] = settledGoodwill(world, f, r);
		let sold = 0;
		for (const area of region.areas) sold += volumeOf(area) * (area.shares[id] ?? 0);
		// Where nobody buys anything nobody has a share of it.
		const share = sold > 0 ? sold / world.regionSize[r]! : 0;
		let core = 0;
		for (let o = 0; o < world.outlets; o++)
			if (world.outletCore[o] === 1 && world.areaRegion[world.outletArea[o]!] === r) core++;
		world.openingRadiance[cell] = core > 0 ? share : 0;
	}
}

/** Opening sales of a product of the firm by the file, units a week. */
function wantedOf(world: Draft, area: AreaSpec, f: number): number {
	const products = soldOf(world, f).length;
	const share = area.shares[at(world.spec.firms, f).id] ?? 0;
	return products === 0 ? 0 : (volumeOf(area) * share) / products;
}

/**
 * W10 A shop has room for so many products. Of those listed it keeps each firm's first before anybody's second, so that
 * as many firms are there as the file says, and of these what sells best over the area by the file, ties by file
 * order. The small shops keep the same few: assortments are nested.
 */
function fillSlots(world: Draft, a: number, area: AreaSpec): void {
	const { products } = world;
	const place = new Map(world.spec.firms.flatMap((_, f) => soldOf(world, f).map((k, i) => [k, i] as const)));
	const order = [...place.keys()].sort(
		(j, k) =>
			(place.get(j) ?? 0) - (place.get(k) ?? 0) ||
			wantedOf(world, area, world.productFirm[k]!) - wantedOf(world, area, world.productFirm[j]!) ||
			j - k
	);
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		let room = world.spec.channelRules.outletSlots[at(CLASSES, world.outletClass[o]!)];
		for (const k of order) {
			const cell = o * products + k;
			if (world.openingListed[cell] !== 1) continue;
			if (room > 0) room--;
			else world.openingListed[cell] = 0;
		}
	}
}

/** O7 Facings at the opening, by what the file says of the shares. */
function stand(world: Draft, a: number, area: AreaSpec): void {
	const { products } = world;
	const wanted = Array.from({ length: products }, (_, k) => wantedOf(world, area, world.productFirm[k]!));
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const width = world.spec.channelRules.outletFacings[at(CLASSES, world.outletClass[o]!)];
		let all = 0;
		for (let k = 0; k < products; k++) all += world.openingListed[o * products + k]! * at(wanted, k);
		for (let k = 0; k < products; k++)
			world.openingFacings[o * products + k] = facingsOf(all > 0 ? (width * at(wanted, k)) / all : 0);
	}
}

/**
 * Finds appeal [area × product] such that expected sales of the listed give the file's shares, and the attraction of
 * buying nothing that makes purchases the file's volume. Proportional fitting, half a step beyond the proportion each
 * time (it converges with any step below two, and sooner than with one); small brands stay at 1. A share that its
 * listing cannot carry ends at the bound instead of running away (the scenario check warns of it).
 */
function calibrate(world: Draft, a: number, area: AreaSpec, sought: Float64Array): void {
	const { products } = world;
	const wanted = Array.from({ length: products }, (_, k) =>
		isSold(world, k) ? wantedOf(world, area, world.productFirm[k]!) : 0
	);
	// H13 who seeks a product elsewhere buys nothing where it is not listed: W11 counts them there.
	let outside = volumeOf(area) * (world.potential - 1);
	for (let k = 0; k < products; k++) outside += at(wanted, k) * (1 - 1 / sought[a * products + k]!);
	world.noBuy[a] = outside > 0 ? 1 : 0;
	for (let k = 0; k < products; k++) world.appeal[a * products + k] = isSold(world, k) ? 1 : 0;
	const ways = assortments(world, a);
	const expected = new Float64Array(products);
	for (let round = 0; round < ROUNDS; round++) {
		const nothing = expectedSales(world, a, ways, sought, expected);
		let error = 0;
		for (let k = 0; k < products; k++) {
			const have = expected[k]!;
			const cell = a * products + k;
			const ratio = have > 0 ? at(wanted, k) / have : 1;
			error = Math.max(error, Math.abs(ratio - 1));
			if (isSold(world, k))
				world.appeal[cell] = Math.min(Math.max(world.appeal[cell]! * beyond(ratio), LEAST), MOST);
		}
		if (outside > 0) {
			error = Math.max(error, Math.abs(outside / nothing - 1));
			world.noBuy[a] = world.noBuy[a]! * beyond(outside / nothing);
		}
		if (error < PRECISION) break;
	}
	expectedSales(world, a, ways, sought, expected);
	for (const [i, way] of ways.of.entries()) {
		const o = world.areaStart[a]! + i;
		for (let k = 0; k < products; k++)
			world.openingSales[o * products + k] = world.outletSize[o]! * ways.units[way * products + k]!;
	}
}

/** A ratio to the power of 1.5. */
const beyond = (ratio: number): number => ratio * Math.sqrt(ratio);

/** The ways the outlets of an area are stocked: what lists the same in the same way sells the same for its size. */
interface Assortments {
	/** Way of each outlet of the area. */
	readonly of: Int32Array;
	/** Size of its outlets together [way]. */
	readonly size: readonly number[];
	/** Attraction at appeal 1 of what is listed [way × product]. */
	readonly pulls: Float64Array;
	/** Expected weekly sales for a size of 1 [way × product]. */
	readonly units: Float64Array;
}

function assortments(world: Draft, a: number): Assortments {
	const { products } = world;
	const from = world.areaStart[a]!;
	const pulls = openingPulls(world, a);
	const bits = new Int32Array(pulls.buffer);
	const of = new Int32Array(world.areaStart[a + 1]! - from);
	const size: number[] = [];
	/** By hash of the row: the ways that have it. */
	const known = new Map<number, number[]>();
	const row = 2 * products;
	for (let i = 0; i < of.length; i++) {
		let hash = 0;
		for (let b = i * row; b < (i + 1) * row; b++) hash = Math.imul(hash ^ bits[b]!, 0x9e37_79b1) + 1;
		const ways = known.get(hash) ?? [];
		let way = ways.find((w) => sameRow(bits, w * row, i * row, row));
		if (way === undefined) {
			way = size.length;
			size.push(0);
			known.set(hash, [...ways, way]);
			pulls.copyWithin(way * products, i * products, (i + 1) * products);
		}
		of[i] = way;
		size[way] = at(size, way) + world.outletSize[from + i]!;
	}
	const cells = size.length * products;
	return { of, size, pulls: pulls.subarray(0, cells), units: new Float64Array(cells) };
}

function sameRow(bits: Int32Array, a: number, b: number, length: number): boolean {
	for (let i = 0; i < length; i++) if (bits[a + i] !== bits[b + i]) return false;
	return true;
}

/** Attraction at appeal 1 of what an outlet of the area lists [outlet of the area × product]. */
function openingPulls(world: Draft, a: number): Float64Array {
	const { products, firms } = world;
	const from = world.areaStart[a]!;
	const pulls = new Float64Array((world.areaStart[a + 1]! - from) * products);
	for (let i = 0; i < pulls.length; i++) {
		const cell = from * products + i;
		if (world.openingListed[cell] !== 1) continue;
		const o = from + Math.floor(i / products);
		const f = world.productFirm[i % products]!;
		const r = world.areaRegion[a]!;
		const region = r * firms + f;
		const brand =
			world.openingGoodwill[region]! +
			(world.outletChannel[o] === ON_PREMISE ? 0 : radiated(world, r, world.openingRadiance[region]!));
		const lift = 1 + world.spec.response.relationLift * world.openingCloseness[o * firms + f]!;
		pulls[i] = brand * lift * world.shelf[world.openingFacings[cell]!]!;
	}
	return pulls;
}

/**
 * Expected weekly sales of an area at season 1 and opening prices, all listed products in stock: by product in `into`,
 * and for a size of 1 in `units` of the ways its outlets are stocked. It runs some fifty times for a world.
 *
 * @returns potential demand that buys nothing
 */
function expectedSales(
	world: Draft,
	a: number,
	{ size, pulls, units }: Assortments,
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
	let nothing = 0;
	into.fill(0);
	for (let way = 0; way < size.length; way++) {
		const row = way * products;
		let all = 0;
		mine.fill(0);
		for (let k = 0; k < products; k++) {
			const own = pulls[row + k]! * appeal[area + k]!;
			const t = productTier[k]!;
			all += own;
			mine[t] = mine[t]! + own;
			units[row + k] = own;
		}
		let worth = 0;
		for (let t = 0; t < tiers; t++) {
			const share = tierDemand[a * tiers + t]!;
			each[t] = (potential * share) / (1 + noBuy + mine[t]! + tierLeak * (all - mine[t]!));
			worth += each[t]!;
		}
		nothing += size[way]! * worth * noBuy;
		// H12 A product is chosen by its own tier whole, by the others as far as they leak.
		for (let t = 0; t < tiers; t++) each[t] = each[t]! + tierLeak * (worth - each[t]!);
		for (let k = 0; k < products; k++) {
			const sales = units[row + k]! * each[productTier[k]!]! * sought[area + k]!;
			units[row + k] = sales;
			into[k] = into[k]! + size[way]! * sales;
		}
	}
	return nothing;
}

/** B3 A launch has what its role gives it of the mean of its firm's products in the area, or of a small brand. */
function appealOfLaunches(world: Draft, a: number): void {
	for (const [k, { launch }] of world.productSpecs.entries()) {
		if (launch === undefined) continue;
		const siblings = soldOf(world, world.productFirm[k]!).map((j) => world.appeal[a * world.products + j]!);
		const mean =
			siblings.length === 0 ? 1 : siblings.reduce((sum, appeal) => sum + appeal, 0) / siblings.length;
		world.appeal[a * world.products + k] =
			mean * world.spec.response.launchRoles[launch.role].appeal * launch.appeal;
	}
}
