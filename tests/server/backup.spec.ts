/** Backup and restore, by the very commands that docs/operations.md tells: a room goes on where the copy was taken. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { findPostgres } from '../../bin/lib/postgres.js';
import { backUp, restore } from '#lib/server/database/backup.ts';
import { openDatabase, type Database, type DatabaseTarget } from '#lib/server/database/index.ts';
import { openJobs } from '#lib/server/jobs/index.ts';
import { createObservers } from '#lib/server/observe/index.ts';
import { onBothDatabases, temporaryFolder } from '../support/databases.ts';
import { onServer } from '../support/postgres.ts';
import { good, joinTeam, makeRoom, nextHandIn, openRooms, stateFor, until } from '../support/rooms.ts';

const ROOT = join(import.meta.dirname, '../..');

/** In the order they stand: backup and restore of SQLite, then of PostgreSQL. */
function commands(): string[] {
	const page = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');
	const section = page.slice(page.indexOf('## Backup and restore'), page.indexOf('## Upgrade'));
	return [...section.matchAll(/```sh\n([^`]*)```/g)].map(([, command]) => command?.trim() ?? '');
}

/** As somebody types it at a terminal, but with folders of the test's own, and without going on the network for npx. */
async function run(command: string, folders: Readonly<Record<string, string>>, url = ''): Promise<string> {
	let text = command.replace('npx shapan', `"${process.execPath}" bin/shapan.js`);
	for (const [named, own] of Object.entries(folders)) text = text.replaceAll(named, own);
	const programs = findPostgres() ?? '';
	const env = { ...process.env, LC_ALL: 'C', DATABASE_URL: url, PATH: `${programs}:${process.env['PATH']}` };
	const child = spawn('sh', ['-c', text], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	}
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`${text} ended with ${String(code)}: ${said}`);
	return said;
}

async function opened(target: DatabaseTarget): Promise<Database> {
	const database = await openDatabase(target);
	if (!database.ok) throw new Error(database.faults[0]?.message);
	onTestFinished(() => database.value.close());
	return database.value;
}

test('the page tells four commands', () => {
	expect(
		commands().map((text) => / (backup|restore|pg_dump|pg_restore) |^(pg_\w+) /.exec(text)?.[0].trim())
	).toEqual(['backup', 'restore', 'pg_dump', 'pg_restore']);
});

onBothDatabases((server) => {
	test('a room that was backed up while it was played opens from the copy and is played to its end', async () => {
		const target = await server.target();
		const first = await openRooms(await opened(target));
		const made = await makeRoom(first);
		const team = await joinTeam(first, made.joinCode, '一队');
		good(await first.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		good(await first.rooms.handIn(made.room, await nextHandIn(first, team)));
		// People go on to come in while the copy is made.
		let busy = true;
		const coming = (async () => {
			for (let n = 0; busy && n < 20; n++) {
				await joinTeam(first, made.joinCode, `busy ${n}`);
				await sleep(50);
			}
		})();
		const copy = temporaryFolder();
		const [backupFile, restoreFile, dump, load] = commands();
		const folders = { '/var/lib/shapan': target.folder, '/backup': copy };
		if (target.url === null) await run(backupFile ?? '', folders);
		else {
			// The queue lies in the same database.
			const observers = createObservers('silent', false);
			const jobs = await openJobs(await opened(target), target.url, observers);
			await jobs.stop();
			observers.metrics.stop();
			await run(dump ?? '', folders, target.url);
		}
		busy = false;
		await coming;
		// What comes after the copy is not in it.
		await joinTeam(first, made.joinCode, 'Too late');
		first.rooms.drain();

		const again = await emptyLike(target);
		if (again.url === null) {
			await run(restoreFile ?? '', { '/var/lib/shapan': again.folder, '/backup': copy });
			expect(statSync(join(again.folder, 'shapan.db')).mode & 0o077).toBe(0);
		} else await run(load ?? '', { '/backup': copy }, again.url);
		const second = await openRooms(await opened(again), first.clock);
		const { roster } = await stateFor(second, made.instructor);
		const names = roster?.rows.map(({ name }) => name) ?? [];
		expect(names).toContain('一队');
		expect(names).not.toContain('Too late');
		expect((await stateFor(second, team.who)).team).toMatchObject({ state: 'handedIn' });
		// Cookies of the copy go on to open it, and the market plays on.
		for (let turn = 0; turn < 6; turn++) {
			const command = { command: 'advance', turn } as const;
			good(await second.rooms.command(made.room, command, made.instructor.browser));
			second.clock.now += 3001;
			await until(async () => {
				const { room } = await stateFor(second, made.instructor);
				return room.phase === 'over' || (room.phase === 'open' && room.turn === turn + 1);
			});
		}
		expect((await stateFor(second, made.instructor)).room.phase).toBe('over');
	});
});

async function emptyLike({ url }: DatabaseTarget): Promise<DatabaseTarget> {
	const folder = temporaryFolder();
	if (url === null) return { url, folder };
	const name = `test_${randomBytes(8).toString('hex')}`;
	await onServer(inject('postgresUrl') ?? '', `create database ${name}`);
	return { url: Object.assign(new URL(url), { pathname: `/${name}` }).href, folder };
}

test('nothing is written over, taken from a running server’s place, or taken for a database that is none', async () => {
	const folder = temporaryFolder();
	const database = await opened({ url: null, folder });
	const copy = join(temporaryFolder(), 'copy.db');
	expect(await backUp(folder, copy)).toMatchObject({ ok: true });
	expect(await backUp(folder, copy)).toMatchObject({ faults: [{ code: 'DATABASE_EXISTS' }] });
	expect(await backUp(temporaryFolder(), `${copy}2`)).toMatchObject({
		faults: [{ code: 'DATABASE_FOLDER' }]
	});
	expect(await backUp(folder, join(copy, 'below.db'))).toMatchObject({ ok: false });
	expect(await restore(folder, copy, { replace: true })).toMatchObject({
		faults: [{ code: 'DATABASE_IN_USE' }]
	});
	await database.close();
	expect(await restore(folder, copy)).toMatchObject({ faults: [{ code: 'DATABASE_EXISTS' }] });
	expect(await restore(folder, copy, { replace: true })).toMatchObject({ ok: true });

	const wrong = join(temporaryFolder(), 'wrong.db');
	writeFileSync(wrong, 'not a database, but long enough to be read as one'.repeat(50));
	expect(await restore(folder, wrong, { replace: true })).toMatchObject({
		faults: [{ code: 'DATABASE_DAMAGED' }]
	});
	const foreign = join(temporaryFolder(), 'foreign.db');
	const file = new DatabaseSync(foreign);
	file.exec('create table a (b text)');
	file.close();
	expect(await restore(folder, foreign, { replace: true })).toMatchObject({
		faults: [{ code: 'DATABASE_FOREIGN' }]
	});
	const newer = new DatabaseSync(copy);
	newer.exec("insert into migration values (999, '9999-later', 'x', 0)");
	newer.close();
	expect(await restore(folder, copy, { replace: true })).toMatchObject({
		faults: [{ code: 'DATABASE_NEWER' }]
	});
	// What was there is there still.
	expect(existsSync(join(folder, 'shapan.db'))).toBe(true);
	await (await opened({ url: null, folder })).close();
});
