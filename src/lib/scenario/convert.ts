/** YAML document → tree, following aliases within a budget. */
import { isAlias, isMap, isScalar, isSeq, type Document, type ParsedNode } from 'yaml';
import { problem, type Path, type Place, type Problem } from './problem.ts';
import type { Entry, Node } from './tree.ts';

/** Values a file may come to, each use of an anchor counted anew. */
export const MAX_VALUES = 30_000;
export const MAX_DEPTH = 24;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

export interface Converted {
	readonly root: Node | undefined;
	readonly problems: readonly Problem[];
	/** Lines inside quoted and block texts, but for the line they begin on. */
	readonly quoted: ReadonlySet<number>;
	/** End → start of quoted texts, by offset. */
	readonly quotes: ReadonlyMap<number, number>;
}

interface Walk {
	/** Latest node of each anchor so far: the parser's own look-up walks the whole document for every alias. */
	readonly anchors: Map<string, ParsedNode>;
	readonly place: (offset: number) => Place;
	readonly problems: Problem[];
	readonly quoted: Set<number>;
	left: number;
	/** Where the outermost alias stands that is being followed. */
	alias: Place | undefined;
	/** Too deep or too much: nothing after it is looked at. */
	fatal: boolean;
	/** End → start of quoted texts, by offset: the parser tells a missing quotation mark at the end. */
	readonly quotes: Map<number, number>;
}

export function convert(document: Document.Parsed, place: (offset: number) => Place): Converted {
	const walk: Walk = {
		anchors: new Map(),
		place,
		problems: [],
		quoted: new Set(),
		left: MAX_VALUES,
		alias: undefined,
		fatal: false,
		quotes: new Map()
	};
	const { contents } = document;
	const empty = contents === null || (isScalar(contents) && contents.value === null);
	const root = empty ? undefined : visit(walk, contents as ParsedNode, [], undefined);
	const { problems, quoted, quotes, fatal } = walk;
	return { root: fatal ? undefined : root, problems, quoted, quotes };
}

function placeOfNode(walk: Walk, node: unknown, fallback: Place | undefined): Place {
	const range = (node as ParsedNode | null)?.range;
	return range ? walk.place(range[0]) : (fallback ?? walk.place(0));
}

function visit(walk: Walk, node: ParsedNode | null, path: Path, at: Place | undefined): Node | undefined {
	const place = placeOfNode(walk, node, at);
	if (walk.fatal) return undefined;
	if (--walk.left < 0)
		return stop(walk, problem('TOO_MANY_VALUES', walk.alias ?? place, [], { max: MAX_VALUES }));
	if (path.length > MAX_DEPTH) {
		return stop(walk, problem('TOO_DEEP', walk.alias ?? place, path.slice(0, 3), { max: MAX_DEPTH }));
	}
	if (node === null) return { kind: 'scalar', ...place, value: null };
	if (isAlias(node)) {
		const target = walk.anchors.get(node.source);
		if (target !== undefined) {
			const outer = walk.alias;
			walk.alias = outer ?? place;
			const found = visit(walk, target, path, place);
			walk.alias = outer;
			return found;
		}
		walk.problems.push(problem('YAML_SYNTAX', place, path, { reason: 'BAD_ALIAS', detail: node.source }));
		return undefined;
	}
	if (node.anchor !== undefined && walk.alias === undefined) walk.anchors.set(node.anchor, node);
	if (isMap(node)) return visitMap(walk, node.items as Pair[], path, place);
	if (isSeq(node)) {
		const items = (node.items as (ParsedNode | null)[]).flatMap(
			(item, index) => visit(walk, item, [...path, index], place) ?? []
		);
		return { kind: 'list', ...place, items };
	}
	return visitScalar(walk, node, path, place);
}

function stop(walk: Walk, why: Problem): undefined {
	walk.fatal = true;
	walk.problems.push(why);
	return undefined;
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
		if (walk.fatal) break;
	}
	return { kind: 'map', ...place, entries };
}

function visitScalar(walk: Walk, node: ParsedNode, path: Path, place: Place): Node | undefined {
	if (!isScalar(node)) {
		walk.problems.push(problem('UNKNOWN_TAG', place, path));
		return undefined;
	}
	const { value, type, range } = node;
	if (type !== 'PLAIN' && range) {
		walk.quotes.set(range[1], range[0]);
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
