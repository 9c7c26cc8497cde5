/** What one page has one of: a host, a store, and what is built on both. */
import { LocalHost, startWorker } from '../host/index.ts';
import { openStore, type GameStore, type StoreResult } from '../session/index.ts';
import { BoardDesk } from './board-desk.svelte.ts';
import { Game } from './game.svelte.ts';
import { Library } from './library.svelte.ts';
import { SHIPPED } from './shipped.ts';

export class App {
	readonly game: Game;
	readonly library: Library;
	readonly desk = new BoardDesk();
	#store: Promise<StoreResult<GameStore>> | null = null;

	constructor() {
		const host = new LocalHost(startWorker, SHIPPED);
		const reach = (): Promise<StoreResult<GameStore>> => this.#reachStore();
		this.game = new Game(host, reach);
		this.library = new Library(host, reach);
	}

	/** Opened when first needed, and again after a failure: a reader may have mended it. */
	#reachStore(): Promise<StoreResult<GameStore>> {
		this.#store ??= openStore().then((opened) => {
			if (!opened.ok) this.#store = null;
			return opened;
		});
		return this.#store;
	}
}
