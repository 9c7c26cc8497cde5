/** The boards over an empty database, with a process that plays games again. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Boards, Shelf, Submissions } from '#lib/server/board/index.ts';
import { openDatabase, type Database, type DatabaseTarget } from '#lib/server/database/index.ts';
import { openJobs, type Jobs } from '#lib/server/jobs/index.ts';
import { createObservers } from '#lib/server/observe/index.ts';
import { VerifyPool } from '#lib/server/verify/pool.ts';
import type { Work } from '#lib/protocol/board/work.ts';

export const SCENARIOS = join(import.meta.dirname, '../../scenarios');

export interface BoardBench {
	readonly boards: Boards;
	readonly database: Database;
	readonly jobs: Jobs;
	readonly pool: VerifyPool;
	/** Ends it as a stop of the server does. */
	stop(): Promise<void>;
}

export interface BoardOptions {
	/** Takes up work at once; otherwise games wait. */
	readonly working?: boolean;
	readonly most?: Work;
	readonly patience?: number;
}

export async function openBoards(
	target: DatabaseTarget,
	{ working = true, most, patience }: BoardOptions = {}
): Promise<BoardBench> {
	const opened = await openDatabase(target);
	if (!opened.ok) throw new Error(opened.faults[0]?.message);
	const database = opened.value;
	const observers = createObservers('silent', false);
	const jobs = await openJobs(database, target.url, observers);
	const pool = new VerifyPool(1, patience);
	const shelf = new Shelf(database, SCENARIOS);
	const changed = (id: string): Promise<void> => database.signals.tell({ topic: 'board', id });
	const parts = { database, jobs, shelf, pool, changed };
	const submissions = new Submissions(most === undefined ? parts : { ...parts, most });
	if (working) await jobs.start({ verify: (id) => submissions.check(id) });
	let stopped = false;
	const stop = async (): Promise<void> => {
		if (stopped) return;
		stopped = true;
		pool.stop();
		await jobs.stop();
		await database.close();
		observers.metrics.stop();
	};
	onTestFinished(stop);
	return { boards: new Boards(database, submissions), database, jobs, pool, stop };
}
