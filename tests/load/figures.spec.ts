import { expect, test } from 'vitest';
import { seconds, spreadOf } from './figures.ts';

test('the 99th of a hundred is what one alone exceeds', () => {
	const values = Array.from({ length: 100 }, (_, i) => 100 - i);
	expect(spreadOf(values)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
});

test('one value is all of them, and none is nought', () => {
	expect(spreadOf([6.2])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
	expect(spreadOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
});

test('seconds keep a tenth', () => {
	expect(seconds(12_349)).toBe(12.3);
});
