/** Yuan → whole cents. */
export function cents(yuan: number): number {
	return Math.floor(yuan * 100 + 0.5);
}

/** A decimal → whole basis points. */
export function basisPoints(share: number): number {
	return Math.floor(share * 10_000 + 0.5);
}
