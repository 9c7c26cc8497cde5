/** Jobs in a table of SQLite, done by this process: there is no other. What was in hand when it died is due again. */
import type { Database, Tx } from '../database/index.ts';
import type { Observers } from '../observe/index.ts';
import { AT_ONCE, pause, type JobKind, type Jobs, type Workers } from './jobs.ts';

/** Where nothing wakes it: for what was put off, and for a database that was away. */
const LOOK_MILLISECONDS = 1000;

export class LocalJobs implements Jobs {
	readonly #database: Database;
	readonly #observers: Observers;
	readonly #inHand = new Map<string, Promise<void>>();
	#workers: Workers | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#looking = false;
	#again = false;

	constructor(database: Database, observers: Observers) {
		this.#database = database;
		this.#observers = observers;
	}

	async add(tx: Tx, kind: JobKind, subject: string): Promise<void> {
		await tx
			.insertInto('job')
			.values({ kind, subject, attempts: 0, dueAt: Date.now() })
			.onConflict((it) => it.columns(['kind', 'subject']).doNothing())
			.execute();
	}

	wake(): void {
		if (this.#workers === null) return;
		clearTimeout(this.#timer);
		void this.#look();
	}

	async start(workers: Workers): Promise<void> {
		this.#workers = workers;
		this.wake();
	}

	async stop(): Promise<void> {
		this.#workers = null;
		clearTimeout(this.#timer);
		await Promise.all(this.#inHand.values());
	}

	async #look(): Promise<void> {
		if (this.#looking) {
			this.#again = true;
			return;
		}
		this.#looking = true;
		try {
			const due = await this.#database.query
				.selectFrom('job')
				.selectAll()
				.where('dueAt', '<=', Date.now())
				.orderBy('dueAt')
				.limit(AT_ONCE * 2)
				.execute();
			for (const { kind, subject, attempts } of due) {
				const key = `${kind} ${subject}`;
				if (this.#inHand.size >= AT_ONCE) break;
				if (!this.#inHand.has(key)) this.#take(key, kind, subject, attempts);
			}
		} catch (error) {
			this.#observers.log.warn({ error }, 'jobs cannot be read');
		}
		this.#looking = false;
		if (this.#workers === null) return;
		if (this.#again) {
			this.#again = false;
			return this.wake();
		}
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.wake(), LOOK_MILLISECONDS);
		this.#timer.unref();
	}

	#take(key: string, kind: JobKind, subject: string, attempts: number): void {
		const done = this.#do(kind, subject, attempts).finally(() => {
			this.#inHand.delete(key);
			this.wake();
		});
		this.#inHand.set(key, done);
	}

	async #do(kind: JobKind, subject: string, attempts: number): Promise<void> {
		const { log, metrics } = this.#observers;
		try {
			const end = await this.#workers?.[kind](subject);
			if (end === undefined) return;
			metrics.jobs.inc({ kind, end });
			const row = this.#database.query;
			if (end === 'done') {
				await row.deleteFrom('job').where('kind', '=', kind).where('subject', '=', subject).execute();
			} else await this.#putOff(kind, subject, attempts);
		} catch (error) {
			metrics.jobs.inc({ kind, end: 'failed' });
			log.error({ kind, error }, 'job failed');
			await this.#putOff(kind, subject, attempts).catch(() => undefined);
		}
	}

	async #putOff(kind: JobKind, subject: string, attempts: number): Promise<void> {
		await this.#database.query
			.updateTable('job')
			.set({ attempts: attempts + 1, dueAt: Date.now() + pause(attempts) * 1000 })
			.where('kind', '=', kind)
			.where('subject', '=', subject)
			.execute();
	}
}
