/** The one place that names the worker's file, in the form the bundler looks for. */
import type { WorkerLike } from './calls.ts';

export function startWorker(): WorkerLike {
	return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'shapan-market' });
}
