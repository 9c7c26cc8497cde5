/** Plays the seeds of a panel on several threads. */
import { inThreads } from '../threads.ts';
import type { Marks } from './play.ts';
import type { PanelWork } from './worker.ts';

/**
 * @param seeds how many; they are numbered from 1
 * @param onProgress told the seeds done so far
 * @returns marks [seed][bot], in the order of the seeds
 */
export function playPanel(
	work: PanelWork,
	seeds: number,
	workers: number,
	onProgress: (done: number) => void = () => {}
): Promise<readonly (readonly Marks[])[]> {
	return inThreads(new URL('./worker.ts', import.meta.url), work, seeds, workers, onProgress);
}
