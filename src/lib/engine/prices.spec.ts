import { expect, test } from 'vitest';
import { product } from '../../../tests/support/spec.ts';
import { less, priceFactor, priceSheet, withVat } from './prices.ts';

test('[P1] the sheet follows from the dealer price by the mark-ups, in whole cents', () => {
	// 239 × 1.16 = 277.24, 277 × 1.28 = 354.56, 355 × 1.13 = 401.15.
	const tea = { ...product('tea'), dealerMarkup: 0.16, outletMarkup: 0.28 };
	expect(priceSheet(tea, 239, 1300)).toEqual({
		dealerCents: 239,
		outletCents: 277,
		shelfNetCents: 355,
		shelfCents: 401
	});
});

test('[P1] another list price moves the whole sheet', () => {
	expect(priceSheet(product('tea'), 200, 1300)).toMatchObject({ outletCents: 250, shelfCents: 339 });
	expect(priceSheet(product('tea'), 220, 1300)).toMatchObject({ outletCents: 275, shelfCents: 373 });
});

test.each([
	[239, 1000, 216],
	[239, 0, 239],
	[239, 1, 239],
	[10_000, 1, 9999],
	[339, 9000, 34],
	[339, 10_000, 0]
])('[P2] %i less %i basis points is %i', (cents, bp, expected) => {
	expect(less(cents, bp)).toBe(expected);
});

test('[P2] tax is on the net price', () => {
	expect(withVat(300, 1300)).toBe(339);
	expect(withVat(350, 600)).toBe(371);
});

test.each([
	[1, 1.5, 1],
	[0.8, 2, 1 / 0.64],
	[0.5, 3, 8],
	[2, 2, 0.25],
	[1.21, 0.5, 1 / 1.1]
])('[P4] at %f of the opening price and exponent %f attraction is %f', (ratio, exponent, expected) => {
	expect(priceFactor(1000 * ratio, 1000, exponent)).toBeCloseTo(expected, 12);
});

test('[P4] what is given away attracts as if it cost a cent', () => {
	expect(priceFactor(0, 400, 2)).toBe(160_000);
	expect(priceFactor(1, 400, 2)).toBe(160_000);
});

test('[P4] a brand of share s loses exponent × (1 − s) per cent of its sales for 1 % of price', () => {
	// Share of one brand among small ones, at attraction A: A ÷ (1 + A); s = .13, exponent 3: −2.61.
	const appeal = 0.13 / 0.87;
	const share = (ratio: number): number => {
		const a = appeal * priceFactor(1e6 * ratio, 1e6, 3);
		return a / (1 + a);
	};
	const elasticity =
		(Math.log(share(1.0001)) - Math.log(share(0.9999))) / (Math.log(1.0001) - Math.log(0.9999));
	expect(elasticity).toBeCloseTo(-3 * 0.87, 5);
});
