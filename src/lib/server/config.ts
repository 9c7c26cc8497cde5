/** What the server is told by its environment. */
import { resolve } from 'node:path';

export interface ServerConfig {
	/** `DATABASE_URL`: PostgreSQL; null for SQLite in the data folder. */
	readonly databaseUrl: string | null;
	/** `SHAPAN_DATA`, or `data/` in the folder of the program. */
	readonly dataFolder: string;
	/** `SHAPAN_METRICS_TOKEN`: lets others than this machine read `/metrics`. */
	readonly metricsToken: string | null;
	/** `SHAPAN_SETUP_TOKEN`: opens the making of rooms, where several nodes share no folder; null for the file's. */
	readonly setupToken: string | null;
	/** `SHAPAN_LOG`: how much is logged. */
	readonly logLevel: string | undefined;
}

/** @param root the folder of the program, where its sources are */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): ServerConfig {
	return {
		databaseUrl: env['DATABASE_URL'] || null,
		dataFolder: resolve(root, env['SHAPAN_DATA'] || 'data'),
		metricsToken: env['SHAPAN_METRICS_TOKEN'] || null,
		setupToken: env['SHAPAN_SETUP_TOKEN'] || null,
		logLevel: env['SHAPAN_LOG']
	};
}
