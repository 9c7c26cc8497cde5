/** What is told of many measurements. */

export interface Spread {
	readonly count: number;
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	readonly max: number;
}

/** The smallest value that at least this share of all does not exceed; whole milliseconds, null values of nothing. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number): number => {
		const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
		return value === undefined ? 0 : Math.ceil(value);
	};
	return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function seconds(milliseconds: number): number {
	return Math.round(milliseconds / 100) / 10;
}
