import { expect, test } from 'vitest';
import { view as viewOf } from '../../engine/game.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import type { FirmView } from '../../engine/view.ts';
import { productAbc } from './product-abc.ts';

const view = viewOf(played(shipped('six-regions.yaml'), 'hold', 'abc', 1));

/** The view with so many units of each product sold in, at a margin of 100 cents. */
function sold(...units: number[]): FirmView {
	const [product] = view.products;
	if (product === undefined) throw new Error('no product');
	const products = units.map((sellInLastTurn, i) => ({
		...product,
		...{ id: `p${i}`, sellInLastTurn, dealerPriceCents: 300, unitCostCents: 200 }
	}));
	return { ...view, products };
}

test('the largest come first and make up the A, whatever they pass on the way', () => {
	const rows = productAbc(sold(20, 65, 10, 5));
	expect(rows.map(({ product, marginCents, share, grade }) => [product, marginCents, share, grade])).toEqual([
		['p1', 6500, 0.65, 'A'],
		['p0', 2000, 0.2, 'A'],
		['p2', 1000, 0.1, 'B'],
		['p3', 500, 0.05, 'C']
	]);
	expect(productAbc(sold(100)).map(({ grade }) => grade)).toEqual(['A']);
});

test('what was not sold in is left out, and what sells below cost has no share and is no A', () => {
	expect(productAbc(sold(0, 10)).map(({ product }) => product)).toEqual(['p1']);
	const [cheap] = sold(10).products;
	if (cheap === undefined) throw new Error('no product');
	const below = { ...view, products: [{ ...cheap, dealerPriceCents: 100 }] };
	expect(productAbc(below)).toMatchObject([{ marginCents: -1000, share: 0, grade: 'C' }]);
});

test('of a played turn it is the firm’s own sell-in', () => {
	const rows = productAbc(view);
	expect(rows.length).toBe(view.products.filter(({ sellInLastTurn }) => sellInLastTurn > 0).length);
	expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});
