/**
 * Writes one game, in order and at once. What could not be written stays here and is tried again with the next change,
 * or when asked to; a turn is never overtaken by the draft after it.
 */
import type { DraftRecord, GameStore, Lease, StoreFault, StoreResult, TurnRecord } from '../session/index.ts';

export type Saving =
	| { readonly status: 'saved' | 'saving' }
	/** Kept in this page only; `faults` say why. */
	| { readonly status: 'failed'; readonly faults: readonly StoreFault[] }
	/** Another tab has the game, or a newer version the store. Nothing more is written from here. */
	| { readonly status: 'lost'; readonly faults: readonly StoreFault[] };

/** Faults that mean somebody else writes this game now. */
const TAKEN: readonly string[] = ['STORE_LEASE_LOST', 'STORE_PARENT'];

export class Keeper {
	readonly #store: GameStore;
	readonly #lease: Lease;
	readonly #unlisten: () => void;
	#saving = $state.raw<Saving>({ status: 'saved' });
	#turns: readonly TurnRecord[] = [];
	#draft: DraftRecord | null = null;
	#pump: Promise<void> | null = null;

	constructor(store: GameStore, lease: Lease) {
		this.#store = store;
		this.#lease = lease;
		this.#unlisten = store.onLost(lease, (fault) => this.#lose([fault]));
	}

	get saving(): Saving {
		return this.#saving;
	}

	keepDraft(draft: DraftRecord): Promise<void> {
		this.#draft = draft;
		return this.#run();
	}

	/** The draft it was decided from ends with it. */
	keepTurn(turn: TurnRecord): Promise<void> {
		this.#turns = [...this.#turns, turn];
		this.#draft = null;
		return this.#run();
	}

	/** Writes what is left to write; settles when that is done or has failed. */
	retry(): Promise<void> {
		return this.#run();
	}

	stop(): void {
		this.#unlisten();
	}

	#run(): Promise<void> {
		this.#pump ??= this.#drain().finally(() => {
			this.#pump = null;
		});
		return this.#pump;
	}

	async #drain(): Promise<void> {
		// After the assignment to #pump: a failure that comes at once must not be forgotten by it.
		await Promise.resolve();
		while (this.#saving.status !== 'lost') {
			const written = await this.#next();
			if (written === null) {
				this.#saving = { status: 'saved' };
				return;
			}
			if (written.ok) continue;
			if (written.faults.some((it) => TAKEN.includes(it.code))) this.#lose(written.faults);
			else this.#saving = { status: 'failed', faults: written.faults };
			return;
		}
	}

	/** @returns null when nothing is left */
	async #next(): Promise<StoreResult<null> | null> {
		const [turn] = this.#turns;
		const draft = this.#draft;
		if (turn === undefined && draft === null) return null;
		// A failed write is not shown as mended before it is.
		if (this.#saving.status === 'saved') this.#saving = { status: 'saving' };
		if (turn !== undefined) {
			const written = await this.#store.appendTurn(this.#lease, turn);
			if (written.ok) this.#turns = this.#turns.slice(1);
			return written;
		}
		if (draft === null) return null;
		const written = await this.#store.saveDraft(this.#lease, draft);
		// A later change may have come meanwhile.
		if (written.ok && this.#draft === draft) this.#draft = null;
		return written;
	}

	#lose(faults: readonly StoreFault[]): void {
		this.#saving = { status: 'lost', faults };
	}
}
