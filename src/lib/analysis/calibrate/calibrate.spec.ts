import { describe, expect, test } from 'vitest';
import { shipped, shippedLab } from '../../../../tests/support/scenarios.ts';
import { hashState } from '../../engine/state.ts';
import { CHANNEL, FIELD, RESPONSE } from '../../scenario/defaults.ts';
import { EXPERIMENTS, MarketBench, ROWS, isInside } from './index.ts';
import { categoryOf, fillShelves, priceOff, soldOf, sum, WARM_UP_WEEKS } from './market.ts';
import { curvature, listLargest } from './velocity.ts';

const { spec } = shipped('first-city.yaml');

test('a row rests on parameters that there are', () => {
	const tables: Record<string, object> = { response: RESPONSE, channel: CHANNEL, field: FIELD };
	const unknown = ROWS.flatMap(({ setBy }) => setBy).filter((path) => {
		const [group = '', ...names] = path.split('.');
		const table: unknown = tables[group];
		return table !== undefined && names.reduce((row, name) => (row as never)?.[name], table) === undefined;
	});
	expect(unknown).toEqual([]);
});

describe('the bench', () => {
	test('an untouched branch goes the way of the base, week for week', () => {
		const bench = new MarketBench(spec, 1);
		const base = bench.base(5);
		expect(bench.settled().weeks(5)).toEqual(base);
		expect(bench.base(3)).toEqual(base.slice(0, 3));
	});

	test('a branch leaves what it came from as it was', () => {
		const run = new MarketBench(spec, 2).settled();
		const before = hashState(run.world, run.state);
		run.branch().weeks(2, priceOff(run.world, 0, 0.3));
		expect(hashState(run.world, run.state)).toBe(before);
	});

	test('a seed is one market whoever asks, and another seed another', () => {
		const base = (number: number): number[] =>
			new MarketBench(spec, number).base(4).map((week) => sum(week.sold));
		expect(base(3)).toEqual(base(3));
		expect(base(3)).not.toEqual(base(4));
	});

	test('what a week tells is what the state counted', () => {
		const run = new MarketBench(spec, 1).open();
		const weeks = run.weeks(WARM_UP_WEEKS);
		const last = weeks.slice(-1);
		expect(soldOf(last, 0)).toBe(
			Array.from(run.state.turnSold)
				.filter((_, cell) => cell % run.world.products === 0)
				.reduce((a, b) => a + b, 0)
		);
		expect(categoryOf(last)).toBe(sum(run.state.turnSold) + sum(run.state.turnOutside));
		expect(last[0]?.empty).toBeLessThan(last[0]?.listed ?? 0);
	});

	test('the brand turns with the seed', () => {
		const brands = [1, 2, 3, 4].map((number) => new MarketBench(spec, number).product);
		expect(new Set(brands)).toEqual(new Set(brands.slice(0, spec.firms.flatMap((f) => f.products).length)));
	});
});

test.each(EXPERIMENTS)('$rows.0.name: an experiment measures its rows, and nothing else', (experiment) => {
	const measured =
		experiment.kind === 'market'
			? experiment.measure(new MarketBench(spec, 1))
			: experiment.measure(shippedLab(`${experiment.lab}.yaml`).spec, 'a'.repeat(32));
	expect(Object.keys(measured).sort()).toEqual(experiment.rows.map(({ name }) => name).sort());
	for (const value of Object.values(measured)) expect(value).toBeTypeOf('number');
});

test('no two rows have one name, and every published figure lies in its band', () => {
	expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
	for (const { name, published, band } of ROWS) {
		if (published === null || band === null) continue;
		const figures = typeof published === 'number' ? [published] : published;
		for (const figure of figures) expect(isInside(figure, band), name).toBe(true);
	}
});

test('a band has its ends, and an open one has none', () => {
	expect([0.9, 1, 2, 2.1].map((value) => isInside(value, [1, 2]))).toEqual([false, true, true, false]);
	expect([0.9, 1, 1e9].map((value) => isInside(value, [1, null]))).toEqual([false, true, true]);
	expect(isInside(NaN, [0, 1])).toBe(false);
});

describe('velocity', () => {
	test('the curve through exact points is found again', () => {
		const points = [0.1, 0.4, 0.7, 1].map((reach) => ({ reach, share: 0.2 * reach + 0.3 * reach * reach }));
		expect(curvature(points)).toBeCloseTo(0.3, 12);
		expect(curvature(points.map(({ reach }) => ({ reach, share: 0.5 * reach })))).toBeCloseTo(0, 12);
	});

	test('the largest outlets list first, and a full one gives up its slowest product', () => {
		const bench = new MarketBench(spec, 1);
		const run = bench.settled();
		const { world, state } = run;
		const count = (): number =>
			sum(Array.from(state.listed).filter((_, cell) => cell % world.products === 0));
		listLargest(run, 0, 0.5);
		const half = count();
		expect(half / world.outlets).toBeCloseTo(0.5, 1);
		listLargest(run, 0, 1);
		expect(count()).toBeGreaterThan(1.9 * half);
		fillShelves(run, 0);
		const [week] = run.weeks(1);
		expect(week?.sold[0]).toBeGreaterThan(bench.base(1)[0]?.sold[0] ?? 0);
	});
});
