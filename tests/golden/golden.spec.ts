import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { playRow } from './play.ts';
import { changedByRules, readTable, refusal, WANTED, type Row, type Table } from './table.ts';

const TABLE = readTable();

test('the table was made with this engine: after a change of rules, npm run golden', () => {
	expect(TABLE.engineVersion).toBe(ENGINE_VERSION);
	expect(TABLE.rows.map((it) => it.name)).toEqual(WANTED.map((it) => it.name));
});

// Stability, not truth: see table.ts.
test.each(TABLE.rows)('$name', async (row) => {
	const now = await playRow(row);
	expect(now.scenarioHash, 'the scenario file changed: npm run golden').toBe(row.scenarioHash);
	expect(now, 'the rules changed: raise ENGINE_VERSION, then npm run golden').toEqual(row);
});

describe('the table is replaced', () => {
	const row: Row = { ...(TABLE.rows[0] as Row) };
	const table = (version: string, hashes: readonly string[], more: Partial<Table & Row> = {}): Table => ({
		engineVersion: version,
		released: more.released ?? [],
		rows: [{ ...row, hashes, scenarioHash: more.scenarioHash ?? row.scenarioHash }]
	});
	const old = table('1.0.0', ['a', 'b']);

	test.each([
		['when nothing changed', old, table('1.0.0', ['a', 'b']), false, true],
		['when the rules changed and the version says so', old, table('1.0.1', ['a', 'c']), false, true],
		['not when the rules changed silently', old, table('1.0.0', ['a', 'c']), false, false],
		['when that was asked for, the engine being unreleased', old, table('1.0.0', ['a', 'c']), true, true],
		[
			'not when that was asked for, but people have played with it',
			table('1.0.0', ['a', 'b'], { released: ['1.0.0'] }),
			table('1.0.0', ['a', 'c'], { released: ['1.0.0'] }),
			true,
			false
		],
		['when only the scenario changed', old, table('1.0.0', ['x'], { scenarioHash: 'other' }), false, true]
	] as const)('%s', (_name, before, after, sameVersion, allowed) => {
		expect(refusal(before, after, sameVersion) === null).toBe(allowed);
	});

	test('and the changed rows are named', () => {
		expect(changedByRules(old, table('1.0.0', ['a', 'c']))).toEqual([row.name]);
	});
});
