/** The server's one wiring place: what it is made of, in the order it is started, and its end. */
import { ok } from '#lib/result.ts';
import type { ServerConfig } from './config.ts';
import { openDatabase, type Database, type DatabaseResult } from './database/index.ts';
import { createLimits, type Limits } from './limits.ts';
import type { Observers } from './observe/index.ts';

export { readConfig, type ServerConfig } from './config.ts';
export { createObservers, mayReadMetrics, type Observers } from './observe/index.ts';
export { Standby } from './standby.ts';

export interface Server {
	readonly config: ServerConfig;
	readonly database: Database;
	readonly observers: Observers;
	readonly limits: Limits;
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
	const database = opened.value;
	const draining = new AbortController();
	return ok({
		config,
		database,
		observers,
		limits: createLimits(),
		draining: draining.signal,
		async drain() {
			draining.abort();
		},
		async stop() {
			draining.abort();
			await database.close();
		}
	});
}
