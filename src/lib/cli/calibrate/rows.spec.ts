import { describe, expect, test } from 'vitest';
import { ROWS, type RowSpec } from '#lib/analysis/calibrate/index.ts';
import { LOCALES } from '#lib/i18n/index.ts';
import { speak } from '../language.ts';
import { figure, rowOf } from './rows.ts';
import { calibrationText } from './text.ts';

const spec: RowSpec = {
	name: 'price.own',
	published: -2.62,
	source: 'somebody 2005',
	band: [-3.12, -2.12],
	weeks: 1,
	setBy: []
};
const samples = (...values: number[]) => values.map((value) => ({ 'price.own': value }));
const en = await speak('en');

describe('a row', () => {
	test('has mean and interval, and is met when the mean lies in the band', () => {
		// t(2) = 4.302653, standard deviation of −2.5, −2.6, −2.4 is .1.
		const row = rowOf(spec, samples(-2.5, -2.6, -2.4), en);
		expect(row).toMatchObject({ ok: true, seeds: 3, published: -2.62, band: [-3.12, -2.12] });
		expect(row.measured).toBeCloseTo(-2.5, 12);
		expect(row.interval?.[1]).toBeCloseTo(-2.5 + (4.302653 * 0.1) / Math.sqrt(3), 6);
		expect(row).not.toHaveProperty('reason');
	});

	test('is missed a hair outside it, and says by how much and to which side', () => {
		expect(rowOf(spec, samples(-2, -2, -2), en)).toMatchObject({ ok: false, reason: '0.12 above the band.' });
		expect(rowOf(spec, samples(-3.2, -3.2), en).reason).toBe('0.08 below the band.');
		expect(rowOf(spec, samples(-2.4, -1.6), en).reason).toContain('its interval reaches into it');
	});

	test('counts only the seeds that could tell; with fewer than two it is missed', () => {
		expect(rowOf(spec, samples(-2.5, NaN, -2.5, Infinity), en).seeds).toBe(2);
		expect(rowOf(spec, samples(NaN, -2.5), en)).toMatchObject({
			ok: false,
			measured: null,
			interval: null,
			reason: 'No seed could tell.'
		});
	});

	test('without a band is told and not judged', () => {
		expect(rowOf({ ...spec, band: null }, samples(1, 2), en).ok).toBeNull();
	});
});

test.each([
	[0.07321, '0.0732'],
	[-2.6234, '-2.62'],
	[0, '0'],
	[3.1e-11, '3.1e-11']
])('%f is written %s', (value, text) => {
	expect(figure(value, 'en')).toBe(text);
});

// A missing message throws in tests.
describe.each(LOCALES)('in %s', (locale) => {
	test('every row has its words, met or missed, and the table holds them all', async () => {
		const language = await speak(locale);
		const rows = ROWS.flatMap((row) =>
			[0, 1e6].map((value) => rowOf(row, [{ [row.name]: value }, { [row.name]: value + 1 }], language))
		);
		const text = calibrationText(rows, language);
		for (const { title, estimator } of rows) {
			expect(text).toContain(title);
			expect(estimator).not.toBe('');
		}
		expect(text.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
	});
});
