import { expect, test } from 'vitest';
import { gameOf, soloSpec } from '../../../../tests/support/spec.ts';
import { advance } from '#lib/engine/game.ts';
import { moneyTables } from './money-tables.ts';

const spec = soloSpec();
const { reports } = advance(advance(gameOf(spec), spec.defaultPlan), spec.defaultPlan);

test('every sum is the sum of the lines above it', () => {
	const [profit, balance, flow] = moneyTables(reports);
	const at = (table: typeof profit, line: string): number =>
		table?.rows.find((row) => row.line === line)?.now ?? NaN;
	const lines = [
		'revenue',
		'costOfGoods',
		'freight',
		'promotion',
		'people',
		'overhead',
		'interest',
		'writeOff'
	];
	expect(lines.reduce((sum, line) => sum + at(profit, line), 0)).toBe(at(profit, 'profit'));
	expect(at(balance, 'assets')).toBe(
		at(balance, 'payable') + at(balance, 'overdraft') + at(balance, 'capital') + at(balance, 'retained')
	);
	expect(at(flow, 'opening') + at(flow, 'profit') + at(flow, 'goods') + at(flow, 'credit')).toBe(
		at(flow, 'closing')
	);
});

test('beside each stands the turn before, and nothing in the first', () => {
	expect(moneyTables(reports)[0]?.rows[0]?.before).toBe(reports[0]?.facts.money.revenueCents);
	expect(moneyTables(reports.slice(0, 1))[0]?.rows[0]?.before).toBeNull();
	expect(moneyTables([])).toEqual([]);
});
