/** A disk that is full: every refusal has its code, nothing acknowledged is lost, and room on it is all it takes to go on. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase, readDatabaseError, type Database } from '#lib/server/database/index.ts';
import { temporaryFolder } from '../support/databases.ts';
import { good, joinTeam, makeRoom, nextHandIn, openRooms, stateFor } from '../support/rooms.ts';

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

test('joins and turns are refused by their code while it is full, and taken when it is not', async () => {
	const opened = await openDatabase({ url: null, folder: temporaryFolder() });
	if (!opened.ok) throw new Error(opened.faults[0]?.message);
	const database = opened.value;
	const bench = await openRooms(database);
	const made = await makeRoom(bench);
	const first = await joinTeam(bench, made.joinCode, 'first');
	good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));

	await pages(database, 2);
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

	await pages(database, null);
	expect(good(await bench.rooms.handIn(made.room, handed))).toMatchObject({ status: 'appended' });
	await joinTeam(bench, made.joinCode, 'late');
	const after = await stateFor(bench, first.who);
	expect(after.team?.entries.map(({ id }) => id)).toEqual([handed.id]);
	expect(after.room.teams).toBe(joined.length + 2);
	await database.close();
});
