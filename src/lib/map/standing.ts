/** How an area stands, by own share against the best rival's: what colours and patterns of a map tell apart. */
import { NO1_RATIO } from '../engine/vocab.ts';

export const AREA_STANDINGS = ['behind', 'contestable', 'held', 'unknown'] as const;
export type AreaStanding = (typeof AREA_STANDINGS)[number];

/** @param ratio own share over the best rival's, null if not known */
export function areaStanding(ratio: number | null): AreaStanding {
	if (ratio === null) return 'unknown';
	if (ratio >= NO1_RATIO) return 'held';
	return ratio > 1 ? 'contestable' : 'behind';
}
