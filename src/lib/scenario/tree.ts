/** The file as a tree of values that know where they stand, so that every later complaint can point there. */
import type { Path, Place } from './problem.ts';

export type Scalar = string | number | boolean | null;

export interface MapNode extends Place {
	readonly kind: 'map';
	readonly entries: Map<string, Entry>;
}
export interface ListNode extends Place {
	readonly kind: 'list';
	readonly items: Node[];
}
export interface ScalarNode extends Place {
	readonly kind: 'scalar';
	readonly value: Scalar;
}
export type Node = MapNode | ListNode | ScalarNode;

export interface Entry {
	readonly key: Place;
	readonly value: Node;
}

/** Plain data; maps without a prototype, so that no inherited name can pass for a key. */
export function plain(node: Node): unknown {
	if (node.kind === 'scalar') return node.value;
	if (node.kind === 'list') return node.items.map(plain);
	const map: Record<string, unknown> = Object.create(null);
	for (const [key, entry] of node.entries) map[key] = plain(entry.value);
	return map;
}

/** The node at a path, or undefined where the file has none. */
export function nodeAt(root: Node, path: Path): Node | undefined {
	let node: Node | undefined = root;
	for (const step of path) node = node === undefined ? undefined : childOf(node, step);
	return node;
}

function childOf(node: Node, step: string | number): Node | undefined {
	if (node.kind === 'map') return node.entries.get(String(step))?.value;
	return node.kind === 'list' ? node.items[Number(step)] : undefined;
}

/**
 * Where a value stands: at its key if it has one, else at itself; of a value that is not in the file, the nearest
 * thing that should hold it.
 */
export function placeOf(root: Node, path: Path): Place {
	let node = root;
	let place: Place = root;
	for (const step of path) {
		const child = childOf(node, step);
		if (child === undefined) break;
		place = node.kind === 'map' ? (node.entries.get(String(step))?.key ?? child) : child;
		node = child;
	}
	return place;
}

/** As `placeOf`, but the value itself rather than its key. */
export function placeOfValue(root: Node, path: Path): Place {
	return nodeAt(root, path) ?? placeOf(root, path);
}
