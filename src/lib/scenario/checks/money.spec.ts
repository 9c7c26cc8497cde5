import { expect, test } from 'vitest';
import { ACTIVITY } from '../activities.ts';
import { DEALING } from '../dealing.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, SCORE } from '../defaults.ts';
import { isParameter, type Parameter, type Table } from '../parameter.ts';
import { PLATFORM } from '../platform.ts';
import { MONEY_KEYS } from './money.ts';

const rows = (table: Table): [string, Parameter][] =>
	Object.entries(table).flatMap(([name, row]): [string, Parameter][] =>
		isParameter(row) ? [[name, row]] : rows(row)
	);

test('every parameter in yuan is held to whole cents', () => {
	const inYuan = [RESPONSE, FIELD, CHANNEL, ACTIVITY, DEALING, PLATFORM, MONEY, SCORE]
		.flatMap(rows)
		.flatMap(([name, { unit }]) => (unit.startsWith('yuan') ? [name] : []));
	expect(inYuan.length).toBeGreaterThan(20);
	expect(inYuan.filter((name) => !MONEY_KEYS.has(name))).toEqual([]);
});
