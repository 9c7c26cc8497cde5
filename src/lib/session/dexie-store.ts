/** `GameStore` over IndexedDB. Every write is one transaction, and begins by asking whether this tab may still write. */
import { fail, ok } from '../result.ts';
import { checkGame, entryOf, successionFault } from './check.ts';
import { Database, type Tables } from './database.ts';
import { newId } from './id.ts';
import { Leases } from './leases.ts';
import { checkRow, TABLES, type Checked, type TableName, type TurnRow } from './rows.ts';
import {
	storeFault,
	type DraftRecord,
	type GameEntry,
	type GameStart,
	type GameStore,
	type Lease,
	type StoredGame,
	type StoreFault,
	type StoreResult,
	type TurnRecord,
	type Usage
} from './store.ts';
import { Tabs } from './tabs.ts';
import * as transactions from './transactions.ts';

const ALL = Object.keys(TABLES) as readonly TableName[];

export class DexieStore implements GameStore {
	readonly #database: Database;
	readonly #tabs: Tabs;
	readonly #leases = new Leases();
	readonly #onChange = new Set<() => void>();
	/** The last write: they are done in the order they were asked for. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(name: string, factory: IDBFactory) {
		this.#database = new Database(name, factory, (fault) => this.#leases.loseAll(fault));
		this.#tabs = new Tabs(name, {
			heard: (word) => {
				if (word.kind === 'lease') this.#leases.heard(word.game, word.epoch);
				else this.#changed();
			},
			shown: () => {
				void this.#lookAtLeases();
				this.#changed();
			}
		});
	}

	ready(): Promise<StoreResult<null>> {
		return this.#database.ready();
	}

	list(): Promise<StoreResult<readonly GameEntry[]>> {
		return this.#database.run('r', ALL, async (tables) => {
			const entries: GameEntry[] = [];
			for (const id of await transactions.gameIds(tables)) {
				entries.push(entryOf(await transactions.rawGame(tables, id)));
			}
			return ok(entries.sort((a, b) => b.changedAt - a.changedAt));
		});
	}

	async create(start: GameStart, turns: readonly TurnRecord[] = []): Promise<StoreResult<Lease>> {
		const game = newId();
		const row = checkRow('starts', plain({ game, start }));
		if (!row.ok) return fail(unwritable(row.where));
		const rows: TurnRow[] = [];
		for (const turn of turns) {
			const checked = turnRow(game, turn);
			if (!checked.ok) return fail(unwritable(`turns[${rows.length}].${checked.where}`));
			const kept = { played: rows.length, hash: rows.at(-1)?.record.hash ?? '' };
			const wrong = successionFault(start.turns, kept, checked.row.record);
			if (wrong !== null) return fail(transactions.misfit(`turns[${rows.length}].${wrong}`));
			rows.push(checked.row);
		}
		const created = await this.#write((tables) => transactions.putGame(tables, row.row, rows));
		if (created.ok) this.#tabs.tell({ kind: 'change', game });
		return created;
	}

	async open(id: string): Promise<StoreResult<{ readonly lease: Lease; readonly game: StoredGame }>> {
		const taken = await this.#write((tables) => transactions.takeGame(tables, id));
		if (taken.ok) {
			const { game, epoch } = taken.value.lease;
			this.#leases.heard(game, epoch);
			this.#tabs.tell({ kind: 'lease', game, epoch });
		}
		return taken;
	}

	peek(id: string): Promise<StoreResult<StoredGame>> {
		return this.#database.run('r', ALL, async (tables) => {
			const checked = checkGame(await transactions.rawGame(tables, id));
			return checked.ok ? ok(checked.value.game) : checked;
		});
	}

	async saveDraft(lease: Lease, draft: DraftRecord): Promise<StoreResult<null>> {
		const row = checkRow('drafts', plain({ game: lease.game, draft }));
		if (!row.ok) return fail(unwritable(row.where));
		return this.#heard(lease, await this.#write((tables) => transactions.putDraft(tables, lease, row.row)));
	}

	async appendTurn(lease: Lease, turn: TurnRecord): Promise<StoreResult<null>> {
		const row = turnRow(lease.game, turn);
		if (!row.ok) return fail(unwritable(row.where));
		const kept = this.#heard(
			lease,
			await this.#write((tables) => transactions.putTurn(tables, lease, row.row))
		);
		if (kept.ok) this.#tabs.tell({ kind: 'change', game: lease.game });
		return kept;
	}

	async remove(id: string): Promise<StoreResult<null>> {
		const removed = await this.#write((tables) => transactions.deleteGame(tables, id));
		if (removed.ok) this.#tabs.tell({ kind: 'change', game: id });
		return removed;
	}

	async usage(): Promise<Usage> {
		const [estimate, persisted] = await Promise.all([
			asked(() => storage()?.estimate?.()),
			asked(() => storage()?.persisted?.())
		]);
		return { usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null, persisted };
	}

	async persist(): Promise<boolean> {
		return (await asked(() => storage()?.persist?.())) ?? false;
	}

	onLost(lease: Lease, listener: (fault: StoreFault) => void): () => void {
		return this.#leases.watch(lease, listener);
	}

	onChange(listener: () => void): () => void {
		this.#onChange.add(listener);
		return () => this.#onChange.delete(listener);
	}

	close(): void {
		this.#leases.close();
		this.#onChange.clear();
		this.#tabs.close();
		this.#database.close();
	}

	#write<T>(work: (tables: Tables) => Promise<StoreResult<T>>): Promise<StoreResult<T>> {
		const done = this.#last.then(() => this.#database.run('rw', ALL, work));
		this.#last = done;
		return done;
	}

	/** A write that was refused tells, too, that the lease is lost. */
	#heard<T>(lease: Lease, result: StoreResult<T>): StoreResult<T> {
		const isLost = !result.ok && result.faults.some(({ code }) => code === 'STORE_LEASE_LOST');
		if (isLost) this.#leases.heard(lease.game, lease.epoch + 1);
		return result;
	}

	async #lookAtLeases(): Promise<void> {
		const { games } = this.#leases;
		if (games.length === 0) return;
		const latest = await this.#database.run('r', ['leases'], async (tables) =>
			ok(await transactions.epochsOf(tables, games))
		);
		// A store that cannot be read now says so at the next write.
		if (latest.ok) for (const { game, epoch } of latest.value) this.#leases.heard(game, epoch);
	}

	#changed(): void {
		for (const listener of [...this.#onChange]) listener();
	}
}

/** As JSON carries it, taken at once: the caller goes on changing its own, and a rune's proxy cannot be stored. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

function turnRow(game: string, record: TurnRecord): Checked<TurnRow> {
	return checkRow('turns', plain({ game, turn: record.turn, record }));
}

/** What could not be read back is not written: our own bug, told before it costs a game. */
function unwritable(where: string): StoreFault {
	return storeFault('STORE_FAILED', `not written, since it could not be read back: ${where}`, { where });
}

/** Absent over plain http, whatever the types say. */
function storage(): Partial<StorageManager> | undefined {
	return (globalThis.navigator as { readonly storage?: Partial<StorageManager> } | undefined)?.storage;
}

async function asked<T>(ask: () => Promise<T> | undefined): Promise<T | null> {
	try {
		return (await ask()) ?? null;
	} catch {
		// A browser that refuses to tell is one that does not tell.
		return null;
	}
}
