/** Plays the seeds of a panel on several threads. Who plays which seed, and when, shows in nothing. */
import { Worker } from 'node:worker_threads';
import type { Marks } from './play.ts';
import type { Batch, BatchResult, PanelWork } from './worker.ts';

/** Enough games to make a message worth it, few enough that the threads end together. */
const MOST_PER_BATCH = 8;
const BATCHES_PER_WORKER = 6;

/**
 * @param seeds how many; they are numbered from 1
 * @param onProgress told the seeds done so far
 * @returns marks [seed][bot], in the order of the seeds
 */
export async function playPanel(
	work: PanelWork,
	seeds: number,
	workers: number,
	onProgress: (done: number) => void = () => {}
): Promise<readonly (readonly Marks[])[]> {
	const batches = batchesOf(seeds, workers);
	const results: (readonly Marks[])[] = new Array(seeds);
	let done = 0;
	const threads = Array.from(
		{ length: Math.min(workers, batches.length) },
		() => new Worker(new URL('./worker.ts', import.meta.url), { workerData: work })
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
						thread.on('message', ({ first, count, marks }: BatchResult) => {
							marks.forEach((row, i) => (results[first - 1 + i] = row));
							onProgress((done += count));
							next();
						});
						thread.on('error', reject);
						// Ours are ended below; one that ends by itself, for want of memory say, would be waited for for ever.
						thread.on('exit', (code) => reject(new Error(`a panel worker ended with code ${code}`)));
						next();
					})
			)
		);
	} finally {
		await Promise.all(threads.map((thread) => thread.terminate()));
	}
	return results;
}

function batchesOf(seeds: number, workers: number): Batch[] {
	const size = Math.max(1, Math.min(MOST_PER_BATCH, Math.floor(seeds / (workers * BATCHES_PER_WORKER))));
	const batches: Batch[] = [];
	for (let first = 1; first <= seeds; first += size) {
		batches.push({ first, count: Math.min(size, seeds - first + 1) });
	}
	return batches;
}
