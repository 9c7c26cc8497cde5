/** A thread of the market that is killed at its work: what it was at is done by another, and no game notices. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Threads from 'node:worker_threads';
import { afterAll, expect, test, vi } from 'vitest';
import { seedFromText } from '#lib/engine/random.ts';
import { MarketFailure, ServerHost, type GameRef } from '#lib/server/market/index.ts';
import { standaloneText } from '#lib/scenario/index.ts';
import { onBothDatabases } from '../support/databases.ts';
import { played } from '../support/games.ts';
import { good, joinTeam, makeRoom, nextHandIn, openRooms, stateFor, until } from '../support/rooms.ts';
import { shipped } from '../support/scenarios.ts';
import { startedWorkers } from '../support/worker-threads.ts';

// Hoisted above the imports, and so asks for its own.
vi.mock('node:worker_threads', async (original) => {
	const { watched } = await import('../support/worker-threads.ts');
	return watched(await original<typeof Threads>());
});

const scenario = shipped('first-city.yaml');
const whole = played(scenario, 'one-area-first', 'room');
const game = (key: string): GameRef => ({
	key,
	start: {
		scenario: standaloneText(scenario.draft),
		worldSeed: scenario.spec.worldSeed,
		marketSeed: seedFromText('room')
	},
	turns: whole.log.map((plan, turn) => ({ link: `${turn}`, plan, prediction: null })),
	closed: true
});

const host = new ServerHost({ threads: 1 });
afterAll(() => host.stop());

/** Ends the thread that was started last, as a lack of memory would. */
async function killLast(): Promise<void> {
	await startedWorkers().at(-1)?.terminate();
}

test('the call it was at is tried again, and comes to the same', async () => {
	await host.steps(game('warm'), 0);
	const before = startedWorkers().length;
	// From the moment it is asked to well into the game; the last of them may come after its end.
	for (const [i, milliseconds] of [0, 5, 20, 60].entries()) {
		const steps = host.steps(game(`killed ${i}`), 0);
		await sleep(milliseconds);
		await killLast();
		expect((await steps).steps.map(({ hash }) => hash)).toEqual(whole.hashes);
	}
	expect(startedWorkers().length).toBeGreaterThanOrEqual(before + 3);
});

test('a call that kills two threads is given up, and the one after it is answered', async () => {
	await host.steps(game('warm again'), 0);
	const steps = host.steps(game('deadly'), 0);
	const given = expect(steps).rejects.toThrow(MarketFailure);
	await killLast();
	await killLast();
	await given;
	expect((await host.steps(game('after'), 0)).steps.map(({ hash }) => hash)).toEqual(whole.hashes);
});

onBothDatabases((server) => {
	test('a class whose thread is killed as its turn is played is stepped once, each team', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench);
		const teams = [];
		for (const name of ['A', 'B', 'C', 'D']) teams.push(await joinTeam(bench, made.joinCode, name));
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		for (let turn = 0; turn < 3; turn++) {
			for (const team of teams) good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
			const command = { command: 'advance', turn } as const;
			good(await bench.rooms.command(made.room, command, made.instructor.browser));
			await until(async () => (await stateFor(bench, made.instructor)).room.phase === 'playing');
			await killLast();
			await until(async () => (await stateFor(bench, made.instructor)).room.turn === turn + 1);
		}
		const { roster, board } = await stateFor(bench, made.instructor);
		expect(roster?.rows.map(({ played: turns }) => turns)).toEqual([3, 3, 3, 3]);
		// The same decisions under the same luck.
		expect(new Set(board.rows.map(({ total }) => total)).size).toBe(1);
		expect(bench.failures).toEqual([]);
	});

	test('a turn that closed and that nobody was told of is played all the same', async () => {
		const database = await server.database();
		const bench = await openRooms(database, undefined, { watchMs: 50 });
		const made = await makeRoom(bench);
		const team = await joinTeam(bench, made.joinCode, 'A');
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
		good(await bench.rooms.command(made.room, { command: 'advance', turn: 0 }, made.instructor.browser));
		const standing = async () => (await stateFor(bench, made.instructor)).room;
		await until(async () => (await standing()).turn === 1);
		const hashes = () => database.query.selectFrom('step').select('stateHash').execute();
		const before = await hashes();
		// As after a database that went away when it had closed the turn, and could not say so.
		await database.transaction(async (tx) => {
			await tx.deleteFrom('step').execute();
			await tx.updateTable('team').set({ played: 0 }).execute();
		});
		await until(async () => (await hashes()).length > 0);
		expect(await hashes()).toEqual(before);
		expect(bench.failures).toEqual([]);
	});
});
