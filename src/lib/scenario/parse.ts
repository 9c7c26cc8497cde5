/** Text → tree of values with places. Never throws; refuses what could only be meant to do harm. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { parseDocument, type YAMLError } from 'yaml';
import { convert, MAX_DEPTH } from './convert.ts';
import { problem, type Place, type Problem } from './problem.ts';
import type { Node } from './tree.ts';

/** Largest scenario text, in bytes of UTF-8. */
export const MAX_BYTES = 512 * 1024;

export interface Parsed {
	/** Undefined where the text has no structure to go on with. */
	readonly root: Node | undefined;
	readonly problems: readonly Problem[];
}

/** Control characters YAML forbids, and what a decoder leaves of bytes that are no UTF-8. */
// eslint-disable-next-line no-control-regex -- it is these characters that are looked for
const FOREIGN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd-\uffff]/;

/** `key：` at the beginning of a line or list item: a colon as a Chinese keyboard types it. */
const FULL_WIDTH = /^([ \t]*(?:- +)*)([A-Za-z][\w-]*)[ \t]*：/;

export function parseText(text: string, file: string): Parsed {
	const refusal = refuseText(text, file);
	if (refusal !== undefined) return { root: undefined, problems: [refusal] };
	const place = placesIn(text, file);
	try {
		// Duplicate keys are looked for in `convert`: the parser compares every pair of keys of a map.
		const document = parseDocument(text, {
			schema: 'core',
			uniqueKeys: false,
			resolveKnownTags: false,
			prettyErrors: false,
			logLevel: 'error'
		});
		const converted = convert(document, place);
		const syntax = [...document.errors, ...document.warnings].map((error) => {
			const [offset] = error.pos;
			// A quotation mark that is never closed is told at the end of the file; it is needed at its beginning.
			const open = error.message.startsWith('Missing closing') ? converted.quotes.get(offset) : undefined;
			return syntaxProblem(error, place(open ?? offset));
		});
		const colons = fullWidthColons(text, file, converted.quoted);
		if (syntax.length > 0 || colons.length > 0) {
			const told = new Set(colons.map(({ line }) => line));
			return { root: undefined, problems: [...colons, ...syntax.filter(({ line }) => !told.has(line))] };
		}
		if (converted.root === undefined && converted.problems.length === 0) {
			return { root: undefined, problems: [problem('EMPTY_FILE', place(0))] };
		}
		return { root: converted.root, problems: converted.problems };
	} catch {
		// The parser descends by calls; nesting that exhausts them is the only way here.
		return {
			root: undefined,
			problems: [problem('TOO_DEEP', { file, line: 1, column: 1 }, [], { max: MAX_DEPTH })]
		};
	}
}

/** Offset → place. The parser's own counter misses lines before an error in the first one. */
function placesIn(text: string, file: string): (offset: number) => Place {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
	};
}

function refuseText(text: string, file: string): Problem | undefined {
	const start: Place = { file, line: 1, column: 1 };
	if (text.length > MAX_BYTES || (text.length * 3 > MAX_BYTES && utf8ToBytes(text).length > MAX_BYTES)) {
		return problem('TOO_LARGE', start, [], { maxKilobytes: MAX_BYTES / 1024 });
	}
	const found = FOREIGN.exec(text);
	if (found === null) return undefined;
	const before = text.slice(0, found.index).split(/\r?\n/);
	const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
	const code = found[0].charCodeAt(0);
	if (code === 0xfffd) return problem('WRONG_ENCODING', place);
	return problem('CONTROL_CHARACTER', place, [], { character: `U+${code.toString(16).padStart(4, '0')}` });
}

function syntaxProblem(error: YAMLError, at: Place): Problem {
	switch (error.code) {
		case 'TAB_AS_INDENT':
			return problem('TAB_INDENT', at);
		case 'MULTIPLE_DOCS':
			return problem('SEVERAL_DOCUMENTS', at);
		case 'TAG_RESOLVE_FAILED':
			return problem('UNKNOWN_TAG', at);
		default:
			// The parser catches its own exhaustion and reports it as one of its errors.
			if (/call stack|stack overflow/i.test(error.message))
				return problem('TOO_DEEP', at, [], { max: MAX_DEPTH });
			return problem('YAML_SYNTAX', at, [], { reason: error.code, detail: error.message });
	}
}

/** @param quoted lines that lie inside quoted or block texts, where such a colon is just a character */
function fullWidthColons(text: string, file: string, quoted: ReadonlySet<number>): Problem[] {
	return text.split(/\r?\n/).flatMap((content, index) => {
		const match = FULL_WIDTH.exec(content);
		const line = index + 1;
		if (match === null || quoted.has(line)) return [];
		const [all, , key] = match;
		return [problem('FULL_WIDTH_COLON', { file, line, column: all.length }, [], { key: key ?? '' })];
	});
}
