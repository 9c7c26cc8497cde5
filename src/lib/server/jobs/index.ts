import type { Database } from '../database/index.ts';
import type { Observers } from '../observe/index.ts';
import type { Jobs } from './jobs.ts';
import { LocalJobs } from './local.ts';
import { PostgresJobs } from './postgres.ts';

export type { JobEnd, JobKind, Jobs, Workers } from './jobs.ts';

/** @param address of PostgreSQL; null with SQLite */
export async function openJobs(
	database: Database,
	address: string | null,
	observers: Observers
): Promise<Jobs> {
	return address === null ? new LocalJobs(database, observers) : PostgresJobs.open(address, observers);
}
