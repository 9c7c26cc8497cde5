/** What is killed, each as by `kill -9`, and brought back as whoever runs the server would. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPostgres } from '../support/postgres.ts';
import { childrenOf, type Served } from '../support/served.ts';

export const VICTIMS = [
	/** The server, with the threads that play its markets. */
	'web',
	/** A process that plays a game again for the board. */
	'worker',
	/** PostgreSQL, under a server that goes on. */
	'database'
] as const;
export type Victim = (typeof VICTIMS)[number];

const WORKER_MS = 30_000;
const RESTARTS = 40;

export async function killVictim(
	victim: Victim,
	served: Served,
	postgres: TestPostgres | null
): Promise<void> {
	if (victim === 'web') {
		await served.kill();
		await served.restart();
	} else if (victim === 'worker') {
		process.kill(await workerOf(served), 'SIGKILL');
	} else {
		if (postgres === null) throw new Error('no database to kill');
		await postgres.kill();
		await bringBack(postgres);
	}
}

/** There is one as soon as somebody hands in a game. */
async function workerOf({ pid }: Served): Promise<number> {
	for (const end = Date.now() + WORKER_MS; ; await sleep(5)) {
		const [worker] = childrenOf(pid);
		if (worker !== undefined) return worker;
		if (Date.now() > end) throw new Error('the server has no worker');
	}
}

/** Its children see a moment later that it is gone, and until then nobody gets at its data. */
export async function bringBack(postgres: TestPostgres): Promise<void> {
	for (let left = RESTARTS; ; left--) {
		try {
			return await postgres.restart();
		} catch (error) {
			if (left === 0) throw error;
			await sleep(250);
		}
	}
}
