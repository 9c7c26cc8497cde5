/** What a page of the store's tests has: the module as the product has it, and a place for what a test opened. */
import { openStore, type GameStore, type Lease } from '#lib/session/index.ts';

declare global {
	/** In these pages only; the functions a test hands to `evaluate` run there. */
	var session: SessionPage;
}

export interface SessionPage {
	readonly openStore: typeof openStore;
	store?: GameStore;
	/** Codes `onLost` told, and how often `onChange` did. */
	readonly lost: string[];
	changes: number;
	/** What came of writes a test has going on. */
	readonly told: string[];
	watch(lease: Lease): void;
}

globalThis.session = {
	openStore,
	lost: [],
	changes: 0,
	told: [],
	watch(lease) {
		session.store?.onLost(lease, ({ code }) => session.lost.push(code));
		session.store?.onChange(() => session.changes++);
	}
};
