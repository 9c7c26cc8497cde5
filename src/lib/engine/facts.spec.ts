import { expect, test } from 'vitest';
import { played } from '../../../tests/support/games.ts';
import { SCENARIO_FILES, shipped, worldOf } from '../../../tests/support/scenarios.ts';
import { areaOf, gameOf, lab, productOf, soloSpec } from '../../../tests/support/spec.ts';
import { beginState } from './begin.ts';
import { factsOf } from './facts.ts';
import { advance, view } from './game.ts';
import { nodeCell } from './echelon/chain.ts';
import { OPENING_EVENTS } from './vocab.ts';
import { at } from './world.ts';

test.each(SCENARIO_FILES)(
	'[W6][Z5] %s: share = weighted distribution × share inside the handling outlets',
	(file) => {
		const world = worldOf(file);
		const state = beginState(world);
		const areas = world.spec.regions.flatMap((region) => region.areas);
		for (const f of world.spec.firms.keys()) {
			const facts = factsOf(world, state, f, 4);
			for (const [a, area] of areas.entries()) {
				let own = 0;
				let handling = 0;
				for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
					const sales = at(world.firmProducts, f).map((k) => world.openingSales[o * world.products + k]!);
					if (sales.every((units) => units === 0)) continue;
					own += sales.reduce((sum, units) => sum + units, 0);
					handling += world.outletSize[o]!;
				}
				const { weightedDistribution } = at(facts.areas, a);
				const share = area.shares[at(world.spec.firms, f).id]!;
				expect(Math.abs(weightedDistribution * (own / handling) - share)).toBeLessThan(1e-9);
			}
		}
	}
);

test('[W6][Z5] a played month keeps the identity to the unit: what is sold is sold where it is handled', () => {
	const spec = soloSpec((draft) => {
		areaOf(draft).distribution = { own: { A: 1, B: 1, C: 0 } };
		areaOf(draft).shares = { own: 0.3 };
	});
	const { facts } = advance(gameOf(spec), spec.defaultPlan);
	const { units, outsideUnits, weightedDistribution } = facts[0]![0]!.areas[0]!;
	// Half of the volume handles us and gives us .6 of it: 6 and 4 a week at 5 shops, 10 small brands' at the others.
	expect([units[0], outsideUnits, weightedDistribution]).toEqual([4 * 5 * 6, 4 * (5 * 4 + 5 * 10), 0.5]);
	expect(units[0]! / (units[0]! + outsideUnits)).toBeCloseTo(weightedDistribution * 0.6, 9);
});

test('[Z3] dealers’ goods past a third of their life are aged', () => {
	const { world, state } = lab(
		soloSpec((spec) => {
			productOf(spec).shelfLifeWeeks = 24;
		})
	);
	// A third of 24 weeks are two buckets of four.
	state.nodeStock.set([10, 20, 30, 40, 0, 0], nodeCell(world, 0, 0));
	expect(factsOf(world, state, 0, 4)).toMatchObject({ dealerUnits: 100, agedDealerUnits: 70 });
});

test('[Z5] distribution is counted by accounts and weighted by size', () => {
	const { world, state } = lab(
		soloSpec((spec) => {
			Object.assign(areaOf(spec), { outlets: 10, represents: 3 });
			// 2 A shops have half of the volume.
			spec.category.classes.A = { outletShare: 0.2, volumeShare: 0.5 };
			spec.category.classes.C = { outletShare: 0.5, volumeShare: 0.2 };
			areaOf(spec).shares = { own: 0.1 };
			areaOf(spec).distribution = { own: { A: 1, B: 0, C: 0 } };
		})
	);
	const area = factsOf(world, state, 0, 4).areas[0]!;
	expect(area.numericDistribution).toBeCloseTo(0.2, 12);
	expect(area.weightedDistribution).toBeCloseTo(0.5, 12);
	expect(area.accounts).toBe(30);
});

test('[R8][R12][B6][K1] what the audit says of field, launches and platform is what the firm’s own records say', () => {
	const game = played(shipped('six-regions.yaml'), 'one-area-first', 'facts', 1);
	const { facts } = at(game.reports, 0);
	const seen = view(game);
	for (const event of OPENING_EVENTS)
		expect(facts.field.openings[event]).toBe(
			seen.areas.reduce((sum, { field }) => sum + field.openings[event], 0)
		);
	expect(facts.field.openings.begun).toBeGreaterThan(0);
	expect(facts.field).toMatchObject({
		keyEventsMet: seen.field.keyEventsMet,
		keyEventsMissed: seen.field.keyEventsMissed
	});
	expect(facts.platform.built).toEqual(seen.platform.built);
	expect(facts.platform.built.areas).toBe(4);
	const launches = seen.products.flatMap(({ id, launch }) =>
		(launch?.regions ?? []).map(({ region, week, occupancy, needed }) => ({
			product: id,
			region,
			launched: week !== null,
			occupancyBp: Math.floor(occupancy * 10_000),
			neededBp: needed === null ? null : Math.floor(needed * 10_000 + 0.5)
		}))
	);
	expect(launches.length).toBeGreaterThan(0);
	expect(facts.launches).toEqual(launches);
	for (const [a, area] of facts.areas.entries()) expect(area.region).toBe(at(seen.areas, a).region);
});

test('[R9] of the accounts called on, and of those that list the firm, the audit counts who was left out', () => {
	const { reports } = played(shipped('first-city.yaml'), 'hold', 'facts', 1);
	const { facts } = at(reports, 0);
	expect(facts.field.strangersA).toBeLessThanOrEqual(facts.field.calledA);
	expect(facts.field.calledA).toBeGreaterThan(0);
	for (const area of facts.areas) {
		const listing = Math.floor(area.numericDistribution * area.accounts + 0.5);
		expect(area.unservedAccounts).toBeLessThanOrEqual(
			Math.min(listing, area.accounts - area.visitedAccounts)
		);
	}
	expect(facts.areas.some(({ unservedAccounts }) => unservedAccounts > 0)).toBe(true);
});
