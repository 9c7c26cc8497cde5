/** The connection to the database: opened when needed, opened again when the browser closed it, given up to a newer tab. */
import { Dexie, type Table, type Transaction } from 'dexie';
import { fail, ok } from '../result.ts';
import { faultOf, ForeignSchema, isDisconnected } from './faults.ts';
import {
	SCHEMA_VERSION,
	TABLES,
	type DraftRow,
	type GameRow,
	type LeaseRow,
	type StartRow,
	type TableName,
	type TurnRow
} from './rows.ts';
import { storeFault, type StoreFault, type StoreResult } from './store.ts';

/** Dexie leaves room for nine versions between two of ours. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

/**
 * While a browser throws site data away it closes connections again as they are opened: the first try tells of the one
 * that is gone, the next may still be caught in it.
 */
const ATTEMPTS = 4;

export interface Tables {
	readonly games: Table<GameRow, string>;
	readonly starts: Table<StartRow, string>;
	readonly turns: Table<TurnRow, [string, number]>;
	readonly drafts: Table<DraftRow, string>;
	readonly leases: Table<LeaseRow, string>;
}

export class Database {
	readonly #db: Dexie;
	readonly #onOutdated: (fault: StoreFault) => void;
	/** Why this connection is over for good. */
	#ended: StoreFault | null = null;
	/** An older tab keeps the database open, and the upgrade waits for it. */
	#waiting = false;
	#onBlocked: () => void = () => undefined;

	/** @param onOutdated is told when a newer version of this program takes the database over */
	constructor(name: string, factory: IDBFactory, onOutdated: (fault: StoreFault) => void) {
		this.#onOutdated = onOutdated;
		const db = new Dexie(name, {
			indexedDB: guarded(factory, name),
			IDBKeyRange,
			// Opening is done here only, where its faults can be told from those of a write.
			autoOpen: false,
			cache: 'disabled',
			// What was acknowledged is on the disk, not only on its way there.
			chromeTransactionDurability: 'strict'
		});
		db.version(SCHEMA_VERSION).stores(TABLES);
		db.on('versionchange', ({ newVersion }) => {
			// Deleted: the next call makes an empty one. Upgraded: nothing of this version may write any more.
			if (newVersion === null) db.close({ disableAutoOpen: false });
			else this.#outdate();
			return false;
		});
		db.on('blocked', () => {
			this.#waiting = true;
			this.#onBlocked();
			return false;
		});
		this.#db = db;
	}

	/** Opens the database, if it is not open. */
	async ready(): Promise<StoreResult<null>> {
		for (let left = ATTEMPTS; ; left--) {
			if (this.#ended !== null) return fail(this.#ended);
			if (this.#waiting) return fail(busy());
			const blocked = new Promise<'blocked'>((settle) => {
				this.#onBlocked = () => settle('blocked');
			});
			try {
				const opened = this.#db.open().finally(() => {
					this.#waiting = false;
				});
				return (await Promise.race([opened, blocked])) === 'blocked' ? fail(busy()) : ok(null);
			} catch (error) {
				if (this.#ended !== null) return fail(this.#ended);
				if (left === 1 || !isDisconnected(error)) return fail(faultOf(error, true));
			}
		}
	}

	/**
	 * Runs work in one transaction. It may run again, where the browser closed the connection under it: work must come
	 * to the same when it was done already.
	 *
	 * @param work a refusal it returns is passed on; it must come before the first write
	 */
	async run<T>(
		mode: 'r' | 'rw',
		names: readonly TableName[],
		work: (tables: Tables) => Promise<StoreResult<T>>
	): Promise<StoreResult<T>> {
		for (let left = ATTEMPTS; ; left--) {
			const ready = await this.ready();
			if (!ready.ok) return ready;
			try {
				return await this.#db.transaction(mode, [...names], async (transaction) =>
					work(tablesOf(transaction))
				);
			} catch (error) {
				if (this.#ended !== null) return fail(this.#ended);
				if (left === 1 || !isDisconnected(error)) return fail(faultOf(error, false));
			}
		}
	}

	close(): void {
		this.#ended ??= storeFault('STORE_FAILED', 'the store was closed');
		this.#db.close();
	}

	#outdate(): void {
		this.#ended ??= storeFault('STORE_NEWER', 'a newer version of this program opened the store');
		this.#db.close();
		this.#onOutdated(this.#ended);
	}
}

/** Bound to their transaction: which one is running, dexie could only guess after an `await` of something else. */
function tablesOf(transaction: Transaction): Tables {
	return {
		games: transaction.table('games'),
		starts: transaction.table('starts'),
		turns: transaction.table('turns'),
		drafts: transaction.table('drafts'),
		leases: transaction.table('leases')
	};
}

function busy(): StoreFault {
	return storeFault('STORE_BUSY', 'an older tab keeps the store open');
}

/**
 * A database of a newer version is left alone, and so is one that lacks tables of ours: dexie would open the one and
 * extend the other.
 */
function guarded(factory: IDBFactory, name: string): IDBFactory {
	return {
		open(asked: string, version?: number): IDBOpenDBRequest {
			if (asked !== name || version === NATIVE_VERSION) return factory.open(asked, version);
			if (version === undefined) throw new DOMException('written by a newer version', 'VersionError');
			throw new ForeignSchema('tables are missing');
		},
		deleteDatabase: (asked) => factory.deleteDatabase(asked),
		databases: () => factory.databases(),
		cmp: (first, second) => factory.cmp(first, second)
	};
}
