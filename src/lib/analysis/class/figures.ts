/** A plan as figures that a class can be compared by. */
import type { Plan } from '../../engine/plan.ts';
import type { Lever } from '../../engine/vocab.ts';

/** Figure by its path inside the lever's block; amounts are in the units of the plan. */
export type PlanFigures = ReadonlyMap<string, number>;

/**
 * The figures of one lever: each number stands for itself, a list for its length and what its items add up to, and a
 * table of words for how often each word stands in it. By shape and not by name, so that a new lever needs nothing here.
 */
export function planFigures(plan: Plan, lever: Lever): PlanFigures {
	const figures = new Map<string, number>();
	collect(plan[lever], '', figures);
	return figures;
}

/** Choice sheets are a record of how a decision came about: that there is one counts, not each of its points. */
const COUNTED_WHOLE: ReadonlySet<string> = new Set(['sheets']);

function collect(value: unknown, path: string, into: Map<string, number>): void {
	if (typeof value === 'number') into.set(path, value);
	else if (typeof value === 'boolean') into.set(path, value ? 1 : 0);
	else if (typeof value === 'string') add(into, below(path, value), 1);
	else if (Array.isArray(value)) collectList(value, path, into);
	else if (typeof value === 'object' && value !== null) {
		if (COUNTED_WHOLE.has(path)) {
			into.set(path, Object.keys(value).length);
			return;
		}
		const entries = Object.entries(value);
		// A table of words by region: how many regions have each.
		const isTable = entries.every(([, inner]) => typeof inner === 'string');
		for (const [key, inner] of entries) collect(inner, isTable ? path : below(path, key), into);
	}
}

function collectList(items: readonly unknown[], path: string, into: Map<string, number>): void {
	into.set(below(path, 'count'), items.length);
	for (const item of items) {
		if (typeof item !== 'object' || item === null) continue;
		for (const [key, inner] of Object.entries(item)) {
			// What can be added up: money and goods. Weeks and depths of several things add up to nothing.
			if (typeof inner === 'number' && /(Cents|cases|Units)$/.test(key)) add(into, below(path, key), inner);
		}
	}
}

function add(into: Map<string, number>, path: string, amount: number): void {
	into.set(path, (into.get(path) ?? 0) + amount);
}

function below(path: string, key: string): string {
	return path === '' ? key : `${path}.${key}`;
}
