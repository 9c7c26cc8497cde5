import { pow } from './detmath.ts';

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
