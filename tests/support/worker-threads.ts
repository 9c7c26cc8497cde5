/** Worker threads of this process, so that a test can kill one. For `vi.mock('node:worker_threads', …)`. */
import type * as Threads from 'node:worker_threads';

const KEY = Symbol.for('shapan.test.workers');

/** Kept at the process: a mocked module is read before the test that looks at it. */
export function startedWorkers(): Threads.Worker[] {
	const holder = globalThis as { [KEY]?: Threads.Worker[] };
	return (holder[KEY] ??= []);
}

export function watched(actual: typeof Threads): typeof Threads {
	class Worker extends actual.Worker {
		constructor(...args: ConstructorParameters<typeof Threads.Worker>) {
			super(...args);
			startedWorkers().push(this);
		}
	}
	return { ...actual, Worker };
}
