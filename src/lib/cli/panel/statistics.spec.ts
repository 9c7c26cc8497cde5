import { describe, expect, test } from 'vitest';
import { estimate, studentT } from './statistics.ts';

describe('Student’s t, 97.5 %', () => {
	// Table of the NIST/SEMATECH e-Handbook 1.3.6.7.2, three decimals; the last two from R 4: qt(.975, n).
	test.each([
		[1, 12.706],
		[2, 4.303],
		[3, 3.182],
		[4, 2.776],
		[5, 2.571],
		[9, 2.262],
		[10, 2.228],
		[29, 2.045],
		[30, 2.042],
		[49, 2.01],
		[99, 1.984],
		[100, 1.984],
		[999, 1.962],
		[99_999, 1.96]
	])('%i degrees of freedom: %f', (freedom, expected) => {
		expect(studentT(freedom)).toBeCloseTo(expected, 3);
	});

	test('is exact where a closed form is known', () => {
		expect(studentT(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 12);
		expect(studentT(2)).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 12);
	});
});

test('mean and interval', () => {
	// Mean 5, standard deviation √(32/7), n = 8, t = 2.364624.
	const { mean, interval } = estimate([2, 4, 4, 4, 5, 5, 7, 9]);
	const half = (2.364624 * Math.sqrt(32 / 7)) / Math.sqrt(8);
	expect(mean).toBe(5);
	expect(interval[0]).toBeCloseTo(5 - half, 5);
	expect(interval[1]).toBeCloseTo(5 + half, 5);
	expect(estimate([3, 3, 3])).toEqual({ mean: 3, interval: [3, 3] });
	expect(() => estimate([3])).toThrow('two values');
});

test('the interval holds the true mean nineteen times in twenty', () => {
	// Fixed draws: sums of twelve uniform numbers by a linear congruence, ten at a time.
	let state = 1;
	const uniform = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const draw = (): number => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, 0);
	const held = Array.from({ length: 4000 }, () => estimate(Array.from({ length: 10 }, draw))).filter(
		({ interval: [low, high] }) => low <= 6 && 6 <= high
	).length;
	expect(held / 4000).toBeGreaterThan(0.94);
	expect(held / 4000).toBeLessThan(0.96);
});
