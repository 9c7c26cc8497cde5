/** A worker of the panel: whole games in, marks out, so that little passes between threads. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MarketSpec } from '#lib/engine/spec.ts';
import type { Batch, Done } from '../threads.ts';
import { playSeed, type Marks } from './play.ts';

export interface PanelWork {
	readonly spec: MarketSpec;
	readonly bots: readonly string[];
}

const { spec, bots } = workerData as PanelWork;
parentPort?.on('message', ({ first, count }: Batch) => {
	const results = Array.from({ length: count }, (_, i) => playSeed(spec, bots, first + i));
	parentPort?.postMessage({ first, count, results } satisfies Done<readonly Marks[]>);
});
