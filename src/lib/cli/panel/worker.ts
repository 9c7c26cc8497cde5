/** A worker of the panel: whole games in, marks out, so that little passes between threads. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { playSeed, type Marks } from './play.ts';

export interface PanelWork {
	readonly spec: MarketSpec;
	readonly bots: readonly string[];
}

/** Seeds from `first`, `count` of them. */
export interface Batch {
	readonly first: number;
	readonly count: number;
}

export interface BatchResult extends Batch {
	/** [seed][bot]. */
	readonly marks: readonly (readonly Marks[])[];
}

const { spec, bots } = workerData as PanelWork;
parentPort?.on('message', ({ first, count }: Batch) => {
	const marks = Array.from({ length: count }, (_, i) => playSeed(spec, bots, first + i));
	parentPort?.postMessage({ first, count, marks } satisfies BatchResult);
});
