/** What the store's tests reach in a page: the module as the product has it, and what it takes to play with it. */
import { openStore, type GameStore } from '#lib/session/index.ts';

export interface StoreWindow {
	readonly openStore: typeof openStore;
	/** The store of this page, once a test has opened it. */
	store?: GameStore;
}

Object.assign(globalThis, { session: { openStore } satisfies StoreWindow });
