/** What the server is told by its environment. */
import { resolve } from 'node:path';

export interface ServerConfig {
	/** `DATABASE_URL`: PostgreSQL; null for SQLite in the data folder. */
	readonly databaseUrl: string | null;
	/** `SHAPAN_DATA`, or `data/` in the folder of the program. */
	readonly dataFolder: string;
}

/** @param root the folder of the program, where its sources are */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): ServerConfig {
	return {
		databaseUrl: env['DATABASE_URL'] || null,
		dataFolder: resolve(root, env['SHAPAN_DATA'] || 'data')
	};
}
