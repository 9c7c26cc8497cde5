/** One worker thread, its queue, and what becomes of both when it is lost. */
import { Worker } from 'node:worker_threads';
import type { Answers, Asked, Call, Said, WorkerSetup } from './wire.ts';
import { workerArguments, workerFile } from './worker-file.ts';

/** What a browser waits for goes before what only has to be done. */
export type Urgency = 'waited' | 'soon';

interface Waiting {
	readonly ask: Call;
	readonly settle: (value: Answers[Call['call']]) => void;
	readonly reject: (error: Error) => void;
	/** How often a worker was lost over it. */
	lost: number;
}

/** The market's own failure: an exception inside, or a call that killed its worker twice. */
export class MarketFailure extends Error {}

/** A replay of the longest game of the largest scenario takes a tenth of this on a slow machine. */
const SILENCE_MS = 120_000;

const MOST_IN_A_ROW = 8;

export class Thread {
	readonly #setup: WorkerSetup;
	readonly #queues: Record<Urgency, Waiting[]> = { waited: [], soon: [] };
	#worker: Worker | null = null;
	#running: Waiting | null = null;
	#asked = 0;
	/** Waited calls in a row. */
	#inARow = 0;
	#watch: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;

	constructor(setup: WorkerSetup) {
		this.#setup = setup;
	}

	/** Calls that are not answered yet. */
	get load(): number {
		return this.#queues.waited.length + this.#queues.soon.length + (this.#running === null ? 0 : 1);
	}

	ask<C extends Call>(ask: C, urgency: Urgency): Promise<Answers[C['call']]> {
		return new Promise((settle, reject) => {
			if (this.#stopped) {
				reject(new MarketFailure('the market was stopped'));
				return;
			}
			this.#queues[urgency].push({ ask, settle: settle as Waiting['settle'], reject, lost: 0 });
			this.#next();
		});
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#watch);
		const open = [
			...(this.#running === null ? [] : [this.#running]),
			...this.#queues.waited,
			...this.#queues.soon
		];
		this.#queues.waited.length = 0;
		this.#queues.soon.length = 0;
		this.#running = null;
		const worker = this.#worker;
		this.#worker = null;
		for (const { reject } of open) reject(new MarketFailure('the market was stopped'));
		await worker?.terminate();
	}

	#next(): void {
		if (this.#running !== null || this.#stopped) return;
		const waiting = this.#take();
		if (waiting === undefined) return;
		this.#running = waiting;
		const asked: Asked = { id: ++this.#asked, ask: waiting.ask };
		this.#watch = setTimeout(() => this.#lose('it did not answer'), SILENCE_MS);
		this.#watch.unref();
		try {
			this.#worker ??= this.#start();
			// A process that has nothing else to do may end, but not while somebody waits.
			this.#worker.ref();
			this.#worker.postMessage(asked);
		} catch (error) {
			// What cannot be sent, or a thread that cannot be had.
			this.#finish(({ reject }) => reject(new MarketFailure(String(error))));
		}
	}

	/** What is waited for comes first, but not for ever: somebody who asks without end must not hold up a class. */
	#take(): Waiting | undefined {
		const { waited, soon } = this.#queues;
		if (waited.length > 0 && (soon.length === 0 || this.#inARow < MOST_IN_A_ROW)) {
			this.#inARow++;
			return waited.shift();
		}
		this.#inARow = 0;
		return soon.shift();
	}

	#start(): Worker {
		const worker = new Worker(workerFile(), {
			workerData: this.#setup,
			execArgv: workerArguments(),
			name: 'shapan-market'
		});
		const mine = (act: (what: unknown) => void) => (what: unknown) => {
			if (this.#worker === worker) act(what);
		};
		worker.on(
			'message',
			mine((said) => this.#hear(said as Said))
		);
		worker.on(
			'error',
			mine((error) => this.#lose(String(error)))
		);
		worker.on(
			'exit',
			mine((code) => this.#lose(`it ended with code ${String(code)}`))
		);
		return worker;
	}

	#hear(said: Said): void {
		if (said.id !== this.#asked || this.#running === null) return;
		this.#finish(({ settle, reject }) => {
			if (said.ok) settle(said.value);
			else reject(new MarketFailure(said.message));
		});
	}

	/** The worker is gone; what it was at is tried once more in another, since the fault need not have been in it. */
	#lose(why: string): void {
		const worker = this.#worker;
		this.#worker = null;
		void worker?.terminate();
		const running = this.#running;
		if (running !== null && running.lost === 0) {
			running.lost++;
			this.#finish(() => this.#queues.waited.unshift(running));
		} else this.#finish(({ reject }) => reject(new MarketFailure(`the worker was lost: ${why}`)));
	}

	#finish(act: (waiting: Waiting) => void): void {
		clearTimeout(this.#watch);
		this.#worker?.unref();
		const running = this.#running;
		this.#running = null;
		if (running !== null) act(running);
		this.#next();
	}
}
