/** Rooms over the network: cookies, streams, refusals, files. What a room does is tested without it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { readStreamEvent, type StreamEvent } from '../../src/lib/protocol/rooms/index.ts';
import { expect, test } from './support/test.ts';

/** As the configuration of these tests tells the server. */
const DATA_FOLDER = join('.cache', 'e2e', process.env['SHAPAN_E2E_PORT'] ?? '');

const SETTINGS = {
	luck: 'sealed',
	pacing: 'hand',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 0,
	predictionsRequired: false,
	endsWhenAllIn: true,
	boardVisible: false
};

interface Made {
	readonly room: string;
	readonly secret: string;
	readonly joinCode: string;
}

async function body<T>(answer: APIResponse, status = 200): Promise<T> {
	expect(answer.status(), await answer.text()).toBe(status);
	return (await answer.json()) as T;
}

async function codeOf(answer: APIResponse): Promise<string> {
	const { faults } = (await answer.json()) as { faults: { code: string }[] };
	return `${answer.status()} ${faults[0]?.code}`;
}

async function makeRoom(request: APIRequestContext, settings: object = {}): Promise<Made> {
	const secret = readFileSync(join(DATA_FOLDER, 'setup-token'), 'utf8').trim();
	await body(await request.post('/api/host/session', { data: { secret } }));
	const data = {
		title: 'A class',
		scenario: { shipped: 'first-city' },
		settings: { ...SETTINGS, ...settings }
	};
	return body<Made>(await request.post('/api/rooms', { data }), 201);
}

/** Reads a stream until an event is as wanted; every one is checked against the protocol. */
async function firstEvent(
	address: string,
	cookie: string,
	isWanted: (event: StreamEvent) => boolean,
	headers: Record<string, string> = {}
): Promise<{ event: StreamEvent; id: string | null }> {
	const stop = new AbortController();
	const answer = await fetch(address, { headers: { cookie, ...headers }, signal: stop.signal });
	expect(answer.headers.get('content-type')).toBe('text/event-stream');
	let text = '';
	let id: string | null = null;
	const decoder = new TextDecoder();
	for await (const chunk of answer.body ?? []) {
		text += decoder.decode(chunk, { stream: true });
		const messages = text.split('\n\n');
		text = messages.pop() ?? '';
		for (const message of messages) {
			id = /^id: (.*)$/m.exec(message)?.[1] ?? id;
			const event = readStreamEvent(/^data: (.*)$/m.exec(message)?.[1] ?? '');
			if (event === null) throw new Error(`not of the protocol: ${message.slice(0, 300)}`);
			if (isWanted(event)) {
				stop.abort();
				return { event, id };
			}
		}
	}
	throw new Error('the stream ended');
}

function cookieOf(answer: APIResponse): string {
	const set = answer.headersArray().find(({ name }) => name.toLowerCase() === 'set-cookie')?.value ?? '';
	expect(set).toMatch(/HttpOnly/i);
	expect(set).toMatch(/SameSite=Strict/i);
	return set.split(';')[0] ?? '';
}

test('a team comes in, hands in, and sees what became of it', async ({ playwright, request, baseURL }) => {
	const made = await makeRoom(request);
	const trainee = await playwright.request.newContext({ baseURL: baseURL ?? '' });
	const came = await trainee.post('/api/join', {
		data: { code: made.joinCode.toLowerCase(), team: '<b>一队</b>', nickname: '小明' }
	});
	const cookie = cookieOf(came);
	const joined = await body<{ team: string; name: string }>(came, 201);
	expect(joined.name).toBe('<b>一队</b>');
	const room = `/api/rooms/${made.room}`;
	const stream = `${baseURL}${room}/stream`;
	const first = await firstEvent(stream, cookie, ({ event }) => event === 'snapshot');
	await body(await request.post(`${room}/commands`, { data: { command: 'start' } }));
	const opened = await firstEvent(
		stream,
		cookie,
		(it) => it.event === 'team' && it.team.state === 'deciding',
		{
			'last-event-id': first.id ?? ''
		}
	);
	expect(opened.id).not.toBe(first.id);
	const market = await body<{ view: { plan: unknown }; open: unknown }>(await trainee.get(`${room}/market`));
	expect(market.open).toBeNull();
	const preview = await trainee.post(`${room}/preview`, { data: { plan: market.view.plan } });
	expect(await body<object>(preview)).toMatchObject({ turn: 0, dropped: [] });
	const handIn = {
		team: joined.team,
		turn: 0,
		parentHash: '',
		id: 'by-the-test',
		plan: market.view.plan,
		prediction: null
	};
	const ack = await body<{ status: string }>(await trainee.post(`${room}/turns`, { data: handIn }));
	expect(ack.status).toBe('appended');
	expect(await body<object>(await trainee.post(`${room}/turns`, { data: handIn }))).toEqual(ack);
	await body(await request.post(`${room}/commands`, { data: { command: 'advance', turn: 0 } }));
	const played = await firstEvent(stream, cookie, (it) => {
		return (it.event === 'team' || it.event === 'snapshot') && it.team?.played === 1;
	});
	expect(played.event).toMatchObject({ team: { turn: 1 } });
	const after = await body<{ reports: unknown[] }>(await trainee.get(`${room}/market`));
	expect(after.reports).toHaveLength(1);
	await trainee.dispose();
});

test('nobody gets in without the cookie of the room', async ({ playwright, request, baseURL }) => {
	const [made, other] = [await makeRoom(request), await makeRoom(request)];
	const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' });
	for (const path of ['stream', 'state', 'market', 'results', 'gradebook.csv', 'archive']) {
		expect(await codeOf(await stranger.get(`/api/rooms/${made.room}/${path}`))).toBe('401 ROOM_NO_ACCESS');
	}
	for (const path of ['commands', 'turns', 'preview', 'resume-code']) {
		const answer = await stranger.post(`/api/rooms/${made.room}/${path}`, { data: {} });
		expect(await codeOf(answer)).toBe('401 ROOM_NO_ACCESS');
	}
	expect(await codeOf(await stranger.post('/api/rooms', { data: {} }))).toBe('401 ROOM_NO_ACCESS');
	expect(await codeOf(await stranger.delete(`/api/rooms/${made.room}`))).toBe('401 ROOM_NO_ACCESS');
	// A link opens its own room, and the cookie of one is worth nothing in another.
	const session = (room: string) => `/api/rooms/${room}/session`;
	const wrong = await stranger.post(session(other.room), { data: { secret: made.secret } });
	expect(await codeOf(wrong)).toBe('403 ROOM_SECRET_WRONG');
	const came = await stranger.post(session(made.room), { data: { secret: made.secret } });
	await body(came);
	const foreign = await stranger.get(`/api/rooms/${other.room}/state`, {
		headers: { cookie: cookieOf(came) }
	});
	expect(await codeOf(foreign)).toBe('401 ROOM_NO_ACCESS');
	await stranger.dispose();
});

test('a team hands in for itself alone', async ({ playwright, request, baseURL }) => {
	const made = await makeRoom(request);
	const [one, two] = [
		await playwright.request.newContext({ baseURL: baseURL ?? '' }),
		await playwright.request.newContext({ baseURL: baseURL ?? '' })
	];
	const join = (context: APIRequestContext, team: string) =>
		context.post('/api/join', { data: { code: made.joinCode, team, nickname: 'n' } });
	await body(await join(one, 'A'), 201);
	const { team } = await body<{ team: string }>(await join(two, 'B'), 201);
	await body(await request.post(`/api/rooms/${made.room}/commands`, { data: { command: 'start' } }));
	const { view } = await body<{ view: { plan: unknown } }>(await one.get(`/api/rooms/${made.room}/market`));
	const data = { team, turn: 0, parentHash: '', id: 'for-another', plan: view.plan, prediction: null };
	expect(await codeOf(await one.post(`/api/rooms/${made.room}/turns`, { data }))).toBe('404 TEAM_UNKNOWN');
	const bad = { ...data, plan: { ...(view.plan as object), field: { merchandisers: 'many' } } };
	expect(await codeOf(await two.post(`/api/rooms/${made.room}/turns`, { data: bad }))).toBe(
		'400 TURN_PLAN_SHAPE'
	);
	await one.dispose();
	await two.dispose();
});

test('the files of a class, its archive opened again, and its end', async ({
	playwright,
	request,
	baseURL
}) => {
	const made = await makeRoom(request, { luck: 'open', pacing: 'self' });
	const trainee = await playwright.request.newContext({ baseURL: baseURL ?? '' });
	await body(
		await trainee.post('/api/join', { data: { code: made.joinCode, team: '=1+1', nickname: 'n' } }),
		201
	);
	const room = `/api/rooms/${made.room}`;
	await body(await request.post(`${room}/commands`, { data: { command: 'start' } }));
	expect(await codeOf(await trainee.get(`${room}/results`))).toBe('403 ROOM_SEALED');
	await body(await request.post(`${room}/commands`, { data: { command: 'advance', turn: 0 } }));
	await expect
		.poll(
			async () => (await body<{ room: { phase: string } }>(await request.get(`${room}/state`))).room.phase,
			{
				timeout: 30_000
			}
		)
		.toBe('over');
	const csv = await (await request.get(`${room}/gradebook.csv?lang=zh-CN`)).text();
	expect(csv.startsWith('\ufeff小组,')).toBe(true);
	expect(csv).toContain("\r\n'=1+1,n,7,");
	const sheet = await request.get(`${room}/gradebook.xlsx`);
	expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK');
	const archive = await request.get(`${room}/archive`);
	expect(archive.headers()['content-disposition']).toContain('attachment');
	const again = await body<Made>(
		await request.post('/api/rooms/archive', { data: await archive.json() }),
		201
	);
	const results = await body<{ teams: { name: string; turns: unknown[]; score: unknown }[] }>(
		await request.get(`/api/rooms/${again.room}/results`)
	);
	const before = await body<typeof results>(await request.get(`${room}/results`));
	expect(results.teams.map(({ name, turns, score }) => ({ name, turns, score }))).toEqual(
		before.teams.map(({ name, turns, score }) => ({ name, turns, score }))
	);
	await body(await request.delete(room));
	expect(await codeOf(await request.get(`${room}/state`))).toBe('401 ROOM_NO_ACCESS');
	expect(await codeOf(await trainee.get(`/api/join?code=${made.joinCode}`))).toBe('403 ROOM_SECRET_WRONG');
	await trainee.dispose();
});
