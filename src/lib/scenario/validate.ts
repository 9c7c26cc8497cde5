/** Tree → draft by the schema, every fault of shape at once and at its place. */
import * as v from 'valibot';
import { scenarioDraft, type ScenarioDraft } from './draft.ts';
import { issueProblem } from './issues.ts';
import { labDraft, type LabDraft } from './lab/draft.ts';
import { nearest } from './nearest.ts';
import { pathText, problem, type Path, type Problem } from './problem.ts';
import { plain, type MapNode, type Node } from './tree.ts';

export interface Validated<D> {
	readonly draft: D | undefined;
	readonly problems: readonly Problem[];
}

/** A file that says it is a lab is judged as one, any other as a market. */
export function isLab(root: Node): boolean {
	const kind = root.kind === 'map' ? root.entries.get('kind')?.value : undefined;
	return kind?.kind === 'scalar' && kind.value === 'lab';
}

export const validate = (root: Node): Validated<ScenarioDraft> => validateAs(scenarioDraft, root);
export const validateLab = (root: Node): Validated<LabDraft> => validateAs(labDraft, root);

function validateAs<S extends v.GenericSchema>(schema: S, root: Node): Validated<v.InferOutput<S>> {
	if (root.kind !== 'map') {
		const params = { expected: 'map', found: root.kind === 'list' ? 'list' : 'text' };
		return { draft: undefined, problems: [problem('WRONG_TYPE', root, [], params)] };
	}
	const shapes: Problem[] = [];
	compareShapes(schema as Walkable, root, [], shapes);
	const result = v.safeParse(schema, plain(root));
	// Of a list in place of a map, that it is one says all.
	const lists = new Set(shapes.filter(({ code }) => code === 'WRONG_TYPE').map(({ path }) => path));
	const issues = (result.issues ?? []).flatMap((issue) => {
		const told = issueProblem(root, issue);
		return told === undefined || isBelow(lists, issue) ? [] : [told];
	});
	const problems = [...shapes, ...issues];
	return { draft: result.success && problems.length === 0 ? result.output : undefined, problems };
}

function isBelow(paths: ReadonlySet<string>, issue: v.BaseIssue<unknown>): boolean {
	const path = (issue.path ?? []).map(({ key }) => key as string | number);
	return paths.size > 0 && path.some((_, index) => paths.has(pathText(path.slice(0, index))));
}

/** Looking for the word that was meant costs more than all the rest, and nobody reads a thousand suggestions. */
const MAX_SUGGESTIONS = 100;

/** A key that is not there yet, or else one that is: in a file that extends another, all of them may be. */
function suggest(key: string, known: readonly string[], { entries }: MapNode): string {
	const unused = known.filter((name) => !entries.has(name));
	return nearest(key, unused) || nearest(key, known) || 'none';
}

/** The parts of a valibot schema that matter for walking along with a tree. */
interface Walkable {
	readonly type: string;
	readonly wrapped?: Walkable;
	readonly entries?: Readonly<Record<string, Walkable>>;
	readonly item?: Walkable;
	readonly value?: Walkable;
}

/**
 * What valibot leaves out: it tells only the first unknown key of a map, and takes a list for a map without keys.
 * An author wants to hear of all of it, and of the list as a list.
 */
function compareShapes(schema: Walkable, node: Node, path: Path, problems: Problem[]): void {
	if (schema.wrapped !== undefined) return compareShapes(schema.wrapped, node, path, problems);
	const { entries, item, value: values } = schema;
	if (node.kind === 'list') {
		if (item !== undefined) {
			node.items.forEach((child, index) => compareShapes(item, child, [...path, index], problems));
		} else if (entries !== undefined || values !== undefined) {
			problems.push(problem('WRONG_TYPE', node, path, { expected: 'map', found: 'list' }));
		}
	}
	if (node.kind !== 'map') return;
	for (const [key, { key: place, value }] of node.entries) {
		const below = [...path, key];
		const entry = entries === undefined ? values : Object.hasOwn(entries, key) ? entries[key] : undefined;
		if (entry !== undefined) compareShapes(entry, value, below, problems);
		else if (entries !== undefined) {
			const suggestion =
				problems.length < MAX_SUGGESTIONS ? suggest(key, Object.keys(entries), node) : 'none';
			problems.push(problem('UNKNOWN_KEY', place, below, { key, suggestion }));
		}
	}
}
