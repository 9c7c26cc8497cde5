/** A server of its own through a whole workshop: what its log says of it, and how it ends while everybody looks on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TeamMarket } from '../../src/lib/protocol/rooms/index.ts';
import { bodyOf, Browser } from '../support/browser.ts';
import { shipped } from '../support/scenarios.ts';
import { Served, SERVED_TOKEN } from '../support/served.ts';
import { handedIn } from '../support/submissions.ts';
import { expect, test } from '@playwright/test';

const SETTINGS = {
	luck: 'sealed',
	pacing: 'hand',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 0,
	predictionsRequired: false,
	endsWhenAllIn: true,
	boardVisible: true
};
/** Asked for, with what a machine that is busy with other tests needs besides. */
const STOP_MS = 5000;

interface Class {
	readonly instructor: Browser;
	readonly teams: readonly { readonly browser: Browser; readonly team: string }[];
	readonly at: string;
	/** All that nobody is to find in a log. */
	readonly secrets: string[];
}

async function openClass(address: string, names: readonly string[]): Promise<Class> {
	const agent = new Agent({ keepAlive: true });
	const instructor = new Browser(address, agent);
	bodyOf(await instructor.post('/api/host/session', { secret: SERVED_TOKEN }), 'the setup token');
	const asked = { title: 'zzTitleOfThisClass', scenario: { shipped: 'first-city' }, settings: SETTINGS };
	const made = bodyOf<{ room: string; secret: string; joinCode: string }>(
		await instructor.post('/api/rooms', asked),
		'a room'
	);
	const secrets = [SERVED_TOKEN, 'zzTitleOfThisClass', made.secret, made.joinCode];
	const teams = [];
	for (const name of names) {
		const browser = new Browser(address, agent);
		const join = { code: made.joinCode, team: name, nickname: `zzNick${name}` };
		const joined = bodyOf<{ team: string; resumeCode: string }>(
			await browser.post('/api/join', join),
			'a join'
		);
		secrets.push(name, join.nickname, joined.resumeCode, ...browser.cookies);
		teams.push({ browser, team: joined.team });
	}
	secrets.push(...instructor.cookies);
	return { instructor, teams, at: `/api/rooms/${made.room}`, secrets };
}

let folder = '';
let served: Served | null = null;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'shapan-served-'));
});
test.afterEach(async () => {
	await served?.kill();
	rmSync(folder, { recursive: true, force: true });
});

test('the log of a whole workshop is JSON without a name, a code, a cookie or an address', async () => {
	let log = '';
	served = await Served.start({
		folder,
		databaseUrl: null,
		env: { SHAPAN_LOG: 'trace' },
		log: (text) => (log += text)
	});
	const { address } = served;
	const { instructor, teams, at, secrets } = await openClass(address, ['zz<b>队</b>', 'zzOther']);
	// What fails is logged too, and what was tried stands in the address of some.
	const stranger = new Browser(address, new Agent());
	await stranger.get('/api/join?code=ZZ-WRONG-CODE');
	await stranger.post('/api/join', { code: 'zzWRONG', team: '', nickname: { zzNo: 'shape' } });
	await stranger.get(`${at}/market`);
	await stranger.get('/api/rooms/zzNoRoomOfThisName/stream?after=zzPlace');
	bodyOf(await instructor.post(`${at}/commands`, { command: 'start' }), 'start');
	for (let turn = 0; turn < 6; turn++) {
		for (const { browser, team } of teams) {
			const market = bodyOf<TeamMarket>(await browser.get(`${at}/market`), 'a market');
			const state = bodyOf<{ team: { head: string } }>(await browser.get(`${at}/state`), 'a state');
			const prediction = { sellOutUnits: 1, reason: 'zzReasonWhy' };
			const handIn = { team, turn, parentHash: state.team.head, id: `hand-in-${turn}`, prediction };
			bodyOf(await browser.post(`${at}/turns`, { ...handIn, plan: market.view.plan }), 'a turn');
		}
		bodyOf(await instructor.post(`${at}/commands`, { command: 'advance', turn }), 'advance');
		await expect
			.poll(
				async () => {
					const answer = await instructor.get(`${at}/state`);
					const { room } = bodyOf<{ room: { phase: string; turn: number } }>(answer, 'a state');
					return room.phase === 'over' || (room.phase === 'open' && room.turn === turn + 1);
				},
				{ timeout: 40_000 }
			)
			.toBe(true);
	}
	bodyOf(await instructor.post(`${at}/commands`, { command: 'reveal' }), 'reveal');
	const results = await instructor.get(`${at}/results`);
	expect(JSON.stringify(results.body)).toContain('zzReasonWhy');
	await instructor.text(`${at}/gradebook.csv`);
	const player = 'ab'.repeat(16);
	const game = handedIn(shipped('first-city.yaml'), 'hold', 'logged', 'zzPlayer', player);
	const receipt = bodyOf<{ id: string }>(await stranger.post('/api/submissions', game), 'a submission');
	await expect
		.poll(
			async () => {
				const answer = await stranger.get(`/api/submissions/${receipt.id}`, { 'x-shapan-player': player });
				return bodyOf<{ state: string }>(answer, 'a receipt').state;
			},
			{ timeout: 40_000 }
		)
		.toBe('ranked');
	await served.stop();

	const lines = log.split('\n').filter((line) => line !== '');
	const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(said.filter(({ route }) => route === '/api/rooms/[room]/turns')).toHaveLength(12);
	for (const line of said)
		expect(Object.keys(line)).toEqual(expect.arrayContaining(['level', 'time', 'msg']));
	for (const secret of [...secrets, player, '127.0.0.1', at]) expect(log).not.toContain(secret);
	expect(log).not.toMatch(/zz|%E9%98%9F|WRONG/i);
});

test('a stop ends within five seconds while a class and readers of a board hold streams', async () => {
	served = await Served.start({ folder, databaseUrl: null });
	const { address } = served;
	const { instructor, teams, at } = await openClass(address, ['A', 'B', 'C', 'D']);
	const game = handedIn(shipped('first-city.yaml'), 'hold', 'streams');
	const { board } = bodyOf<{ board: string }>(await instructor.post('/api/submissions', game), 'a game');
	const goodbyes: unknown[] = [];
	const open = (browser: Browser, path: string): Promise<void> =>
		new Promise((there) => {
			browser.stream(path, {
				heard: (event) => {
					there();
					const { event: name } = event as { event: string };
					if (name === 'bye') goodbyes.push(path);
				},
				ended: () => there()
			});
		});
	const streams = [instructor, ...teams.map(({ browser }) => browser)];
	for (const browser of streams) await open(browser, `${at}/stream`);
	for (const browser of streams) await open(browser, `/api/boards/${board}/stream`);
	const began = performance.now();
	await served.stop();
	expect(performance.now() - began).toBeLessThan(STOP_MS);
	expect(goodbyes).toHaveLength(2 * streams.length);
});

test('behind a proxy that says who asks, what comes past it is answered too, and counted by its connection', async () => {
	served = await Served.start({ folder, databaseUrl: null, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
	const { address } = served;
	const ask = (headers: Record<string, string>): Promise<Response> =>
		fetch(`${address}/api/join?code=AAAAAA`, { headers });
	expect((await fetch(`${address}/readyz`)).status).toBe(200);
	const wrong = (await ask({})).status;
	expect(wrong).toBeLessThan(500);
	let tries = 0;
	while ((await ask({ 'x-forwarded-for': '192.0.2.1' })).status !== 429) expect(++tries).toBeLessThan(200);
	expect(tries).toBeGreaterThan(0);
	expect((await ask({})).status).toBe(wrong);
	expect((await ask({ 'x-forwarded-for': '192.0.2.2' })).status).toBe(wrong);
});
