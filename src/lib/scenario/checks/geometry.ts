/** Outlines of areas: simple polygons with an inside. */
import type { Check } from './report.ts';

type Point = readonly number[];

/** Twice the signed area of the triangle a b c. */
function turn([ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point, [cx = 0, cy = 0]: Point): number {
	return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Twice the area inside an outline. */
export function doubleArea(outline: readonly Point[]): number {
	const origin: Point = [0, 0];
	let area = 0;
	outline.forEach((point, index) => {
		area += turn(origin, point, outline[(index + 1) % outline.length] ?? point);
	});
	return Math.abs(area);
}

/** Whether two edges cross in their insides. */
export function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
	return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Edges of an outline, each with the next point, the last with the first. */
export function edges(outline: readonly Point[]): (readonly [Point, Point])[] {
	return outline.map((point, index) => [point, outline[(index + 1) % outline.length] ?? point]);
}

function crossesItself(outline: readonly Point[]): boolean {
	const sides = edges(outline);
	return sides.some(([a, b], i) => sides.slice(i + 2).some(([c, d]) => crosses(a, b, c, d)));
}

export const checkGeometry: Check = (draft, report) => {
	draft.regions.forEach((region, r) => {
		region.areas.forEach(({ id, polygon }, a) => {
			const path = ['regions', r, 'areas', a, 'polygon'];
			if (doubleArea(polygon) < 2) report.error('POLYGON_FLAT', path, { area: id });
			else if (crossesItself(polygon)) report.error('POLYGON_CROSSES', path, { area: id });
		});
	});
};
