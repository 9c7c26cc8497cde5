/** What can go wrong with the database, by code; the words are in `messages/` under `service.<CODE>`. */
import { fault, type Fault, type Result } from '#lib/result.ts';

export const DATABASE_CODES = [
	/** Another process has the file. */
	'DATABASE_IN_USE',
	/** The data folder cannot be made, read or written. */
	'DATABASE_FOLDER',
	/** No room left on the disk. */
	'DATABASE_FULL',
	/** It does not answer. */
	'DATABASE_LOST',
	/** It has more to do than it may. */
	'DATABASE_BUSY',
	/** The file is no database, or a broken one. */
	'DATABASE_DAMAGED',
	/** Written by a newer version of this program. */
	'DATABASE_NEWER',
	/** Its tables were not made by the migrations of this program. */
	'DATABASE_FOREIGN',
	/** `DATABASE_URL` is no address of a PostgreSQL database. */
	'DATABASE_ADDRESS',
	/** A file is in the way that nobody said may be replaced. */
	'DATABASE_EXISTS'
] as const;
export type DatabaseCode = (typeof DATABASE_CODES)[number];

export interface DatabaseFault extends Fault {
	readonly code: DatabaseCode;
}

export type DatabaseResult<T> = Result<T, DatabaseFault>;

export function databaseFault(code: DatabaseCode, message: string, params?: Fault['params']): DatabaseFault {
	return { ...fault(code, '', message, params), code };
}

/** By the primary result code: https://sqlite.org/rescode.html. */
const SQLITE: ReadonlyMap<number, DatabaseCode> = new Map([
	[5, 'DATABASE_IN_USE'], // SQLITE_BUSY
	[6, 'DATABASE_IN_USE'], // SQLITE_LOCKED
	[8, 'DATABASE_FOLDER'], // SQLITE_READONLY
	[10, 'DATABASE_LOST'], // SQLITE_IOERR
	[11, 'DATABASE_DAMAGED'], // SQLITE_CORRUPT
	[13, 'DATABASE_FULL'], // SQLITE_FULL
	[14, 'DATABASE_FOLDER'], // SQLITE_CANTOPEN
	[26, 'DATABASE_DAMAGED'] // SQLITE_NOTADB
]);

/** By SQLSTATE: PostgreSQL 15, appendix A. */
const POSTGRES: ReadonlyMap<string, DatabaseCode> = new Map([
	['53100', 'DATABASE_FULL'],
	['53200', 'DATABASE_BUSY'],
	['53300', 'DATABASE_BUSY'],
	['55P03', 'DATABASE_BUSY'],
	['57014', 'DATABASE_BUSY'],
	['40001', 'DATABASE_BUSY'],
	['40P01', 'DATABASE_BUSY'],
	['25006', 'DATABASE_LOST'],
	['3D000', 'DATABASE_LOST'],
	['28000', 'DATABASE_LOST'],
	['28P01', 'DATABASE_LOST'],
	['57P01', 'DATABASE_LOST'],
	['57P02', 'DATABASE_LOST'],
	['57P03', 'DATABASE_LOST'],
	['58030', 'DATABASE_LOST']
]);

const NETWORK = /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT)/;
/** `pg` gives no code to its own errors about a connection. */
const DRIVER =
	/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** What an error thrown by a query says about the database; null for a bug of ours. */
export function readDatabaseError(error: unknown): DatabaseFault | null {
	if (!(error instanceof Error)) return null;
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	const found = codeOf(error.message, code, errcode);
	return found === undefined ? null : databaseFault(found, error.message);
}

function codeOf(message: string, code: unknown, errcode: unknown): DatabaseCode | undefined {
	if (code === 'ERR_SQLITE_ERROR')
		return typeof errcode === 'number' ? SQLITE.get(errcode & 0xff) : undefined;
	if (typeof code === 'string') {
		if (code.startsWith('08') || NETWORK.test(code)) return 'DATABASE_LOST';
		if (POSTGRES.has(code)) return POSTGRES.get(code);
	}
	return DRIVER.test(message) ? 'DATABASE_LOST' : undefined;
}
