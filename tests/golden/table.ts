/**
 * Golden games: whole games whose state hash after every turn is written down. They prove stability only: that the
 * same bytes come out of Node, Chromium and Firefox, today as when the table was made. Whether the bytes are right is
 * for the engine's own tests to say. To change a row, raise ENGINE_VERSION and run `npm run golden`.
 */
import { readFileSync } from 'node:fs';
import type { PerPillar } from '#lib/engine/vocab.ts';

export interface Wanted {
	readonly name: string;
	readonly scenario: string;
	readonly seed: string;
	readonly strategy: string;
}

export interface Row extends Wanted {
	readonly scenarioHash: string;
	/** Thousandths. */
	readonly total: number;
	readonly pillars: PerPillar<number>;
	/** One per turn, the closing one last. */
	readonly hashes: readonly string[];
}

export interface Table {
	/** The engine the rows were made with. */
	readonly engineVersion: string;
	/** Engine versions that people have played with: their rows are never made anew. */
	readonly released: readonly string[];
	readonly rows: readonly Row[];
}

function row(scenario: string, strategy: string, seed: string, what: string): Wanted {
	return { name: `${scenario} · ${strategy} · ${seed}: ${what}`, scenario, seed, strategy };
}

export const WANTED: readonly Wanted[] = [
	row('first-city', 'hold', '1', 'nobody decides'),
	row('first-city', 'stuff', '1', 'pushed orders, trade deals, returns'),
	row('first-city', 'spread-thin', '1', 'every area with too few people'),
	row('first-city', 'one-area-first', '1', 'an appointment, a hand-over, planned series of visits'),
	row('first-city', 'random-legal', '1', 'every lever, most plans cut by project'),
	row('three-cities', 'one-area-first', '1', 'three regions, rolled out one by one'),
	row('three-cities', 'random-legal', '1', 'every lever over three regions'),
	row('six-regions', 'hold', '1', 'a year of launches, shocks and seasons by region'),
	row('six-regions', 'random-legal', '1', 'every lever over six regions, products of three tiers'),
	row(
		'three-cities',
		'every-lever',
		'1',
		'all kinds of activities, advisors, budgets, each word of every lever'
	),
	row('six-regions', 'one-area-first', '1', 'a year of the method, with a launch that its firm decides')
];

export const TABLE_FILE = new URL('./golden.json', import.meta.url);

export function readTable(): Table {
	return JSON.parse(readFileSync(TABLE_FILE, 'utf8')) as Table;
}

/**
 * Names of the rows that came out otherwise by the same scenario: only a change of rules does that. A row whose
 * scenario file changed has every reason to differ.
 */
export function changedByRules(before: Table, after: Table): string[] {
	return after.rows
		.filter((row) => {
			const old = before.rows.find((it) => it.name === row.name);
			if (old === undefined || old.scenarioHash !== row.scenarioHash) return false;
			return JSON.stringify([old.hashes, old.total]) !== JSON.stringify([row.hashes, row.total]);
		})
		.map((row) => row.name);
}

/** Why the new table may not take the old one's place; null if it may. */
export function refusal(before: Table, after: Table, sameVersion: boolean): string | null {
	const changed = changedByRules(before, after);
	if (changed.length === 0 || before.engineVersion !== after.engineVersion) return null;
	const { engineVersion: version } = after;
	if (before.released.includes(version)) {
		return `Engine ${version} is released, and ${changed.length} golden games came out otherwise: raise ENGINE_VERSION.`;
	}
	if (sameVersion) return null;
	return `${changed.length} golden games came out otherwise: raise ENGINE_VERSION, or, while ${version} is unreleased, pass --same-version.`;
}
