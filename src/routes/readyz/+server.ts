import { sql } from 'kysely';
import { ok } from '#lib/result.ts';
import { endpoint } from '../api/endpoint.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Whether this process can do its work: its database answers. */
export const GET: RequestHandler = endpoint(async (_event, { database }) => {
	await sql`select 1`.execute(database.query);
	return ok({ ready: true, database: database.kind });
});
