/** What is left of a room: results, gradebook, archive, and nothing once it is deleted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Tables } from '#lib/server/database/index.ts';
import { gradebookOf } from '#lib/server/rooms/after/gradebook.ts';
import { GRACE_MS, type RoomArchive } from '#lib/protocol/rooms/index.ts';
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

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an archive that somebody changed
type Loose = any;

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

/** What somebody may write into a file: each is found, and where. */
function forgeries(archive: RoomArchive): (readonly [unknown, string])[] {
	const at = (change: (turns: Loose[], archive: Loose) => void): unknown => {
		const copy = structuredClone(archive) as Loose;
		change(copy.teams[0].turns, copy);
		return copy;
	};
	return [
		[at((turns) => (turns[1].hash = turns[0].hash)), 'ARCHIVE_DAMAGED teams.0.turns.1.hash'],
		[at((turns) => (turns[2].report.score.total += 1)), 'ARCHIVE_DAMAGED teams.0.turns.2.report'],
		[at((turns) => (turns[0].plan.field.merchandisers += 1)), 'ARCHIVE_DAMAGED teams.0.turns.0.hash'],
		[at((turns) => turns.splice(1, 1)), 'ARCHIVE_DAMAGED teams.0.turns.1'],
		[at((turns) => turns.push(turns[6])), 'ARCHIVE_DAMAGED teams.0.turns.7'],
		[at((turns) => (turns[0].kind = 'closing')), 'ARCHIVE_DAMAGED teams.0.turns.0'],
		[at((turns) => (turns[6].plan = turns[5].plan)), 'ARCHIVE_DAMAGED teams.0.turns.6'],
		[at((_, { room }) => (room.marketSeed = 'f'.repeat(32))), 'ARCHIVE_DAMAGED teams.0.turns.0.hash']
	];
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
		expect(room).toMatchObject({ phase: 'over', revealed: true, joinable: false, archive: 'played' });
		for (const [change, code] of [
			[{ ...archive, version: 2 }, 'ARCHIVE_NEWER'],
			[{ ...archive, engineVersion: '99.0.0' }, 'ARCHIVE_NEWER'],
			[{ ...archive, format: 'other' }, 'ARCHIVE_DAMAGED format'],
			[
				{ ...archive, room: { ...archive.room, scenarioHash: '0'.repeat(64) } },
				'ARCHIVE_DAMAGED room.scenario'
			],
			[{ ...archive, teams: [...archive.teams, ...archive.teams] }, 'ARCHIVE_DAMAGED teams.2.name'],
			['nothing', 'ARCHIVE_DAMAGED'],
			...forgeries(archive)
		] as const) {
			expect(codes(await bench.rooms.openArchive(JSON.parse(JSON.stringify(change))))).toEqual([code]);
		}
		// Names that nobody could take beside each other today were taken once, and the file is not damaged by it.
		const alike = archive.teams.map((team, i) => ({
			...team,
			name: ['红队', '红\ufe0f 队'][i] ?? team.name
		}));
		good(await bench.rooms.openArchive(JSON.parse(JSON.stringify({ ...archive, teams: alike }))));
	});

	test('an archive of another engine opens as the file tells it, and says so', async () => {
		const { bench, made } = await over(await openRooms(await server.database()), 'open');
		const archive = good(await bench.rooms.archive(made.room));
		const { cookie } = good(await bench.rooms.openArchive({ ...archive, engineVersion: '0.9.0' }));
		const who = await bench.rooms.whoIs(cookie);
		if (who?.kind !== 'instructor') throw new Error('not the instructor');
		expect((await stateFor(bench, who)).room).toMatchObject({
			archive: 'told',
			scenario: { engineVersion: '0.9.0' }
		});
	});

	test('what was played in a sealed room at the same pace is ranked as sealed; at one’s own speed it is not', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const { made, one, two } = await over(bench, 'sealed');
		const seals = async () => {
			const rows = database.query.selectFrom('boardRun').innerJoin('board', 'board.id', 'boardRun.board');
			return rows.select(['seal', 'room', 'who', 'total', 'twin']).execute();
		};
		await until(async () => (await seals()).length === 4);
		const { board } = await stateFor(bench, made.instructor);
		for (const team of [one.team, two.team]) {
			const total = board.rows.find((row) => row.team === team)?.total;
			const runs = (await seals()).filter(({ who }) => who === team);
			expect(runs.map(({ room }) => room).sort()).toEqual(['', made.room]);
			expect(runs.map(({ seal, total: ranked, twin }) => [seal, ranked, twin])).toEqual([
				['open', total, 0],
				['open', total, 0]
			]);
		}
		// A name that has to go goes from boards too, and so does a team.
		const { browser } = made.instructor;
		const command = { command: 'rename', team: one.team, name: '  A better   name ' } as const;
		good(await bench.rooms.command(made.room, command, browser));
		good(await bench.rooms.command(made.room, { command: 'remove', team: two.team }, browser));
		const names = await database.query.selectFrom('boardRun').select(['who', 'name']).execute();
		expect(names).toEqual([1, 2].map(() => ({ who: one.team, name: 'A better name' })));
		await bench.rooms.delete(made.room);
		expect(await seals()).toEqual([]);
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

	test('nothing of a deleted room lies in the file of the database', async () => {
		const target = await server.target();
		const opened = await openDatabase(target);
		if (!opened.ok) throw new Error('no database');
		onTestFinished(() => opened.value.close());
		const bench = await openRooms(opened.value);
		const made = await makeRoom(bench, {}, { title: 'zzTheTitleOfThisRoom' });
		await joinTeam(bench, made.joinCode, 'zzANameToBeFound');
		const lies = (): boolean[] => {
			if (server.kind === 'postgres') return [];
			const files = ['shapan.db', 'shapan.db-wal'].map((name) => join(target.folder, name));
			const bytes = Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
			return ['zzTheTitleOfThisRoom', 'zzANameToBeFound'].map((text) => bytes.includes(text));
		};
		// PostgreSQL's files are its administrator's affair, and not read here.
		const there = server.kind === 'postgres' ? [] : [true, true];
		expect(lies()).toEqual(there);
		await bench.rooms.delete(made.room);
		expect(lies()).toEqual(there.map(() => false));
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
