import { describe, expect, test } from 'vitest';
import { shipped, SCENARIO_FILES } from '../../../tests/support/scenarios.ts';
import { boxOf, contains, labelPoint, neighbour, pathOf, roomAcross, type Outline } from './geometry.ts';

const SQUARE: Outline = [
	[0, 0],
	[100, 0],
	[100, 100],
	[0, 100]
];
/** A horseshoe whose middle lies outside. */
const HORSESHOE: Outline = [
	[0, 0],
	[100, 0],
	[100, 30],
	[30, 30],
	[30, 70],
	[100, 70],
	[100, 100],
	[0, 100]
];

test('the box holds all outlines and a margin', () => {
	expect(boxOf([SQUARE, [[150, -20]]], 10)).toEqual({ x: -10, y: -30, width: 170, height: 140 });
});

test('an outline is a closed path; none is none', () => {
	expect(pathOf(SQUARE)).toBe('M0 0L100 0L100 100L0 100Z');
	expect(pathOf([])).toBe('');
});

describe('a label', () => {
	test('stands in the middle of a square', () => {
		expect(labelPoint(SQUARE)).toEqual([50, 50]);
	});

	test('stays inside where the middle is not', () => {
		expect(contains(HORSESHOE, [60, 50])).toBe(false);
		expect(contains(HORSESHOE, labelPoint(HORSESHOE))).toBe(true);
	});

	test.each(SCENARIO_FILES)('lies inside every area of %s', (file) => {
		const outlines = shipped(file).spec.regions.flatMap(({ areas }) => areas.map(({ polygon }) => polygon));
		expect(outlines.length).toBeGreaterThan(0);
		expect(outlines.filter((outline) => !contains(outline, labelPoint(outline)))).toEqual([]);
	});
});

test.each([
	['the middle of a square', SQUARE, [50, 50], 100],
	['a place near its side', SQUARE, [80, 50], 40],
	['a place at the back of a horseshoe', HORSESHOE, [20, 50], 20],
	['a place in its arm', HORSESHOE, [60, 15], 80]
] as const)('what is centred on %s has room to the nearer side', (_, outline, point, room) => {
	expect(roomAcross(outline, point)).toBe(room);
});

describe('an arrow key', () => {
	const places = { a: [0, 0], b: [100, 10], c: [60, 90], d: [0, 100] } as const;

	test.each([
		['a', 'right', 'b'],
		['a', 'down', 'd'],
		['d', 'right', 'c'],
		['b', 'left', 'a'],
		['d', 'up', 'a']
	] as const)('leads from %s %s to %s', (from, direction, to) => {
		expect(neighbour(places, from, direction)).toBe(to);
	});

	test('leads nowhere at the edge', () => {
		expect(neighbour(places, 'a', 'left')).toBeNull();
	});
});
