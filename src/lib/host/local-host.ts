/**
 * `LocalHost`: a market in a worker of this page. It keeps what every game was opened with and the plans played since,
 * so that a lost worker costs one failed call: the next one starts another and plays the game up to where it was.
 */
import type { Plan } from '../engine/plan.ts';
import type { GameScore } from '../engine/report.ts';
import { ok } from '../result.ts';
import { Calls, type WorkerLike } from './calls.ts';
import { refuse, type HostResult } from './faults.ts';
import type {
	Committed,
	GameId,
	GameLog,
	Listed,
	MarketHost,
	Opened,
	OpenRequest,
	Preview,
	ScenarioText
} from './host.ts';
import { listLibrary, textOf, type Library } from './library.ts';
import type { Played, StrategyPlayer, TurnPlayed } from './runs.ts';
import type { SaveRead, SaveReader } from './saves.ts';

/** A game as this side remembers it. */
interface Kept {
	readonly request: OpenRequest & { readonly scenario: ScenarioText };
	plans: readonly Plan[];
	closed: boolean;
	/** After the last turn; null before the first. */
	hash: string | null;
	/** Its id in the present worker, or the attempt to restore it there; null when it has to be restored. */
	inner: Promise<HostResult<GameId>> | null;
}

export class LocalHost implements MarketHost, StrategyPlayer, SaveReader {
	readonly #start: () => WorkerLike;
	readonly #library: Library;
	readonly #games = new Map<GameId, Kept>();
	#calls: Calls | null = null;
	#opened = 0;
	#stopped = false;

	/** @param start a new worker running `worker.ts` */
	constructor(start: () => WorkerLike, library: Library = {}) {
		this.#start = start;
		this.#library = library;
	}

	list(): Promise<HostResult<readonly Listed[]>> {
		return listLibrary(this.#library, (source) => this.#reach((calls) => calls.ask('describe', [source])));
	}

	async open(request: OpenRequest): Promise<HostResult<Opened>> {
		const { scenario } = request;
		const source = 'entry' in scenario ? await textOf(this.#library, scenario.entry) : ok(scenario);
		if (!source.ok) return source;
		const whole = { ...request, scenario: source.value };
		const opened = await this.#reach((calls) => calls.ask('open', [whole]));
		if (!opened.ok) return opened;
		const id = `local-${++this.#opened}`;
		this.#games.set(id, {
			request: whole,
			plans: whole.resume?.plans ?? [],
			closed: whole.resume?.closed ?? false,
			hash: opened.value.hashes.at(-1) ?? null,
			inner: Promise.resolve(ok(opened.value.game))
		});
		return ok({ ...opened.value, game: id });
	}

	preview(game: GameId, plan: Plan): Promise<HostResult<Preview>> {
		return this.#on(game, (calls, inner) => calls.ask('preview', [inner, plan]));
	}

	async commit(game: GameId, turn: number, plan: Plan): Promise<HostResult<Committed>> {
		// Now, before anything is waited for: the caller may go on changing its plan.
		const copy = copyOf(plan);
		if (!copy.ok) return copy;
		return this.#on(game, async (calls, inner, kept) => {
			const played = await calls.ask('commit', [inner, turn, copy.value]);
			if (!played.ok) return played;
			kept.plans = [...kept.plans, copy.value];
			kept.hash = played.value.hash;
			return played;
		});
	}

	close(game: GameId): Promise<HostResult<Committed>> {
		return this.#on(game, async (calls, inner, kept) => {
			const played = await calls.ask('close', [inner]);
			if (played.ok) {
				kept.closed = true;
				kept.hash = played.value.hash;
			}
			return played;
		});
	}

	score(game: GameId): Promise<HostResult<GameScore>> {
		return this.#on(game, (calls, inner) => calls.ask('score', [inner]));
	}

	exportLog(game: GameId): Promise<HostResult<GameLog>> {
		return this.#on(game, (calls, inner) => calls.ask('exportLog', [inner]));
	}

	async dispose(game: GameId): Promise<HostResult<null>> {
		const kept = this.#games.get(game);
		if (kept === undefined) return unknown(game);
		this.#games.delete(game);
		// Not restored only to be forgotten; and if the worker dies of it, the game is gone as well.
		const inner = await kept.inner;
		if (inner?.ok && this.#calls !== null) await this.#calls.ask('dispose', [inner.value]);
		return ok(null);
	}

	play(game: GameId, strategy: string, onTurn?: (event: TurnPlayed) => void): Promise<HostResult<Played>> {
		return this.#on(game, async (calls, inner, kept) => {
			const played = await calls.ask('play', [inner, strategy], onTurn);
			if (played.ok) {
				kept.plans = played.value.log.plans;
				kept.closed = true;
				kept.hash = played.value.hashes.at(-1) ?? null;
			}
			return played;
		});
	}

	readSave(text: string): Promise<HostResult<SaveRead>> {
		return this.#reach((calls) => calls.ask('readSave', [text]));
	}

	/** Ends the worker. Games are forgotten and every later call is refused. */
	stop(): void {
		this.#stopped = true;
		this.#games.clear();
		this.#calls?.lose('the host was stopped');
	}

	async #reach<T>(act: (calls: Calls) => Promise<HostResult<T>>): Promise<HostResult<T>> {
		if (this.#stopped) return refuse('HOST_STOPPED', 'this host was stopped');
		if (this.#calls === null) {
			try {
				this.#calls = new Calls(this.#start(), () => this.#forgetWorker());
			} catch (error) {
				return refuse('WORKER_LOST', String(error));
			}
		}
		return act(this.#calls);
	}

	#forgetWorker(): void {
		this.#calls = null;
		for (const kept of this.#games.values()) kept.inner = null;
	}

	async #on<T>(
		game: GameId,
		act: (calls: Calls, inner: GameId, kept: Kept) => Promise<HostResult<T>>
	): Promise<HostResult<T>> {
		const kept = this.#games.get(game);
		if (this.#stopped || kept === undefined) {
			return this.#stopped ? refuse('HOST_STOPPED', 'this host was stopped') : unknown(game);
		}
		return this.#reach(async (calls) => {
			kept.inner ??= this.#restore(calls, kept);
			const attempt = kept.inner;
			const inner = await attempt;
			if (inner.ok) return act(calls, inner.value, kept);
			// The next call tries again.
			if (kept.inner === attempt) kept.inner = null;
			return inner;
		});
	}

	async #restore(calls: Calls, { request, plans, closed, hash }: Kept): Promise<HostResult<GameId>> {
		const opened = await calls.ask('open', [{ ...request, resume: { plans, closed } }]);
		if (!opened.ok) return opened;
		const now = opened.value.hashes.at(-1) ?? null;
		if (now === hash) return ok(opened.value.game);
		return refuse('RESTORE_MISMATCH', `the game came out as ${now} instead of ${hash}`);
	}
}

function copyOf(plan: Plan): HostResult<Plan> {
	try {
		return ok(structuredClone(plan));
	} catch (error) {
		return refuse('MESSAGE_SHAPE', String(error));
	}
}

function unknown(game: GameId): HostResult<never> {
	return refuse('GAME_UNKNOWN', `no game “${game}” is open here`);
}
