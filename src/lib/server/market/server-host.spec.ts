import { afterAll, describe, expect, test } from 'vitest';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { score, view } from '#lib/engine/game.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { TeamMarket, TeamPreview } from '#lib/protocol/rooms/index.ts';
import { standaloneText } from '#lib/scenario/index.ts';
import { Games } from './games.ts';
import { MarketFailure, ServerHost, type GameRef } from './index.ts';

const scenario = shipped('first-city.yaml');
const { turns } = scenario.spec.time;
const start = {
	scenario: standaloneText(scenario.draft),
	worldSeed: scenario.spec.worldSeed,
	marketSeed: seedFromText('room')
};
/** Another decided it, in one process and without a room: the host has to come to the same. */
const whole = played(scenario, 'one-area-first', 'room');
const logged = whole.log.map((plan, turn) => ({ link: `${turn}`, plan, prediction: null }));
const ref = (played: number, closed = false, key = 'a'): GameRef => ({
	key,
	start,
	turns: logged.slice(0, played),
	closed
});

const host = new ServerHost({ threads: 2 });
afterAll(() => host.stop());

describe('ServerHost', () => {
	test('plays a log to the same states and the same score, closing weeks included', async () => {
		const { steps } = await host.steps(ref(turns, true), 0);
		expect(steps.map(({ hash }) => hash)).toEqual(whole.hashes);
		expect(steps.at(-1)?.total).toBe(score(whole).total);
		expect(steps.map(({ plan }) => plan === null)).toEqual([...logged.map(() => false), true]);
	});

	test('tells only the turns that are asked for', async () => {
		const { steps } = await host.steps(ref(3, false, 'b'), 2);
		expect(steps.map(({ turn, hash }) => [turn, hash])).toEqual([[2, whole.hashes[2]]]);
	});

	test('goes on where it was, and begins anew where the log is another', async () => {
		await host.steps(ref(2, false, 'c'), 0);
		const on = await host.steps(ref(4, false, 'c'), 2);
		expect(on.steps.map(({ hash }) => hash)).toEqual(whole.hashes.slice(2, 4));
		const other = {
			...ref(4, false, 'c'),
			turns: [{ link: 'x', plan: null, prediction: null }, ...logged.slice(1, 4)]
		};
		expect((await host.steps(other, 3)).steps[0]?.hash).not.toBe(whole.hashes[3]);
		const back = await host.steps(ref(1, false, 'c'), 0);
		expect(back.steps.map(({ hash }) => hash)).toEqual(whole.hashes.slice(0, 1));
	});

	test('gives a view and no more: no seed, no state hash, no scenario file', async () => {
		const text = await host.market(ref(2), 'team', false);
		const market = JSON.parse(text) as TeamMarket;
		expect(market.open).toBeNull();
		expect(market.view).toEqual(
			JSON.parse(JSON.stringify(view(played(scenario, 'one-area-first', 'room', 2))))
		);
		for (const secret of [start.marketSeed, start.worldSeed, ...whole.hashes])
			expect(text).not.toContain(secret);
	});

	test('an open market has all that it takes to play it elsewhere', async () => {
		const { open } = JSON.parse(await host.market(ref(2), 'team', true)) as TeamMarket;
		expect(open).toMatchObject({ marketSeed: start.marketSeed, hashes: whole.hashes.slice(0, 2) });
		expect(open?.plans).toEqual(JSON.parse(JSON.stringify(whole.log.slice(0, 2))));
	});

	test('a preview changes nothing', async () => {
		const plan = whole.log[2];
		if (plan === undefined) throw new Error('too few turns');
		const preview = JSON.parse(await host.preview(ref(2, false, 'd'), plan)) as TeamPreview;
		expect(preview.turn).toBe(2);
		expect((await host.steps(ref(3, false, 'd'), 2)).steps[0]?.hash).toBe(whole.hashes[2]);
	});

	test('what the market cannot do is a failure of that call alone', async () => {
		const broken = { ...ref(1, false, 'e'), start: { ...start, marketSeed: 'no seed' } };
		await expect(host.steps(broken, 0)).rejects.toThrow(MarketFailure);
		expect((await host.steps(ref(1, false, 'e'), 0)).steps).toHaveLength(1);
	});

	test('once stopped, it refuses', async () => {
		const stopped = new ServerHost({ threads: 1 });
		const open = stopped.steps(ref(turns), 0);
		await Promise.all([stopped.stop(), expect(open).rejects.toThrow('stopped')]);
		await expect(stopped.steps(ref(1), 0)).rejects.toThrow('stopped');
	});
});

describe('the games at hand', () => {
	test('keep to their bytes, and what was let go of is played again', () => {
		const one = new Games(1);
		const bytes = (one.steps(ref(1, false, 'a'), 0), one.bytes);
		const games = new Games(bytes * 3);
		for (let i = 0; i < 10; i++) games.steps(ref(1, false, `game-${i}`), 0);
		expect(games.bytes).toBeLessThanOrEqual(bytes * 3);
		expect(games.bytes).toBeGreaterThan(bytes);
		expect(games.steps(ref(3, false, 'game-0'), 2).steps[0]?.hash).toBe(whole.hashes[2]);
	});

	test('a game that is forgotten takes no room', () => {
		const games = new Games(1e9);
		games.steps(ref(1), 0);
		games.forget('a');
		expect(games.bytes).toBe(0);
	});

	test('what was late goes on with the standing plan', () => {
		const games = new Games(1e9);
		const late = {
			...ref(2),
			turns: [...logged.slice(0, 1), { link: 'late', plan: null, prediction: null }]
		};
		const { steps } = games.steps(late, 0);
		const plans = steps.map(({ plan }) => JSON.parse(plan ?? 'null') as (typeof whole.log)[number]);
		expect(plans[1]?.field).toEqual(plans[0]?.field);
		expect(plans[1]?.activities).toEqual([]);
	});
});
