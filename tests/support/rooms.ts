/** Rooms for tests: a service over a database, with a clock that is moved by hand. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Plan } from '#lib/engine/plan.ts';
import type {
	CreateRoom,
	HandIn,
	Joined,
	RoomResult,
	RoomSettings,
	StreamEvent,
	TeamMarket
} from '#lib/protocol/rooms/index.ts';
import { Boards, Shelf, Submissions } from '#lib/server/board/index.ts';
import type { Database } from '#lib/server/database/index.ts';
import { createObservers } from '#lib/server/index.ts';
import { openJobs } from '#lib/server/jobs/index.ts';
import { programFolder } from '#lib/server/program.ts';
import { VerifyPool } from '#lib/server/verify/pool.ts';
import { ServerHost } from '#lib/server/market/index.ts';
import { Rooms, type CameIn, type Who } from '#lib/server/rooms/index.ts';
import { shippedText } from '#lib/server/scenarios.ts';

export const SETTINGS: RoomSettings = {
	luck: 'sealed',
	pacing: 'hand',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 0,
	predictionsRequired: false,
	endsWhenAllIn: true,
	boardVisible: false
};

/** The clock of a test; real time goes on beside it. */
export interface Clock {
	now: number;
}

export interface RoomBench {
	readonly rooms: Rooms;
	readonly boards: Boards;
	readonly clock: Clock;
	/** Failures that nobody was told of. */
	readonly failures: unknown[];
}

/** Worker threads start slowly: one host serves all tests of a file. */
let host: ServerHost | null = null;

export function sharedHost(): ServerHost {
	return (host ??= new ServerHost({ threads: 1 }));
}

export async function openRooms(
	database: Database,
	clock: Clock = { now: 1_800_000_000_000 },
	/** Whether games that are handed in are played again. */
	{ verifying = false, watchMs }: { verifying?: boolean; watchMs?: number } = {}
): Promise<RoomBench> {
	const failures: unknown[] = [];
	const boards = await boardsOf(database, verifying);
	const rooms = new Rooms({
		database,
		host: sharedHost(),
		shipped: shippedText,
		setupToken: SETUP_TOKEN,
		keepDays: 30,
		ranking: {
			recordServerRun: (run) => boards.recordServerRun(run),
			forget: (team) => boards.submissions.forget(team),
			rename: (team, name) => boards.submissions.rename(team, name)
		},
		report: (_what, error) => void failures.push(error),
		now: () => clock.now,
		...(watchMs !== undefined && { watchMs })
	});
	await rooms.start();
	// Not `stop`: the host is everybody's.
	onTestFinished(() => rooms.drain());
	return { rooms, boards, clock, failures };
}

async function boardsOf(database: Database, verifying: boolean): Promise<Boards> {
	const observers = createObservers('silent', false);
	onTestFinished(() => observers.metrics.stop());
	const jobs = await openJobs(database, null, observers);
	const pool = new VerifyPool(1);
	const submissions = new Submissions({
		database,
		jobs,
		shelf: new Shelf(database, join(programFolder(), 'scenarios')),
		pool,
		changed: async () => undefined
	});
	if (verifying) await jobs.start({ verify: (id) => submissions.check(id) });
	onTestFinished(async () => {
		pool.stop();
		await jobs.stop();
	});
	return new Boards(database, submissions);
}

export const SETUP_TOKEN = 'setup-token-of-the-tests';

export function good<T>(result: RoomResult<T>): T {
	if (!result.ok)
		throw new Error(result.faults.map(({ code, path, message }) => `${code} ${path}: ${message}`).join());
	return result.value;
}

export function codes(result: RoomResult<unknown>): string[] {
	return result.ok ? [] : result.faults.map(({ code, path }) => (path === '' ? code : `${code} ${path}`));
}

export interface MadeForTest {
	readonly room: string;
	readonly joinCode: string;
	readonly instructor: Extract<Who, { kind: 'instructor' }>;
}

export async function makeRoom(
	{ rooms }: RoomBench,
	settings: Partial<RoomSettings> = {},
	request: Partial<CreateRoom> = {}
): Promise<MadeForTest> {
	const { created, cookie } = good(
		await rooms.create({
			title: 'A class',
			scenario: { shipped: 'first-city' },
			settings: { ...SETTINGS, ...settings },
			...request
		})
	);
	const who = await rooms.whoIs(cookie);
	if (who?.kind !== 'instructor') throw new Error('not the instructor');
	return { room: created.room, joinCode: created.joinCode, instructor: who };
}

export interface TeamForTest extends Joined {
	readonly who: Extract<Who, { kind: 'team' }>;
}

export async function joinTeam({ rooms }: RoomBench, code: string, team: string): Promise<TeamForTest> {
	return cameIn(rooms, good(await rooms.join({ code, team, nickname: `${team} one` })));
}

export async function cameIn(rooms: Rooms, { joined, cookie }: CameIn): Promise<TeamForTest> {
	const who = await rooms.whoIs(cookie);
	if (who?.kind !== 'team') throw new Error('not a team');
	return { ...joined, who };
}

type Snapshot = Extract<StreamEvent, { event: 'snapshot' }>;

export async function stateFor({ rooms }: RoomBench, who: Exclude<Who, { kind: 'host' }>): Promise<Snapshot> {
	return JSON.parse(good(await rooms.state(who))) as Snapshot;
}

/** What a team decides where it does not matter what. */
export async function standingPlan({ rooms }: RoomBench, team: TeamForTest): Promise<Plan> {
	const market = JSON.parse(good(await rooms.market(team.room, team.team))) as TeamMarket;
	return market.view.plan;
}

let handed = 0;

/** The team's next hand-in as its browser would make it. */
export async function nextHandIn(
	bench: RoomBench,
	team: TeamForTest,
	change: Partial<HandIn> = {}
): Promise<HandIn> {
	const { team: view } = await stateFor(bench, team.who);
	if (view === null) throw new Error('no team');
	return {
		team: team.team,
		turn: view.turn,
		parentHash: view.head,
		id: `hand-in-${++handed}`,
		plan: await standingPlan(bench, team),
		prediction: null,
		...change
	};
}

/** Waits until it is so; what never becomes so fails by the limit of the test. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
