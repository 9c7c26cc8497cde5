/** One complaint of the schema → one problem in our words. */
import type * as v from 'valibot';
import { KINDS } from '../engine/vocab.ts';
import { nearest } from './nearest.ts';
import {
	pathText,
	problem,
	type Path,
	type Problem,
	type ProblemCode,
	type ProblemParams
} from './problem.ts';
import { placeOf, placeOfValue, type Node } from './tree.ts';

type Issue = v.BaseIssue<unknown>;

export function issueProblem(root: Node, issue: Issue): Problem | undefined {
	const path: Path = (issue.path ?? []).map((item) => item.key as string | number);
	const key = String(path.at(-1) ?? '');
	const aboutKey = issue.path?.at(-1)?.origin === 'key';
	if (issue.type === 'strict_object' && aboutKey) {
		// Unknown keys are told by `compareShapes`.
		if (issue.expected === 'never') return undefined;
		const language = key === 'zh-CN' || key === 'en';
		const place = placeOf(root, path);
		return problem(
			language ? 'MISSING_LANGUAGE' : 'MISSING_KEY',
			place,
			path,
			language ? { language: key } : { key }
		);
	}
	const [code, params] = describe(issue, path);
	return problem(code, aboutKey ? placeOf(root, path) : placeOfValue(root, path), path, params);
}

function describe(issue: Issue, path: Path): [ProblemCode, ProblemParams] {
	const { input } = issue;
	const bound = typeof issue.requirement === 'number' ? issue.requirement : 0;
	const side = issue.type.startsWith('min') ? 'min' : issue.type.startsWith('max') ? 'max' : 'exact';
	switch (issue.type) {
		case 'min_value':
		case 'max_value':
			return ['OUT_OF_RANGE', { value: String(input), side, bound }];
		case 'integer':
			return ['NOT_WHOLE', { value: String(input) }];
		case 'regex':
			if (path[0] !== 'lessons') return ['BAD_ID', { value: shown(input) }];
			return ['NOT_AN_OPTION', { value: shown(input), options: 'M1 … M38', suggestion: 'none' }];
		case 'min_length':
		case 'max_length':
		case 'length':
			if (typeof input === 'string') return ['BAD_TEXT', { length: input.length, side, bound }];
			return ['WRONG_LENGTH', { length: Array.isArray(input) ? input.length : 0, side, bound }];
		case 'literal':
			if (typeof input !== 'number') return ['WRONG_TYPE', { expected: 'number', found: typeWord(input) }];
			return ['FORMAT_VERSION', { found: shown(input), expected: String(issue.expected) }];
		case 'picklist': {
			if (typeof input !== 'string') return ['WRONG_TYPE', { expected: 'text', found: typeWord(input) }];
			const listed = (issue.expected ?? '').split(/[^\w-]+/).filter((word) => word !== '');
			// Each kind of file has a schema of its own, which knows only itself.
			const options = pathText(path) === 'kind' ? KINDS : listed;
			const suggestion = nearest(input, options) || 'none';
			return ['NOT_AN_OPTION', { value: shown(input), options: options.join(', '), suggestion }];
		}
		default:
			return wrongType(expectedWord(issue.type, path), input);
	}
}

/** Keys that hold a text in both languages. */
const TEXT_KEYS: ReadonlySet<unknown> = new Set([
	'name',
	'note',
	'title',
	'summary',
	'briefing',
	'goal',
	'hint'
]);

function wrongType(expected: string, input: unknown): [ProblemCode, ProblemParams] {
	const found = expected === 'texts' && typeof input === 'string' ? 'oneText' : typeWord(input);
	return ['WRONG_TYPE', { expected, found }];
}

function expectedWord(type: string, path: Path): string {
	if (type === 'strict_object' && TEXT_KEYS.has(path.at(-1))) return 'texts';
	return EXPECTED[type] ?? 'text';
}

/** Words of the catalogue's `expected`. */
const EXPECTED: Readonly<Record<string, string>> = {
	number: 'number',
	string: 'text',
	boolean: 'boolean',
	array: 'list',
	record: 'map',
	strict_object: 'map'
};

/** What an author wrote instead, in words of the catalogue's `found`: near misses have their own hint. */
function typeWord(input: unknown): string {
	if (input === null || input === undefined) return 'nothing';
	if (Array.isArray(input)) return 'list';
	if (typeof input === 'object') return 'map';
	if (typeof input !== 'string') return typeof input;
	const written = input.trim();
	if (/^\d{4}-\d{1,2}-\d{1,2}/.test(written)) return 'date';
	if (/^[-+]?[\d.,]+\s*[%％]$/.test(written)) return 'percent';
	if (/^[-+]?\.?\d[\d,_]*(\.\d+)?(e[-+]?\d+)?$/i.test(written)) return 'quotedNumber';
	if (/^[¥￥$]?\s*[-+]?\.?\d[\d,.]*\s*\D{0,8}$/.test(written)) return 'numberWithUnit';
	if (/^(yes|no|on|off|true|false)$/i.test(written)) return 'yesNo';
	return 'text';
}

/** A value short enough to stand in a sentence. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
