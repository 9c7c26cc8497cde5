/**
 * `ServerHost`: the markets of rooms, in worker threads. It holds no game: each call brings the log, and a worker plays
 * what it does not have at hand. What leaves are views, reports and scores; seeds and states only where the caller asks
 * for an open market.
 */
import { availableParallelism } from 'node:os';
import type { Plan } from '#lib/engine/plan.ts';
import { Thread } from './thread.ts';
import type { GameRef, Steps } from './wire.ts';

export interface ServerHostOptions {
	/** Threads; by default one, or two where the machine has more than two processors. */
	readonly threads?: number;
	/** Bytes of game states kept in each. */
	readonly keepBytes?: number;
}

const KEEP_BYTES = 256 * 1024 * 1024;

export class ServerHost {
	readonly #threads: readonly Thread[];

	constructor({ threads = defaultThreads(), keepBytes = KEEP_BYTES }: ServerHostOptions = {}) {
		this.#threads = Array.from({ length: threads }, () => new Thread({ keepBytes }));
	}

	/** Calls that are not answered yet, for the metrics. */
	get load(): number {
		return this.#threads.reduce((sum, thread) => sum + thread.load, 0);
	}

	/**
	 * Plays the log and tells the turns from `from` on.
	 *
	 * @throws MarketFailure: our own bug, or the host was stopped
	 */
	steps(game: GameRef, from: number): Promise<Steps> {
		return this.#threadOf(game.key).ask({ call: 'steps', game, from }, 'soon');
	}

	/** JSON of a `TeamMarket`, ready for the browser. */
	market(game: GameRef, team: string, open: boolean): Promise<string> {
		return this.#threadOf(game.key).ask({ call: 'market', game, team, open }, 'waited');
	}

	/** JSON of a `TeamPreview`. */
	preview(game: GameRef, plan: Plan): Promise<string> {
		return this.#threadOf(game.key).ask({ call: 'preview', game, plan }, 'waited');
	}

	/** Lets go of a game that is not played any more. */
	async forget(key: string): Promise<void> {
		await this.#threadOf(key).ask({ call: 'forget', key }, 'soon');
	}

	async stop(): Promise<void> {
		await Promise.all(this.#threads.map((thread) => thread.stop()));
	}

	/** Always the same one, which then has the game at hand. */
	#threadOf(key: string): Thread {
		let hash = 0;
		for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
		const thread = this.#threads[Math.abs(hash) % this.#threads.length];
		if (thread === undefined) throw new Error('a host without threads');
		return thread;
	}
}

function defaultThreads(): number {
	return availableParallelism() > 2 ? 2 : 1;
}
