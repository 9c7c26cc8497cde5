/** Attacks of docs/threat-model.md that no other file is about. */
import { describe, expect, test } from 'vitest';
import { MAX_TEAM_NAME } from '#lib/protocol/rooms/index.ts';
import type { Tables } from '#lib/server/database/index.ts';
import { createLimits } from '#lib/server/limits.ts';
import { onBothDatabases } from '../support/databases.ts';
import { codes, good, joinTeam, makeRoom, nextHandIn, openRooms, stateFor } from '../support/rooms.ts';

const INJECTIONS = [
	"'; drop table team; --",
	"' or '1'='1",
	'"); delete from room',
	'\\x27 union select 1',
	'${1+1}',
	'%_%'
];

onBothDatabases((server) => {
	test('SQL in a name, a code, a cookie or an id is text, and finds nothing', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const { rooms } = bench;
		const made = await makeRoom(bench, {}, { title: INJECTIONS[0] ?? '' });
		const victim = await joinTeam(bench, made.joinCode, 'victim');
		good(await rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		for (const text of INJECTIONS) {
			const team = await joinTeam(bench, made.joinCode, text.slice(0, MAX_TEAM_NAME - 4));
			expect(team.name).toBe(text.slice(0, MAX_TEAM_NAME - 4).trim());
			expect(codes(await rooms.card(text))).toEqual(['ROOM_SECRET_WRONG']);
			const resumed = await rooms.resume({ resumeCode: text, nickname: 'n' });
			expect(codes(resumed)).toEqual(['ROOM_SECRET_WRONG resumeCode']);
			expect(await rooms.whoIs(text)).toBeNull();
			expect(codes(await rooms.enterRoom(made.room, text))).toEqual(['ROOM_SECRET_WRONG']);
			expect(codes(await rooms.market(text, text))).toEqual(['TEAM_UNKNOWN']);
			expect(await bench.boards.submissions.receipt(text, text)).toMatchObject({ ok: false });
			expect(await bench.boards.submissions.forget(text)).toEqual({ removed: 0 });
		}
		const { roster, room } = await stateFor(bench, made.instructor);
		expect(room.title).toBe(INJECTIONS[0]);
		expect(roster?.rows).toHaveLength(INJECTIONS.length + 1);
		expect(good(await rooms.handIn(made.room, await nextHandIn(bench, victim))).status).toBe('appended');
		for (const table of ['room', 'team', 'browser', 'board'] as const satisfies (keyof Tables)[]) {
			await database.query.selectFrom(table).selectAll().execute();
		}
	});

	test('a team that hands in without end fills nothing: what it replaced long ago is not kept', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const made = await makeRoom(bench);
		const team = await joinTeam(bench, made.joinCode, 'A');
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		let handed = await nextHandIn(bench, team);
		const { plan } = handed;
		for (let i = 0; i < 120; i++) {
			const { head, status } = good(await bench.rooms.handIn(made.room, handed));
			expect(status).toBe('appended');
			handed = { ...handed, id: `changed-mind-${i}`, parentHash: head, plan };
		}
		const rows = database.query.selectFrom('handIn').select(['id', 'place']).where('team', '=', team.team);
		const kept = await rows.execute();
		expect(kept.filter(({ place }) => place === 'chain').map(({ id }) => id)).toEqual(['changed-mind-118']);
		expect(kept).toHaveLength(101);
	});

	test('a team reads and moves nothing of another: not its market, its hand-ins, its place or its room', async () => {
		const bench = await openRooms(await server.database());
		const [made, other] = [await makeRoom(bench), await makeRoom(bench)];
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, other.joinCode, 'B')];
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		// A team of one room is none of another, whoever asks.
		expect(codes(await bench.rooms.market(made.room, b.team))).toEqual(['TEAM_UNKNOWN']);
		expect(codes(await bench.rooms.preview(made.room, b.team, {}))[0]).toMatch(/^TURN_PLAN_SHAPE/);
		const handed = await nextHandIn(bench, a, { team: b.team });
		expect(codes(await bench.rooms.handIn(made.room, handed))).toEqual(['TEAM_UNKNOWN']);
		expect(codes(await bench.rooms.sender(made.room, b.team))).toEqual(['TEAM_UNKNOWN']);
		expect(codes(await bench.rooms.results(a.who))).toEqual(['ROOM_SEALED']);
		expect(JSON.stringify(await stateFor(bench, a.who))).not.toContain(b.team);
		expect(codes(await bench.rooms.command(made.room, { command: 'remove', team: b.team }, 'x'))).toEqual([
			'TEAM_UNKNOWN'
		]);
	});
});

describe('limits', () => {
	test('codes that are tried are stopped soon, and a class that mistypes is not', () => {
		let now = 1_000_000;
		const { secrets } = createLimits(() => now);
		// Forty teams behind one address, each of which mistypes once.
		for (let team = 0; team < 40; team++) secrets.failed('10.0.0.1');
		expect(secrets.wait('10.0.0.1')).toBe(0);
		let tried = 0;
		for (let second = 0; second < 3600; second++, now += 1000) {
			while (secrets.wait('10.0.0.2') === 0) {
				secrets.failed('10.0.0.2');
				tried++;
			}
		}
		// Of 148 million codes, so that one room's is found in decades, and at ten nodes in years.
		expect(tried).toBeLessThanOrEqual(60 + 360);
	});

	test('one of a class who tries codes keeps the others out of nothing: not their room, nor the instructor', () => {
		let now = 1_000_000;
		const { secrets, links, known, knownTries, turns } = createLimits(() => now);
		known.note('2001:db8::1', 'theirs');
		for (let i = 0; i < 100; i++) secrets.failed('2001:db8::2');
		expect(secrets.wait('2001:db8::3')).toBeGreaterThan(0);
		expect(links.wait('2001:db8::3')).toBe(0);
		// By address as everything is, for the room that is known there, and for half a day.
		expect(known.has('2001:db8::9', 'theirs')).toBe(true);
		expect(known.has('2001:db8::9', 'another')).toBe(false);
		expect(known.has('2001:db9::9', 'theirs')).toBe(false);
		let asked = 0;
		for (let i = 0; i < 60_000; i++, now += 1) if (knownTries.take('2001:db8::2') === 0) asked++;
		expect(asked).toBeLessThanOrEqual(60 + 600);
		now += 13 * 3600 * 1000;
		expect(known.has('2001:db8::9', 'theirs')).toBe(false);
		// A whole game that was played offline is handed in at once.
		for (let turn = 0; turn < 64; turn++) expect(turns.take('team')).toBe(0);
	});

	test('a browser that asks the market without end waits; one that drags a slider does not', () => {
		let now = 1_000_000;
		const { market } = createLimits(() => now);
		// Ten seconds of dragging, a question each time the one before is answered.
		for (let i = 0; i < 200; i++, now += 50) expect(market.take('slider')).toBe(0);
		let asked = 0;
		for (let i = 0; i < 60_000; i++, now += 1) if (market.take('flood') === 0) asked++;
		expect(asked).toBeLessThanOrEqual(200 + 600);
	});

	test('a class that ends together hands in at once; whole games of one team come one after another', () => {
		const { submissions, teamSubmissions } = createLimits(() => 1_000_000);
		for (let team = 0; team < 400; team++) expect(submissions.take('10.0.0.1')).toBe(0);
		expect(submissions.take('10.0.0.1')).toBeGreaterThan(0);
		for (let game = 0; game < 20; game++) expect(teamSubmissions.take('team')).toBe(0);
		expect(teamSubmissions.take('team')).toBeGreaterThan(0);
		expect(teamSubmissions.take('another')).toBe(0);
	});
});
