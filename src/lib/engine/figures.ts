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

/** V3 A share found at sample points: 95 % normal interval, clipped to what a share can be. */
export function sampled(part: number, whole: number, asOfWeek: number, scale = 1): Figure {
	if (whole <= 0) return unknown('panel');
	const p = part / whole;
	const half = 1.96 * Math.sqrt((Math.max(0, p * (1 - p)) * scale) / whole);
	return { value: p, low: Math.max(0, p - half), high: Math.min(1, p + half), asOfWeek, source: 'panel' };
}
