/** What any value from outside must keep to before somebody walks it by calls or copies its keys. */
import { fault, type Fault } from '../result.ts';

/** Deeper than any scenario, plan or report. */
const MAX_DEPTH = 40;
/** Some hundred times what the largest shipped game takes. */
const MAX_VALUES = 1_000_000;

/** Keys that would reach into what all objects share. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

interface Visit {
	readonly value: unknown;
	readonly path: string;
	readonly depth: number;
}

/**
 * The first fault of a value made by `JSON.parse`, or null. By a list of its own rather than by calls: nesting is what
 * it looks for.
 */
export function boundsFault(root: unknown, code: string, most = MAX_VALUES): Fault | null {
	const open: Visit[] = [{ value: root, path: '', depth: 0 }];
	let left = most;
	for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
		const { value, path, depth } = visit;
		if (typeof value !== 'object' || value === null) continue;
		if (depth > MAX_DEPTH) return fault(code, path.slice(0, 100), 'nested too deep', { max: MAX_DEPTH });
		const isList = Array.isArray(value);
		const entries = Object.entries(value);
		left -= entries.length;
		if (left < 0) return fault(code, '', 'too many values', { max: most });
		for (const [key, inner] of entries) {
			const below = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
			if (FORBIDDEN.has(key)) return fault(code, below.slice(0, 100), 'a key that is not allowed');
			open.push({ value: inner, path: below, depth: depth + 1 });
		}
	}
	return null;
}
