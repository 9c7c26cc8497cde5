/**
 * The opening position (rule W6): who is listed where, how close the firms stand to the outlets under their
 * default plans, and the appeal that makes the file's opening shares come out just so.
 */
import { worldRandom } from './random.ts';
import { partOfCall, response } from './response.ts';
import { fieldCoverage } from './coverage.ts';
import { CLASSES } from './vocab.ts';
import { at, type World } from './world.ts';
import type { Draft } from './generate.ts';

const ROUNDS = 400;
const PRECISION = 1e-10;

export function open(world: Draft): void {
	for (let f = 0; f < world.firms; f++) {
		list(world, f);
		befriend(world, f);
	}
	calibrate(world);
}

/** The wanted share of each class of each area, out of what the incumbent dealer serves. */
function list(world: Draft, f: number): void {
	const firm = at(world.spec.firms, f);
	const areas = world.spec.regions.flatMap((region) => region.areas);
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
				for (const k of at(world.firmProducts, f)) world.openingListed[o * world.products + k] = 1;
		});
	}
}

/** Closeness and dependence as they settle when the firm calls by its default plan. */
function befriend(world: Draft, f: number): void {
	const firm = at(world.spec.firms, f);
	const plan = firm.role === 'player' ? world.spec.defaultPlan : firm.defaultPlan;
	if (plan === null) return;
	const worked = plan.regions.worked.map((id) => world.index.area.get(id) ?? -1);
	const coverage = fieldCoverage(world, f, plan, worked, firm.merchandisers, 0);
	const rules = world.spec.response;
	for (let o = 0; o < world.outlets; o++) {
		const c = world.outletClass[o] ?? 0;
		if (!worked.includes(world.outletArea[o] ?? 0) || (world.outletRank[o] ?? 1) >= at(coverage, c)) continue;
		const visits = plan.field.visitsPer4Weeks[at(CLASSES, c)];
		const each = plan.field.minutesPerVisit[at(CLASSES, c)];
		const cell = o * world.firms + f;
		world.openingCloseness[cell] = response(visits * each, rules.closenessHalfMinutes, rules.relationShape);
		world.openingDependence[cell] = response(
			visits * partOfCall(each, rules.wholeCallMinutes),
			rules.dependenceHalfVisits,
			rules.relationShape
		);
	}
}

/**
 * Finds appeal [area × product] such that expected sales of the listed give the file's shares. Proportional
 * fitting: each round scales a product by wanted over expected; small brands stay at 1. A share that its listing
 * cannot carry ends at the bound instead of running away (the scenario check warns of it).
 */
function calibrate(world: Draft): void {
	const { products } = world;
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (const [a, area] of areas.entries()) {
		const from = world.areaStart[a] ?? 0;
		const to = world.areaStart[a + 1] ?? 0;
		let size = 0;
		for (let o = from; o < to; o++) size += world.outletSize[o] ?? 0;
		const wanted = new Float64Array(products);
		for (let k = 0; k < products; k++) {
			const f = world.productFirm[k] ?? 0;
			const share = area.shares[at(world.spec.firms, f).id] ?? 0;
			wanted[k] = (size * share) / at(world.firmProducts, f).length;
			world.appeal[a * products + k] = 1;
		}
		const expected = new Float64Array(products);
		for (let round = 0; round < ROUNDS; round++) {
			expected.fill(0);
			for (let o = from; o < to; o++) {
				expectedSales(world, o, world.openingSales);
				for (let k = 0; k < products; k++)
					expected[k] = (expected[k] ?? 0) + (world.openingSales[o * products + k] ?? 0);
			}
			let error = 0;
			for (let k = 0; k < products; k++) {
				const target = wanted[k] ?? 0;
				const have = expected[k] ?? 0;
				const cell = a * products + k;
				const ratio = have > 0 ? target / have : 1;
				error = Math.max(error, Math.abs(ratio - 1));
				world.appeal[cell] = Math.min(Math.max((world.appeal[cell] ?? 0) * ratio, 1e-6), 1e4);
			}
			if (error < PRECISION) break;
		}
	}
}

/** Expected weekly sales at season 1 of one outlet at opening prices, all listed products in stock. */
function expectedSales(world: World, o: number, out: Float64Array): void {
	const { products, firms } = world;
	const a = world.outletArea[o] ?? 0;
	let sum = 1;
	for (let k = 0; k < products; k++) {
		const cell = o * products + k;
		const lift =
			1 +
			world.spec.response.relationLift *
				(world.openingCloseness[o * firms + (world.productFirm[k] ?? 0)] ?? 0);
		out[cell] = world.openingListed[cell] === 1 ? (world.appeal[a * products + k] ?? 0) * lift : 0;
		sum += out[cell] ?? 0;
	}
	for (let k = 0; k < products; k++) {
		const cell = o * products + k;
		out[cell] = ((world.outletSize[o] ?? 0) * (out[cell] ?? 0)) / sum;
	}
}
