/** Outlines of areas: simple polygons with an inside. */
import type { MarketSpec } from '../../engine/spec.ts';
import type { Check, Report } from './report.ts';

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
			if (crossesItself(polygon)) report.error('POLYGON_CROSSES', path, { area: id });
			else if (doubleArea(polygon) < 2) report.error('POLYGON_FLAT', path, { area: id });
		});
	});
};

interface Outline {
	readonly id: string;
	readonly points: readonly Point[];
	readonly path: readonly (string | number)[];
	/** Left, top, right, bottom. */
	readonly box: readonly [number, number, number, number];
}

/** Areas are patches of one map: two of them may share a border, not ground. */
export function warnOfOverlaps(spec: MarketSpec, report: Report): void {
	const outlines = spec.regions.flatMap((region, r) =>
		region.areas.map(({ id, polygon }, a): Outline => {
			const xs = polygon.map(([x]) => x);
			const ys = polygon.map(([, y]) => y);
			const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
			return { id, points: polygon, path: ['regions', r, 'areas', a, 'polygon'], box };
		})
	);
	outlines.forEach((later, index) => {
		const other = outlines.slice(0, index).find((earlier) => overlap(earlier, later));
		if (other !== undefined) report.warn('POLYGONS_OVERLAP', later.path, { area: later.id, other: other.id });
	});
}

function overlap(a: Outline, b: Outline): boolean {
	if (a.box[0] >= b.box[2] || b.box[0] >= a.box[2] || a.box[1] >= b.box[3] || b.box[1] >= a.box[3])
		return false;
	const sides = edges(b.points);
	if (edges(a.points).some(([p, q]) => sides.some(([r, s]) => crosses(p, q, r, s)))) return true;
	return (
		a.points.some((point) => isInside(point, b.points)) || b.points.some((point) => isInside(point, a.points))
	);
}

/** Strictly inside: a point on the border is not. */
function isInside(point: Point, outline: readonly Point[]): boolean {
	const [x = 0, y = 0] = point;
	let inside = false;
	for (const [a, b] of edges(outline)) {
		const [ax = 0, ay = 0] = a;
		const [bx = 0, by = 0] = b;
		const within =
			Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
		if (within && turn(a, b, point) === 0) return false;
		if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
	}
	return inside;
}
