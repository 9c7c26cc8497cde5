/** The board of a room: what its teams hand in for it, and what the server ranks itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { GRACE_MS, type TeamMarket } from '#lib/protocol/rooms/index.ts';
import type { Receipt, Submission } from '#lib/protocol/board/index.ts';
import { loadScenario, type Scenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import { onBothDatabases } from '../support/databases.ts';
import {
	codes,
	good,
	joinTeam,
	makeRoom,
	nextHandIn,
	openRooms,
	stateFor,
	until,
	type MadeForTest,
	type RoomBench,
	type TeamForTest
} from '../support/rooms.ts';
import { handedInOf } from '../support/submissions.ts';

type RoomGame = Pick<Submission, 'format' | 'version' | 'log' | 'claim'>;

/** The room's market, played to its end by a bot elsewhere: its team has the seeds. */
async function playedAlone({ rooms }: RoomBench, team: TeamForTest, bot: string): Promise<RoomGame> {
	const { open } = JSON.parse(good(await rooms.market(team.room, team.team))) as TeamMarket;
	if (open === null) throw new Error('not an open room');
	const loaded = loadScenario(open.standalone, 'room.yaml', { strategies: RIVAL_NAMES });
	if (!loaded.ok) throw new Error(loaded.problems[0]?.code);
	const { format, version, log, claim } = handedInOf(loaded.scenario as Scenario, bot, open);
	return { format, version, log, claim };
}

async function sent(bench: RoomBench, team: TeamForTest, game: unknown): Promise<Receipt> {
	const sender = good(await bench.rooms.sender(team.room, team.team));
	const taken = await bench.boards.submissions.submit(game, sender);
	if (!taken.ok) throw new Error(JSON.stringify(taken.faults));
	return taken.value;
}

async function settled({ boards }: RoomBench, { id }: Receipt, team: TeamForTest): Promise<Receipt> {
	for (;;) {
		const receipt = await boards.submissions.receipt(id, team.team);
		if (!receipt.ok) throw new Error(JSON.stringify(receipt.faults));
		if (receipt.value.state !== 'waiting') return receipt.value;
		await sleep(50);
	}
}

/** The same decisions, handed in turn by turn as a team at its own speed does. */
async function playAll(bench: RoomBench, team: TeamForTest, { log }: RoomGame): Promise<void> {
	for (const [turn, plan] of log.plans.entries()) {
		good(await bench.rooms.handIn(team.room, await nextHandIn(bench, team, { plan })));
		const wanted = turn + 1 === log.plans.length ? turn + 2 : turn + 1;
		await until(async () => (await stateFor(bench, team.who)).team?.played === wanted);
	}
}

async function end(bench: RoomBench, made: MadeForTest): Promise<void> {
	good(await bench.rooms.command(made.room, { command: 'advance', turn: 0 }, made.instructor.browser));
	bench.clock.now += GRACE_MS + 1;
	await until(async () => (await stateFor(bench, made.instructor)).room.phase === 'over');
}

onBothDatabases((server) => {
	test('a team of an open room hands a whole game in, for the room’s board alone', async () => {
		const bench = await openRooms(await server.database(), undefined, { verifying: true });
		const made = await makeRoom(bench, { luck: 'open', pacing: 'self' }, { worldSeed: 'of this room' });
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		expect(codes(await bench.rooms.sender(made.room, a.team))).toEqual(['COMMAND_NOT_NOW']);
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		const game = await playedAlone(bench, a, 'one-area-first');
		const [first, again] = [await sent(bench, a, game), await sent(bench, a, game)];
		expect(again.id).toBe(first.id);
		expect(await settled(bench, first, a)).toMatchObject({ state: 'ranked', score: game.claim.score });
		// Another team with the very same decisions stands there too, and both are marked.
		expect(await settled(bench, await sent(bench, b, game), b)).toMatchObject({ state: 'ranked' });
		const place = good(await bench.rooms.boardPlace(made.instructor));
		const board = bench.boards.idOf(place);
		expect(first.board).toBe(board);
		const page = await bench.boards.page({ board, by: 'total', after: null, who: a.team });
		expect(page).toMatchObject({
			ok: true,
			value: {
				board: { seal: 'open', room: made.room, runs: 2 },
				rows: [
					{ rank: 1, name: 'A', own: true, twin: true },
					{ rank: 1, name: 'B', own: false, twin: true }
				],
				own: { rank: 1, toNext: null }
			}
		});
		expect(await bench.boards.list()).toEqual([]);
		expect(codes(await bench.rooms.boardPlace(a.who))).toEqual(['ROOM_SEALED']);
		await end(bench, made);
		const late = await bench.boards.submissions.submit(
			game,
			good(await bench.rooms.sender(made.room, a.team))
		);
		expect(late).toMatchObject({ ok: false, faults: [{ code: 'BOARD_CLOSED' }] });
	});

	test.each([
		['stepped turn by turn, then handed in whole', 'Stepped'],
		['handed in whole, then stepped turn by turn', 'Copied']
	])('the same decisions are found whichever way they came: %s', async (_title, first) => {
		const bench = await openRooms(await server.database(), undefined, { verifying: true });
		const made = await makeRoom(bench, { luck: 'open', pacing: 'self' });
		const [stepped, copied, honest] = [
			await joinTeam(bench, made.joinCode, 'Stepped'),
			await joinTeam(bench, made.joinCode, 'Copied'),
			await joinTeam(bench, made.joinCode, 'Honest')
		];
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		const game = await playedAlone(bench, stepped, 'one-area-first');
		const board = bench.boards.idOf(good(await bench.rooms.boardPlace(made.instructor)));
		const marks = async (of = board): Promise<Record<string, boolean>> => {
			const page = await bench.boards.page({ board: of, by: 'total', after: null, who: null });
			if (!page.ok) throw new Error(page.faults[0]?.code);
			return Object.fromEntries(page.value.rows.map(({ name, twin }) => [name, twin]));
		};
		const handWhole = async (): Promise<unknown> => settled(bench, await sent(bench, copied, game), copied);

		if (first === 'Copied') await handWhole();
		await playAll(bench, stepped, game);
		if (first === 'Stepped') {
			await handWhole();
			// Found at once, while the room is open and what was stepped does not stand there yet.
			expect(await marks()).toEqual({ Copied: true });
		} else expect(await marks()).toEqual({ Copied: false });
		await settled(bench, await sent(bench, honest, await playedAlone(bench, honest, 'hold')), honest);
		await end(bench, made);
		await until(async () => Object.keys(await marks()).length === 3);
		await until(async () => (await marks())['Copied'] === true);
		expect(await marks()).toEqual({ Stepped: true, Copied: true, Honest: false });
		// On the board of all who played the scenario stands only what the server stepped: of the other, its standing plan.
		const [open] = await bench.boards.list();
		expect(await marks(open?.id)).toEqual({ Stepped: true, Copied: false, Honest: false });
	});

	test('a team of a sealed room hands nothing in: the server plays it', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench, { pacing: 'self' });
		const team = await joinTeam(bench, made.joinCode, 'A');
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		expect(codes(await bench.rooms.sender(made.room, team.team))).toEqual(['ROOM_SEALED']);
	});
});
