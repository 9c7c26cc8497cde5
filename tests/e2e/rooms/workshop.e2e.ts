/** A whole timed sealed workshop in both languages: six browsers, of which one goes offline, one is late, one cheats. */
import { advance, close, newGame, score } from '../../../src/lib/engine/game.ts';
import { generateWorld } from '../../../src/lib/engine/generate.ts';
import type { TeamMarket } from '../../../src/lib/protocol/rooms/index.ts';
import { loadScenario } from '../../../src/lib/scenario/index.ts';
import { rival, RIVAL_NAMES } from '../../../src/lib/strategy/index.ts';
import { expect, test } from '../support/test.ts';
import { Instructor, Trainee, type Language } from './support.ts';

/** Seven browsers and six turns, on a machine that is busy with other tests. */
test.setTimeout(360_000);

const TEAMS: readonly (readonly [team: string, language: Language])[] = [
	['红队', 'zh-CN'],
	['<img src=x onerror=a()>', 'en'],
	['فريق 👩🏽‍🚀', 'zh-CN'],
	['Offline', 'en'],
	['Late', 'en'],
	['作弊', 'zh-CN']
];
const TURNS = 6;

/** What a page of this team gets for a request of its own making: its status and first code. */
function forge(
	trainee: Trainee,
	path: string,
	init: { method?: string; body?: unknown } = {}
): Promise<string> {
	return trainee.page.evaluate(
		async ([address, method, body]) => {
			const answer = await fetch(String(address), {
				method: String(method),
				...(body === null ? {} : { body: String(body), headers: { 'content-type': 'application/json' } })
			});
			const text = await answer.text();
			const { faults } = JSON.parse(text) as { faults?: { code: string }[] };
			return `${answer.status} ${faults?.[0]?.code ?? text.slice(0, 400)}`;
		},
		[path, init.method ?? 'GET', init.body === undefined ? null : JSON.stringify(init.body)] as const
	);
}

function marketOf(trainee: Trainee): Promise<TeamMarket> {
	return trainee.page.evaluate(
		async (path) => (await fetch(path)).json() as Promise<TeamMarket>,
		`/api/rooms/${trainee.room}/market`
	);
}

test('six teams play to the end: offline, late and cheating change nothing but their own', async ({
	browser,
	baseURL
}) => {
	const base = baseURL ?? '';
	const instructor = await Instructor.begin(browser, base, '第三期');
	const code = await instructor.code();
	const trainees: Trainee[] = [];
	for (const [team, language] of TEAMS)
		trainees.push(await Trainee.join(browser, base, code, team, language));
	const [first, hostile, , offline, late, cheat] = trainees as [
		Trainee,
		Trainee,
		Trainee,
		Trainee,
		Trainee,
		Trainee
	];
	const others = (out: readonly Trainee[]): Trainee[] => trainees.filter((it) => !out.includes(it));
	for (const [team] of TEAMS) await expect(await instructor.row(team)).toBeVisible();

	/** Everybody hands in, but those who do not. */
	const allHandIn = async (turn: number, but: readonly Trainee[] = []): Promise<void> => {
		for (const trainee of others(but)) {
			await trainee.atTurn(turn);
			await trainee.handIn();
		}
	};

	await instructor.start();
	await instructor.atTurn(1);
	await first.atTurn(1);
	await first.decide();
	await allHandIn(1);

	// All were in: the turn ended by itself, and nobody pressed anything.
	await instructor.atTurn(2);

	// Turn 2: one has no network. What it decides is kept and sent when it is back.
	await offline.atTurn(2);
	await offline.page.context().setOffline(true);
	await offline.says(offline.words.lost);
	await offline.decide();
	await offline.handIn();
	await offline.says(offline.words.unsent);
	await allHandIn(2, [offline]);
	await first.handedIn();
	// A change asks the market for a preview, which does not come; when it does, nothing is told of it any more.
	await expect(offline.page.getByText('ROOM_UNREACHABLE').first()).toBeVisible();
	await offline.page.context().setOffline(false);
	await expect(offline.page.getByText('ROOM_UNREACHABLE')).toHaveCount(0);
	await instructor.atTurn(3);
	const { decisions } = await marketOf(offline);
	expect(decisions[1]?.plan?.regions.worked).toHaveLength(2);

	// Turn 3: one is late, and its plan goes on, marked.
	await allHandIn(3, [late]);
	await first.handedIn();
	await instructor.advance();
	await instructor.atTurn(4);
	await expect(await instructor.row(late.team)).toContainText('1');
	await late.page.getByRole('tab', { name: late.words.mine, exact: true }).click();
	await expect(late.page.getByRole('row').filter({ hasText: late.words.late })).toHaveCount(1);

	// Turn 4: one tries what it may not.
	const { room } = cheat;
	const own = await marketOf(cheat);
	expect(own.open).toBeNull();
	expect(JSON.stringify(own)).not.toMatch(/[sS]eed"/);
	expect(
		await forge(cheat, `/api/rooms/${room}/commands`, { method: 'POST', body: { command: 'reveal' } })
	).toMatch(/^40[13] ROOM_NO_ACCESS/);
	expect(await forge(cheat, `/api/rooms/${room}/results`)).toMatch(/^40[13] ROOM_(SEALED|NO_ACCESS)/);
	const handIn = { turn: 3, parentHash: '', id: 'forgedforged', plan: own.view.plan, prediction: null };
	expect(
		await forge(cheat, `/api/rooms/${room}/turns`, {
			method: 'POST',
			body: { ...handIn, team: 'aaaaaaaaaaaaaaaa' }
		})
	).toMatch(/^4\d\d (ROOM|TEAM)_/);
	await allHandIn(4);
	await instructor.atTurn(5);
	// A hostile name is text, wherever it stands.
	await expect(hostile.page.locator('.bar bdi').first()).toHaveText(hostile.team);

	await allHandIn(5);
	await instructor.atTurn(6);
	await allHandIn(6);
	await expect(instructor.page.getByText('已结束').first()).toBeVisible({ timeout: 60_000 });
	await instructor.reveal();
	await expect.poll(async () => (await marketOf(first)).open !== null).toBe(true);

	// What the board shows is what these decisions come to, played again here.
	for (const trainee of [first, offline, late, cheat]) {
		const { open, score: told, played } = await marketOf(trainee);
		expect(played).toBe(TURNS + 1);
		if (open === null) throw new Error('not revealed');
		const loaded = loadScenario(open.standalone, 'room.yaml', { strategies: RIVAL_NAMES });
		if (!loaded.ok) throw new Error('the scenario does not load');
		let game = newGame(generateWorld(loaded.scenario.spec, open.worldSeed), open.marketSeed, rival);
		for (const plan of open.plans) game = advance(game, plan);
		game = close(game);
		expect(game.hashes).toEqual(open.hashes);
		expect(told?.total).toBe(score(game).total);
		const row = await trainee.page.evaluate(() => document.title);
		expect(row).toContain('第三期');
	}
	await instructor.page.getByRole('tab', { name: '排行榜' }).click();
	await expect(instructor.page.getByRole('table').getByRole('row')).toHaveCount(TEAMS.length + 1);
	const forged = await forge(cheat, `/api/rooms/${room}/turns`, { method: 'POST', body: handIn });
	expect(forged).toMatch(/^4\d\d /);
});
