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
}

export class Calls {
	readonly #worker: WorkerLike;
	readonly #onLost: () => void;
	readonly #pending = new Map<number, Pending>();
	#asked = 0;
	#lost = false;

	/** @param onLost is told once, before the open calls fail */
	constructor(worker: WorkerLike, onLost: () => void) {
		this.#worker = worker;
		this.#onLost = onLost;
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
			this.#pending.set(id, { settle: settle as Pending['settle'], onTurn });
		});
	}

	/** Ends the worker; every open call fails. */
	lose(why: string): void {
		if (this.#lost) return;
		this.#lost = true;
		this.#worker.terminate();
		this.#onLost();
		for (const { settle } of this.#pending.values()) settle(refuse('WORKER_LOST', why));
		this.#pending.clear();
	}

	#hear(data: unknown): void {
		const said = this.#lost ? null : readSaid(data);
		const pending = said === null ? undefined : this.#pending.get(said.id);
		if (said === null || pending === undefined) {
			// It says what nobody asked, so its word on anything else is worth nothing.
			this.lose('the worker said something that makes no sense');
		} else if (said.kind === 'turn') {
			pending.onTurn?.(said.event);
		} else {
			this.#pending.delete(said.id);
			// `readSaid` has seen that it is a result; of what, the worker of the same build knows.
			pending.settle(said.result as Answered<Call>);
		}
	}
}
