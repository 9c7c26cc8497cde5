export { mayHaveStore, openStore, type OpenStoreOptions } from './open-store.ts';
export { STORE_CODES, storeFault } from './store.ts';
export type {
	DraftRecord,
	GameEntry,
	GameStart,
	GameStore,
	Lease,
	StoreCode,
	StoredGame,
	StoreFault,
	StoreResult,
	TurnRecord,
	Usage
} from './store.ts';
export { newId } from './id.ts';
