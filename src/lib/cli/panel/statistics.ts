/** Means and their 95 % intervals by Student's t. */

export interface Estimate {
	readonly mean: number;
	/** 95 % confidence, both ends. */
	readonly interval: readonly [number, number];
}

/** @param values two or more, taken as independent */
export function estimate(values: readonly number[]): Estimate {
	const { mean, interval } = estimateExact(values);
	return { mean: tidy(mean), interval: [tidy(interval[0]), tidy(interval[1])] };
}

/** The same to the last digit, for what is not measured in points. */
export function estimateExact(values: readonly number[]): Estimate {
	const n = values.length;
	if (n < 2) throw new RangeError(`An interval needs two values, not ${n}`);
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const half = studentT(n - 1) * Math.sqrt(squares / (n - 1) / n);
	return { mean, interval: [mean - half, mean + half] };
}

/** Points to six decimals: a thousandth is the smallest step of a score, and what lies beyond is noise of fractions. */
function tidy(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

/**
 * The 97.5 % quantile of Student's t: where the two-sided probability below is .95, found by halving.
 *
 * @param freedom degrees of freedom, from 1
 */
export function studentT(freedom: number): number {
	let low = 0;
	let high = 13;
	for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
		if (within(middle, freedom) < 0.95) low = middle;
		else high = middle;
	}
	return high;
}

/**
 * P(|T| ≤ t) for whole degrees of freedom, exact: the finite series of Abramowitz & Stegun 26.7.3 (odd) and 26.7.4
 * (even), in θ = arctan(t/√ν).
 */
function within(t: number, freedom: number): number {
	const theta = Math.atan(t / Math.sqrt(freedom));
	const square = Math.cos(theta) ** 2;
	const odd = freedom % 2 === 1;
	let term = odd ? Math.cos(theta) : 1;
	let sum = 0;
	for (let k = odd ? 3 : 2; k <= freedom; k += 2) {
		sum += term;
		term *= (square * (k - 1)) / k;
		// All that is left is smaller than the last bit.
		if (term < 1e-18) break;
	}
	return odd ? ((theta + Math.sin(theta) * sum) * 2) / Math.PI : Math.sin(theta) * sum;
}
