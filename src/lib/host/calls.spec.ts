import { expect, test } from 'vitest';
import { Calls, type WorkerLike } from './calls.ts';

/** Takes everything and says nothing, as a worker does that the system has killed. */
class SilentWorker implements WorkerLike {
	terminated = false;
	postMessage(): void {}
	addEventListener(): void {}
	terminate(): void {
		this.terminated = true;
	}
}

test('a worker that says nothing is given up, and every open call with it', async () => {
	const worker = new SilentWorker();
	const lost: string[] = [];
	const calls = new Calls(worker, () => lost.push('lost'), 20);
	const answers = await Promise.all([calls.ask('score', ['a']), calls.ask('dispose', ['b'])]);
	expect(answers.map((it) => (it.ok ? '' : it.faults[0]?.code))).toEqual(['WORKER_LOST', 'WORKER_LOST']);
	expect([worker.terminated, lost]).toEqual([true, ['lost']]);
});
