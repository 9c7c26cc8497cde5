import { expect, test } from 'vitest';
import { view as viewOf } from '#lib/engine/game.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { areaRow, areaRows } from './area-row.ts';

const view = viewOf(played(shipped('first-city.yaml'), 'hold', 'rows', 0));

test('every area has a row with the own share and the best rival’s', () => {
	const rows = areaRows(view).map(({ area, standing, own, rival }) => [
		area.id,
		standing,
		own.value,
		rival?.firm,
		rival?.share.value
	]);
	expect(rows).toEqual([
		['old-town', 'behind', 0.06, 'lingcha', 0.38],
		['new-town', 'behind', 0.09, 'lingcha', 0.3],
		['college', 'behind', 0.14, 'lingcha', 0.21]
	]);
});

test('where nothing is known of any share, no rival is named', () => {
	const [area] = view.areas;
	if (area === undefined) throw new Error('no area');
	const none = { value: null, low: null, high: null, asOfWeek: -1, source: 'panel' } as const;
	const dark = { ...area, shares: view.firms.map(() => none), ratio: none };
	expect(areaRow(dark, view.firms, view.firm)).toMatchObject({ standing: 'unknown', rival: null });
});
