/** A room from its making to its end, as instructors and teams live through it. */
import { describe, expect, test } from 'vitest';
import { GRACE_MS, type TeamMarket } from '#lib/protocol/rooms/index.ts';
import { onBothDatabases } from '../support/databases.ts';
import {
	cameIn,
	codes,
	good,
	joinTeam,
	makeRoom,
	nextHandIn,
	openRooms,
	SETTINGS,
	SETUP_TOKEN,
	stateFor,
	until,
	type MadeForTest,
	type RoomBench
} from '../support/rooms.ts';

const TURNS = 6;

/** Closes the open turn and waits until the next one is open, or all is over. */
async function advance(bench: RoomBench, made: MadeForTest): Promise<void> {
	const { room } = await stateFor(bench, made.instructor);
	good(
		await bench.rooms.command(made.room, { command: 'advance', turn: room.turn }, made.instructor.browser)
	);
	bench.clock.now += GRACE_MS + 1;
	await until(async () => {
		const now = (await stateFor(bench, made.instructor)).room;
		return now.phase !== 'playing' && (now.phase !== 'open' || now.turn !== room.turn);
	});
}

const command = async (
	bench: RoomBench,
	made: MadeForTest,
	what: Parameters<RoomBench['rooms']['command']>[1]
) => bench.rooms.command(made.room, what, made.instructor.browser);

onBothDatabases((server) => {
	const open = async (): Promise<RoomBench> => openRooms(await server.database());

	test('a sealed room paced by hand, from lobby to reveal', async () => {
		const bench = await open();
		const made = await makeRoom(bench);
		const [one, two] = [
			await joinTeam(bench, made.joinCode, '一队'),
			await joinTeam(bench, made.joinCode, '二队')
		];
		expect((await stateFor(bench, one.who)).team?.state).toBe('waiting');
		good(await command(bench, made, { command: 'start' }));
		for (let turn = 0; turn < TURNS; turn++) {
			const ack = good(await bench.rooms.handIn(made.room, await nextHandIn(bench, one)));
			expect([ack.status, ack.turn]).toEqual(['appended', turn]);
			bench.clock.now += 1000;
			await advance(bench, made);
		}
		const { room, roster, board } = await stateFor(bench, made.instructor);
		expect([room.phase, room.turns, room.played]).toEqual(['over', TURNS, 2]);
		const rows = new Map(roster?.rows.map((row) => [row.team, row]));
		expect(rows.get(one.team)).toMatchObject({ late: 0, absent: 0, played: TURNS + 1, state: 'over' });
		expect(rows.get(two.team)).toMatchObject({ played: TURNS + 1, state: 'over' });
		// The same plans under the same luck: what was not handed in is not zeroed.
		expect(rows.get(two.team)?.late).toBe(TURNS);
		expect(new Set(board.rows.map(({ total }) => total)).size).toBe(1);
		expect(board.rows.map(({ rank }) => rank)).toEqual([1, 1]);
		expect(board.rows.find(({ team }) => team === two.team)?.marked).toBe(TURNS);
		const sealed = JSON.parse(good(await bench.rooms.market(made.room, one.team))) as { open: unknown };
		expect(sealed.open).toBeNull();
		good(await command(bench, made, { command: 'reveal' }));
		const revealed = JSON.parse(good(await bench.rooms.market(made.room, one.team))) as {
			open: { hashes: unknown[] };
		};
		expect(revealed.open.hashes).toHaveLength(TURNS + 1);
		// Ranked by a step of its own, right after the last turn.
		await until(async () => (await bench.boards.list()).some(({ runs }) => runs === 2));
		const boards = await bench.boards.list();
		expect(boards.map(({ seal, room: of, runs }) => [seal, of, runs])).toContainEqual(['sealed', null, 2]);
		expect(bench.failures).toEqual([]);
	});

	test('a turn by the clock ends three seconds after its time, and not before', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { pacing: 'timed', turnSeconds: 60 });
		const team = await joinTeam(bench, made.joinCode, 'A');
		await joinTeam(bench, made.joinCode, 'B');
		good(await command(bench, made, { command: 'start' }));
		const handed = await nextHandIn(bench, team);
		bench.clock.now += 60_000 + GRACE_MS;
		expect(good(await bench.rooms.handIn(made.room, handed)).status).toBe('appended');
		expect((await stateFor(bench, team.who)).team?.state).toBe('handedIn');
		bench.clock.now += 1;
		const late = await nextHandIn(bench, team, { turn: 0 });
		expect(good(await bench.rooms.handIn(made.room, late)).status).toBe('fork');
		await until(async () => (await stateFor(bench, team.who)).room.turn === 1);
		const { roster } = await stateFor(bench, made.instructor);
		expect(roster?.rows.map(({ late: missed, absent, forks }) => [missed + absent, forks])).toEqual([
			[0, 1],
			[1, 0]
		]);
	});

	test('the clock is held and goes on; more time moves the end; a team with extra time is waited for', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { pacing: 'timed', turnSeconds: 60 });
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		good(await command(bench, made, { command: 'start' }));
		bench.clock.now += 20_000;
		good(await command(bench, made, { command: 'hold' }));
		bench.clock.now += 500_000;
		expect((await stateFor(bench, a.who)).room).toMatchObject({ closesAt: null, heldMs: 40_000 });
		expect(codes(await command(bench, made, { command: 'hold' }))).toEqual(['COMMAND_NOT_NOW']);
		good(await command(bench, made, { command: 'resume' }));
		good(await command(bench, made, { command: 'extend', seconds: 30 }));
		good(await command(bench, made, { command: 'extraTime', team: b.team, seconds: 100 }));
		const ends = bench.clock.now + 70_000;
		expect((await stateFor(bench, a.who)).team?.closesAt).toBe(ends);
		expect((await stateFor(bench, b.who)).team?.closesAt).toBe(ends + 100_000);
		bench.clock.now = ends + 90_000;
		expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a))).status).toBe('fork');
		expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, b))).status).toBe('appended');
		// Nobody else is waited for: A's time is over.
		await until(async () => (await stateFor(bench, a.who)).room.turn === 1);
	});

	test('a timed turn ends at once when all who are there have handed in', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { pacing: 'timed', turnSeconds: 600 });
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		const gone = await joinTeam(bench, made.joinCode, 'Gone');
		good(await command(bench, made, { command: 'start' }));
		good(await command(bench, made, { command: 'park', team: gone.team, parked: true }));
		for (const team of [a, b]) good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
		await until(async () => (await stateFor(bench, a.who)).room.turn === 1);
		const { team } = await stateFor(bench, gone.who);
		expect(team?.entries.map(({ kind }) => kind)).toEqual(['late']);
	});

	test('whoever comes in late has the default plan behind, marked; whoever is away is parked', async () => {
		const bench = await open();
		const made = await makeRoom(bench);
		const early = await joinTeam(bench, made.joinCode, 'Early');
		good(await command(bench, made, { command: 'start' }));
		bench.clock.now += 120_000;
		await advance(bench, made);
		const late = await joinTeam(bench, made.joinCode, 'Late');
		await until(async () => (await stateFor(bench, late.who)).team?.played === 1);
		const { team } = await stateFor(bench, late.who);
		expect(team).toMatchObject({ turn: 1, state: 'deciding' });
		expect(team?.entries.map(({ kind }) => kind)).toEqual(['joinedLate']);
		const { roster } = await stateFor(bench, made.instructor);
		expect(roster?.rows.find((row) => row.team === early.team)).toMatchObject({ absent: 1, parked: true });
		// The same decisions, none: the same score.
		expect(roster?.rows.map(({ score }) => score)).toEqual([roster?.rows[0]?.score, roster?.rows[0]?.score]);
		expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, early))).status).toBe('appended');
		expect((await stateFor(bench, early.who)).team?.parked).toBe(false);
	});

	test('practice is played under another seed, and reset', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { practiceTurns: 1 });
		const team = await joinTeam(bench, made.joinCode, 'A');
		good(await command(bench, made, { command: 'start' }));
		await advance(bench, made);
		expect((await stateFor(bench, team.who)).room).toMatchObject({
			phase: 'lobby',
			practice: false,
			turn: 0
		});
		expect((await stateFor(bench, team.who)).team).toMatchObject({
			head: '',
			played: 0,
			entries: [],
			score: null
		});
		good(await command(bench, made, { command: 'start' }));
		expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team))).turn).toBe(0);
		await advance(bench, made);
		expect((await stateFor(bench, team.who)).team).toMatchObject({ played: 1, turn: 1 });
	});

	test('at its own speed each team ends its practice itself, and what is left of it does not count', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { luck: 'open', pacing: 'self', practiceTurns: 1 });
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		expect(codes(await bench.rooms.begin(made.room, a.team))).toEqual(['COMMAND_NOT_NOW']);
		good(await command(bench, made, { command: 'start' }));
		const seedOf = async (): Promise<string> => {
			const market = JSON.parse(good(await bench.rooms.market(made.room, a.team))) as TeamMarket;
			return market.open?.marketSeed ?? '';
		};
		const practised = await seedOf();
		for (const team of [a, b]) {
			good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
			await until(async () => (await stateFor(bench, team.who)).team?.played === 1);
		}
		// Looked at, and no further.
		expect((await stateFor(bench, a.who)).team).toMatchObject({ practice: true, state: 'waiting', turn: 1 });
		expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a))).status).toBe('fork');
		good(await bench.rooms.begin(made.room, a.team));
		good(await bench.rooms.begin(made.room, a.team));
		const begun = {
			practice: false,
			state: 'deciding',
			turn: 0,
			played: 0,
			head: '',
			entries: [],
			score: null
		};
		expect((await stateFor(bench, a.who)).team).toMatchObject(begun);
		expect(await seedOf()).not.toBe(practised);
		good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a)));
		await until(async () => (await stateFor(bench, a.who)).team?.played === 1);
		// Who still practises stands on no board, and has a game all the same when the room ends.
		const { board, roster } = await stateFor(bench, made.instructor);
		expect(board.rows.map(({ team }) => team)).toEqual([a.team]);
		expect(roster?.rows.map(({ practice }) => practice)).toEqual([false, true]);
		good(await command(bench, made, { command: 'advance', turn: 0 }));
		bench.clock.now += GRACE_MS + 1;
		await until(async () => (await stateFor(bench, made.instructor)).room.phase === 'over');
		const after = await stateFor(bench, b.who);
		expect(after.team).toMatchObject({ practice: false, played: TURNS + 1 });
		expect(after.team?.entries.map(({ kind }) => kind)).toEqual(Array.from({ length: TURNS }, () => 'late'));
		expect(bench.failures).toEqual([]);
	});

	test('an instructor ends the practice of all who go at their own speed; who comes later has none', async () => {
		const bench = await open();
		const made = await makeRoom(bench, { pacing: 'self', practiceTurns: 2 });
		const a = await joinTeam(bench, made.joinCode, 'A');
		good(await command(bench, made, { command: 'start' }));
		good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a)));
		await until(async () => (await stateFor(bench, a.who)).team?.played === 1);
		good(await command(bench, made, { command: 'endPractice' }));
		const b = await joinTeam(bench, made.joinCode, 'B');
		for (const { who } of [a, b]) {
			expect((await stateFor(bench, who)).team).toMatchObject({
				practice: false,
				turn: 0,
				state: 'deciding'
			});
		}
		expect((await stateFor(bench, a.who)).room).toMatchObject({ phase: 'open', practice: false });
	});

	test('at their own speed, teams go on alone until the deadline, and what is left is played without them', async () => {
		const bench = await open();
		const deadlineAt = bench.clock.now + 3_600_000;
		const made = await makeRoom(bench, { luck: 'open', pacing: 'self', deadlineAt });
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		good(await command(bench, made, { command: 'start' }));
		for (let turn = 0; turn < TURNS; turn++) {
			good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a)));
			await until(async () => ((await stateFor(bench, a.who)).team?.played ?? 0) > turn);
		}
		expect((await stateFor(bench, a.who)).team).toMatchObject({ played: TURNS + 1, state: 'over' });
		good(await bench.rooms.handIn(made.room, await nextHandIn(bench, b)));
		bench.clock.now = deadlineAt + GRACE_MS + 1;
		await until(async () => (await stateFor(bench, b.who)).room.phase === 'over');
		const kinds = (await stateFor(bench, b.who)).team?.entries.map(({ kind }) => kind);
		expect(kinds).toEqual(['handedIn', ...Array.from({ length: TURNS - 1 }, () => 'absent')]);
	});

	test('a team that is set back plays again at its own speed; what it had decided is kept as forks', async () => {
		const bench = await open();
		const made = await makeRoom(bench);
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		good(await command(bench, made, { command: 'start' }));
		for (let turn = 0; turn < 2; turn++) {
			for (const team of [a, b]) good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
			await advance(bench, made);
		}
		const before = (await stateFor(bench, a.who)).team;
		good(await command(bench, made, { command: 'resetTeam', team: a.team, turn: 0 }));
		const set = (await stateFor(bench, a.who)).team;
		expect(set).toMatchObject({ turn: 0, played: 0, head: '', score: null });
		expect(set?.entries.map(({ fork }) => fork)).toEqual([true, true]);
		for (let turn = 0; turn < 2; turn++) {
			expect(good(await bench.rooms.handIn(made.room, await nextHandIn(bench, a))).turn).toBe(turn);
			await until(async () => ((await stateFor(bench, a.who)).team?.played ?? 0) > turn);
		}
		const after = (await stateFor(bench, a.who)).team;
		expect(after).toMatchObject({ turn: 2, state: 'deciding', score: before?.score });
		expect((await stateFor(bench, b.who)).team).toMatchObject({ turn: 2, played: 2 });
	});

	describe('handing in', () => {
		test('the same thing sent again is one, and the same id for another is refused', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const team = await joinTeam(bench, made.joinCode, 'A');
			good(await command(bench, made, { command: 'start' }));
			const handed = await nextHandIn(bench, team);
			const acks = await Promise.all([1, 2, 3].map(() => bench.rooms.handIn(made.room, handed)));
			expect(new Set(acks.map((ack) => JSON.stringify(good(ack)))).size).toBe(1);
			expect((await stateFor(bench, team.who)).team?.entries).toHaveLength(1);
			const other = { ...handed, prediction: { sellOutUnits: 1, reason: 'other' } };
			expect(codes(await bench.rooms.handIn(made.room, other))).toEqual(['TURN_ID_REUSED id']);
		});

		test('a second device that did not know of the first makes a fork; one that did, replaces', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const team = await joinTeam(bench, made.joinCode, 'A');
			good(await command(bench, made, { command: 'start' }));
			const [first, second] = [await nextHandIn(bench, team), await nextHandIn(bench, team)];
			const ack = good(await bench.rooms.handIn(made.room, first));
			expect(good(await bench.rooms.handIn(made.room, second))).toMatchObject({
				status: 'fork',
				head: ack.head
			});
			const third = good(
				await bench.rooms.handIn(made.room, { ...second, id: 'a-third-one', parentHash: ack.head })
			);
			expect(third.status).toBe('appended');
			const { team: view } = await stateFor(bench, team.who);
			expect(view?.head).toBe(third.head);
			expect(view?.entries.map(({ id, fork }) => [id, fork])).toEqual([
				[second.id, true],
				['a-third-one', false]
			]);
		});

		test('what belongs to no open turn is refused; so is a plan without the prediction that is wanted', async () => {
			const bench = await open();
			const made = await makeRoom(bench, { predictionsRequired: true });
			const team = await joinTeam(bench, made.joinCode, 'A');
			const early = await nextHandIn(bench, team, { prediction: { sellOutUnits: 1, reason: '' } });
			expect(codes(await bench.rooms.handIn(made.room, early))).toEqual(['TURN_NOT_OPEN']);
			good(await command(bench, made, { command: 'start' }));
			expect(codes(await bench.rooms.handIn(made.room, { ...early, turn: 1 }))).toEqual(['TURN_NOT_OPEN']);
			expect(codes(await bench.rooms.handIn(made.room, { ...early, prediction: null }))).toEqual([
				'TURN_PREDICTION_MISSING prediction'
			]);
			// A reason alone foretells nothing: page and server want a figure.
			const reasonOnly = { ...early, prediction: { sellOutUnits: null, reason: 'more calls' } };
			expect(codes(await bench.rooms.handIn(made.room, reasonOnly))).toEqual([
				'TURN_PREDICTION_MISSING prediction.sellOutUnits'
			]);
			expect(codes(await bench.rooms.handIn(made.room, { ...early, team: 'nobody00' }))).toEqual([
				'TEAM_UNKNOWN'
			]);
			expect(good(await bench.rooms.handIn(made.room, early)).status).toBe('appended');
		});

		test('an offline team of an open room hands in turn after turn along the chain it made itself', async () => {
			const bench = await open();
			const made = await makeRoom(bench, { luck: 'open', pacing: 'self' });
			const team = await joinTeam(bench, made.joinCode, 'A');
			good(await command(bench, made, { command: 'start' }));
			let next = await nextHandIn(bench, team);
			for (let turn = 0; turn < 3; turn++) {
				const ack = good(await bench.rooms.handIn(made.room, next));
				expect(ack).toMatchObject({ status: 'appended', turn });
				next = { ...next, turn: turn + 1, parentHash: ack.head, id: `${next.id}-${turn}` };
			}
			await until(async () => (await stateFor(bench, team.who)).team?.played === 3);
		});
	});

	describe('coming in', () => {
		test('a name that is taken is refused with one that is free; another device comes by the team’s code', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const first = await joinTeam(bench, made.joinCode, 'Team One');
			const second = await bench.rooms.join({ code: made.joinCode, team: ' team-one ', nickname: 'x' });
			expect(codes(second)).toEqual(['TEAM_NAME_TAKEN team']);
			expect(second.ok ? null : second.faults[0]?.params?.['suggestion']).toBe('team-one 2');
			const resumed = await cameIn(
				bench.rooms,
				good(await bench.rooms.resume({ resumeCode: first.resumeCode ?? '', nickname: 'Phone' }))
			);
			expect(resumed.team).toBe(first.team);
			expect((await stateFor(bench, resumed.who)).team?.members.map(({ nickname }) => nickname)).toEqual([
				'Team One one',
				'Phone'
			]);
			const renewed = await bench.rooms.renewResumeCode(made.room, first.team);
			const old = await bench.rooms.resume({ resumeCode: first.resumeCode ?? '', nickname: 'x' });
			expect(codes(old)).toEqual(['ROOM_SECRET_WRONG resumeCode']);
			expect(
				good(await bench.rooms.resume({ resumeCode: renewed.toLowerCase(), nickname: 'x' })).joined.team
			).toBe(first.team);
		});

		test('a join whose answer was lost makes no second team', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const request = { code: made.joinCode, team: 'A', nickname: 'n', id: 'f'.repeat(32) };
			const [lost, again] = [good(await bench.rooms.join(request)), good(await bench.rooms.join(request))];
			expect(again.joined.team).toBe(lost.joined.team);
			expect((await stateFor(bench, made.instructor)).roster?.rows).toHaveLength(1);
			expect(await bench.rooms.whoIs(lost.cookie)).toBeNull();
			expect((await bench.rooms.whoIs(again.cookie))?.kind).toBe('team');
		});

		test('a closed door, a code of no room, a name of nothing', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const join = (team: string, code = made.joinCode) => bench.rooms.join({ code, team, nickname: 'n' });
			expect(codes(await join('A', 'AAAAAA'))).toEqual(['ROOM_SECRET_WRONG code']);
			expect(codes(await join('\u202e'))).toEqual(['TEAM_NAME_EMPTY team']);
			good(await command(bench, made, { command: 'openDoor', open: false }));
			expect(codes(await join('A'))).toEqual(['ROOM_CLOSED']);
			expect(good(await bench.rooms.card(made.joinCode)).joinable).toBe(false);
		});

		test('only the link of a room opens it, and another link shuts out who came by the old', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const other = await makeRoom(bench);
			expect(codes(await bench.rooms.enterRoom(made.room, 'wrong-secret'))).toEqual(['ROOM_SECRET_WRONG']);
			const first = good(await command(bench, made, { command: 'renewLink' })).secret ?? '';
			expect(codes(await bench.rooms.enterRoom(other.room, first))).toEqual(['ROOM_SECRET_WRONG']);
			const cookie = good(await bench.rooms.enterRoom(made.room, first));
			expect(await bench.rooms.whoIs(cookie)).toMatchObject({ kind: 'instructor', room: made.room });
			good(await command(bench, made, { command: 'renewLink' }));
			expect(await bench.rooms.whoIs(cookie)).toBeNull();
			expect(codes(await bench.rooms.enterRoom(made.room, first))).toEqual(['ROOM_SECRET_WRONG']);
			expect((await stateFor(bench, made.instructor)).room.room).toBe(made.room);
		});

		test('the setup token opens the server, and nothing else does', async () => {
			const { rooms } = await open();
			expect(codes(await rooms.enterHost(`${SETUP_TOKEN} `))).toEqual(['ROOM_SECRET_WRONG']);
			expect((await rooms.whoIs(good(await rooms.enterHost(SETUP_TOKEN))))?.kind).toBe('host');
		});
	});

	test('no secret stands in the database as it was handed out', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const made = await makeRoom(bench);
		const came = good(await bench.rooms.join({ code: made.joinCode, team: 'A', nickname: 'n' }));
		const secret = good(await command(bench, made, { command: 'renewLink' })).secret ?? '';
		const { query } = database;
		const rows = JSON.stringify([
			await query.selectFrom('room').selectAll().execute(),
			await query.selectFrom('roomLink').selectAll().execute(),
			await query.selectFrom('team').selectAll().execute(),
			await query.selectFrom('browser').selectAll().execute()
		]);
		for (const hidden of [secret, came.cookie, came.joined.resumeCode ?? ''])
			expect(rows).not.toContain(hidden);
		expect(secret.length).toBeGreaterThan(40);
	});

	test('a server that was killed leaves nothing unplayed: the next one takes it up', async () => {
		const database = await server.database();
		const first = await openRooms(database);
		const made = await makeRoom(first, { luck: 'open', pacing: 'self' });
		const team = await joinTeam(first, made.joinCode, 'A');
		good(await command(first, made, { command: 'start' }));
		const handed = await nextHandIn(first, team);
		// It acknowledges, and gets no further.
		first.rooms.drain();
		good(await first.rooms.handIn(made.room, handed));
		const second = await openRooms(database, first.clock);
		await until(async () => (await stateFor(second, team.who)).team?.played === 1);
		expect((await stateFor(second, team.who)).team?.entries.map(({ id }) => id)).toEqual([handed.id]);
	});

	describe('commands', () => {
		test('a removed team is gone with its cookie; a renamed one keeps its place', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
			const taken = await command(bench, made, { command: 'rename', team: a.team, name: 'b' });
			expect(codes(taken)).toEqual(['TEAM_NAME_TAKEN name']);
			good(await command(bench, made, { command: 'rename', team: a.team, name: '<b>新名</b>' }));
			good(await command(bench, made, { command: 'remove', team: b.team }));
			const { roster } = await stateFor(bench, made.instructor);
			expect(roster?.rows.map(({ name }) => name)).toEqual(['<b>新名</b>']);
			expect(codes(await bench.rooms.state(b.who))).toEqual(['ROOM_NO_ACCESS']);
			expect(codes(await command(bench, made, { command: 'nudge', team: b.team }))).toEqual(['TEAM_UNKNOWN']);
		});

		test('what makes no sense where the room stands is refused, and a second click ends no second turn', async () => {
			const bench = await open();
			const made = await makeRoom(bench);
			const team = await joinTeam(bench, made.joinCode, 'A');
			for (const what of [
				{ command: 'advance', turn: 0 },
				{ command: 'hold' },
				{ command: 'reveal' },
				{ command: 'endPractice' },
				{ command: 'resetTeam', team: team.team, turn: 0 }
			] as const) {
				expect(codes(await command(bench, made, what))).toEqual(['COMMAND_NOT_NOW']);
			}
			good(await command(bench, made, { command: 'start' }));
			expect(codes(await command(bench, made, { command: 'start' }))).toEqual(['COMMAND_NOT_NOW']);
			await advance(bench, made);
			expect(codes(await command(bench, made, { command: 'advance', turn: 0 }))).toEqual(['COMMAND_NOT_NOW']);
		});
	});

	test.each([
		[{ pacing: 'timed' }, 'ROOM_SETTINGS settings.turnSeconds'],
		[{ turnSeconds: 60 }, 'ROOM_SETTINGS settings.turnSeconds'],
		[{ deadlineAt: 1_900_000_000_000 }, 'ROOM_SETTINGS settings.deadlineAt'],
		[{ pacing: 'self', deadlineAt: 1 }, 'ROOM_SETTINGS settings.deadlineAt'],
		[{ practiceTurns: 6 }, 'ROOM_SETTINGS settings.practiceTurns']
	] as const)('settings that do not go together are refused: %j', async (settings, code) => {
		const { rooms } = await open();
		const made = await rooms.create({
			title: 't',
			scenario: { shipped: 'first-city' },
			settings: { ...SETTINGS, ...settings }
		});
		expect(codes(made)).toEqual([code]);
	});

	test.each([
		[{ shipped: '../package' }, 'ROOM_SCENARIO_UNKNOWN scenario.shipped'],
		[{ shipped: 'beer-game' }, 'ROOM_SCENARIO_LAB scenario'],
		[{ file: 'own.yaml', text: 'format: 1\nkind: market' }, 'ROOM_SCENARIO scenario']
	] as const)('a scenario nobody can play is refused: %j', async (scenario, code) => {
		const { rooms } = await open();
		expect(codes(await rooms.create({ title: 't', scenario, settings: SETTINGS }))).toEqual([code]);
	});

	test('an instructor’s own file is played, and may extend a shipped one', async () => {
		const bench = await open();
		const text = 'format: 1\nid: own\nextends: first-city\ntitle: { zh-CN: 自己的, en: Own }\n';
		const made = await makeRoom(bench, {}, { scenario: { file: 'own.yaml', text } });
		expect((await stateFor(bench, made.instructor)).room.scenario).toMatchObject({
			id: 'own',
			title: { en: 'Own' }
		});
	});
});
