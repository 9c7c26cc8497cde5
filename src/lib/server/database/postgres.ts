/** PostgreSQL by its address. A server that goes away and comes back is met again with the next query. */
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { ok } from '#lib/result.ts';
import { databaseFault, type DatabaseResult } from './faults.ts';

/** Connections of one process: a class of forty sends no more at once, and a server has a hundred for all. */
const CONNECTIONS = 12;
const CONNECT_MILLISECONDS = 5000;
/** Longer than any query of ours: what takes longer is stuck. */
const STATEMENT_MILLISECONDS = 30_000;

export interface PostgresServer {
	readonly place: string;
	readonly pool: pg.Pool;
	readonly dialect: PostgresDialect;
}

/**
 * @param address `postgres://user:password@host:port/database`
 * @param onLost told of a connection that broke while nobody was using it
 */
export function openPostgres(
	address: string,
	onLost: (error: Error) => void
): DatabaseResult<PostgresServer> {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
		return {
			ok: false,
			faults: [databaseFault('DATABASE_ADDRESS', 'DATABASE_URL is no postgres:// address')]
		};
	}
	const pool = new pg.Pool({
		connectionString: address,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_MILLISECONDS,
		statement_timeout: STATEMENT_MILLISECONDS,
		idle_in_transaction_session_timeout: STATEMENT_MILLISECONDS,
		application_name: 'shapan',
		types: { getTypeParser: typeParser }
	});
	// Without listeners of their own, either would end the process when the server goes away.
	pool.on('error', onLost);
	pool.on('connect', (client) => void client.on('error', onLost));
	const place = `${url.protocol}//${url.host}${url.pathname}`;
	return ok({ place, pool, dialect: new PostgresDialect({ pool }) });
}

/** Whole numbers come as text, since a `bigint` may be larger than a number holds exactly; none of ours is. */
const WHOLE = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
	(WHOLE as readonly number[]).includes(oid) && format !== 'binary'
		? exactNumber
		: pg.types.getTypeParser(oid, format as 'text');

function exactNumber(text: string): number {
	const value = Number(text);
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new RangeError(`${text} is no exact number`);
	return value;
}
