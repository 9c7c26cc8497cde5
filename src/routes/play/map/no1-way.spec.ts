import { expect, test } from 'vitest';
import { duoSpec, gameOf } from '../../../../tests/support/spec.ts';
import { view } from '#lib/engine/game.ts';
import type { AccountToWin, Figure } from '#lib/engine/view.ts';
import { at } from '#lib/engine/world.ts';
import { accountGroups, indicators } from './no1-way.ts';

const seen = view(gameOf(duoSpec()));
const figure = (value: number | null): Figure => ({
	value,
	low: value,
	high: value,
	asOfWeek: 3,
	source: 'panel'
});

test('own figures stand against the best rival; first is more than it, and 1.7 times for the shares', () => {
	const area = at(seen.areas, 0);
	const told = indicators(
		{
			...area,
			ratio: figure(1.6),
			no1: { ...area.no1, occupancy: [figure(0.6), figure(0.4)], insideA: [figure(0.2), figure(0.2)] }
		},
		seen.firms
	);
	expect(told.map(({ name, first }) => [name, first])).toEqual([
		['ratio', false],
		['occupancy', true],
		['insideA', false]
	]);
	expect(told[1]?.best).toEqual({ firm: 'rival', figure: figure(0.4) });
});

test('accounts are told by class and channel, with all they stand for', () => {
	const account = (outlet: number, outletClass: 'A' | 'B', gainUnits: number | null): AccountToWin => ({
		outlet,
		represents: 3,
		outletClass,
		channel: 'traditional',
		gainUnits
	});
	expect(accountGroups([account(1, 'A', 4), account(2, 'A', 5), account(3, 'B', null)])).toEqual([
		{ key: 'A traditional', outletClass: 'A', channel: 'traditional', accounts: 6, gainUnits: 9 },
		{ key: 'B traditional', outletClass: 'B', channel: 'traditional', accounts: 3, gainUnits: null }
	]);
});
