/** The server beside its pages: addresses for machines, and its end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';

test('says that it lives, and that it can work', async ({ request }) => {
	expect(await (await request.get('/healthz')).text()).toBe('ok\n');
	const ready = await request.get('/readyz');
	expect([ready.status(), await ready.json()]).toEqual([200, { ready: true, database: 'sqlite' }]);
});

test('gives figures to this machine, and to no proxy without the token', async ({ request }) => {
	const figures = await request.get('/metrics');
	expect(await figures.text()).toContain('shapan_http_seconds_bucket');
	expect((await request.get('/metrics', { headers: { 'x-forwarded-for': '1.2.3.4' } })).status()).toBe(403);
});

test('answers what is wrong by a code, worded in the language of the reader', async ({ request }) => {
	const texts = ['zh-CN,zh;q=0.9', 'en-GB'].map(async (language) => {
		const answer = await request.get('/api/nothing/here', { headers: { 'accept-language': language } });
		expect(answer.status()).toBe(404);
		const { faults } = (await answer.json()) as { faults: { code: string; text: string }[] };
		expect(faults).toMatchObject([{ code: 'HTTP_NOT_FOUND', path: '' }]);
		return faults[0]?.text;
	});
	expect(await Promise.all(texts)).toEqual(['这个地址没有内容。', 'There is nothing at this address.']);
});

test('an address that cannot be decoded is the fault of whoever asks, and not ours', async ({ baseURL }) => {
	// The test's own client would mend it on the way.
	const { port } = new URL(baseURL ?? '');
	const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
		const asking = ask({ port, host: '127.0.0.1', path: '/api/%E0%A4%A' }, (response) => {
			let body = '';
			response.on('data', (chunk: Buffer) => (body += chunk.toString()));
			response.on('end', () => resolve({ status: response.statusCode, body }));
		});
		asking.on('error', reject).end();
	});
	expect(answer.status).toBe(404);
	expect(JSON.parse(answer.body)).toMatchObject({ faults: [{ code: 'HTTP_NOT_FOUND' }] });
});

test('refuses what a page of another site sends, whatever its form', async ({ request }) => {
	const answer = await request.post('/api/nothing/here', {
		headers: { origin: 'https://elsewhere.example' },
		data: {}
	});
	expect(answer.status()).toBe(403);
	expect(await answer.json()).toMatchObject({ faults: [{ code: 'HTTP_ORIGIN' }] });
});

test.describe('a server of its own', () => {
	let folder = '';
	let server: ChildProcess | null = null;
	test.beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'shapan-service-'));
	});
	test.afterEach(() => {
		server?.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});

	async function start(env: Record<string, string> = {}): Promise<{ said: string; address: string }> {
		const started = spawn(process.execPath, ['bin/serve.js'], {
			env: { ...process.env, PORT: '0', HOST: '127.0.0.1', SHAPAN_DATA: folder, LC_ALL: 'C', ...env },
			stdio: ['ignore', 'pipe', 'ignore']
		});
		server = started;
		let said = '';
		for await (const chunk of started.stdout) {
			said += String(chunk);
			const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
			if (address !== undefined) return { said, address: address.replace('localhost', '127.0.0.1') };
		}
		throw new Error(`it did not start: ${said}`);
	}

	test('names its data folder, and ends within five seconds with requests open', async () => {
		const { said, address } = await start();
		expect(said).toContain(join(folder, 'shapan.db'));
		// Begun and never finished, as by a phone that lost its network.
		const hanging = ask(`${address}/api/nothing/here`, {
			method: 'POST',
			headers: { 'content-length': '100' }
		});
		hanging.on('error', () => undefined);
		hanging.write('{');
		await fetch(`${address}/readyz`);
		const began = Date.now();
		const ended = new Promise((resolve) => server?.once('exit', resolve));
		server?.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(Date.now() - began).toBeLessThan(5500);
	});

	test('who tries codes waits, and the others of the class come into their room all the same', async () => {
		const { address } = await start();
		const ask = (method: string, path: string, data?: object, cookie = ''): Promise<Response> =>
			fetch(`${address}${path}`, {
				method,
				headers: { origin: address, cookie, 'content-type': 'application/json' },
				...(data !== undefined && { body: JSON.stringify(data) })
			});
		const secret = readFileSync(join(folder, 'setup-token'), 'utf8').trim();
		const entered = await ask('POST', '/api/host/session', { secret });
		const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
		const settings = {
			...{ luck: 'sealed', pacing: 'hand', turnSeconds: null, deadlineAt: null, practiceTurns: 0 },
			...{ predictionsRequired: false, endsWhenAllIn: false, boardVisible: false }
		};
		const body = { title: 'A class', scenario: { shipped: 'first-city' }, settings };
		const made = await ask('POST', '/api/rooms', body, cookie);
		const { room, secret: link, joinCode } = (await made.json()) as Record<string, string>;
		const comeIn = (code: string | undefined, team: string) =>
			ask('POST', '/api/join', { code, team, nickname: 'n' });
		const first = (await (await comeIn(joinCode, 'A')).json()) as { resumeCode: string };
		const tried = [];
		for (let i = 0; i < 70; i++) tried.push((await ask('GET', '/api/join?code=AAAAAA')).status);
		expect(new Set(tried.slice(0, 60))).toEqual(new Set([403]));
		expect(new Set(tried.slice(60))).toEqual(new Set([429]));
		expect((await comeIn('BBBBBB', 'B')).status).toBe(429);
		// Their own room, by its code, by a team's, and by the instructor's link.
		expect((await ask('GET', `/api/join?code=${joinCode}`)).status).toBe(200);
		expect((await comeIn(joinCode, 'B')).status).toBe(201);
		const resume = { resumeCode: first.resumeCode, nickname: 'm' };
		expect((await ask('POST', '/api/join/resume', resume)).status).toBe(200);
		expect((await ask('POST', `/api/rooms/${room}/session`, { secret: link })).status).toBe(200);
	});

	test('serves its pages without a database, and says what is missing', async () => {
		const { said, address } = await start({ DATABASE_URL: 'postgres://a@127.0.0.1:9/b' });
		expect(said).toContain('DATABASE_LOST');
		expect((await fetch(address)).status).toBe(200);
		const ready = await fetch(`${address}/readyz`);
		expect([ready.status, await ready.json()]).toMatchObject([503, { faults: [{ code: 'DATABASE_LOST' }] }]);
	});
});
