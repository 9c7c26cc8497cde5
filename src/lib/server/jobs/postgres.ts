/** Jobs in a queue that any number of machines take from, by pg-boss. */
import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Tx } from '../database/index.ts';
import type { Observers } from '../observe/index.ts';
import { AT_ONCE, JOB_KINDS, type JobKind, type Jobs, type Workers } from './jobs.ts';

/** A piece of work nobody has reported on for so long is given to another. */
const EXPIRE_SECONDS = 300;
/** Weeks of trying: a game is never refused for a machine that cannot play it. */
const RETRIES = 10_000;
const STOP_MILLISECONDS = 2000;

interface Piece {
	readonly subject: string;
}

export class PostgresJobs implements Jobs {
	readonly #boss: PgBoss;
	readonly #observers: Observers;

	static async open(address: string, observers: Observers): Promise<PostgresJobs> {
		const boss = new PgBoss({ connectionString: address, max: 3, application_name: 'shapan-jobs' });
		boss.on('error', (error) => observers.log.warn({ error }, 'job queue'));
		await boss.start();
		for (const kind of JOB_KINDS) await boss.createQueue(kind);
		return new PostgresJobs(boss, observers);
	}

	private constructor(boss: PgBoss, observers: Observers) {
		this.#boss = boss;
		this.#observers = observers;
	}

	async add(tx: Tx, kind: JobKind, subject: string): Promise<void> {
		const executeSql = async (text: string, values: unknown[] = []) => {
			const { rows } = await tx
				.withoutPlugins()
				.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
			return { rows };
		};
		await this.#boss.send(kind, { subject } satisfies Piece, {
			db: { executeSql },
			retryLimit: RETRIES,
			retryDelay: 2,
			retryBackoff: true,
			retryDelayMax: 300,
			expireInSeconds: EXPIRE_SECONDS
		});
	}

	wake(): void {
		// Every worker looks twice a second.
	}

	async start(workers: Workers): Promise<void> {
		for (const kind of JOB_KINDS) {
			const options = { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: AT_ONCE };
			await this.#boss.work<Piece>(kind, options, async ([job]) => {
				if (job === undefined) return;
				const end = await this.#do(workers, kind, job.data.subject);
				// An exception is how pg-boss is told to try again.
				if (end !== 'done') throw new Error(`${kind}: to be tried again`);
			});
		}
	}

	async #do(workers: Workers, kind: JobKind, subject: string): Promise<string> {
		const { log, metrics } = this.#observers;
		try {
			const end = await workers[kind](subject);
			metrics.jobs.inc({ kind, end });
			return end;
		} catch (error) {
			metrics.jobs.inc({ kind, end: 'failed' });
			log.error({ kind, error }, 'job failed');
			return 'failed';
		}
	}

	async stop(): Promise<void> {
		await this.#boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
	}
}
