/** Outlines of areas in the scenario's plane: where they lie, where a label fits, and what lies beside what. */

export type Point = readonly [x: number, y: number];
export type Outline = readonly Point[];

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** All outlines and a margin around them. */
export function boxOf(outlines: readonly Outline[], margin: number): Box {
	const points = outlines.flat();
	if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
	return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

export function pathOf(outline: Outline): string {
	return outline.length === 0 ? '' : `M${outline.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

function edges(outline: Outline): (readonly [Point, Point])[] {
	return outline.map((point, i) => [point, outline[(i + 1) % outline.length] ?? point]);
}

/** By the even-odd rule. */
export function contains(outline: Outline, [x, y]: Point): boolean {
	let inside = false;
	for (const [[ax, ay], [bx, by]] of edges(outline))
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
	return inside;
}

function distanceToEdge([x, y]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
	return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Places tried along each side of an outline's box; a label needs no more. */
const GRID = 24;

/** The place inside that is farthest from every edge; of equals the one most in the middle. */
export function labelPoint(outline: Outline): Point {
	const box = boxOf([outline], 0);
	const middle: Point = [box.x + box.width / 2, box.y + box.height / 2];
	const sides = edges(outline);
	let best: Point = middle;
	let room = -1;
	for (let i = 1; i < GRID; i++)
		for (let j = 1; j < GRID; j++) {
			const point: Point = [box.x + (box.width * i) / GRID, box.y + (box.height * j) / GRID];
			if (!contains(outline, point)) continue;
			const off = Math.hypot(point[0] - middle[0], point[1] - middle[1]);
			const here = Math.min(...sides.map((side) => distanceToEdge(point, side))) - off / 1000;
			if (here > room) [best, room] = [point, here];
		}
	return best;
}

/** How wide something centred on a point inside may be before it crosses a side left or right of it. */
export function roomAcross(outline: Outline, [x, y]: Point): number {
	let room = Infinity;
	for (const [[ax, ay], [bx, by]] of edges(outline))
		if (ay > y !== by > y) room = Math.min(room, Math.abs(((bx - ax) * (y - ay)) / (by - ay) + ax - x));
	return 2 * room;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const AHEAD: Readonly<Record<Direction, Point>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** The nearest place in a direction, what lies aside counting twice; null if nothing lies there. */
export function neighbour<Id extends string>(
	places: Readonly<Record<Id, Point>>,
	from: Id,
	direction: Direction
): Id | null {
	const [x, y] = places[from];
	const [ax, ay] = AHEAD[direction];
	let best: Id | null = null;
	let least = Infinity;
	for (const [id, [px, py]] of Object.entries(places) as [Id, Point][]) {
		const ahead = (px - x) * ax + (py - y) * ay;
		if (id === from || ahead <= 0) continue;
		const cost = ahead + 2 * Math.abs((px - x) * ay + (py - y) * ax);
		if (cost < least) [best, least] = [id, cost];
	}
	return best;
}
