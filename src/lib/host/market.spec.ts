import { beforeEach, describe, expect, test } from 'vitest';
import { playOut, preview as previewDirectly, score as scoreDirectly } from '../engine/game.ts';
import type { Plan } from '../engine/plan.ts';
import { LogSchema, readShape } from '../engine/shape.ts';
import { hold } from '../strategy/bots/hold.ts';
import { BOTS } from '../strategy/index.ts';
import type { Opened } from './host.ts';
import { LocalMarket } from './market.ts';
import type { TurnPlayed } from './runs.ts';
import { codesOf, directGame, LIBRARY, shippedText, valueOf } from './support/market.ts';

const REQUEST = { scenario: { entry: 'first-city' }, seed: 'a' } as const;
let market: LocalMarket;
let opened: Opened;

beforeEach(async () => {
	market = new LocalMarket(LIBRARY);
	opened = valueOf(await market.open(REQUEST));
});

/** Plays the standing plan up to a turn. */
async function playTo(turn: number): Promise<void> {
	for (let t = 0; t < turn; t++) valueOf(await market.commit(opened.game, t, opened.view.plan));
}

describe('a game through the host is the game', () => {
	test.each(BOTS)('$name gives the hashes and score of direct play', async (bot) => {
		const direct = playOut(directGame('first-city', 'a'), bot);
		const played = valueOf(await market.play(opened.game, bot.name));
		expect(played.hashes).toEqual(direct.hashes);
		expect(played.score).toEqual(scoreDirectly(direct));
		expect(played.reports).toEqual(direct.reports);
	});

	test('played by hand, turn by turn, as well', async () => {
		const direct = playOut(directGame('first-city', 'a'), { name: 'same', decide: ({ plan }) => plan });
		const hashes: string[] = [];
		let { plan } = opened.view;
		for (let t = 0; t < opened.view.turns; t++) {
			const played = valueOf(await market.commit(opened.game, t, plan));
			hashes.push(played.hash);
			plan = played.view.plan;
		}
		const closed = valueOf(await market.close(opened.game));
		expect([...hashes, closed.hash]).toEqual(direct.hashes);
		expect([closed.turn, closed.phase]).toEqual([opened.view.turns, 'over']);
		expect(valueOf(await market.score(opened.game))).toEqual(scoreDirectly(direct));
	});

	test('a preview says what the engine says, and changes nothing', async () => {
		const plan: Plan = { ...opened.view.plan, regions: { worked: ['nowhere', 'college'] } };
		const seen = valueOf(await market.preview(opened.game, plan));
		expect(seen).toEqual(previewDirectly(directGame('first-city', 'a'), plan));
		expect(seen.dropped.map((it) => it.code)).toEqual(['UNKNOWN_AREA']);
		const other = valueOf(await market.open(REQUEST));
		const [a, b] = await Promise.all(
			[opened, other].map((it) => market.commit(it.game, 0, opened.view.plan))
		);
		expect(a).toEqual(b);
	});

	test('a resumed game goes on as if it had never stopped', async () => {
		const whole = valueOf(await market.play(opened.game, 'one-area-first'));
		const resume = { plans: whole.log.plans.slice(0, 3), closed: false };
		const again = valueOf(await market.open({ ...REQUEST, resume }));
		expect([again.phase, again.hashes]).toEqual(['playing', whole.hashes.slice(0, 3)]);
		expect(valueOf(await market.play(again.game, 'one-area-first')).hashes).toEqual(whole.hashes);
		const over = valueOf(await market.open({ ...REQUEST, resume: { plans: whole.log.plans, closed: true } }));
		expect([over.phase, over.hashes, over.reports]).toEqual(['over', whole.hashes, whole.reports]);
	});

	test('the log is one the engine reads', async () => {
		const { log } = valueOf(await market.play(opened.game, 'random-legal'));
		expect(readShape(LogSchema, log, 'LOG_SHAPE').ok).toBe(true);
		expect(valueOf(await market.exportLog(opened.game))).toEqual(log);
	});

	test('another world seed makes another world, another market seed another course', async () => {
		const first = async (request: Parameters<LocalMarket['open']>[0]): Promise<string> => {
			const { game, view } = valueOf(await market.open(request));
			return valueOf(await market.commit(game, 0, view.plan)).hash;
		};
		const hashes = [REQUEST, { ...REQUEST, seed: 'b' }, { ...REQUEST, worldSeed: 'w' }].map(first);
		expect(new Set(await Promise.all(hashes)).size).toBe(3);
	});
});

describe('what is handed out', () => {
	test('an old view never changes', async () => {
		const before = structuredClone(opened.view);
		const first = valueOf(await market.commit(opened.game, 0, opened.view.plan));
		const kept = structuredClone(first);
		await market.play(opened.game, 'one-area-first');
		expect(opened.view).toEqual(before);
		expect(first).toEqual(kept);
	});

	test('scribbling on it, or on a plan that was handed in, does not reach the market', async () => {
		const clean = valueOf(await market.open(REQUEST));
		const scribbled = valueOf(await market.open(REQUEST));
		const plan = structuredClone(clean.view.plan);
		const done = market.commit(scribbled.game, 0, plan);
		(plan.regions.worked as string[]).length = 0;
		const view = scribbled.view as unknown as { rules: { outletCycleWeeks: { A: number } } };
		view.rules.outletCycleWeeks.A = 9;
		valueOf(await done);
		valueOf(await market.commit(clean.game, 0, clean.view.plan));
		const [a, b] = [
			valueOf(await market.play(clean.game, 'spread-thin')),
			valueOf(await market.play(scribbled.game, 'spread-thin'))
		];
		expect(b.hashes).toEqual(a.hashes);
	});

	test('all of it is plain data', async () => {
		const events: TurnPlayed[] = [];
		const played = valueOf(await market.play(opened.game, 'stuff', (event) => events.push(event)));
		for (const value of [opened, played, events]) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
		expect(events.map((it) => it.turn)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(events.map((it) => it.hash)).toEqual(played.hashes);
	});
});

describe('what is refused, by code', () => {
	const plan = (): Plan => opened.view.plan;

	test('a game nobody opened, or that was forgotten', async () => {
		expect(codesOf(await market.score('game-77'))).toEqual(['GAME_UNKNOWN']);
		valueOf(await market.dispose(opened.game));
		expect(codesOf(await market.commit(opened.game, 0, plan()))).toEqual(['GAME_UNKNOWN']);
		expect(codesOf(await market.dispose(opened.game))).toEqual(['GAME_UNKNOWN']);
	});

	test('a plan of another shape, with its path, and nothing is played', async () => {
		const bad = { ...plan(), field: { ...plan().field, merchandisers: '3' } } as unknown as Plan;
		const refused = await market.commit(opened.game, 0, bad);
		expect(refused).toMatchObject({
			ok: false,
			faults: [{ code: 'PLAN_SHAPE', path: 'field.merchandisers' }]
		});
		expect(codesOf(await market.preview(opened.game, bad))).toEqual(['PLAN_SHAPE']);
		expect(valueOf(await market.exportLog(opened.game)).plans).toEqual([]);
	});

	test('a plan for another turn: a second click plays nothing', async () => {
		const twice = await Promise.all([0, 0].map((turn) => market.commit(opened.game, turn, plan())));
		expect(twice.map(codesOf)).toEqual([[], ['TURN_STALE']]);
		expect(codesOf(await market.commit(opened.game, 2, plan()))).toEqual(['TURN_STALE']);
	});

	test('a turn after the last, and closing weeks too early or twice', async () => {
		expect(codesOf(await market.close(opened.game))).toEqual(['GAME_UNDECIDED']);
		await playTo(opened.view.turns);
		expect(codesOf(await market.commit(opened.game, opened.view.turns, plan()))).toEqual(['GAME_DECIDED']);
		expect(codesOf(await market.preview(opened.game, plan()))).toEqual(['GAME_DECIDED']);
		valueOf(await market.close(opened.game));
		expect(codesOf(await market.close(opened.game))).toEqual(['GAME_OVER']);
		expect(codesOf(await market.commit(opened.game, 7, plan()))).toEqual(['GAME_OVER']);
		expect(codesOf(await market.play(opened.game, 'hold'))).toEqual(['GAME_OVER']);
	});

	test('a strategy or a scenario nobody knows', async () => {
		expect(codesOf(await market.play(opened.game, 'win-always'))).toEqual(['STRATEGY_UNKNOWN']);
		const unknown = await market.open({ scenario: { entry: 'atlantis' }, seed: 'a' });
		expect(codesOf(unknown)).toEqual(['SCENARIO_UNKNOWN']);
		expect(codesOf(await market.open({ scenario: { entry: 'toString' }, seed: 'a' }))).toEqual([
			'SCENARIO_UNKNOWN'
		]);
	});

	test('a broken file, with every problem and its line', async () => {
		const text = shippedText('first-city').replace('difficulty: 1', 'difficulty: 11');
		const scenario = { file: 'mine.yaml', text, others: {} };
		const refused = await market.open({ scenario, seed: 'a' });
		const line = text.split('\n').findIndex((it) => it.startsWith('difficulty')) + 1;
		expect(refused).toMatchObject({
			ok: false,
			faults: [{ code: 'SCENARIO_INVALID', problems: [{ code: 'OUT_OF_RANGE', file: 'mine.yaml', line }] }]
		});
	});

	test.each([
		['nothing', undefined],
		['no seed', { scenario: { entry: 'first-city' } }],
		['an empty seed', { ...REQUEST, seed: '' }],
		['a word too many', { ...REQUEST, cheat: true }],
		['a plan that is none', { ...REQUEST, resume: { plans: [{}], closed: false } }]
	])('a request with %s', async (_name, request) => {
		const codes = new Set(codesOf(await market.open(request as typeof REQUEST)));
		expect([...codes]).toEqual(['REQUEST_SHAPE']);
	});

	test('more decisions than turns, or closed before the last', async () => {
		const plans = Array.from({ length: 7 }, () => plan());
		expect(codesOf(await market.open({ ...REQUEST, resume: { plans, closed: false } }))).toEqual([
			'LOG_LENGTH'
		]);
		expect(codesOf(await market.open({ ...REQUEST, resume: { plans: [], closed: true } }))).toEqual([
			'LOG_LENGTH'
		]);
	});

	test('a listener that fails ends the run, and the game stands where it stood', async () => {
		const stumble = ({ turn }: TurnPlayed): void => {
			if (turn === 2) throw new Error('stumbled');
		};
		expect(codesOf(await market.play(opened.game, 'hold', stumble))).toEqual(['MARKET_FAULT']);
		const whole = valueOf(await market.play(opened.game, 'hold'));
		expect(whole.hashes).toEqual(playOut(directGame('first-city', 'a'), hold).hashes);
	});
});

describe('the list', () => {
	test('tells of every scenario what a reader chooses by, the easier first, labs last', async () => {
		const listed = valueOf(await market.list());
		expect(listed.map((it) => [it.entry, valueOf(it.scenario).id, valueOf(it.scenario).kind])).toEqual([
			['first-city', 'first-city', 'market'],
			['three-cities', 'three-cities', 'market'],
			['six-regions', 'six-regions', 'market'],
			['beer-game', 'beer-game', 'lab']
		]);
	});

	test('a lab is listed as one run of all its weeks, and cannot be played', async () => {
		const lab = valueOf(await market.list()).at(-1);
		expect(lab && valueOf(lab.scenario)).toMatchObject({
			...{ kind: 'lab', areas: 0, rivals: 0 },
			time: { turns: 1, weeksPerTurn: 36, closingWeeks: 0 },
			meta: { title: { en: 'The Beer Game' } }
		});
		const opened = await market.open({ scenario: { entry: 'beer-game' }, seed: 'a' });
		expect(codesOf(opened)).toEqual(['SCENARIO_LAB']);
	});

	test('a broken or missing file hides no other', async () => {
		const broken = new LocalMarket({
			...LIBRARY,
			'a-broken': async () => 'id: [',
			'b-lost': () => Promise.reject(new Error('offline'))
		});
		const listed = valueOf(await broken.list());
		expect(listed.map((it) => codesOf(it.scenario))).toEqual([
			['SCENARIO_INVALID'],
			['SCENARIO_UNREADABLE'],
			[],
			[],
			[],
			[]
		]);
	});
});
