import { describe, expect, test, vi } from 'vitest';
import { configOf, type Look } from './config.ts';
import { styleOf, type ChartSpec } from './spec.ts';

const LOOK: Look = {
	palette: {
		...{ own: 'blue', rival: 'red', neutral: 'grey', ok: 'green', warn: 'amber', text: 'black' },
		...{ line: 'silver', surface: 'white', quiet: 'slate' }
	},
	font: { family: 'sans', size: 13 }
};

const SPEC: ChartSpec = {
	axis: 'Turn',
	labels: ['1', '2'],
	series: [
		{ kind: 'bar', label: 'in', values: [5, 7], colour: 'neutral', hollow: true },
		{ kind: 'bar', label: 'out', values: [4, 6], colour: 'own', hollow: false },
		{ kind: 'line', label: 'stock', values: [1, null], colour: 'warn', dash: 'dashed', marker: 'triangle' }
	],
	format: (value) => `${value} units`
};

describe('a chart’s configuration', () => {
	test('has a set for every series, told apart without colour', () => {
		const { datasets } = configOf(SPEC, LOOK).data;
		expect(datasets.map((set) => [set.type, set.label, set.borderColor])).toEqual([
			['bar', 'in', 'grey'],
			['bar', 'out', 'blue'],
			['line', 'stock', 'amber']
		]);
		expect(datasets.map((set) => set.backgroundColor)).toEqual(['transparent', 'blue', 'amber']);
		expect(datasets[2]).toMatchObject({ borderDash: [7, 4], pointStyle: 'triangle', data: [1, null] });
	});

	test('moves nothing, and leaves the size to the box', () => {
		expect(configOf(SPEC, LOOK).options).toMatchObject({ animation: false, maintainAspectRatio: false });
	});

	test('words values for tooltip and axis', () => {
		const { options } = configOf({ ...SPEC, tick: (value) => `${value}` }, LOOK);
		const label = options?.plugins?.tooltip?.callbacks?.label as unknown as (item: unknown) => string;
		expect(label({ dataset: { label: 'in' }, parsed: { y: 5 } })).toBe('in  5 units');
		const tick = options?.scales?.['y']?.ticks?.callback as unknown as (value: number) => string;
		expect(tick(5)).toBe('5');
	});

	test('draws a mark across the whole width, and has room for it', () => {
		const { options, plugins } = configOf({ ...SPEC, mark: { label: '1.7', value: 10 } }, LOOK);
		expect(options?.scales?.['y']).toMatchObject({ suggestedMax: expect.closeTo(11.2) });
		const context = Object.fromEntries(
			['save', 'restore', 'beginPath', 'moveTo', 'lineTo', 'stroke'].map((name) => [name, vi.fn()])
		);
		const chart = {
			ctx: context,
			chartArea: { left: 10, right: 90 },
			scales: { y: { getPixelForValue: (value: number) => 100 - value } }
		};
		plugins?.[0]?.afterDatasetsDraw?.(chart as never, {}, {}, false as never);
		expect(context['moveTo']).toHaveBeenCalledWith(10, 90);
		expect(context['lineTo']).toHaveBeenCalledWith(90, 90);
		expect(context['stroke']).toHaveBeenCalledTimes(1);
	});

	test('has no mark where none is asked for', () => {
		expect(configOf(SPEC, LOOK).plugins).toEqual([]);
	});
});

test('sixteen lines in a row have sixteen looks', () => {
	const looks = Array.from({ length: 16 }, (_, n) => JSON.stringify(styleOf(n)));
	expect(new Set(looks).size).toBe(16);
});
