/** The shipped labs against the papers they are taken from. Edited copies of the files, as an author would make them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf } from '#lib/engine/lab/chain.ts';
import { runLab, type LabNodeRun } from '#lib/engine/lab/run.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { Lab } from '#lib/scenario/index.ts';
import { sound } from '../support/scenarios.ts';
import { playBeerGame } from '../support/sterman.ts';

function labOf(file: string, edit?: (text: string) => string): Lab {
	const { lab } = sound(file, edit);
	if (lab === null) throw new Error(`${file} is no lab`);
	return lab;
}

function run(lab: Lab, weeks = lab.spec.weeks, seed = 'science'): readonly LabNodeRun[] {
	const done = runLab(chainOf(lab.spec), seedFromText(seed), weeks);
	if (!done.ok) throw new Error(done.faults.map(({ message }) => message).join());
	return done.value.nodes;
}

describe('the Beer Game (Sterman 1989)', () => {
	const beerGame = (edit?: (text: string) => string): readonly LabNodeRun[] =>
		run(labOf('beer-game.yaml', edit));

	test('[L11] costs 46, 50, 54 and 54 dollars, to the cent', () => {
		const nodes = beerGame();
		expect(nodes.map(({ id, costCents }) => [id, costCents])).toEqual([
			['retailer', 4600],
			['wholesaler', 5000],
			['distributor', 5400],
			['factory', 5400]
		]);
		expect(nodes.map(({ ordersByWeek }) => ordersByWeek.length)).toEqual([36, 36, 36, 36]);
	});

	test('[L11] orders vary 1.34, 1.56, 1.77 and 2.15 times as much as demand', () => {
		const ratios = beerGame().map(({ varianceRatio }) => (varianceRatio ?? 0).toFixed(2));
		expect(ratios).toEqual(['1.34', '1.56', '1.77', '2.15']);
	});

	test('[L11][L9] people’s α .26, β .34, θ .36 make it dearer at every stage, and swing more up the chain', () => {
		const people = beerGame((text) =>
			text
				.replaceAll(/alpha: 1\b/g, 'alpha: .26')
				.replaceAll(/beta: 1\b/g, 'beta: .34')
				.replaceAll(/theta: 0\b/g, 'theta: .36')
		);
		const benchmark = beerGame();
		people.forEach((node, i) => {
			expect(node.costCents).toBeGreaterThan(4 * (benchmark[i]?.costCents ?? 0));
			if (i > 0) expect(node.varianceRatio).toBeGreaterThan(people[i - 1]?.varianceRatio ?? 0);
		});
	});

	test('[L11][L5] point-of-sale data steadies the upper stages most, and ends nothing', () => {
		const people = (text: string): string =>
			text
				.replaceAll(/alpha: 1\b/g, 'alpha: .26')
				.replaceAll(/beta: 1\b/g, 'beta: .34')
				.replaceAll(/theta: 0\b/g, 'theta: .36');
		const [alone, shared] = [
			beerGame(people),
			beerGame((text) => people(text).replaceAll('ownRule', 'sellThrough'))
		].map((nodes) => nodes.map(({ varianceRatio }) => varianceRatio ?? 0));
		const saved = alone?.map((ratio, i) => ratio - (shared?.[i] ?? 0)) ?? [];
		saved.slice(1).forEach((more, i) => expect(more).toBeGreaterThan(saved[i] ?? 0));
		expect(Math.min(...(shared ?? []))).toBeGreaterThan(1);
	});

	// The engine's chain against the plain telling, whatever the rule and whatever is asked for.
	test('[L11][L2] any rule under any demand comes out as in the plain telling', () => {
		const { spec } = labOf('beer-game.yaml');
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const rule = fc.record({
			...{ theta: share, alpha: share, beta: share },
			targets: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 })
		});
		const demand = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 36, maxLength: 36 });
		fc.assert(
			fc.property(rule, demand, ({ theta, alpha, beta, targets }, units) => {
				const nodes = spec.nodes.map((node, i) => ({
					...node,
					...{ forecast: { theta }, alpha, beta, targetUnits: targets[i] ?? 0 }
				}));
				const done = runLab(chainOf({ ...spec, nodes, demand: { source: 'series', units } }), '0'.repeat(32));
				const plain = playBeerGame({ theta, alpha, beta, targets }, (week) => units[week - 1] ?? 0);
				const played = done.ok ? done.value.nodes : [];
				expect(played.map(({ costCents }) => costCents)).toEqual(plain.costs.map((cost) => cost * 100));
				expect(played.map(({ ordersByWeek }) => Array.from(ordersByWeek))).toEqual(plain.orders);
			}),
			{ seed: 1989, numRuns: 200 }
		);
	});
});

describe('the bullwhip (Chen et al. 2000)', () => {
	/** Long enough for 1 %; all of it seeded, so that it comes out alike every time. */
	const WEEKS = 100_000;

	/** The file’s retailer alone, with L, p and ρ; behind a source of its own, so that L can be 1. */
	const retailer = (L: number, p: number, rho: number): Lab =>
		labOf('bullwhip-lab.yaml', (text) =>
			text
				.slice(0, text.indexOf('  - id: wholesaler'))
				.replace('rho: .3', `rho: ${rho}`)
				.replace('    supplier: wholesaler\n', '')
				.replace('leadWeeks: 1', `leadWeeks: ${L - 1}`)
				.replace('inTransit: [1000]', L === 1 ? 'inTransit: []' : 'inTransit: [1000]')
				.replace('movingAverage: 5', `movingAverage: ${p}`)
		);
	const chen = (L: number, p: number, rho: number): number =>
		1 + ((2 * L) / p + (2 * L * L) / (p * p)) * (1 - Math.pow(rho, p));

	test.each([
		[1, 5, 0, 1.48],
		[2, 5, 0, 2.12],
		[4, 4, 0, 5],
		[2, 5, 0.5, chen(2, 5, 0.5)],
		[3, 4, -0.6, chen(3, 4, -0.6)]
	])('[L12] L %i, p %i, ρ %f: the retailer’s orders vary %f times as much', (L, p, rho, expected) => {
		const lab = retailer(L, p, rho);
		expect(lab.report.nodes[0]?.expectedVarianceRatio).toBeCloseTo(expected, 10);
		const ratio = run(lab, WEEKS)[0]?.varianceRatio ?? 0;
		expect(Math.abs(ratio / expected - 1)).toBeLessThan(0.01);
	});

	test('[L12] with a smoothed forecast too', () => {
		const lab = labOf('bullwhip-lab.yaml', (text) => text.replace('movingAverage: 5', 'theta: .2'));
		// 1 + (.8 + .32 ÷ 1.8) × .7 ÷ .76
		const expected = 1 + ((2 * 2 * 0.2 + (2 * 4 * 0.04) / 1.8) * 0.7) / (1 - 0.8 * 0.3);
		expect(lab.report.nodes[0]?.expectedVarianceRatio).toBeCloseTo(expected, 10);
		const ratio = run(lab, WEEKS)[0]?.varianceRatio ?? 0;
		expect(Math.abs(ratio / expected - 1)).toBeLessThan(0.01);
	});

	test('[L12] with demand shared, every stage has the sum of L up to it', () => {
		const lab = labOf('bullwhip-lab.yaml', (text) =>
			text.replace('rho: .3', 'rho: 0').replaceAll('ownRule', 'sellThrough')
		);
		run(lab, WEEKS).forEach(({ varianceRatio }, i) => {
			const expected = chen(2 * (i + 1), 5, 0);
			expect(lab.report.nodes[i]?.expectedVarianceRatio).toBeCloseTo(expected, 10);
			expect(Math.abs((varianceRatio ?? 0) / expected - 1)).toBeLessThan(0.01);
		});
	});

	test('[L12] each alone swings more than with demand shared, at least by the product of the stages', () => {
		const alone = run(
			labOf('bullwhip-lab.yaml', (text) => text.replace('rho: .3', 'rho: 0')),
			WEEKS
		);
		alone.forEach(({ varianceRatio }, i) => {
			expect(varianceRatio).toBeGreaterThan(0.99 * Math.pow(2.12, i + 1));
			if (i > 0) expect(varianceRatio).toBeGreaterThan(chen(2 * (i + 1), 5, 0));
		});
	});

	test('[L12][L7] not every chain amplifies: who closes gaps slowly and forgets slowly smooths', () => {
		const calm = labOf('bullwhip-lab.yaml', (text) =>
			text.replaceAll('movingAverage: 5', 'theta: .05').replaceAll('alpha: 1', 'alpha: .2')
		);
		for (const { varianceRatio } of run(calm, 20_000)) expect(varianceRatio).toBeLessThan(1);
	});

	test('[L4][L12] rationing makes orders swing more where the supply line is not seen whole', () => {
		const careless = (beta: string, deliveryPerWeek: string): number => {
			const lab = labOf('bullwhip-lab.yaml', (text) =>
				text
					.replaceAll('alpha: 1', 'alpha: .26')
					.replaceAll('beta: 1', `beta: ${beta}`)
					.replaceAll('allowNegativeOrders: true', 'allowNegativeOrders: false')
					.replace('role: subDealer', `role: subDealer\n    deliveryPerWeek: ${deliveryPerWeek}`)
			);
			return run(lab, 20_000)[0]?.varianceRatio ?? 0;
		};
		// Just enough for the mean: every larger week is short.
		expect(careless('.34', '1020')).toBeGreaterThan(1.2 * careless('.34', '9999'));
		expect(careless('1', '1020')).toBeCloseTo(careless('1', '9999'), 10);
	});

	test.each([
		['a longer lead time', /leadWeeks: 1\b/g, 'leadWeeks: 4'],
		['a shorter forecast', /movingAverage: 5\b/g, 'movingAverage: 3'],
		['larger batches', /coverWeeks: 0\b/g, 'batch: 1500\n    coverWeeks: 0']
	])('[L12] %s makes orders swing more', (_name, from, to) => {
		const before = run(labOf('bullwhip-lab.yaml'), 20_000)[0]?.varianceRatio ?? 0;
		const after = run(
			labOf('bullwhip-lab.yaml', (text) => text.replaceAll(from, to)),
			20_000
		)[0];
		expect(after?.varianceRatio).toBeGreaterThan(1.2 * before);
	});
});
