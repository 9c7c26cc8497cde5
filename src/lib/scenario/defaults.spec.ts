import { describe, expect, test } from 'vitest';
import { ACTIVITY } from './activities.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, RETURNS, SCORE } from './defaults.ts';
import { DEALING } from './dealing.ts';
import { PLATFORM } from './platform.ts';
import { isParameter, SOURCE_TAGS, UNITS, type Parameter, type Table } from './parameter.ts';

function rows(table: Table, prefix: string): [string, Parameter][] {
	return Object.entries(table).flatMap(([name, row]) =>
		isParameter(row) ? [[`${prefix}.${name}`, row]] : rows(row, `${prefix}.${name}`)
	);
}

const ROWS = Object.entries({
	RESPONSE,
	FIELD,
	CHANNEL,
	RETURNS,
	DEALING,
	PLATFORM,
	ACTIVITY,
	MONEY,
	SCORE
}).flatMap(([name, table]) => rows(table, name));

describe.each(ROWS)('%s', (_name, row) => {
	test('has a default inside its range, a unit and a source', () => {
		expect(row.min).toBeLessThan(row.max);
		expect(row.default).toBeGreaterThanOrEqual(row.min);
		expect(row.default).toBeLessThanOrEqual(row.max);
		if (row.whole) expect(Number.isInteger(row.default)).toBe(true);
		expect(UNITS).toContain(row.unit);
		expect(SOURCE_TAGS).toContain(row.tag);
		expect(row.about).toMatch(/.[.…]$/);
	});
});

test('a published figure names who published it', () => {
	const unnamed = ROWS.filter(
		([, { tag, about }]) => tag === 'P' && !/\d{4}|sheet|trade press|upper end/.test(about)
	);
	expect(unnamed.map(([name]) => name)).toEqual([]);
});
