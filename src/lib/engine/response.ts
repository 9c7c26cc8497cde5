import { pow } from './detmath.ts';
import type { ResponseSpec } from './spec.ts';

/**
 * ADBUDG (Little 1970) with the floor at 0 and the ceiling at 1, written by its half-way point:
 * x^c / (h^c + x^c). S-shaped for c > 1.
 */
export function response(x: number, half: number, shape: number): number {
	if (x <= 0) return 0;
	const ratio = pow(x / half, shape);
	return ratio / (1 + ratio);
}

/** What a call of so many minutes counts for: one that is shorter than a whole call, for a part (R2, R4). */
export function partOfCall(minutes: number, whole: number): number {
	return Math.min(1, minutes / whole);
}

/** R1 Closeness that so many minutes in four weeks settle at, their quality as a factor of them. */
export function closenessAt(rules: ResponseSpec, minutes: number, quality: number): number {
	return response(minutes * quality, rules.closenessHalfMinutes, rules.relationShape);
}

/** R2 Dependence that so many calls in four weeks settle at. */
export function dependenceAt(rules: ResponseSpec, visits: number, minutes: number, binding: number): number {
	const calls = visits * partOfCall(minutes, rules.wholeCallMinutes) * binding;
	return response(calls, rules.dependenceHalfVisits, rules.relationShape);
}
