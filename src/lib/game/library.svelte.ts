/** What there is to play and what is kept: scenarios of this copy, games on this device, files from elsewhere. */
import type { Listed, LocalHost } from '../host/index.ts';
import type { Fault } from '../result.ts';
import {
	mayHaveStore,
	type GameEntry,
	type GameStore,
	type StoredGame,
	type StoreFault,
	type StoreResult,
	type Usage
} from '../session/index.ts';

export type Shelf =
	| { readonly status: 'loading' }
	| { readonly status: 'ready'; readonly listed: readonly Listed[] }
	| { readonly status: 'failed'; readonly faults: readonly Fault[] };

export type Kept =
	| { readonly status: 'loading' }
	| { readonly status: 'ready'; readonly games: readonly GameEntry[] }
	| { readonly status: 'failed'; readonly faults: readonly StoreFault[] };

export type Imported =
	| { readonly ok: true; readonly id: string; readonly readOnly: Fault | null }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/** A game file: its name, and its text. */
export interface GameFile {
	readonly name: string;
	readonly text: string;
}

export class Library {
	readonly #host: LocalHost;
	readonly #openStore: () => Promise<StoreResult<GameStore>>;
	#shelf = $state.raw<Shelf>({ status: 'loading' });
	#kept = $state.raw<Kept>({ status: 'loading' });

	constructor(host: LocalHost, openStore: () => Promise<StoreResult<GameStore>>) {
		this.#host = host;
		this.#openStore = openStore;
	}

	get shelf(): Shelf {
		return this.#shelf;
	}

	get kept(): Kept {
		return this.#kept;
	}

	/** Reads the list of scenarios. */
	async loadShelf(): Promise<void> {
		this.#shelf = { status: 'loading' };
		const listed = await this.#host.list();
		this.#shelf = listed.ok
			? { status: 'ready', listed: listed.value }
			: { status: 'failed', faults: listed.faults };
	}

	/** Reads the list of kept games; what was shown stays until it is there. */
	async loadKept(): Promise<void> {
		if (!(await mayHaveStore())) {
			this.#kept = { status: 'ready', games: [] };
			return;
		}
		const store = await this.#openStore();
		const games = store.ok ? await store.value.list() : store;
		this.#kept = games.ok
			? { status: 'ready', games: games.value }
			: { status: 'failed', faults: games.faults };
	}

	/** Keeps the list of games current while other tabs change it. @returns stops that */
	async follow(): Promise<() => void> {
		if (!(await mayHaveStore())) return () => undefined;
		const store = await this.#openStore();
		return store.ok ? store.value.onChange(() => void this.loadKept()) : () => undefined;
	}

	/** Keeps a copy of the game in a file; nothing that is kept is touched. */
	async importFile(text: string): Promise<Imported> {
		const read = await this.#host.readSave(text);
		if (!read.ok) return read;
		if (!read.value.ok) return read.value;
		const { save, readOnly } = read.value.value;
		const { turnsOf } = await import('../session/assemble.ts');
		const { start, turns } = turnsOf(save);
		const store = await this.#openStore();
		const lease = store.ok ? await store.value.create(start, turns) : store;
		if (!lease.ok) return lease;
		await this.loadKept();
		return { ok: true, id: lease.value.game, readOnly };
	}

	/** A kept game as a file, also one that nothing here can play. */
	async exportKept(id: string): Promise<StoreResult<GameFile>> {
		const store = await this.#openStore();
		const game = store.ok ? await store.value.peek(id) : store;
		return game.ok ? { ok: true, value: await fileOf(game.value) } : game;
	}

	async remove(id: string): Promise<StoreResult<null>> {
		const store = await this.#openStore();
		const removed = store.ok ? await store.value.remove(id) : store;
		await this.loadKept();
		return removed;
	}

	async usage(): Promise<Usage | null> {
		const store = await this.#openStore();
		return store.ok ? store.value.usage() : null;
	}

	/** @returns whether the browser promised not to clear what is kept */
	async persist(): Promise<boolean> {
		const store = await this.#openStore();
		return store.ok && (await store.value.persist());
	}
}

/** Letters, digits and dashes, whatever the scenario's author called it. */
export function fileNameOf(game: StoredGame): string {
	return `shapan-${game.start.scenarioId.replace(/[^\w-]/g, '')}-${game.turns.length}.json`;
}

/** `npx shapan replay` reads it, and so does an import. */
export async function fileOf(game: StoredGame): Promise<GameFile> {
	const [{ saveOf }, { encodeSave }] = await Promise.all([
		import('../session/assemble.ts'),
		import('../protocol/save.ts')
	]);
	return {
		name: fileNameOf(game),
		text: encodeSave(saveOf(game))
	};
}
