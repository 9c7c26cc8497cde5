/** What a test of the server runs on: both databases, each time a new and empty one. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject, onTestFinished } from 'vitest';
import {
	openDatabase,
	type Database,
	type DatabaseKind,
	type DatabaseTarget
} from '#lib/server/database/index.ts';
import { onServer } from './postgres.ts';

export interface Bench {
	readonly kind: DatabaseKind;
	/** Where a new, empty database may be made; gone when the test is over. */
	target(): Promise<DatabaseTarget>;
	/** A new database, open until the test is over. */
	database(): Promise<Database>;
}

/** Runs the tests on SQLite and on PostgreSQL; skips the latter where there is none. */
export function onBothDatabases(tests: (bench: Bench) => void): void {
	describe('on sqlite', () => tests(benchOf('sqlite', async () => null)));
	const server = inject('postgresUrl');
	describe.skipIf(server === null)('on postgres', () =>
		tests(benchOf('postgres', () => newDatabase(server ?? '')))
	);
}

function benchOf(kind: DatabaseKind, newUrl: () => Promise<string | null>): Bench {
	const target = async (): Promise<DatabaseTarget> => ({ url: await newUrl(), folder: temporaryFolder() });
	return {
		kind,
		target,
		async database() {
			const opened = await openDatabase(await target());
			if (!opened.ok) throw new Error(opened.faults.map(({ message }) => message).join('; '));
			onTestFinished(() => opened.value.close());
			return opened.value;
		}
	};
}

async function newDatabase(server: string): Promise<string> {
	const name = `test_${randomBytes(8).toString('hex')}`;
	await onServer(server, `create database ${name}`);
	return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** Gone when the test is over. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'shapan-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
