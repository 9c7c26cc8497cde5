import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playOut } from '../engine/game.ts';
import { hold } from '../strategy/bots/hold.ts';
import type { WorkerLike } from './calls.ts';
import { LocalHost } from './local-host.ts';
import { LocalMarket } from './market.ts';
import { runGame, type TurnPlayed } from './runs.ts';
import { serve } from './serve.ts';
import { codesOf, directGame, LIBRARY, valueOf } from './support/market.ts';
import type { Port } from './wire.ts';

const REQUEST = { scenario: { entry: 'first-city' }, seed: 'a' } as const;

/** A worker that lives in this process, behind a real message channel, and can be made to misbehave. */
class NearbyWorker implements WorkerLike {
	readonly #near: MessagePort;
	readonly #far: MessagePort;
	readonly #failing: (() => void)[] = [];
	terminated = false;

	constructor() {
		const { port1, port2 } = new MessageChannel();
		this.#near = port1;
		this.#far = port2;
		serve(port2 as unknown as Port, new LocalMarket());
		for (const port of [port1, port2]) port.start();
	}

	postMessage(message: unknown): void {
		this.#near.postMessage(message);
	}

	addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
		if (type === 'message') this.#near.addEventListener('message', listener);
		if (type === 'error') this.#failing.push(() => listener({ data: undefined }));
	}

	terminate(): void {
		this.terminated = true;
		this.#near.close();
		this.#far.close();
	}

	/** As an uncaught error in a worker would. */
	crash(): void {
		for (const fail of this.#failing) fail();
	}

	/** Says something of its own accord. */
	say(message: unknown): void {
		this.#far.postMessage(message);
	}
}

let workers: NearbyWorker[];
let host: LocalHost;

beforeEach(() => {
	workers = [];
	host = new LocalHost(() => {
		const worker = new NearbyWorker();
		workers.push(worker);
		return worker;
	}, LIBRARY);
});

afterEach(() => host.stop());

test('a game through messages is the same game, and each turn is told of', async () => {
	const turns: TurnPlayed[] = [];
	const { played, opened } = valueOf(await runGame(host, REQUEST, 'hold', (event) => turns.push(event)));
	expect(played.hashes).toEqual(playOut(directGame('first-city', 'a'), hold).hashes);
	expect(turns.map((it) => it.hash)).toEqual(played.hashes);
	expect(codesOf(await host.score(opened.game))).toEqual(['GAME_UNKNOWN']);
	expect(workers).toHaveLength(1);
});

test('no worker starts before it is needed', async () => {
	expect(workers).toHaveLength(0);
	expect(valueOf(await host.list()).map((it) => it.entry)).toEqual([
		'first-city',
		'three-cities',
		'six-regions',
		'beer-game'
	]);
	expect(workers).toHaveLength(1);
});

describe('a lost worker', () => {
	test('costs one coded failure; the game goes on from where it was', async () => {
		const { game, view } = valueOf(await host.open(REQUEST));
		for (const turn of [0, 1]) valueOf(await host.commit(game, turn, view.plan));
		const lost = host.commit(game, 2, view.plan);
		await Promise.resolve();
		workers[0]?.crash();
		expect(codesOf(await lost)).toEqual(['WORKER_LOST']);
		expect(workers[0]?.terminated).toBe(true);
		const hashes = [];
		for (const turn of [2, 3, 4, 5]) hashes.push(valueOf(await host.commit(game, turn, view.plan)).hash);
		hashes.push(valueOf(await host.close(game)).hash);
		expect(hashes).toEqual(playOut(directGame('first-city', 'a'), hold).hashes.slice(2));
		expect(workers).toHaveLength(2);
	});

	test('is replaced for every game at once, also for one that is over', async () => {
		const [a, b] = [valueOf(await host.open(REQUEST)), valueOf(await host.open({ ...REQUEST, seed: 'b' }))];
		const played = valueOf(await host.play(a.game, 'stuff'));
		const before = valueOf(await host.commit(b.game, 0, b.view.plan));
		workers[0]?.crash();
		const [scoreA, logB] = await Promise.all([host.score(a.game), host.exportLog(b.game)]);
		expect(valueOf(scoreA)).toEqual(played.score);
		expect(valueOf(logB).plans).toEqual([b.view.plan]);
		expect(valueOf(await host.commit(b.game, 1, before.view.plan)).turn).toBe(1);
	});

	test('that cannot be started at all is said, not thrown', async () => {
		const none = new LocalHost(() => {
			throw new Error('refused by policy');
		}, LIBRARY);
		expect(codesOf(await none.open(REQUEST))).toEqual(['WORKER_LOST']);
	});
});

describe('messages are strict', () => {
	test.each([
		['not an object', 'hello'],
		['an answer to no question', { id: 99, kind: 'result', result: { ok: true, value: 1 } }],
		['an answer without a result', { id: 1, kind: 'result', result: 'fine' }],
		['another kind', { id: 1, kind: 'gossip' }]
	])('a worker that says %s is not believed any more', async (_name, message) => {
		const { game } = valueOf(await host.open(REQUEST));
		workers[0]?.say(message);
		await expect.poll(() => workers[0]?.terminated).toBe(true);
		expect(valueOf(await host.score(game)).turns).toEqual([]);
		expect(workers).toHaveLength(2);
	});

	test('a worker answers what it is not asked in form with a code', async () => {
		const { port1, port2 } = new MessageChannel();
		serve(port2 as unknown as Port, new LocalMarket());
		port2.start();
		const heard = new Promise((resolve) => {
			port1.onmessage = ({ data }) => resolve(data);
		});
		port1.postMessage({ id: 1, call: 'constructor', args: [] });
		expect(await heard).toMatchObject({ id: 0, result: { ok: false, faults: [{ code: 'MESSAGE_SHAPE' }] } });
		port1.close();
	});

	test('a plan that cannot be sent is refused, and the worker lives', async () => {
		const { game, view } = valueOf(await host.open(REQUEST));
		const plan = { ...view.plan, note: () => 'a function' };
		expect(codesOf(await host.commit(game, 0, plan))).toEqual(['MESSAGE_SHAPE']);
		expect(codesOf(await host.preview(game, plan))).toEqual(['MESSAGE_SHAPE']);
		expect(valueOf(await host.commit(game, 0, view.plan)).turn).toBe(0);
		expect(workers).toHaveLength(1);
	});
});

test('a plan changed after it was handed in is kept as it was', async () => {
	const { game, view } = valueOf(await host.open(REQUEST));
	const plan = structuredClone(view.plan);
	const done = host.commit(game, 0, plan);
	(plan.regions.worked as string[]).push('college');
	valueOf(await done);
	workers[0]?.crash();
	expect(valueOf(await host.exportLog(game)).plans).toEqual([view.plan]);
});

test('a stopped host refuses', async () => {
	const { game } = valueOf(await host.open(REQUEST));
	host.stop();
	expect(codesOf(await host.score(game))).toEqual(['HOST_STOPPED']);
	expect(codesOf(await host.open(REQUEST))).toEqual(['HOST_STOPPED']);
	expect(workers[0]?.terminated).toBe(true);
});
