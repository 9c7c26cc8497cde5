/**
 * SQLite inside this process, by Node's own module. Writes are durable when they are acknowledged (WAL, synchronous
 * FULL). The folder belongs to one process at a time: the lock is one of SQLite's own on a file beside the database, so
 * that the system lets go of it when the process dies, however it dies, and tools may still read the database.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { ok } from '#lib/result.ts';
import { databaseFault, readDatabaseError, type DatabaseResult } from './faults.ts';

export const DATABASE_FILE = 'shapan.db';
const LOCK_FILE = 'shapan.lock';
/** The process before us may be dying still; some containers take their time to notice. */
const LOCK_TRIES = 12;
const LOCK_PAUSE = 250;
/** Statements kept ready; more texts than the program has. */
const PREPARED = 500;

export interface SqliteFile {
	readonly place: string;
	readonly dialect: SqliteDialect;
}

export async function openSqlite(folder: string): Promise<DatabaseResult<SqliteFile>> {
	const path = join(folder, DATABASE_FILE);
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const lock = await lockFolder(folder);
		if (lock === null) return refused('DATABASE_IN_USE', `another process has ${path}`, folder);
		try {
			return ok({ place: path, dialect: new SqliteDialect({ database: adapterOf(openFile(path), lock) }) });
		} catch (error) {
			lock.close();
			throw error;
		}
	} catch (error) {
		const known = readDatabaseError(error);
		if (known !== null) return refused(known.code, known.message, folder);
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		return refused('DATABASE_FOLDER', `${folder}: ${code}`, folder);
	}
}

function refused(code: Parameters<typeof databaseFault>[0], message: string, folder: string) {
	return { ok: false as const, faults: [databaseFault(code, message, { folder })] };
}

/** @returns null where another process has it; closing it lets go */
export async function lockFolder(folder: string): Promise<DatabaseSync | null> {
	const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
	for (let left = LOCK_TRIES; ; left--) {
		try {
			lock.exec('begin exclusive');
			return lock;
		} catch (error) {
			if (readDatabaseError(error)?.code !== 'DATABASE_IN_USE' || left === 0) {
				lock.close();
				if (left === 0) return null;
				throw error;
			}
			await sleep(LOCK_PAUSE);
		}
	}
}

function openFile(path: string): DatabaseSync {
	// A tool that reads or copies the file may hold it for a moment.
	const file = new DatabaseSync(path, { timeout: 2000, enableForeignKeyConstraints: true });
	file.exec(
		'pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off; pragma cache_size = -65536;'
	);
	// What is deleted is overwritten, and does not lie in the file until something else needs its place.
	file.exec('pragma secure_delete = on;');
	return file;
}

/** What kysely asks of a database, over Node's. */
function adapterOf(file: DatabaseSync, lock: DatabaseSync): SqliteDatabase {
	const prepared = new Map<string, SqliteStatement>();
	return {
		prepare(text) {
			// A full disk ends a transaction by itself; there is nothing left to take back then.
			if (text === 'rollback' && !file.isTransaction) return NOTHING;
			const known = prepared.get(text);
			if (known !== undefined) return known;
			if (prepared.size >= PREPARED) prepared.clear();
			const statement = statementOf(file.prepare(text));
			prepared.set(text, statement);
			return statement;
		},
		close() {
			prepared.clear();
			file.close();
			lock.close();
		}
	};
}

type Value = null | number | bigint | string | Uint8Array;

function statementOf(statement: StatementSync): SqliteStatement {
	return {
		reader: statement.columns().length > 0,
		all: (values) => statement.all(...(values as readonly Value[])),
		run: (values) => statement.run(...(values as readonly Value[])),
		iterate: (values) => statement.iterate(...(values as readonly Value[]))
	};
}

const NOTHING: SqliteStatement = {
	reader: false,
	all: () => [],
	run: () => ({ changes: 0, lastInsertRowid: 0 }),
	iterate: () => [].values()
};
