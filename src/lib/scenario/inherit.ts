/** `extends`: a scenario that says only what is different, merged over the one it names. */
import { shown } from './issues.ts';
import { parseText, type Parsed } from './parse.ts';
import { ID_PATTERN } from './pieces.ts';
import { problem, type Place, type Problem } from './problem.ts';
import type { ListNode, MapNode, Node } from './tree.ts';

/** Files in one line of inheritance, the first included. */
export const MAX_FILES = 4;

/** Text of the scenario with an id, or null if there is none. */
export type Resolve = (id: string) => string | null;

/** Follows `extends` from the root of a file; every value keeps the place in the file that holds it. */
export function inherit(root: Node, file: string, resolve: Resolve): Parsed {
	return follow(root, file, resolve, [idOf(root)]);
}

function follow(root: Node, file: string, resolve: Resolve, chain: readonly (string | undefined)[]): Parsed {
	const named = root.kind === 'map' ? root.entries.get('extends') : undefined;
	const base = named?.value.kind === 'scalar' ? named.value.value : undefined;
	if (named === undefined) return { root, problems: [] };
	const place = named.value;
	if (typeof base !== 'string' || !ID_PATTERN.test(base)) {
		return refused('BAD_ID', place, { value: shown(base ?? place.kind) });
	}
	if (chain.includes(base)) {
		return refused('EXTENDS_CYCLE', place, { chain: [...chain, base].filter(Boolean).join(' → ') });
	}
	if (chain.length >= MAX_FILES) return refused('EXTENDS_TOO_DEEP', place, { max: MAX_FILES });
	const text = resolve(base);
	if (text === null) return refused('EXTENDS_UNKNOWN', place, { id: base });
	const below = parseText(text, siblingOf(file, base));
	if (below.root === undefined) return below;
	const whole = follow(below.root, siblingOf(file, base), resolve, [...chain, base]);
	const problems = [...below.problems, ...whole.problems];
	if (whole.root === undefined) return { root: undefined, problems };
	return { root: withOwnId(root, merge(whole.root, root)), problems };
}

function refused(code: Problem['code'], place: Place, params: Problem['params']): Parsed {
	return { root: undefined, problems: [problem(code, place, ['extends'], params)] };
}

/** Scenarios that know each other lie in one folder, each named after its id. */
function siblingOf(file: string, id: string): string {
	return `${file.slice(0, file.lastIndexOf('/') + 1)}${id}.yaml`;
}

function idOf(node: Node): string | undefined {
	const id = node.kind === 'map' ? node.entries.get('id')?.value : undefined;
	return id?.kind === 'scalar' && typeof id.value === 'string' ? id.value : undefined;
}

/** An id is not inherited: two scenarios of one id would be taken for each other. */
function withOwnId(own: Node, merged: Node): Node {
	if (own.kind === 'map' && merged.kind === 'map' && !own.entries.has('id')) merged.entries.delete('id');
	return merged;
}

/** Maps merge by key, lists whose items all have an id by id, everything else is replaced. */
export function merge(base: Node, over: Node): Node {
	if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over);
	if (base.kind === 'list' && over.kind === 'list' && haveIds(base) && haveIds(over))
		return mergeLists(base, over);
	return over;
}

function mergeMaps(base: MapNode, over: MapNode): MapNode {
	const entries = new Map(base.entries);
	for (const [key, entry] of over.entries) {
		const old = base.entries.get(key);
		entries.set(key, old === undefined ? entry : { key: entry.key, value: merge(old.value, entry.value) });
	}
	return { ...over, entries };
}

function haveIds(list: ListNode): boolean {
	return list.items.length > 0 && list.items.every((item) => idOf(item) !== undefined);
}

/** In the base's order, new ones at the end; an id that comes twice stays twice, for the checks to tell. */
function mergeLists(base: ListNode, over: ListNode): ListNode {
	const items = [...base.items];
	const index = new Map(items.map((item, i) => [idOf(item), i]));
	const merged = new Set<number>();
	for (const item of over.items) {
		const at = index.get(idOf(item));
		const old = at === undefined ? undefined : items[at];
		if (at === undefined || old === undefined || merged.has(at)) items.push(item);
		else {
			items[at] = merge(old, item);
			merged.add(at);
		}
	}
	return { ...over, items };
}
