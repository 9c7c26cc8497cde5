/**
 * A whole number whose mean over uniform `u` in [0, 1) is `lambda`: floor(λ + u), that is floor(λ) or one more. Weekly
 * demand of an outlet is often below one unit; rounding it would lose nearly all of it. For λ ≥ 0; keep λ < 2^20, where
 * adding a 32-bit `u` is exact.
 */
export function wholeUnits(lambda: number, u: number): number {
	return Math.floor(lambda + u);
}
