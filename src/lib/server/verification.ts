/** What plays handed-in games again: part of a server, or all of a worker. */
import { join } from 'node:path';
import { ok } from '#lib/result.ts';
import { Shelf, Submissions } from './board/index.ts';
import type { ServerConfig } from './config.ts';
import { databaseFault, openDatabase, type Database, type DatabaseResult } from './database/index.ts';
import { openJobs } from './jobs/index.ts';
import type { Observers } from './observe/index.ts';
import { programFolder } from './program.ts';
import { VerifyPool } from './verify/pool.ts';

export interface Verification {
	readonly submissions: Submissions;
	stop(): Promise<void>;
}

export async function startVerification(
	{ databaseUrl, workers }: ServerConfig,
	observers: Observers,
	database: Database
): Promise<Verification> {
	const jobs = await openJobs(database, databaseUrl, observers);
	const pool = new VerifyPool(Math.max(1, workers));
	const changed = (board: string): Promise<void> => database.signals.tell({ topic: 'board', id: board });
	const shelf = new Shelf(database, join(programFolder(), 'scenarios'));
	const submissions = new Submissions({ database, jobs, shelf, pool, changed });
	if (workers > 0) await jobs.start({ verify: (id) => submissions.check(id) });
	return {
		submissions,
		async stop() {
			// First what plays: a job that is not done is taken up again, by another process or the next start.
			pool.stop();
			await jobs.stop();
		}
	};
}

/** A process that does nothing else, on any machine that reaches the database. With SQLite the server does it itself. */
export async function startWorker(
	config: ServerConfig,
	observers: Observers
): Promise<DatabaseResult<Verification>> {
	if (config.databaseUrl === null) {
		return { ok: false, faults: [databaseFault('DATABASE_ADDRESS', 'a worker needs DATABASE_URL')] };
	}
	const lost = (error: Error): void => observers.log.warn({ error }, 'database connection lost');
	const opened = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder }, { lost });
	if (!opened.ok) return opened;
	const database = opened.value;
	const verification = await startVerification(config, observers, database);
	return ok({
		...verification,
		async stop() {
			await verification.stop();
			await database.close();
		}
	});
}
