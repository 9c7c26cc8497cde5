/** A PostgreSQL of the tests' own: on loopback, in a temporary folder, run by an ordinary user, ended by its pid. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../../bin/lib/postgres.js';

const USER = 'shapan';
const READY_MILLISECONDS = 30_000;

export interface PostgresOptions {
	/** Whether a write that was acknowledged survives a kill; what only reads and writes is tested faster without. */
	readonly durable: boolean;
}

export class TestPostgres {
	readonly port: number;
	readonly #folder: string;
	readonly #programs: string;
	readonly #as: { uid?: number; gid?: number };
	readonly #durable: boolean;
	#process: ChildProcess | null = null;
	#databases = 0;

	/** @returns null where the machine has no PostgreSQL */
	static async start(options: PostgresOptions = { durable: false }): Promise<TestPostgres | null> {
		const programs = findPostgres();
		if (programs === undefined) return null;
		const server = new TestPostgres(programs, await freePort(), options);
		await server.restart();
		return server;
	}

	private constructor(programs: string, port: number, { durable }: PostgresOptions) {
		this.#programs = programs;
		this.#durable = durable;
		this.port = port;
		this.#as = ordinaryUser();
		this.#folder = mkdtempSync(join(tmpdir(), 'shapan-postgres-'));
		const { uid, gid } = this.#as;
		if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
		const made = spawnSync(
			join(programs, 'initdb'),
			['-D', join(this.#folder, 'data'), '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
			{ ...this.#as, cwd: this.#folder, encoding: 'utf8' }
		);
		if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
	}

	get pid(): number | undefined {
		return this.#process?.pid;
	}

	url(database = 'postgres'): string {
		return `postgres://${USER}@127.0.0.1:${this.port}/${database}`;
	}

	/** @returns the address of a new, empty database */
	async create(): Promise<string> {
		const name = `test_${process.pid}_${Date.now()}_${++this.#databases}`;
		await this.run(`create database ${name}`);
		return this.url(name);
	}

	/** Runs one statement beside everything else. */
	async run(statement: string): Promise<void> {
		await onServer(this.url(), statement);
	}

	/** Starts it, or starts it again over the data it left. */
	async restart(): Promise<void> {
		const settings = {
			port: this.port,
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			fsync: this.#durable ? 'on' : 'off',
			full_page_writes: this.#durable ? 'on' : 'off',
			shared_buffers: '64MB'
		};
		const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const started = spawn(join(this.#programs, 'postgres'), ['-D', join(this.#folder, 'data'), ...args], {
			...this.#as,
			cwd: this.#folder,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		started.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
		this.#process = started;
		for (const end = Date.now() + READY_MILLISECONDS; ; await sleep(50)) {
			if (started.exitCode !== null || Date.now() > end) throw new Error(`PostgreSQL did not start: ${said}`);
			try {
				return await this.run('select 1');
			} catch {
				// Not yet: asked again.
			}
		}
	}

	/** As a power cut would: no goodbye to anybody. Its children end when they see that it is gone. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	async stop(): Promise<void> {
		await this.#end('SIGINT');
		rmSync(this.#folder, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const running = this.#process;
		this.#process = null;
		if (running === null || running.exitCode !== null || running.signalCode !== null) return;
		const gone = new Promise((resolve) => running.once('exit', resolve));
		running.kill(signal);
		await gone;
	}
}

/** One statement on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query(statement);
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** PostgreSQL refuses to be run by root. */
function ordinaryUser(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = ['-u', '-g'].map((flag) =>
			spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim()
		);
		if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error('This runs as root, and there is no user “postgres” or “nobody” to run PostgreSQL as.');
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
