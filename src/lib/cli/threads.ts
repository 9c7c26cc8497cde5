/** Numbered pieces of work on several threads. Who does which piece, and when, shows in nothing. */
import module from 'node:module';
import { Worker } from 'node:worker_threads';

/** Pieces from `first`, `count` of them; what a thread is sent. */
export interface Batch {
	readonly first: number;
	readonly count: number;
}

/** What it sends back: one result for each piece, in order. */
export interface Done<T> extends Batch {
	readonly results: readonly T[];
}

/** Enough pieces to make a message worth it, few enough that the threads end together. */
const MOST_PER_BATCH = 8;
const BATCHES_PER_WORKER = 6;

/**
 * @param script of the threads: answers each `Batch` with a `Done`
 * @param work what every thread gets as `workerData`
 * @param pieces how many; they are numbered from 1
 * @param onProgress told the pieces done so far
 * @returns results in the order of the pieces
 */
export async function inThreads<T>(
	script: URL,
	work: unknown,
	pieces: number,
	workers: number,
	onProgress: (done: number) => void = () => {}
): Promise<readonly T[]> {
	const batches = batchesOf(pieces, workers);
	const all: T[] = new Array(pieces);
	let done = 0;
	// What this thread has compiled they need not compile again: see bin/lib/compile-cache.js.
	module.flushCompileCache?.();
	const threads = Array.from(
		{ length: Math.min(workers, batches.length) },
		() => new Worker(script, { workerData: work })
	);
	try {
		await Promise.all(
			threads.map(
				(thread) =>
					new Promise<void>((resolve, reject) => {
						const next = (): void => {
							const batch = batches.shift();
							if (batch === undefined) resolve();
							else thread.postMessage(batch);
						};
						thread.on('message', ({ first, count, results }: Done<T>) => {
							results.forEach((result, i) => (all[first - 1 + i] = result));
							onProgress((done += count));
							next();
						});
						thread.on('error', reject);
						// Ours are ended below; one that ends by itself, for want of memory say, would be waited for for ever.
						thread.on('exit', (code) => reject(new Error(`a worker ended with code ${code}`)));
						next();
					})
			)
		);
	} finally {
		await Promise.all(threads.map((thread) => thread.terminate()));
	}
	return all;
}

function batchesOf(pieces: number, workers: number): Batch[] {
	const size = Math.max(1, Math.min(MOST_PER_BATCH, Math.floor(pieces / (workers * BATCHES_PER_WORKER))));
	const batches: Batch[] = [];
	for (let first = 1; first <= pieces; first += size) {
		batches.push({ first, count: Math.min(size, pieces - first + 1) });
	}
	return batches;
}
