/**
 * The opening position (rules W6, W10): who is listed where, and how close the firms stand to the outlets under their
 * default plans.
 */
import { appealOfLaunches, calibrate, soldOf } from './appeal.ts';
import { ascending } from './ascending.ts';
import { openingLaunches } from './systems/launches.ts';
import { worldRandom } from './random.ts';
import { GROUPS, groupAccounts } from './field/groups.ts';
import { fieldTurn } from './field/turn.ts';
import type { Plan } from './plan.ts';
import { closenessAt, dependenceAt } from './response.ts';
import { settledGoodwill } from './systems/goodwill.ts';
import { facingsOf } from './systems/outlets.ts';
import { soughtWith } from './systems/search.ts';
import { CLASSES } from './vocab.ts';
import { at, indexOf } from './world.ts';
import { volumeOf, type Draft } from './generate.ts';
import type { AreaSpec } from './spec.ts';

export function open(world: Draft): void {
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (let f = 0; f < world.firms; f++) {
		list(world, f, areas);
		settle(world, f);
	}
	const wanted = areas.map((area) => wantedIn(world, area));
	for (let a = 0; a < world.areas; a++) {
		fillSlots(world, a, at(wanted, a));
		stand(world, a, at(wanted, a));
	}
	befriend(world);
	const sought = soughtWith(world, world.openingListed);
	for (const [a, area] of areas.entries()) {
		calibrate(world, a, area, at(wanted, a), sought);
		appealOfLaunches(world, a);
	}
}

/** The wanted share of each class of each area, out of what the incumbent dealer serves. */
function list(world: Draft, f: number, areas: readonly AreaSpec[]): void {
	const firm = at(world.spec.firms, f);
	const sold = soldOf(world, f);
	for (const [a, area] of areas.entries()) {
		const dealer = world.incumbent[f * world.regions + world.areaRegion[a]!]!;
		const wanted = area.distribution[firm.id];
		if (dealer < 0 || wanted === undefined) continue;
		const random = worldRandom(`${world.worldSeed}/listing/${firm.id}/${area.id}`);
		const members = new Int32Array(area.outlets);
		const keys = new Float64Array(area.outlets);
		for (const [c, name] of CLASSES.entries()) {
			let all = 0;
			let count = 0;
			for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
				if (world.outletClass[o] !== c) continue;
				all++;
				const key = random();
				if (world.reach[dealer * world.outlets + o] !== 1) continue;
				members[count] = o;
				keys[count++] = key;
			}
			const order = ascending(keys, count);
			const lists = Math.min(count, Math.floor(all * wanted[name] + 0.5));
			for (let place = 0; place < lists; place++)
				for (const k of sold) world.openingListed[members[order[place]!]! * world.products + k] = 1;
		}
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
	const { visits, minutes } = field.calls;
	const { response } = world.spec;
	const dependence = Float64Array.from({ length: GROUPS }, (_, g) =>
		dependenceAt(response, at(visits, g), at(minutes, g), field.binding)
	);
	for (const a of plan.regions.worked.map((id) => indexOf(world.index.area, id))) {
		const quality = at(field.quality, a) * field.warmth;
		const closeness = Float64Array.from({ length: GROUPS }, (_, g) =>
			closenessAt(response, at(visits, g) * at(minutes, g), quality)
		);
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
			const cell = o * world.firms + f;
			const g = groups[cell]!;
			if (world.outletRank[o]! >= field.coverage[g]!) continue;
			world.openingCloseness[cell] = closeness[g]!;
			world.openingDependence[cell] = dependence[g]!;
		}
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
		const hasCore = at(world.regionAreas, r).some((a) => world.areaCore[a]! > 0);
		world.openingRadiance[cell] = hasCore ? share : 0;
	}
}

/** Opening sales of a product of its firm by the file, units a week [product]. */
function wantedIn(world: Draft, area: AreaSpec): Float64Array {
	const volume = volumeOf(area);
	const byFirm = world.spec.firms.map(({ id }, f) => {
		const products = soldOf(world, f).length;
		return products === 0 ? 0 : (volume * (area.shares[id] ?? 0)) / products;
	});
	return Float64Array.from(world.productFirm, (f) => at(byFirm, f));
}

/**
 * W10 A shop has room for so many products. Of those listed it keeps each firm's first before anybody's second, so that
 * as many firms are there as the file says, and of these what sells best over the area by the file, ties by file
 * order. The small shops keep the same few: assortments are nested.
 */
function fillSlots(world: Draft, a: number, wanted: Float64Array): void {
	const { products, openingListed, outletClass } = world;
	const place = new Map(world.spec.firms.flatMap((_, f) => soldOf(world, f).map((k, i) => [k, i] as const)));
	const order = Int32Array.from(place.keys()).sort(
		(j, k) => (place.get(j) ?? 0) - (place.get(k) ?? 0) || wanted[k]! - wanted[j]! || j - k
	);
	const slots = CLASSES.map((name) => world.spec.channelRules.outletSlots[name]);
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		let room = at(slots, outletClass[o]!);
		for (let i = 0; i < order.length; i++) {
			const cell = o * products + order[i]!;
			if (openingListed[cell] !== 1) continue;
			if (room > 0) room--;
			else openingListed[cell] = 0;
		}
	}
}

/** O7 Facings at the opening, by what the file says of the shares. */
function stand(world: Draft, a: number, wanted: Float64Array): void {
	const { products, openingListed, openingFacings, outletClass } = world;
	const widths = CLASSES.map((name) => world.spec.channelRules.outletFacings[name]);
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const width = at(widths, outletClass[o]!);
		const first = o * products;
		let all = 0;
		for (let k = 0; k < products; k++) all += openingListed[first + k]! * wanted[k]!;
		for (let k = 0; k < products; k++)
			openingFacings[first + k] = facingsOf(all > 0 ? (width * wanted[k]!) / all : 0);
	}
}
