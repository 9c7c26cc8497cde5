import { expect, test } from 'vitest';
import { view as viewOf } from '#lib/engine/game.ts';
import { played } from '../../../../../tests/support/games.ts';
import { shipped } from '../../../../../tests/support/scenarios.ts';
import { priceSteps } from './price-steps.ts';

const view = viewOf(played(shipped('first-city.yaml'), 'hold', 'prices', 0));
const [product] = view.products;
if (product === undefined) throw new Error('no product');

test('the sheet at today’s price ends at the shelf price of the view, and its margins add up', () => {
	const steps = priceSteps(product, product.dealerPriceCents, view.rules.vatBp);
	expect(steps.map(({ step, cents }) => [step, cents])).toEqual([
		['cost', 127],
		['dealer', 239],
		['outlet', 277],
		['shelf', product.shelfPriceCents]
	]);
	const kept = steps.reduce((sum, { margin }) => sum + (margin?.cents ?? 0), product.unitCostCents);
	expect(Math.round((kept * (10_000 + view.rules.vatBp)) / 10_000)).toBe(product.shelfPriceCents);
});

test('a lower price to the dealer takes it from the own margin and lowers every step', () => {
	const [now, lower] = [product.dealerPriceCents, 200].map((cents) =>
		priceSteps(product, cents, view.rules.vatBp)
	);
	expect(lower?.[1]?.margin).toEqual({ cents: 73, share: 0.365 });
	for (const i of [1, 2, 3]) expect(lower?.[i]?.cents).toBeLessThan(now?.[i]?.cents ?? 0);
});
