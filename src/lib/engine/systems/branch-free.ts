/** Small sums without a branch, which a compiler of scripts would make of a comparison; counts are within ± 2^30. */

/** 1 for any units at all, 0 for none. */
export const any = (units: number): number => -units >>> 31;

/** The smaller of two counts. */
export const lesser = (a: number, b: number): number => (b + ((a - b) & ((a - b) >> 31))) | 0;

/** The larger of two counts. */
export const greater = (a: number, b: number): number => (a - ((a - b) & ((a - b) >> 31))) | 0;
