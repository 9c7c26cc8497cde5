/** The published description of the addresses: what a server really answers is what it says. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import * as v from 'valibot';
import { OPERATIONS, type Operation } from '../../src/lib/protocol/api/operations.ts';
import type { TeamMarket } from '../../src/lib/protocol/rooms/index.ts';
import { loadScenario } from '../../src/lib/scenario/index.ts';
import { RIVAL_NAMES } from '../../src/lib/strategy/index.ts';
import { handedInOf } from '../support/submissions.ts';
import { expect, test } from './support/test.ts';

const DATA_FOLDER = join('.cache', 'e2e', process.env['SHAPAN_E2E_PORT'] ?? '');
const SETTINGS = {
	luck: 'open',
	pacing: 'self',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 1,
	predictionsRequired: false,
	endsWhenAllIn: false,
	boardVisible: true
};

type Method = Operation['method'];
type Body = Record<string, unknown>;

/** Asks, and holds every answer to what is published of the address. */
class Asker {
	readonly answered = new Set<string>();
	readonly #origin: string;

	constructor(origin: string) {
		this.#origin = origin;
	}

	async ask(
		request: APIRequestContext,
		method: Method,
		path: string,
		data?: unknown,
		headers: Record<string, string> = {}
	): Promise<Body> {
		const operation = operationAt(method, path);
		const options = {
			headers: { origin: this.#origin, ...headers },
			...(data === undefined ? {} : { data })
		};
		const answer: APIResponse = await request[method](path, options);
		const said = `${method} ${operation.path}`;
		expect(answer.status(), `${said}: ${await answer.text()}`).toBe(operation.status ?? 200);
		expect(answer.headers()['content-type'], said).toContain(operation.media ?? 'application/json');
		if (operation.answer === undefined) return {};
		const body = (await answer.json()) as Body;
		const read = v.safeParse(operation.answer, body);
		const faults = read.issues?.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`) ?? [];
		expect([said, ...faults.slice(0, 5)]).toEqual([said]);
		this.answered.add(said);
		return body;
	}
}

function operationAt(method: Method, address: string): Operation {
	const path = address.replace(/\?.*$/, '');
	const found = OPERATIONS.filter((it) => {
		const pattern = it.path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.');
		return it.method === method && new RegExp(`^${pattern}$`).test(path);
	});
	// A name stands before what any name matches.
	const [first] = found.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);
	if (first === undefined) throw new Error(`${method} ${path} is not described`);
	return first;
}

test('every address that answers JSON answers what is published of it', async ({
	playwright,
	request,
	baseURL: address
}) => {
	const baseURL = address ?? '';
	const api = new Asker(baseURL);
	const team = await playwright.request.newContext({ baseURL });
	const other = await playwright.request.newContext({ baseURL });
	const secret = readFileSync(join(DATA_FOLDER, 'setup-token'), 'utf8').trim();
	await api.ask(request, 'get', '/readyz');
	await api.ask(request, 'post', '/api/host/session', { secret });
	const asked = { title: 'A class', scenario: { shipped: 'first-city' }, settings: SETTINGS };
	const made = await api.ask(request, 'post', '/api/rooms', asked);
	const at = `/api/rooms/${String(made['room'])}`;
	await api.ask(request, 'post', `${at}/session`, { secret: made['secret'] });
	await api.ask(request, 'get', `/api/join?code=${String(made['joinCode'])}`);
	const code = made['joinCode'];
	const joined = await api.ask(team, 'post', '/api/join', { code, team: 'A', nickname: 'a' });
	await api.ask(other, 'post', '/api/join/resume', { resumeCode: joined['resumeCode'], nickname: 'b' });
	await api.ask(team, 'post', `${at}/resume-code`, {});
	await api.ask(request, 'post', `${at}/commands`, { command: 'start' });
	await api.ask(team, 'post', `${at}/begin`, {});
	const before = (await api.ask(team, 'get', `${at}/market`)) as unknown as TeamMarket;
	const { plan } = before.view;
	await api.ask(team, 'post', `${at}/preview`, { plan });
	const handIn = { team: joined['team'], turn: 0, parentHash: '', id: 'hand-in-1', plan, prediction: null };
	await api.ask(team, 'post', `${at}/turns`, handIn);

	// A whole game of the room's seeds, and one for everybody's board.
	if (before.open === null) throw new Error('not an open room');
	const loaded = loadScenario(before.open.standalone, 'room.yaml', { strategies: RIVAL_NAMES });
	if (!loaded.ok) throw new Error(loaded.problems[0]?.code);
	const whole = handedInOf(loaded.scenario, 'hold', before.open);
	const { format, version, log, claim } = whole;
	const receipt = await api.ask(team, 'post', `${at}/submissions`, { format, version, log, claim });
	const settled = async (ask: () => Promise<Body>): Promise<unknown> => (await ask())['state'];
	await expect
		.poll(() => settled(() => api.ask(team, 'get', `${at}/submissions/${String(receipt['id'])}`)), {
			timeout: 60_000
		})
		.toBe('ranked');
	await api.ask(team, 'get', `${at}/board?by=total`);
	const player = randomBytes(16).toString('hex');
	const key = { 'x-shapan-player': player };
	const alone = await api.ask(request, 'post', '/api/submissions', { ...whole, player });
	await expect
		.poll(
			() => settled(() => api.ask(request, 'get', `/api/submissions/${String(alone['id'])}`, undefined, key)),
			{ timeout: 60_000 }
		)
		.toBe('ranked');
	await api.ask(request, 'get', '/api/boards');
	await api.ask(request, 'get', `/api/boards/${String(alone['board'])}?by=stock`, undefined, key);
	await api.ask(request, 'delete', '/api/players/me', undefined, key);

	const phase = async (): Promise<unknown> =>
		((await api.ask(request, 'get', `${at}/state`))['room'] as Body)['phase'];
	await api.ask(request, 'post', `${at}/commands`, { command: 'advance', turn: 0 });
	await expect.poll(phase, { timeout: 60_000 }).toBe('over');
	await api.ask(request, 'post', `${at}/commands`, { command: 'reveal' });
	await api.ask(team, 'get', `${at}/results`);
	await api.ask(request, 'get', `${at}/gradebook.csv?lang=en`);
	await api.ask(request, 'get', `${at}/gradebook.xlsx?lang=en`);
	const archive = await api.ask(request, 'get', `${at}/archive`);
	await api.ask(request, 'post', '/api/rooms/archive', archive);
	await api.ask(request, 'get', '/api/host/rooms');
	await api.ask(team, 'delete', `${at}/session`);
	await api.ask(request, 'delete', at);

	const published = OPERATIONS.filter(({ answer, media }) => answer !== undefined && media === undefined).map(
		({ method, path }) => `${method} ${path}`
	);
	expect([...api.answered].toSorted()).toEqual(published.toSorted());
});
