/** A database that goes away and a disk that fills up, under a server that goes on: refused by code, and then forgotten. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { KillRoom } from '../kill/room.ts';
import { Ledger } from '../kill/ledger.ts';
import { bringBack } from '../kill/victims.ts';
import { Browser, type Answer } from '../support/browser.ts';
import { TestPostgres } from '../support/postgres.ts';
import { Served } from '../support/served.ts';

const codeOf = ({ body }: Answer): string | undefined =>
	(body as { faults?: { code: string }[] } | null)?.faults?.[0]?.code;

let folder = '';
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'shapan-broken-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a lost PostgreSQL is told by a code, and all goes on when it is back, streams too', async () => {
	test.setTimeout(120_000);
	const postgres = await TestPostgres.start({ durable: true });
	test.skip(postgres === null, 'this machine has no PostgreSQL');
	if (postgres === null) return;
	const served = await Served.start({ folder, databaseUrl: await postgres.create() });
	const agent = new Agent({ keepAlive: true });
	const ledger = new Ledger();
	try {
		const room = await KillRoom.open('self', () => new Browser(served.address, agent), ledger);
		const team = await room.join('before');
		await room.handIn(team, 3);
		await room.settle();
		const heard: unknown[] = [];
		const path = `/api/rooms/${team.joined.room}`;
		const stream = team.browser.stream(`${path}/stream`, {
			heard: (event) => heard.push(event),
			ended: () => heard.push('ended')
		});
		await expect.poll(() => heard.length).toBeGreaterThan(0);

		await postgres.kill();
		for (const asked of [team.browser.get('/readyz'), team.browser.get(`${path}/state`)]) {
			const answer = await asked;
			expect([answer.status, codeOf(answer)]).toEqual([503, 'DATABASE_LOST']);
		}
		expect((await team.browser.get('/')).status).toBe(200);

		await bringBack(postgres);
		await expect.poll(async () => (await team.browser.get('/readyz')).status).toBe(200);
		const before = heard.length;
		expect(await room.handIn(team, 4)).toBe(true);
		await room.settle();
		expect(await room.check()).toEqual([]);
		await expect
			.poll(() => heard.slice(before).some((event) => (event as { event?: string }).event === 'team'))
			.toBe(true);
		expect(heard).not.toContain('ended');
		stream.close();
	} finally {
		agent.destroy();
		await served.kill();
		await postgres.stop();
	}
});

/** A small file system of its own for the server alone; gone with it. Null where the system does not let us. */
function smallDisk(at: string): readonly string[] | null {
	const through = (then: string): string[] => [
		'unshare',
		'--mount',
		...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
		'sh',
		'-c',
		`mount -t tmpfs -o size=8m tmpfs "${at}" && ${then}`
	];
	const [program = '', ...args] = through('true');
	return spawnSync(program, args).status === 0 ? through('exec "$0" "$@"') : null;
}

test('a full disk is told by a code, and all goes on when there is room', async () => {
	test.setTimeout(120_000);
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	const through = smallDisk(disk);
	test.skip(through === null, 'this system lets nobody mount a disk of their own');
	if (through === null) return;
	const served = await Served.start({ folder: disk, databaseUrl: null, through });
	const agent = new Agent({ keepAlive: true });
	const ledger = new Ledger();
	// The disk as the server sees it: from outside the folder is empty.
	const filler = `/proc/${served.pid}/root${join(disk, 'filler')}`;
	try {
		const room = await KillRoom.open('self', () => new Browser(served.address, agent), ledger);
		const team = await room.join('before');
		await room.handIn(team, 3);
		await room.settle();

		fill(filler);
		const refused = await refusal(() =>
			new Browser(served.address, agent).post('/api/join', {
				code: room.joinCode,
				team: randomBytes(6).toString('hex'),
				nickname: 'x'
			})
		);
		expect([refused?.status, refused === null ? '' : codeOf(refused)]).toEqual([503, 'DATABASE_FULL']);
		// Who looks is answered all the same.
		expect((await team.browser.get(`/api/rooms/${team.joined.room}/state`)).status).toBe(200);

		rmSync(filler);
		await room.handIn(team, 4);
		await room.settle();
		const view = (await room.stateOf(team)).team;
		expect(view?.entries.map(({ id }) => id)).toEqual(team.turns.map(({ ack }) => ack.id));
	} finally {
		agent.destroy();
		await served.kill();
	}
});

/** Until nothing more goes in. */
function fill(file: string): void {
	for (let size = 1 << 20; size >= 512;) {
		try {
			writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
			size >>= 1;
		}
	}
}

/** The log of writes may have had room left in it: some are still taken. */
async function refusal(ask: () => Promise<Answer>): Promise<Answer | null> {
	for (let n = 0; n < 200; n++) {
		const answer = await ask();
		if (answer.status !== 201) return answer;
	}
	return null;
}
