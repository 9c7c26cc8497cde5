/** YAML document → tree, following aliases within a budget. */
import { isAlias, isMap, isScalar, isSeq, type Document, type ParsedNode } from 'yaml';
import { problem, type Path, type Place, type Problem } from './problem.ts';
import type { Entry, Node } from './tree.ts';

/** Values a file may come to, each use of an anchor counted anew. */
export const MAX_VALUES = 60_000;
export const MAX_DEPTH = 24;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

export interface Converted {
	readonly root: Node | undefined;
	readonly problems: readonly Problem[];
	/** Lines inside quoted and block texts, but for the line they begin on. */
	readonly quoted: ReadonlySet<number>;
}

interface Walk {
	readonly document: Document.Parsed;
	readonly place: (offset: number) => Place;
	readonly problems: Problem[];
	readonly quoted: Set<number>;
	left: number;
}

export function convert(document: Document.Parsed, place: (offset: number) => Place): Converted {
	const walk: Walk = { document, place, problems: [], quoted: new Set(), left: MAX_VALUES };
	const { contents } = document;
	const empty = contents === null || (isScalar(contents) && contents.value === null);
	const root = empty ? undefined : visit(walk, contents as ParsedNode, [], undefined);
	return { root, problems: walk.problems, quoted: walk.quoted };
}

function placeOfNode(walk: Walk, node: unknown, fallback: Place | undefined): Place {
	const range = (node as ParsedNode | null)?.range;
	return range ? walk.place(range[0]) : (fallback ?? walk.place(0));
}

function visit(walk: Walk, node: ParsedNode | null, path: Path, at: Place | undefined): Node | undefined {
	const place = placeOfNode(walk, node, at);
	// Told once: what comes after is not looked at.
	if (walk.left < 0) return undefined;
	if (--walk.left < 0) {
		walk.problems.push(problem('TOO_MANY_VALUES', place, path, { max: MAX_VALUES }));
		return undefined;
	}
	if (path.length > MAX_DEPTH) {
		walk.problems.push(problem('TOO_DEEP', place, path.slice(0, 3), { max: MAX_DEPTH }));
		return undefined;
	}
	if (node === null) return { kind: 'scalar', ...place, value: null };
	if (isAlias(node)) {
		const target = node.resolve(walk.document) as ParsedNode | undefined;
		if (target !== undefined) return visit(walk, target, path, place);
		walk.problems.push(problem('YAML_SYNTAX', place, path, { reason: 'BAD_ALIAS', detail: node.source }));
		return undefined;
	}
	if (isMap(node)) return visitMap(walk, node.items as Pair[], path, place);
	if (isSeq(node)) {
		const items = (node.items as (ParsedNode | null)[]).flatMap(
			(item, index) => visit(walk, item, [...path, index], place) ?? []
		);
		return { kind: 'list', ...place, items };
	}
	return visitScalar(walk, node, path, place);
}

interface Pair {
	readonly key: ParsedNode | null;
	readonly value: ParsedNode | null;
}

function visitMap(walk: Walk, pairs: readonly Pair[], path: Path, place: Place): Node {
	const entries = new Map<string, Entry>();
	for (const pair of pairs) {
		const keyPlace = placeOfNode(walk, pair.key, place);
		const key = isScalar(pair.key) && pair.key.value !== null ? String(pair.key.value) : undefined;
		if (key === undefined || key.length > 100) {
			walk.problems.push(problem('KEY_NOT_TEXT', keyPlace, path));
			continue;
		}
		const below = [...path, key];
		const first = entries.get(key);
		if (FORBIDDEN.has(key)) walk.problems.push(problem('FORBIDDEN_KEY', keyPlace, below, { key }));
		else if (first !== undefined) {
			const params = { key, line: first.key.line };
			walk.problems.push(problem('DUPLICATE_KEY', keyPlace, below, params));
		} else {
			const value = visit(walk, pair.value, below, keyPlace);
			if (value !== undefined) entries.set(key, { key: keyPlace, value });
		}
		if (walk.left < 0) break;
	}
	return { kind: 'map', ...place, entries };
}

function visitScalar(walk: Walk, node: ParsedNode, path: Path, place: Place): Node | undefined {
	if (!isScalar(node)) return undefined;
	const { value, type, range } = node;
	if (type !== 'PLAIN' && range) {
		const last = walk.place(range[1]).line;
		for (let line = place.line + 1; line <= last; line++) walk.quoted.add(line);
	}
	if (typeof value === 'number' && !Number.isFinite(value)) {
		const written = node.source ?? String(value);
		walk.problems.push(problem('NOT_A_NUMBER', place, path, { written: written.slice(0, 40) }));
		// A stand-in keeps the shape, so that the rest can still be looked at.
		return { kind: 'scalar', ...place, value: 0 };
	}
	// Minus nought is nought.
	if (typeof value === 'number') return { kind: 'scalar', ...place, value: value + 0 };
	if (value === null || typeof value === 'string' || typeof value === 'boolean') {
		return { kind: 'scalar', ...place, value };
	}
	walk.problems.push(problem('UNKNOWN_TAG', place, path));
	return undefined;
}
