/** The server's one wiring place: what it is made of, in the order it is started, and its end. */
import { join } from 'node:path';
import { ok } from '#lib/result.ts';
import { Boards, Shelf, Submissions } from './board/index.ts';
import type { ServerConfig } from './config.ts';
import { openDatabase, readDatabaseError, type Database, type DatabaseResult } from './database/index.ts';
import { openJobs } from './jobs/index.ts';
import { createLimits, type Limits } from './limits.ts';
import { ServerHost } from './market/index.ts';
import type { Observers } from './observe/index.ts';
import { programFolder } from './program.ts';
import { Rooms, setupToken, type SetupToken } from './rooms/index.ts';
import { shippedText } from './scenarios.ts';
import { VerifyPool } from './verify/pool.ts';

export { readConfig, type ServerConfig } from './config.ts';
export { createObservers, mayReadMetrics, type Observers } from './observe/index.ts';
export { Standby } from './standby.ts';

export interface Server {
	readonly config: ServerConfig;
	readonly database: Database;
	readonly observers: Observers;
	readonly limits: Limits;
	readonly rooms: Rooms;
	readonly setup: SetupToken;
	readonly boards: Boards;
	/** Aborted when the server is about to stop: whatever holds a request open ends it then. */
	readonly draining: AbortSignal;
	drain(): Promise<void>;
	stop(): Promise<void>;
}

export async function startServer(
	config: ServerConfig,
	observers: Observers
): Promise<DatabaseResult<Server>> {
	const { log, metrics } = observers;
	const lost = (error: Error): void => {
		metrics.databaseLost.inc();
		log.warn({ error }, 'database connection lost');
	};
	const opened = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder }, { lost });
	if (!opened.ok) return opened;
	try {
		return ok(await wire(config, observers, opened.value));
	} catch (error) {
		// Nobody else could have the database while this process lives.
		await opened.value.close();
		const known = readDatabaseError(error);
		if (known === null) throw error;
		return { ok: false, faults: [known] };
	}
}

async function wire(config: ServerConfig, observers: Observers, database: Database): Promise<Server> {
	const { log } = observers;
	const draining = new AbortController();
	const setup = setupToken(config.dataFolder, config.setupToken);
	const rooms = new Rooms({
		database,
		host: new ServerHost(),
		shipped: shippedText,
		setupToken: setup.token,
		keepDays: config.keepDays,
		report: (what, error) => log.error({ what, error }, 'rooms')
	});
	await rooms.start();
	const jobs = await openJobs(database, config.databaseUrl, observers);
	const pool = new VerifyPool(Math.max(1, config.workers));
	const changed = (board: string): Promise<void> => database.signals.tell({ topic: 'board', id: board });
	const shelf = new Shelf(database, join(programFolder(), 'scenarios'));
	const submissions = new Submissions({ database, jobs, shelf, pool, changed });
	if (config.workers > 0) await jobs.start({ verify: (id) => submissions.check(id) });
	return {
		config,
		database,
		observers,
		limits: createLimits(),
		rooms,
		setup,
		boards: new Boards(database, submissions),
		draining: draining.signal,
		async drain() {
			draining.abort();
			rooms.drain();
		},
		async stop() {
			draining.abort();
			await rooms.stop();
			// First what plays: a job that is not done is taken up again, by another process or the next start.
			pool.stop();
			await jobs.stop();
			await database.close();
		}
	};
}
