/** The price sheet (价盘, rules P1–P4): what each step pays, from the dealer's list price up. Whole cents. */
import { pow } from './detmath.ts';
import type { ProductSpec } from './spec.ts';

export interface PriceSheet {
	readonly dealerCents: number;
	readonly outletCents: number;
	/** What the outlet keeps of the shelf price. */
	readonly shelfNetCents: number;
	/** What the shopper pays, with VAT. */
	readonly shelfCents: number;
}

const whole = (cents: number): number => Math.floor(cents + 0.5);

/** P1 The sheet without any deal. */
export function priceSheet(
	product: Pick<ProductSpec, 'dealerMarkup' | 'outletMarkup'>,
	dealerCents: number,
	vatBp: number
): PriceSheet {
	const outletCents = whole(dealerCents * (1 + product.dealerMarkup));
	const shelfNetCents = whole(outletCents * (1 + product.outletMarkup));
	return { dealerCents, outletCents, shelfNetCents, shelfCents: withVat(shelfNetCents, vatBp) };
}

export function withVat(netCents: number, vatBp: number): number {
	return whole((netCents * (10_000 + vatBp)) / 10_000);
}

/** P2 A price less a discount in basis points. */
export function less(cents: number, discountBp: number): number {
	return cents - Math.floor((cents * discountBp) / 10_000);
}

/** P4 Attraction of a shelf price relative to the opening one. What is given away counts as a cent: it stays a number. */
export function priceFactor(shelfCents: number, openingCents: number, exponent: number): number {
	return shelfCents === openingCents ? 1 : pow(Math.max(1, shelfCents) / openingCents, -exponent);
}
