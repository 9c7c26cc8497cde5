/** Games that a strategy plays: what there is to play, and the one being played. The page's only way to a host. */
import { LocalHost, runGame, startWorker, type HostFault, type Listed, type Run } from '../host/index.ts';
import type { Choice } from './choice.ts';
import type { Shelf } from './library.svelte.ts';
import { SHIPPED } from './shipped.ts';

export type Playing =
	| { readonly status: 'idle' }
	/** `played` of `of` turns; 0 of 0 until the market is open. */
	| { readonly status: 'running'; readonly choice: Choice; readonly played: number; readonly of: number }
	| { readonly status: 'done'; readonly choice: Choice; readonly run: Run }
	| { readonly status: 'failed'; readonly choice: Choice; readonly faults: readonly HostFault[] };

/** A lab runs by itself: there is nothing in it for a strategy to decide. */
const isPlayed = ({ scenario }: Listed): boolean => !scenario.ok || scenario.value.kind !== 'lab';

export class StrategyGame {
	readonly #host = new LocalHost(startWorker, SHIPPED);
	#shelf = $state.raw<Shelf>({ status: 'loading' });
	#playing = $state.raw<Playing>({ status: 'idle' });
	/** Counts games asked for: an answer to an earlier one is not shown any more. */
	#asked = 0;

	get shelf(): Shelf {
		return this.#shelf;
	}

	get playing(): Playing {
		return this.#playing;
	}

	/** Reads the list of scenarios. */
	async load(): Promise<void> {
		this.#shelf = { status: 'loading' };
		const listed = await this.#host.list();
		this.#shelf = listed.ok
			? { status: 'ready', listed: listed.value.filter(isPlayed) }
			: { status: 'failed', faults: listed.faults };
	}

	/** Has a game played; a game that is still running is given up. */
	async play(choice: Choice): Promise<void> {
		const mine = ++this.#asked;
		this.#playing = { status: 'running', choice, played: 0, of: 0 };
		const request = { scenario: { entry: choice.scenario }, seed: choice.seed };
		const result = await runGame(this.#host, request, choice.strategy, ({ turn, of }) => {
			if (mine === this.#asked) this.#playing = { status: 'running', choice, played: turn + 1, of };
		});
		if (mine !== this.#asked) return;
		this.#playing = result.ok
			? { status: 'done', choice, run: result.value }
			: { status: 'failed', choice, faults: result.faults };
	}

	/** Ends the worker: the page is left. */
	stop(): void {
		this.#asked++;
		this.#host.stop();
	}
}
