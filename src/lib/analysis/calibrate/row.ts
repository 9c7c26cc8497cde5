/**
 * What the market is held to: one row per published figure, and the experiments that measure them. An experiment is one
 * replication under one seed; whoever runs many of them takes means and intervals.
 */
import type { LabSpec } from '../../engine/lab/spec.ts';
import type { MarketBench } from './market.ts';

/** Both ends belong to it; null is an open end, for facts that have a direction and no figure. */
export type Band = readonly [low: number | null, high: number | null];

export interface RowSpec {
	/** Stable; `messages/` has words for it and for its estimator. */
	readonly name: string;
	/** The figure, or the range, of the source; null where it tells a direction only. */
	readonly published: number | readonly [number, number] | null;
	/** Who published it. */
	readonly source: string;
	/** Null: measured for information, and judged by nothing. */
	readonly band: Band | null;
	/** Weeks the effect is followed for; 0: read off at one moment. */
	readonly weeks: number;
	/** Parameters that set the figure, as named in the file; none: it comes out of the other rules. */
	readonly setBy: readonly string[];
}

/** What one replication measured by row; NaN where this seed cannot tell. */
export type Measured = Readonly<Record<string, number>>;

/** Pairs of runs of the scenario under one seed. */
export interface MarketExperiment {
	readonly kind: 'market';
	readonly rows: readonly RowSpec[];
	measure(bench: MarketBench): Measured;
}

/** Runs of an edited copy of a lab. */
export interface LabExperiment {
	readonly kind: 'lab';
	/** Id of the lab. */
	readonly lab: string;
	readonly rows: readonly RowSpec[];
	/** @param seed 32 hex digits */
	measure(lab: LabSpec, seed: string): Measured;
}

export type Experiment = MarketExperiment | LabExperiment;

/** A figure and what it may be off by. */
export const around = (figure: number, by: number): Band => [figure - by, figure + by];

export function isInside(value: number, [low, high]: Band): boolean {
	return (low === null || value >= low) && (high === null || value <= high);
}
