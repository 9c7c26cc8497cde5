import { fail, ok } from '../result.ts';
import { storeFault, type GameStore, type StoreFault, type StoreResult } from './store.ts';

export interface OpenStoreOptions {
	/** Of the database. */
	readonly name?: string;
}

/** Opens the store of this browser. What it is made of is fetched only now: a first visit has nothing to read. */
export async function openStore({ name = 'shapan' }: OpenStoreOptions = {}): Promise<StoreResult<GameStore>> {
	const factory = idbFactory();
	if (factory === null) return fail(storeFault('STORE_BLOCKED', 'this browser has no IndexedDB here'));
	try {
		const { DexieStore } = await import('./dexie-store.ts');
		const store = new DexieStore(name, factory);
		const ready = await store.ready();
		if (ready.ok) return ok(store);
		store.close();
		return ready;
	} catch (error) {
		return fail(unreachable(error));
	}
}

/**
 * Whether anything may be kept here. A first visit has nothing to read, and need not fetch what would read it; where
 * the browser does not tell, it may be.
 */
export async function mayHaveStore({ name = 'shapan' }: OpenStoreOptions = {}): Promise<boolean> {
	try {
		const databases = await idbFactory()?.databases?.();
		return databases === undefined || databases.some((it) => it.name === name);
	} catch {
		return true;
	}
}

/** Some browsers throw at the mere asking. */
function idbFactory(): IDBFactory | null {
	try {
		return (globalThis as { readonly indexedDB?: IDBFactory }).indexedDB ?? null;
	} catch {
		return null;
	}
}

function unreachable(error: unknown): StoreFault {
	return storeFault('STORE_FAILED', `the store's own code was not to be had: ${String(error)}`);
}
