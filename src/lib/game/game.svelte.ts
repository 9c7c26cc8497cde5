/**
 * The game a person plays: what is open, the plan being made, the turns behind it. The only caller of a host and of a
 * store; pages read it and call it, and nothing of it is a proxy that a message could not carry.
 */
import type { Plan } from '../engine/plan.ts';
import type { FirmReport, GameScore } from '../engine/report.ts';
import type { FirmView } from '../engine/view.ts';
import type {
	Committed,
	HostFault,
	LocalHost,
	Opened,
	OpenRequest,
	Phase,
	Preview,
	ScenarioSummary
} from '../host/index.ts';
import type { Prediction } from '../protocol/prediction.ts';
import type { Fault } from '../result.ts';
import type { ScenarioTexts } from '../scenario/index.ts';
import type {
	GameStart,
	GameStore,
	StoredGame,
	StoreFault,
	StoreResult,
	TurnRecord
} from '../session/index.ts';
import { beginDraft, edited, redone, undone, type Draft } from './draft.ts';
import { textsOfFile, type FileTexts } from './file-texts.ts';
import { Keeper, type Saving } from './keeper.svelte.ts';
import { patiently } from './patience.ts';
import { Previewer } from './previewer.svelte.ts';
import { gameScore, recordOf, startOf } from './records.ts';
import { passes, replayFault, requestOf, versionFault } from './reopening.ts';

/** Id of a game that no store keeps. */
export const UNKEPT = 'unkept';

export type Standing =
	| { readonly status: 'none' | 'opening' | 'open' }
	/** It can be looked at, but not played on. */
	| { readonly status: 'readOnly'; readonly why: Fault }
	| { readonly status: 'failed'; readonly faults: readonly Fault[] };

export class Game {
	readonly #host: LocalHost;
	readonly #openStore: () => Promise<StoreResult<GameStore>>;
	readonly #previewer: Previewer;
	#id = $state.raw<string | null>(null);
	#standing = $state.raw<Standing>({ status: 'none' });
	#opened = $state.raw<Opened | null>(null);
	#view = $state.raw<FirmView | null>(null);
	#phase = $state.raw<Phase>('playing');
	#start = $state.raw<GameStart | null>(null);
	#turns = $state.raw<readonly TurnRecord[]>([]);
	#draft = $state.raw<Draft | null>(null);
	#file = $state.raw<FileTexts | null>(null);
	#keeper = $state.raw<Keeper | null>(null);
	/** Why nothing is kept at all. */
	#unkept = $state.raw<readonly StoreFault[]>([]);
	#busy = $state.raw(false);
	#faults = $state.raw<readonly HostFault[]>([]);
	/** Counts games asked for: an answer to an earlier one is not taken any more. */
	#asked = 0;

	constructor(host: LocalHost, openStore: () => Promise<StoreResult<GameStore>>) {
		this.#host = host;
		this.#openStore = openStore;
		this.#previewer = new Previewer((plan) =>
			patiently(() => this.#host.preview(this.#opened?.game ?? '', plan))
		);
	}

	get id(): string | null {
		return this.#id;
	}

	get standing(): Standing {
		return this.#standing;
	}

	/** Null where only the records of the game are left. */
	get opened(): Opened | null {
		return this.#opened;
	}

	get view(): FirmView | null {
		return this.#view;
	}

	get phase(): Phase {
		return this.#phase;
	}

	get start(): GameStart | null {
		return this.#start;
	}

	get summary(): ScenarioSummary | null {
		return this.#opened?.scenario ?? null;
	}

	get texts(): ScenarioTexts | null {
		return this.#opened?.texts ?? this.#file?.texts ?? null;
	}

	get firms(): FirmView['firms'] {
		return this.#view?.firms ?? this.#file?.firms ?? [];
	}

	get turns(): readonly TurnRecord[] {
		return this.#turns;
	}

	get reports(): readonly FirmReport[] {
		return this.#turns.map((turn) => turn.report);
	}

	get predictions(): readonly (Prediction | null)[] {
		return this.#turns.map((turn) => turn.prediction);
	}

	/** Of the turns played so far; null before the first. */
	get score(): GameScore | null {
		return this.#turns.length === 0 ? null : gameScore(this.#turns);
	}

	get draft(): Draft | null {
		return this.#draft;
	}

	get preview(): Preview | null {
		return this.#previewer.preview;
	}

	/** Whether the preview is of the plan as it is now. */
	get previewed(): boolean {
		return this.#previewer.current;
	}

	/** Null before a game is open. */
	get saving(): Saving | null {
		if (this.#unkept.length > 0) return { status: 'failed', faults: this.#unkept };
		return this.#keeper?.saving ?? null;
	}

	/** A turn is being played. */
	get busy(): boolean {
		return this.#busy;
	}

	/** What the market refused last. */
	get faults(): readonly HostFault[] {
		return this.#faults.length > 0 ? this.#faults : this.#previewer.faults;
	}

	/** May decide: a turn is to come, and this tab has the game. */
	get deciding(): boolean {
		return this.#standing.status === 'open' && this.#phase === 'playing' && this.saving?.status !== 'lost';
	}

	/**
	 * Begins a game and keeps it. Where nothing can be kept it is played all the same, and `saving` says so.
	 *
	 * @returns its id, or null if it could not be begun
	 */
	async begin(request: Omit<OpenRequest, 'resume'>): Promise<string | null> {
		const mine = this.#leave();
		this.#standing = { status: 'opening' };
		const opened = await patiently(() => this.#host.open(request));
		if (mine !== this.#asked) return null;
		if (!opened.ok) {
			this.#standing = { status: 'failed', faults: opened.faults };
			return null;
		}
		const start = startOf(opened.value);
		const store = await this.#openStore();
		const lease = store.ok ? await store.value.create(start) : store;
		if (mine !== this.#asked) return null;
		if (store.ok && lease.ok) {
			this.#keeper = new Keeper(store.value, lease.value);
			// The first moment there is something a browser short of space should not clear. It may refuse.
			void store.value.persist();
		} else this.#unkept = lease.ok ? [] : lease.faults;
		this.#id = lease.ok ? lease.value.game : UNKEPT;
		this.#show(opened.value, start, [], null);
		return this.#id;
	}

	/** Something was decided that is kept nowhere but in this page. */
	get unsaved(): boolean {
		if (this.#unkept.length > 0) return true;
		const keeper = this.#keeper;
		return keeper !== null && (keeper.saving.status === 'failed' || keeper.unwritten > 0);
	}

	/** Opens a kept game and takes it over from any other tab. Does nothing if it is open and this tab's already. */
	async open(id: string): Promise<void> {
		const lost = this.saving?.status === 'lost' && !this.unsaved;
		if (this.#id === id && this.#standing.status !== 'failed' && !lost) return;
		await this.#reopen(id);
	}

	/** Takes the game back from the tab that took it, with what was decided there. */
	async takeBack(): Promise<void> {
		if (this.#id !== null) await this.#reopen(this.#id);
	}

	edit(plan: Plan): void {
		if (this.#draft !== null && this.deciding && !this.#busy) this.#keepDraft(edited(this.#draft, plan));
	}

	undo(): void {
		if (this.#draft !== null && this.deciding && !this.#busy) this.#keepDraft(undone(this.#draft));
	}

	redo(): void {
		if (this.#draft !== null && this.deciding && !this.#busy) this.#keepDraft(redone(this.#draft));
	}

	/** Back to the plan in force; that, too, can be taken back. */
	reset(): void {
		if (this.#view !== null) this.edit(this.#view.plan);
	}

	predict(prediction: Prediction | null): void {
		if (this.#draft === null || !this.deciding || this.#busy) return;
		this.#keepDraft({ ...this.#draft, prediction });
	}

	/**
	 * Plays the coming turn with the plan as it is; after the last one, the closing weeks too.
	 *
	 * @returns the turn that was played, or null if the market refused
	 */
	async endTurn(): Promise<number | null> {
		const [draft, opened] = [this.#draft, this.#opened];
		if (draft === null || opened === null || !this.deciding || this.#busy) return null;
		this.#busy = true;
		this.#faults = [];
		try {
			return await this.#playTurn(draft, opened);
		} finally {
			if (this.#opened === opened) this.#busy = false;
		}
	}

	async #playTurn(draft: Draft, opened: Opened): Promise<number | null> {
		const played = await patiently(() => this.#host.commit(opened.game, draft.turn, draft.plan));
		// The page may have gone on to another game meanwhile.
		if (this.#opened !== opened) return null;
		if (played.ok) {
			await this.#take(played.value, draft.plan, draft.prediction);
			await this.#closeIfDecided(opened);
		} else this.#faults = played.faults;
		return played.ok ? played.value.turn : null;
	}

	/**
	 * Tries again to write what could not be written. A game that no store has, or has any more, is kept as a new one:
	 * its id changes.
	 */
	async retrySaving(): Promise<void> {
		const [keeper, start, mine] = [this.#keeper, this.#start, this.#asked];
		if (start === null || this.#busy) return;
		const { saving } = this;
		const gone = saving?.status === 'failed' && saving.faults.some((it) => it.code === 'STORE_GAME_MISSING');
		if (keeper !== null && !gone) return keeper.retry();
		// Nothing is decided meanwhile: it would belong to neither game.
		this.#busy = true;
		try {
			const store = await this.#openStore();
			const lease = store.ok ? await store.value.create(start, this.#turns) : store;
			if (mine !== this.#asked) return;
			if (!store.ok || !lease.ok) {
				if (keeper === null) this.#unkept = lease.ok ? [] : lease.faults;
				return;
			}
			this.#keeper = new Keeper(store.value, lease.value);
			this.#unkept = [];
			this.#id = lease.value.game;
			if (this.#draft !== null) await this.#keeper.keepDraft(this.#draft);
		} finally {
			if (mine === this.#asked) this.#busy = false;
		}
	}

	/** All there is of the game, for a file; null before one is open. */
	get whole(): StoredGame | null {
		const [id, start] = [this.#id, this.#start];
		if (id === null || start === null) return null;
		return { id, start, turns: this.#turns, draft: this.#draft };
	}

	/** Lets go of the game that is open. */
	leave(): void {
		this.#leave();
	}

	async #reopen(id: string): Promise<void> {
		const mine = this.#leave();
		this.#id = id;
		this.#standing = { status: 'opening' };
		const store = await this.#openStore();
		const kept = store.ok ? await store.value.open(id) : store;
		if (mine !== this.#asked) return;
		if (!store.ok || !kept.ok) {
			this.#standing = { status: 'failed', faults: kept.ok ? [] : kept.faults };
			return;
		}
		const { lease, game } = kept.value;
		const { start, turns } = game;
		const other = versionFault(start);
		if (other !== null) {
			this.#lookAt(start, turns, other);
			return;
		}
		const opened = await patiently(() => this.#host.open(requestOf(start, turns)));
		if (mine !== this.#asked) return;
		if (!opened.ok) {
			// A market that did not answer at all says nothing about the game.
			const [why] = opened.faults;
			if (why === undefined || passes(why)) {
				this.#standing = { status: 'failed', faults: opened.faults };
			} else this.#lookAt(start, turns, why);
			return;
		}
		const differs = replayFault(turns, opened.value);
		if (differs !== null) {
			this.#lookAt(start, turns, differs);
			return;
		}
		this.#keeper = new Keeper(store.value, lease);
		this.#show(opened.value, start, turns, game.draft);
		await this.#closeIfDecided(opened.value);
	}

	#show(opened: Opened, start: GameStart, turns: readonly TurnRecord[], draft: Draft | null): void {
		this.#opened = opened;
		this.#start = start;
		this.#turns = turns;
		this.#standing = { status: 'open' };
		this.#stand(opened.view, opened.phase, draft);
	}

	#lookAt(start: GameStart, turns: readonly TurnRecord[], why: Fault): void {
		this.#start = start;
		this.#turns = turns;
		this.#file = textsOfFile(start.scenario.text);
		this.#phase = turns.length > start.turns ? 'over' : 'playing';
		this.#standing = { status: 'readOnly', why };
	}

	#stand(view: FirmView, phase: Phase, draft: Draft | null): void {
		this.#view = view;
		this.#phase = phase;
		const kept = draft?.turn === view.turn ? draft : null;
		this.#draft = phase === 'playing' ? (kept ?? beginDraft(view.turn, view.plan)) : null;
		if (this.#draft !== null) this.#previewer.want(this.#draft.plan);
	}

	#keepDraft(draft: Draft): void {
		if (draft === this.#draft) return;
		this.#draft = draft;
		this.#previewer.want(draft.plan);
		void this.#keeper?.keepDraft(draft);
	}

	async #take(played: Committed, plan: Plan | null, prediction: Prediction | null): Promise<void> {
		const turn = recordOf(played, plan, prediction, this.#turns);
		this.#turns = [...this.#turns, turn];
		this.#stand(played.view, played.phase, null);
		await this.#keeper?.keepTurn(turn);
	}

	/** The closing weeks decide nothing, so nobody is asked for them. */
	async #closeIfDecided(opened: Opened): Promise<void> {
		if (this.#phase !== 'decided') return;
		const closed = await patiently(() => this.#host.close(opened.game));
		if (this.#opened !== opened) return;
		if (closed.ok) await this.#take(closed.value, null, null);
		else this.#faults = closed.faults;
	}

	#leave(): number {
		const opened = this.#opened;
		if (opened !== null) void this.#host.dispose(opened.game);
		this.#keeper?.stop();
		this.#id = null;
		this.#opened = null;
		this.#view = null;
		this.#start = null;
		this.#turns = [];
		this.#draft = null;
		this.#file = null;
		this.#keeper = null;
		this.#unkept = [];
		this.#busy = false;
		this.#faults = [];
		this.#standing = { status: 'none' };
		return ++this.#asked;
	}
}
