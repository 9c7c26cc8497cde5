/** Opens the database the configuration names, and brings its tables up to date. */
import { CamelCasePlugin, Kysely, type Dialect } from 'kysely';
import { ok } from '#lib/result.ts';
import type { Database, DatabaseKind, Tx } from './database.ts';
import { readDatabaseError, type DatabaseResult } from './faults.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { signalsByPostgres, signalsHere, type Signals } from './signals.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export interface DatabaseTarget {
	/** Of PostgreSQL; null for SQLite in the folder. */
	readonly url: string | null;
	readonly folder: string;
}

export interface DatabaseWatch {
	/** Told of a connection that broke while nobody was using it. */
	readonly lost: (error: Error) => void;
}

export async function openDatabase(
	target: DatabaseTarget,
	watch: DatabaseWatch = { lost: () => undefined }
): Promise<DatabaseResult<Database>> {
	const opened = await openDialect(target, watch);
	if (!opened.ok) return opened;
	const { kind, place, dialect, signalsOver } = opened.value;
	const query = new Kysely<Tables>({
		dialect,
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
	try {
		const migrated = await migrate(query, kind);
		if (migrated.ok) return ok(databaseOf(kind, place, query, await signalsOver(query)));
		await query.destroy();
		return migrated;
	} catch (error) {
		await query.destroy();
		const known = readDatabaseError(error);
		if (known === null) throw error;
		return { ok: false, faults: [known] };
	}
}

interface Opened {
	readonly kind: DatabaseKind;
	readonly place: string;
	readonly dialect: Dialect;
	readonly signalsOver: (query: Kysely<Tables>) => Promise<Signals>;
}

async function openDialect(
	{ url, folder }: DatabaseTarget,
	{ lost }: DatabaseWatch
): Promise<DatabaseResult<Opened>> {
	if (url !== null) {
		const server = openPostgres(url, lost);
		if (!server.ok) return server;
		const signalsOver = (query: Kysely<Tables>): Promise<Signals> => signalsByPostgres(url, query, lost);
		return ok({ kind: 'postgres', ...server.value, signalsOver });
	}
	const file = await openSqlite(folder);
	if (!file.ok) return file;
	return ok({ kind: 'sqlite', ...file.value, signalsOver: async () => signalsHere() });
}

/** PostgreSQL gave the transaction up for another: serialization_failure, deadlock_detected. */
const GIVEN_UP: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const TRIES = 5;

function databaseOf(kind: DatabaseKind, place: string, query: Kysely<Tables>, signals: Signals): Database {
	return {
		kind,
		place,
		query,
		signals,
		async transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
			for (let left = TRIES - 1; ; left--) {
				try {
					return await query.transaction().execute(act);
				} catch (error) {
					if (left === 0 || !GIVEN_UP.has((error as { code?: unknown }).code)) throw error;
				}
			}
		},
		// SQLite has one connection and one process: inside a transaction nobody else reads or writes at all.
		locked: (rows) => (kind === 'postgres' ? rows.forUpdate() : rows),
		async close() {
			await signals.close();
			await query.destroy();
		}
	};
}
