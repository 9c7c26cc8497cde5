/** A worker of the calibration: whole experiments in, a few figures out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Measured } from '#lib/analysis/calibrate/index.ts';
import type { Batch, Done } from '../threads.ts';
import { measureSeed, type CalibrationWork } from './measure.ts';

const work = workerData as CalibrationWork;
parentPort?.on('message', ({ first, count }: Batch) => {
	const results = Array.from({ length: count }, (_, i) => measureSeed(work, first + i));
	parentPort?.postMessage({ first, count, results } satisfies Done<Measured>);
});
