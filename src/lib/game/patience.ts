import type { HostResult } from '../host/index.ts';

/**
 * Asks once more where the worker was lost: the host then starts another and plays the game up to where it was, which a
 * player need not know.
 */
export async function patiently<T>(ask: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
	const answer = await ask();
	return !answer.ok && answer.faults.some((it) => it.code === 'WORKER_LOST') ? ask() : answer;
}
