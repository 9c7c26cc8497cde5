/** Ways to make a `Figure`: exact, unknown, or found at sample points. */
import type { Figure, Source } from './view.ts';

export const exact = (value: number, asOfWeek: number, source: Source): Figure => ({
	value,
	low: value,
	high: value,
	asOfWeek,
	source
});

export const unknown = (source: Source): Figure => ({
	value: null,
	low: null,
	high: null,
	asOfWeek: -1,
	source
});

/** Of the normal distribution: 95 % lie within so many standard deviations. */
const Z = 1.96;

/**
 * V3 A share found at sample points: 95 % interval by Wilson (1927), which holds for shares near nothing and for few
 * points too: who finds nobody at ten shops has not found that there is nobody.
 *
 * @param scale of `whole`, how many are worth one witness
 */
export function sampled(part: number, whole: number, asOfWeek: number, scale = 1): Figure {
	if (whole <= 0) return unknown('panel');
	const p = part / whole;
	const n = whole / scale;
	const shrink = 1 + (Z * Z) / n;
	const middle = (p + (Z * Z) / (2 * n)) / shrink;
	const half = (Z / shrink) * Math.sqrt(Math.max(0, p * (1 - p)) / n + (Z * Z) / (4 * n * n));
	return {
		value: p,
		low: Math.min(p, Math.max(0, middle - half)),
		high: Math.max(p, Math.min(1, middle + half)),
		asOfWeek,
		source: 'panel'
	};
}
