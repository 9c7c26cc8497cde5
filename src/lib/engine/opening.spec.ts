import { expect, test } from 'vitest';
import { SCENARIO_FILES, worldOf } from '../../../tests/support/scenarios.ts';
import {
	areaOf,
	dealerOf,
	duoSpec,
	firmOf,
	product,
	soloSpec,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { generateWorld } from './generate.ts';
import { at, type World } from './world.ts';

test.each(SCENARIO_FILES)('[W6] %s: the file’s opening shares come out to 1e-9', (file) => {
	const world = worldOf(file);
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (const [a, area] of areas.entries()) {
		const total = area.outlets * area.represents * area.unitsPerOutletWeek;
		for (const [f, firm] of world.spec.firms.entries()) {
			let units = 0;
			for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++)
				for (const k of at(world.firmProducts, f)) units += world.openingSales[o * world.products + k]!;
			expect(Math.abs(units / total - (area.shares[firm.id] ?? 0))).toBeLessThan(1e-9);
		}
	}
});

test('[W6] appeal of a share of .25 against .25 and small brands is ½, everywhere listed', () => {
	// s = A ÷ (1 + 2A) = ¼.
	for (const appeal of generateWorld(duoSpec()).appeal) expect(appeal).toBeCloseTo(0.5, 9);
});

test('[W6] closeness enters the fit: at full lift half the appeal gives the same share', () => {
	const world = generateWorld(
		soloSpec((spec) => {
			spec.response.relationLift = 2;
		})
	);
	// 4 calls of 10 minutes, half-way point 40: closeness ½, lift 1 + 2 × ½ = 2, so 2A ÷ (1 + 2A) = ½.
	expect(world.openingCloseness[0]).toBeCloseTo(0.5, 12);
	expect(world.appeal[0]).toBeCloseTo(0.5, 9);
});

test('[W6] listings are the file’s share of a class, within what the dealer serves', () => {
	const world = generateWorld(
		soloSpec((spec) => {
			areaOf(spec).outlets = 100;
			areaOf(spec).distribution = { own: { A: 0.5, B: 0.4, C: 0.1 } };
			dealerOf(spec).reach = { area: 0.8 };
		})
	);
	const listed = [0, 0, 0];
	world.openingListed.forEach((on, o) => {
		if (on === 1) {
			listed[world.outletClass[o]!]! += 1;
			expect(world.reach[o]).toBe(1);
		}
	});
	// Of 20 A, 30 B and 50 C.
	expect(listed).toEqual([10, 12, 5]);
});

test('[W6] a network smaller than the wanted listing limits it', () => {
	const world = generateWorld(
		soloSpec((spec) => {
			dealerOf(spec).reach = { area: 0.3 };
		})
	);
	expect(world.openingListed.reduce((sum, on) => sum + on, 0)).toBe(3);
});

test('[W6] a share that its listing cannot carry ends at the bound', () => {
	const world = generateWorld(
		soloSpec((spec) => {
			areaOf(spec).distribution = { own: { A: 1, B: 0, C: 0 } };
			// 2 of 10 shops are A: a half of the market cannot go through them.
		})
	);
	expect(world.appeal[0]).toBe(10_000);
	const sold = world.openingSales.reduce((sum, units) => sum + units, 0);
	expect(sold).toBeCloseTo(20 * (10_000 / 10_001), 9);
});

test('[W6] relations open where the calls of the default plan settle them, and nowhere else', () => {
	const world = generateWorld(
		soloSpec((spec) => {
			areaOf(spec).outlets = 100;
			spec.defaultPlan.field.visitsPer4Weeks = { A: 8, B: 2, C: 0 };
			spec.defaultPlan.field.minutesPerVisit = { A: 15, B: 20, C: 0 };
			firmOf(spec).merchandisers = 1;
		})
	);
	// A: 20 × 8 × 20 ÷ 4 = 800 of 1 000 minutes; B wants 30 × 2 × 25 ÷ 4 = 375 and gets 200: .533 of 30, ranks 0 … 15.
	const shaped = (x: number, half: number): number => x ** 2 / (half ** 2 + x ** 2);
	const close = [0, 0, 0];
	for (let o = 0; o < 100; o++) {
		const c = world.outletClass[o]!;
		const closeness = world.openingCloseness[o]!;
		if (closeness === 0) continue;
		close[c]! += 1;
		expect(closeness).toBeCloseTo(c === 0 ? shaped(120, 40) : shaped(40, 40), 12);
		expect(world.openingDependence[o]).toBeCloseTo(c === 0 ? shaped(8, 4) : shaped(2, 4), 12);
	}
	expect(close).toEqual([20, 16, 0]);
});

/** Tea and juice of ours with .2 each, one of the rival's with .3; room for 9, 2 and 1. */
const nested = (edit: (spec: SpecDraft) => void = () => {}): World =>
	generateWorld(
		duoSpec((spec) => {
			firmOf(spec).products.push(product('own-juice'));
			areaOf(spec).outlets = 100;
			areaOf(spec).shares = { own: 0.4, rival: 0.3 };
			spec.channelRules.outletSlots = { A: 9, B: 2, C: 1 };
			edit(spec);
		})
	);
/** Distinct assortments by class, a digit to a product: own tea, own juice, the rival's. */
const assortments = ({ openingListed, outletClass, products }: World): string[][] =>
	[0, 1, 2].map((c) => {
		const found = new Set<string>();
		outletClass.forEach((of, o) => {
			if (of === c) found.add(openingListed.subarray(o * products, (o + 1) * products).join(''));
		});
		return [...found].sort();
	});

test('[W10] the two of a middling shop and the one of a small shop are the largest, ties by file order', () => {
	expect(assortments(nested())).toEqual([['111'], ['101'], ['001']]);
});

test('[W10] each firm’s first comes before anybody’s second: a rival of .15 before a juice of .2', () => {
	const world = nested((spec) => {
		areaOf(spec).shares['rival'] = 0.15;
	});
	expect(assortments(world)).toEqual([['111'], ['101'], ['100']]);
});

test('[W10] of those that W6 lists there: a small shop without the rival keeps the tea', () => {
	const world = nested((spec) => {
		areaOf(spec).distribution['rival'] = { A: 1, B: 1, C: 0.5 };
	});
	expect(assortments(world)).toEqual([['111'], ['101'], ['001', '100']]);
});

test('[W10][W6] the fit knows what is left: .2, .2 and .3 come out of the shops that keep each', () => {
	const world = nested((spec) => {
		spec.channelRules.outletSlots.C = 2;
		spec.category.classes = {
			A: { outletShare: 0.2, volumeShare: 0.4 },
			B: { outletShare: 0.3, volumeShare: 0.3 },
			C: { outletShare: 0.5, volumeShare: 0.3 }
		};
	});
	const units = [0, 0, 0];
	world.openingSales.forEach((sales, cell) => {
		units[cell % 3]! += sales;
	});
	for (const [k, share] of [0.2, 0.2, 0.3].entries())
		expect(Math.abs(units[k]! / 1000 - share)).toBeLessThan(1e-9);
});
