/** The server's one wiring place: what it is made of, in the order it is started, and its end. */
import { ok } from '#lib/result.ts';
import type { ServerConfig } from './config.ts';
import { openDatabase, type Database, type DatabaseResult, type DatabaseWatch } from './database/index.ts';

export { readConfig, type ServerConfig } from './config.ts';

export interface Server {
	readonly database: Database;
	stop(): Promise<void>;
}

export async function startServer(
	config: ServerConfig,
	watch?: DatabaseWatch
): Promise<DatabaseResult<Server>> {
	const opened = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder }, watch);
	if (!opened.ok) return opened;
	const database = opened.value;
	return ok({ database, stop: () => database.close() });
}
