import { describe, expect, test } from 'vitest';
import { fit, readNumber, stepped } from './number.ts';

describe('what is typed is read as it was meant', () => {
	test.each([
		['12', 12],
		[' 12 000 ', 12_000],
		['12,000', 12_000],
		['１２．５', 12.5],
		['¥2.39', 2.39],
		['10%', 10],
		['−3', -3],
		['.5', 0.5],
		['7.', 7]
	])('%s', (text, expected) => {
		expect(readNumber(text)).toBe(expected);
	});

	test.each(['', '-', 'two', '1e9', '1.2.3', '0x10', 'Infinity', '五'])('“%s” is no number', (text) => {
		expect(readNumber(text)).toBeNull();
	});
});

describe('a value stays inside its bounds and decimals', () => {
	const cents = { min: 1.8, max: 3.1, digits: 2 };

	test.each([
		[2.394, 2.39],
		[0, 1.8],
		[99, 3.1]
	])('%f', (value, expected) => {
		expect(fit(value, cents)).toBe(expected);
	});

	test('a step goes to the next round value, and never past a bound', () => {
		expect(stepped(2.39, 1, 0.05, cents)).toBe(2.4);
		expect(stepped(2.39, -1, 0.05, cents)).toBe(2.35);
		expect(stepped(2.4, 1, 0.05, cents)).toBe(2.45);
		expect(stepped(2.35, -1, 0.05, cents)).toBe(2.3);
		expect(stepped(3.1, 1, 0.05, cents)).toBe(3.1);
	});

	test('steps up and down again come back to the same value', () => {
		const range = { min: 0, max: 100, digits: 2 };
		for (let value = 0; value < 100; value = stepped(value, 1, 0.05, range)) {
			const up = stepped(value, 1, 0.05, range);
			expect(up).toBeGreaterThan(value);
			expect(stepped(up, -1, 0.05, range)).toBe(value);
		}
	});
});
