/** What the server is told by its environment. */
import { availableParallelism } from 'node:os';
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
	/** `SHAPAN_KEEP_DAYS`: how long a room is kept after its end. */
	readonly keepDays: number;
	/** `SHAPAN_LOG`: how much is logged. */
	readonly logLevel: string | undefined;
	/** `SHAPAN_WORKERS`: processes that play handed-in games again; 0 leaves it to `shapan worker` elsewhere. */
	readonly workers: number;
}

/** @param root the folder of the program, where its sources are */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): ServerConfig {
	return {
		databaseUrl: env['DATABASE_URL'] || null,
		dataFolder: resolve(root, env['SHAPAN_DATA'] || 'data'),
		metricsToken: env['SHAPAN_METRICS_TOKEN'] || null,
		setupToken: env['SHAPAN_SETUP_TOKEN'] || null,
		keepDays: daysOf(env['SHAPAN_KEEP_DAYS']),
		logLevel: env['SHAPAN_LOG'],
		workers: workersOf(env['SHAPAN_WORKERS'])
	};
}

/** Where nothing is said, one processor is left to whoever waits for an answer. */
function workersOf(said: string | undefined): number {
	const usual = Math.min(4, Math.max(1, availableParallelism() - 1));
	return said !== undefined && /^\d{1,2}$/.test(said) ? Number(said) : usual;
}

/** Half a year: the next course of the same people has begun by then. */
const KEEP_DAYS = 180;

function daysOf(text: string | undefined): number {
	const days = Number(text);
	return text !== undefined && Number.isInteger(days) && days > 0 ? days : KEEP_DAYS;
}
