/** A disk that is full: every refusal has its code, nothing acknowledged is lost, and room on it is all it takes to go on. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, readDatabaseError, type Database } from '#lib/server/database/index.ts';
import { DATABASE_FILE } from '#lib/server/database/sqlite.ts';
import { onBothDatabases, temporaryFolder } from '../support/databases.ts';
import { good, joinTeam, makeRoom, nextHandIn, openRooms, stateFor } from '../support/rooms.ts';

/** Makes it refuse what would take room, as each says it; `null` lets it go on. */
async function fill(database: Database, most: number | null): Promise<void> {
	if (database.kind === 'sqlite') return pages(database, most);
	// PostgreSQL has no such limit of its own: what it says of a full disk is said for it, 53100 disk_full, in the middle of
	// a transaction that has written already. That of a real disk: tests/e2e/broken.e2e.ts, with SQLite.
	const { query } = database;
	for (const table of ['team', 'hand_in']) {
		await sql.raw(`drop trigger if exists full_disk on ${table}`).execute(query);
		if (most === null) continue;
		await sql
			.raw(
				`create or replace function full_disk() returns trigger language plpgsql as $$ begin
					raise exception using errcode = 'disk_full', message = 'could not extend file "base/1/2"';
				end $$`
			)
			.execute(query);
		await sql
			.raw(`create trigger full_disk after insert on ${table} execute function full_disk()`)
			.execute(query);
	}
}

/** SQLite says of a file that may not grow what it says of a disk that is full: SQLITE_FULL. */
async function pages({ query }: Database, most: number | null): Promise<void> {
	const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(query);
	const now = rows[0]?.pageCount ?? 0;
	await sql.raw(`pragma max_page_count = ${most === null ? 1_000_000 : now + most}`).execute(query);
}

/** The free space of pages that are there is used up first. */
async function untilFull(act: (n: number) => Promise<void>): Promise<void> {
	let refused: unknown = null;
	for (let n = 0; refused === null && n < 300; n++)
		await act(n).catch((error) => (refused = readDatabaseError(error)));
	expect(refused).toMatchObject({ code: 'DATABASE_FULL' });
}

onBothDatabases((server) => {
	test('joins and turns are refused by their code while it is full, and taken when it is not', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const made = await makeRoom(bench);
		const first = await joinTeam(bench, made.joinCode, 'first');
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));

		await fill(database, 2);
		const joined: string[] = [];
		await untilFull(async (n) => {
			joined.push((await joinTeam(bench, made.joinCode, `team ${n}`)).team);
		});
		// Each follows the one before and replaces it; the last is refused.
		let handed = await nextHandIn(bench, first);
		await untilFull(async () => {
			const { head } = good(await bench.rooms.handIn(made.room, handed));
			handed = await nextHandIn(bench, first, { parentHash: head });
		});

		// Who looks is answered all the same, and everything that was acknowledged is there.
		const { roster } = await stateFor(bench, made.instructor);
		expect(roster?.rows.map(({ team }) => team).sort()).toEqual([first.team, ...joined].sort());

		await fill(database, null);
		expect(good(await bench.rooms.handIn(made.room, handed))).toMatchObject({ status: 'appended' });
		await joinTeam(bench, made.joinCode, 'late');
		const after = await stateFor(bench, first.who);
		expect(after.team?.entries.map(({ id }) => id)).toEqual([handed.id]);
		expect(after.room.teams).toBe(joined.length + 2);
	});
});

test('a SQLite file that something else holds is told by its code, and written to when it is let go', async () => {
	const folder = temporaryFolder();
	const opened = await openDatabase({ url: null, folder });
	if (!opened.ok) throw new Error(opened.faults[0]?.message);
	onTestFinished(() => opened.value.close());
	const bench = await openRooms(opened.value);
	const made = await makeRoom(bench);
	const team = await joinTeam(bench, made.joinCode, 'A');
	good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
	const handed = await nextHandIn(bench, team);
	const other = new DatabaseSync(join(folder, DATABASE_FILE));
	other.exec('begin immediate');
	const refused = await bench.rooms.handIn(made.room, handed).catch(readDatabaseError);
	expect(refused).toMatchObject({ code: 'DATABASE_IN_USE' });
	// Who looks is answered all the same.
	expect((await stateFor(bench, team.who)).team?.state).toBe('deciding');
	other.exec('rollback');
	other.close();
	expect(good(await bench.rooms.handIn(made.room, handed)).status).toBe('appended');
});
