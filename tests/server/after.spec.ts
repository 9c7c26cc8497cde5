/** What is left of a room: results, gradebook, archive, and nothing once it is deleted. */
import { expect, test } from 'vitest';
import type { Tables } from '#lib/server/database/index.ts';
import { gradebookOf } from '#lib/server/rooms/after/gradebook.ts';
import { GRACE_MS } from '#lib/protocol/rooms/index.ts';
import { onBothDatabases } from '../support/databases.ts';
import {
	codes,
	good,
	joinTeam,
	makeRoom,
	nextHandIn,
	openRooms,
	standingPlan,
	stateFor,
	until,
	type MadeForTest,
	type RoomBench,
	type TeamForTest
} from '../support/rooms.ts';

const ROOM_TABLES = [
	'room',
	'roomMarket',
	'roomLink',
	'team',
	'browser',
	'handIn',
	'step'
] as const satisfies readonly (keyof Tables)[];

interface Over {
	readonly bench: RoomBench;
	readonly made: MadeForTest;
	readonly one: TeamForTest;
	readonly two: TeamForTest;
}

/** A room at its end: one team has decided its first turn, the other nothing. */
async function over(bench: RoomBench, luck: 'open' | 'sealed'): Promise<Over> {
	const made = await makeRoom(bench, { luck, pacing: 'self' });
	const [one, two] = [
		await joinTeam(bench, made.joinCode, '=一队'),
		await joinTeam(bench, made.joinCode, 'B')
	];
	const { browser } = made.instructor;
	good(await bench.rooms.command(made.room, { command: 'start' }, browser));
	const plan = await standingPlan(bench, one);
	bench.clock.now += 90_000;
	const prediction = { sellOutUnits: 1000, reason: 'why' };
	const more = { ...plan, field: { ...plan.field, merchandisers: plan.field.merchandisers + 2 } };
	good(await bench.rooms.handIn(made.room, await nextHandIn(bench, one, { plan: more, prediction })));
	good(
		await bench.rooms.handIn(made.room, await nextHandIn(bench, one, { turn: 0, parentHash: 'f'.repeat(32) }))
	);
	good(await bench.rooms.command(made.room, { command: 'advance', turn: 0 }, browser));
	bench.clock.now += GRACE_MS + 1;
	await until(async () => (await stateFor(bench, made.instructor)).room.phase === 'over');
	return { bench, made, one, two };
}

onBothDatabases((server) => {
	test('results tell of every turn how it came about, and of every lever what the class did', async () => {
		const { bench, made, one, two } = await over(await openRooms(await server.database()), 'sealed');
		expect(codes(await bench.rooms.results(one.who))).toEqual(['ROOM_SEALED']);
		const results = good(await bench.rooms.results(made.instructor));
		const first = results.teams.find(({ team }) => team === one.team);
		expect(first?.turns.map(({ kind }) => kind)).toEqual([
			'handedIn',
			...Array.from({ length: 5 }, () => 'late'),
			'closing'
		]);
		expect(first?.turns[0]).toMatchObject({ usedMs: 90_000, prediction: { reason: 'why' } });
		expect(first?.forks).toHaveLength(1);
		const field = results.levers[0]?.find(({ lever }) => lever === 'field');
		expect(field?.touched).toEqual([one.team]);
		const people = field?.figures.find(({ figure }) => figure === 'merchandisers');
		expect((people?.max ?? 0) - (people?.min ?? 0)).toBe(2);
		expect(results.levers[1]?.flatMap(({ touched }) => touched)).toEqual([]);
		const { headings, rows } = gradebookOf(results);
		const line = rows.find(([name]) => name === '=一队');
		const cell = (column: string) => line?.[headings.findIndex((it) => it.column === column)];
		expect([cell('turnsPlayed'), cell('late'), cell('forks'), cell('minutesUsed')]).toEqual([7, 5, 1, 1.5]);
		expect(cell('total')).toBe((first?.score?.total ?? 0) / 1000);
		expect(rows.find(([name]) => name === two.name)?.[4]).toBeTypeOf('number');
	});

	test('an archive opens as a room with the same results, and is refused when it was changed', async () => {
		const { bench, made } = await over(await openRooms(await server.database()), 'sealed');
		expect(codes(await bench.rooms.archive(made.room))).toEqual(['ROOM_SEALED']);
		good(await bench.rooms.command(made.room, { command: 'reveal' }, made.instructor.browser));
		const archive = good(await bench.rooms.archive(made.room));
		const text = JSON.stringify(archive);
		const { cookie } = good(await bench.rooms.openArchive(JSON.parse(text)));
		const who = await bench.rooms.whoIs(cookie);
		if (who?.kind !== 'instructor') throw new Error('not the instructor');
		const withoutIds = (results: unknown): unknown =>
			JSON.parse(JSON.stringify(results).replace(/"(team|room)":"[0-9a-z]+"|"touched":\[[^\]]*\]/g, '"":""'));
		const [again, before] = [await bench.rooms.results(who), await bench.rooms.results(made.instructor)];
		expect(withoutIds(good(again))).toEqual(withoutIds(good(before)));
		const { room } = await stateFor(bench, who);
		expect(room).toMatchObject({ phase: 'over', revealed: true, joinable: false });
		for (const [change, code] of [
			[{ ...archive, version: 2 }, 'ARCHIVE_NEWER'],
			[{ ...archive, engineVersion: '99.0.0' }, 'ARCHIVE_NEWER'],
			[{ ...archive, format: 'other' }, 'ARCHIVE_DAMAGED format'],
			[
				{ ...archive, room: { ...archive.room, scenarioHash: '0'.repeat(64) } },
				'ARCHIVE_DAMAGED room.scenario'
			],
			[{ ...archive, teams: [...archive.teams, ...archive.teams] }, 'ARCHIVE_DAMAGED teams.2.name'],
			['nothing', 'ARCHIVE_DAMAGED']
		] as const) {
			expect(codes(await bench.rooms.openArchive(JSON.parse(JSON.stringify(change))))).toEqual([code]);
		}
	});

	test('a deleted room leaves no row behind; another one stays', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const { made } = await over(bench, 'open');
		const other = await makeRoom(bench);
		await joinTeam(bench, other.joinCode, 'A');
		await bench.rooms.delete(made.room);
		for (const table of ROOM_TABLES) {
			const text = JSON.stringify(await database.query.selectFrom(table).selectAll().execute());
			expect(text).not.toContain(made.room);
			expect(text).not.toContain('一队');
		}
		expect(await database.query.selectFrom('step').select('team').execute()).toEqual([]);
		expect((await stateFor(bench, other.instructor)).room.teams).toBe(1);
	});

	test('rooms are kept as long as they are to be, and no longer', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		await makeRoom(bench);
		bench.clock.now += 29 * 24 * 3600 * 1000;
		expect(await bench.rooms.sweep()).toBe(0);
		const young = await makeRoom(bench);
		bench.clock.now += 2 * 24 * 3600 * 1000;
		expect(await bench.rooms.sweep()).toBe(1);
		const left = await database.query.selectFrom('room').select('id').execute();
		expect(left).toEqual([{ id: young.room }]);
	});
});
