/**
 * Brings the tables up to this program's version: in one transaction, so that a kill leaves the old or the new; under a
 * lock, so that two that start at once do it one after the other.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { sql, type Kysely, type Transaction } from 'kysely';
import { ok } from '#lib/result.ts';
import type { DatabaseKind } from './database.ts';
import { databaseFault, type DatabaseFault, type DatabaseResult } from './faults.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Of the advisory lock; any number would do, so long as it stays the same. */
const LOCK = 5_447_926_113;

interface Applied {
	readonly name: string;
	readonly checksum: string;
}

/** Of the text as it stands in the program: any change to it is one. */
export function checksumOf({ name, statements }: Migration): string {
	return createHash('sha256')
		.update(JSON.stringify([name, statements]))
		.digest('hex');
}

/** @returns the names of those that were run now */
export async function migrate(
	db: Kysely<Tables>,
	kind: DatabaseKind,
	migrations: readonly Migration[] = MIGRATIONS
): Promise<DatabaseResult<readonly string[]>> {
	return db.transaction().execute((tx) => run(tx, kind, migrations));
}

async function run(
	tx: Transaction<Tables>,
	kind: DatabaseKind,
	migrations: readonly Migration[]
): Promise<DatabaseResult<readonly string[]>> {
	// Before the first `create`: "if not exists" does not keep two PostgreSQL sessions from colliding in it.
	if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
	await sql`create table if not exists migration (
		position bigint not null primary key,
		name text not null,
		checksum text not null,
		applied_at bigint not null
	)`.execute(tx);
	const { rows: applied } =
		await sql<Applied>`select name, checksum from migration order by position`.execute(tx);
	const wrong = appliedFault(applied, migrations);
	if (wrong !== null) return { ok: false, faults: [wrong] };
	const open = migrations.slice(applied.length);
	for (const [i, migration] of open.entries()) {
		for (const statement of migration.statements) await sql.raw(statement).execute(tx);
		await sql`insert into migration (position, name, checksum, applied_at)
			values (${applied.length + i}, ${migration.name}, ${checksumOf(migration)}, ${Date.now()})`.execute(tx);
	}
	return ok(open.map(({ name }) => name));
}

/** Of a SQLite file that nobody serves. */
export function readApplied(file: DatabaseSync): readonly Applied[] {
	const rows = file.prepare('select name, checksum from migration order by position').all();
	return rows.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) }));
}

/** Null for what is of this version or an older one. */
export function appliedFault(
	applied: readonly Applied[],
	migrations: readonly Migration[] = MIGRATIONS
): DatabaseFault | null {
	for (const [i, { name, checksum }] of applied.entries()) {
		const ours = migrations[i];
		if (ours === undefined) {
			return databaseFault('DATABASE_NEWER', `migration ${name} is of a newer version`, { migration: name });
		}
		if (ours.name !== name || checksumOf(ours) !== checksum) {
			return databaseFault('DATABASE_FOREIGN', `migration ${name} is not ours`, { migration: name });
		}
	}
	return null;
}
