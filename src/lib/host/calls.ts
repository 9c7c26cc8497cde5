/** Typed calls over one worker: numbered, answered in any order, all failed at once when the worker is lost. */
import { refuse } from './faults.ts';
import type { TurnPlayed } from './runs.ts';
import { readSaid, type Answered, type Args, type Asked, type Call, type Port } from './wire.ts';

/** What `LocalHost` needs of a `Worker`. */
export interface WorkerLike extends Port {
	addEventListener(
		type: 'message' | 'error' | 'messageerror',
		listener: (event: { readonly data: unknown }) => void
	): void;
	terminate(): void;
}

interface Pending {
	readonly settle: (result: Answered<Call>) => void;
	readonly onTurn: ((event: TurnPlayed) => void) | undefined;
	/** Ends the wait. */
	watch: ReturnType<typeof setTimeout>;
}

/** A worker that was killed from outside says nothing. No call takes a fraction of this, nor a turn of a played game. */
const SILENCE_MS = 20_000;

export class Calls {
	readonly #worker: WorkerLike;
	readonly #onLost: () => void;
	readonly #silenceMs: number;
	readonly #pending = new Map<number, Pending>();
	#asked = 0;
	#lost = false;

	/**
	 * @param onLost is told once, before the open calls fail
	 * @param silenceMs how long a call may go without a word before the worker is given up
	 */
	constructor(worker: WorkerLike, onLost: () => void, silenceMs = SILENCE_MS) {
		this.#worker = worker;
		this.#onLost = onLost;
		this.#silenceMs = silenceMs;
		worker.addEventListener('message', ({ data }) => this.#hear(data));
		worker.addEventListener('error', () => this.lose('the worker failed'));
		worker.addEventListener('messageerror', () => this.lose('a message could not be read'));
	}

	ask<C extends Call>(call: C, args: Args<C>, onTurn?: (event: TurnPlayed) => void): Promise<Answered<C>> {
		return new Promise((settle) => {
			const id = ++this.#asked;
			const asked: Asked = { id, call, args };
			try {
				this.#worker.postMessage(asked);
			} catch (error) {
				// A proxy, a function, a DOM node: the caller's data, not the worker's health.
				settle(refuse('MESSAGE_SHAPE', String(error)) as Answered<C>);
				return;
			}
			this.#pending.set(id, { settle: settle as Pending['settle'], onTurn, watch: this.#watch() });
		});
	}

	/** Ends the worker; every open call fails. */
	lose(why: string): void {
		if (this.#lost) return;
		this.#lost = true;
		this.#worker.terminate();
		this.#onLost();
		for (const { settle, watch } of this.#pending.values()) {
			clearTimeout(watch);
			settle(refuse('WORKER_LOST', why));
		}
		this.#pending.clear();
	}

	#hear(data: unknown): void {
		const said = this.#lost ? null : readSaid(data);
		const pending = said === null ? undefined : this.#pending.get(said.id);
		if (said === null || pending === undefined) {
			// It says what nobody asked, so its word on anything else is worth nothing.
			this.lose('the worker said something that makes no sense');
		} else if (said.kind === 'turn') {
			clearTimeout(pending.watch);
			pending.watch = this.#watch();
			pending.onTurn?.(said.event);
		} else {
			clearTimeout(pending.watch);
			this.#pending.delete(said.id);
			// `readSaid` has seen that it is a result; of what, the worker of the same build knows.
			pending.settle(said.result as Answered<Call>);
		}
	}
	#watch(): ReturnType<typeof setTimeout> {
		return setTimeout(() => this.lose('the worker did not answer'), this.#silenceMs);
	}
}
