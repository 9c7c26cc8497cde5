/**
 * The image of docker/Dockerfile without an engine: a folder with what it copies and nothing else, run as it runs it, by
 * an ordinary user. The commands that make the build are those of every clone.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { bodyOf, Browser } from '../support/browser.ts';
import { TestPostgres } from '../support/postgres.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const dockerfile = read('docker/Dockerfile');
const image = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

/** Names our programs read from their environment, as the operations page has them. */
const KNOWN = [...read('docs/operations.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names]) =>
	[...(names ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? '')
);

interface Service {
	readonly command?: string | readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
}
const { services } = parse(read('docker/compose.yaml'), { merge: true }) as {
	services: Readonly<Record<string, Service>>;
};

test('the build of the image has the bundler’s native part: an optional package', () => {
	expect(/^RUN npm ci (.*)$/m.exec(dockerfile)?.[1]).not.toContain('--omit=optional');
	expect(dockerfile).toMatch(/npm prune --omit=dev --omit=optional --ignore-scripts$/m);
});

test('what compose and the image set is what our programs read, and the page tells all of it', () => {
	const inConfig = [...read('src/lib/server/config.ts').matchAll(/env\['([A-Z_]+)'\]/g)].map(
		([, name]) => name
	);
	expect(KNOWN).toEqual(expect.arrayContaining(inConfig));
	const set = ['web', 'worker'].flatMap((name) => Object.keys(services[name]?.environment ?? {}));
	expect(set.length).toBeGreaterThan(4);
	const ofImage = [...image.matchAll(/\b([A-Z_]{3,})=/g)].map(([, name]) => name ?? '');
	expect([...set, ...ofImage].filter((name) => name !== 'NODE_ENV' && !KNOWN.includes(name))).toEqual([]);
});

let folder = '';
const running: ChildProcess[] = [];
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'shapan-image-'));
	chmodSync(folder, 0o755);
});
test.afterEach(() => {
	for (const child of running.splice(0)) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** Packages that are no tools of development, as `npm prune --omit=dev --omit=optional` leaves them. */
function copyPackages(to: string): void {
	const { packages } = JSON.parse(read('package-lock.json')) as {
		packages: Readonly<Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>>;
	};
	for (const [path, { dev, optional, devOptional }] of Object.entries(packages)) {
		if (path === '' || dev || optional || devOptional || path.split('node_modules/').length > 2) continue;
		cpSync(join(ROOT, path), join(to, path), { recursive: true });
	}
}

function copyImage(): string {
	const app = join(folder, 'app');
	mkdirSync(app);
	const copied = [...image.matchAll(/^COPY --from=build \/app\/(\S+) /gm)].map(([, name]) => name ?? '');
	expect(copied).toContain('node_modules');
	for (const name of copied) {
		if (name === 'node_modules') copyPackages(app);
		else cpSync(join(ROOT, name), join(app, name), { recursive: true });
	}
	return app;
}

/** “node” in the image; root may become somebody else, others are ordinary already. */
function ordinary(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody']).stdout));
	return uid !== undefined && gid !== undefined ? { uid, gid } : {};
}

/** @returns what it said up to `until` */
async function run(
	app: string,
	command: readonly string[],
	env: Record<string, string>,
	until: RegExp
): Promise<string> {
	const [, ...args] = command;
	const child = spawn(process.execPath, args, {
		cwd: app,
		...ordinary(),
		env: { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C', NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.push(child);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	}
	await expect
		.poll(() => (child.exitCode === null ? said : `ended: ${said}`), { timeout: 40_000 })
		.toMatch(until);
	return said;
}

test('what the image holds is enough to serve a class, check its health, and run a worker, as an ordinary user', async () => {
	test.setTimeout(120_000);
	const app = copyImage();
	const data = join(folder, 'data');
	mkdirSync(data);
	const { uid, gid } = ordinary();
	if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
	const start = JSON.parse(/^CMD (\[.*\])$/m.exec(image)?.[1] ?? '[]') as string[];
	const token = 'setup-token-of-the-image';
	const env = { SHAPAN_DATA: data, PORT: '0', HOST: '127.0.0.1', SHAPAN_SETUP_TOKEN: token };
	const said = await run(app, start, env, /localhost:\d+/);
	const port = /localhost:(\d+)/.exec(said)?.[1] ?? '';
	const check = JSON.parse(/^HEALTHCHECK CMD (\[.*\])$/m.exec(image)?.[1] ?? '[]') as string[];
	const healthy = check.map((part) => part.replace(':4173', `:${port}`));
	const health = (args: readonly string[]) =>
		spawnSync(process.execPath, args.slice(1), { timeout: 20_000 }).status;
	expect(health(healthy)).toBe(0);
	expect(health(check.map((part) => part.replace(':4173', ':9')))).toBe(1);

	// The market runs from the sources that were copied.
	const browser = new Browser(`http://127.0.0.1:${port}`, new Agent());
	bodyOf(await browser.post('/api/host/session', { secret: token }), 'the setup token');
	const settings = { luck: 'sealed', pacing: 'self', turnSeconds: null, deadlineAt: null, practiceTurns: 0 };
	const more = { predictionsRequired: false, endsWhenAllIn: false, boardVisible: true };
	const asked = { title: 't', scenario: { shipped: 'first-city' }, settings: { ...settings, ...more } };
	const made = bodyOf<{ room: string; joinCode: string }>(await browser.post('/api/rooms', asked), 'a room');
	bodyOf(await browser.post('/api/join', { code: made.joinCode, team: 'A', nickname: 'a' }), 'a join');
	bodyOf(await browser.get(`/api/rooms/${made.room}/market`), 'a market');

	const postgres = await TestPostgres.start({ durable: false });
	test.skip(postgres === null, 'this machine has no PostgreSQL');
	if (postgres === null) return;
	try {
		const command = services['worker']?.command;
		if (typeof command !== 'object') throw new Error('the worker has no command');
		await run(
			app,
			command,
			{ DATABASE_URL: await postgres.create(), SHAPAN_WORKERS: '1' },
			/Playing handed-in games/
		);
	} finally {
		for (const child of running.splice(0)) child.kill('SIGKILL');
		await postgres.stop();
	}
});
