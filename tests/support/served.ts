/** The built server in a process of its own, as a laptop runs it: started, killed and started again over what it left. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const READY_MILLISECONDS = 60_000;
/** Given on the way in, so that no file has to be read for it. */
export const SERVED_TOKEN = 'setup-token-of-a-served-test';

export interface ServedOptions {
	readonly folder: string;
	/** Of PostgreSQL; null for SQLite in the folder. */
	readonly databaseUrl: string | null;
	readonly env?: Readonly<Record<string, string>>;
	/** Told all it writes into its log. */
	readonly log?: (text: string) => void;
	/** Program and arguments that start the server in their turn: in a mount namespace, say. */
	readonly through?: readonly string[];
}

export class Served {
	readonly #options: ServedOptions;
	#process: ChildProcess | null = null;
	/** The same after a restart, as behind a proxy: browsers come back to where they were. */
	#port = 0;
	#said = '';

	static async start(options: ServedOptions): Promise<Served> {
		const served = new Served(options);
		await served.restart();
		return served;
	}

	private constructor(options: ServedOptions) {
		this.#options = options;
	}

	get pid(): number {
		const pid = this.#process?.pid;
		if (pid === undefined) throw new Error('the server does not run');
		return pid;
	}

	get address(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	/** The last it said, for whoever wonders why it failed. */
	get said(): string {
		return this.#said;
	}

	/** @throws if it is not there within a minute */
	async restart(): Promise<void> {
		const { folder, databaseUrl, env, log = () => undefined, through = [] } = this.#options;
		const [program = process.execPath, ...args] = [...through, process.execPath, 'bin/serve.js'];
		const started = spawn(program, args, {
			cwd: ROOT,
			env: {
				...process.env,
				PORT: String(this.#port),
				HOST: '127.0.0.1',
				SHAPAN_DATA: folder,
				SHAPAN_SETUP_TOKEN: SERVED_TOKEN,
				SHAPAN_LOG: 'warn',
				LC_ALL: 'C',
				DATABASE_URL: databaseUrl ?? '',
				...env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = started;
		const hear = (chunk: Buffer): void => {
			this.#said = (this.#said + chunk.toString()).slice(-8000);
		};
		started.stderr.on('data', hear);
		started.stderr.on('data', (chunk: Buffer) => log(chunk.toString()));
		this.#said = '';
		const port = await new Promise<number>((found, failed) => {
			const fail = (why: string): void => failed(new Error(`${why}: ${this.#said}`));
			const limit = setTimeout(() => fail('the server did not start in time'), READY_MILLISECONDS);
			started.once('error', ({ message }) => fail(message));
			started.once('exit', () => {
				clearTimeout(limit);
				fail('the server ended at once');
			});
			started.stdout.on('data', (chunk: Buffer) => {
				hear(chunk);
				const [, said] = /http:\/\/localhost:(\d+)/.exec(this.#said) ?? [];
				if (said === undefined) return;
				clearTimeout(limit);
				found(Number(said));
			});
		});
		this.#port = port;
	}

	/** As a power cut would. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	stop(): Promise<void> {
		return this.#end('SIGTERM');
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

/** Processes a process has started, where the system tells (Linux). */
export function childrenOf(pid: number): number[] {
	try {
		const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
		return text === '' ? [] : text.split(' ').map(Number);
	} catch {
		return [];
	}
}
