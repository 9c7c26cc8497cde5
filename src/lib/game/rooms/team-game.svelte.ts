/**
 * A team's game in a room: the desk of the coming turn, what is handed in, what came of it. In a sealed room, and where
 * all play together, the server plays; in an open room at one's own speed this browser does, and the server follows.
 */
import type { Plan } from '../../engine/plan.ts';
import type { FirmReport, GameScore } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import { LocalHost, startWorker, type Phase, type Preview } from '../../host/index.ts';
import { isPassing, rooms } from '../../host/rooms/index.ts';
import type { Prediction } from '../../protocol/prediction.ts';
import {
	chainHash,
	type Decision,
	type Entry,
	type HandIn,
	type TeamMarket,
	type TurnAck
} from '../../protocol/rooms/index.ts';
import { ok, type Fault, type Result } from '../../result.ts';
import { newId } from '../../session/id.ts';
import { RoomKeep } from '../../session/room-keep.ts';
import type { StoreFault } from '../../session/store.ts';
import { beginDraft, edited, redone, undone, type Draft } from '../draft.ts';
import { Previewer } from '../previewer.svelte.ts';
import { RoomLink } from './link.svelte.ts';
import { Outbox } from './outbox.svelte.ts';
import { OwnMarket, type Stand } from './own-market.ts';

export class TeamGame {
	readonly link: RoomLink;
	readonly outbox: Outbox;
	readonly #keep = new RoomKeep();
	readonly #previewer: Previewer<Fault>;
	#host: LocalHost | null = null;
	#market = $state.raw<TeamMarket | null>(null);
	/** In an open room at one's own speed. */
	#own: OwnMarket | null = null;
	#ownStand = $state.raw<Stand | null>(null);
	#draft = $state.raw<Draft | null>(null);
	#faults = $state.raw<readonly Fault[]>([]);
	/** Why the draft is in this page only. */
	#unkept = $state.raw<readonly StoreFault[]>([]);
	#forked = $state.raw<TurnAck | null>(null);
	#busy = $state.raw(false);
	/** Practice turns are counted from 0 as the others are: notes of the one are not for the other. */
	#practice: boolean | null = null;
	#fetching = false;
	#stopped = false;

	constructor(room: string) {
		this.link = new RoomLink(room, () => void this.#follow());
		this.outbox = new Outbox(room, {
			acknowledged: (handIn, ack) => this.#acknowledged(handIn, ack),
			refused: (_, faults) => this.#refused(faults)
		});
		this.#previewer = new Previewer((plan) => this.#ask(plan));
		void this.#restore(room).then(() => {
			if (!this.#stopped) this.link.open();
		});
	}

	get market(): TeamMarket | null {
		return this.#market;
	}

	get view(): FirmView | null {
		return this.#ownStand?.view ?? this.#market?.view ?? null;
	}

	get phase(): Phase {
		return this.#ownStand?.phase ?? this.#market?.phase ?? 'playing';
	}

	get reports(): readonly FirmReport[] {
		return this.#ownStand?.reports ?? this.#market?.reports ?? [];
	}

	get score(): GameScore | null {
		return this.#ownStand?.score ?? this.#market?.score ?? null;
	}

	/** One per turn played. */
	get decisions(): readonly Decision[] {
		return this.#ownStand?.decisions ?? this.#market?.decisions ?? [];
	}

	get draft(): Draft | null {
		return this.#draft;
	}

	get preview(): Preview | null {
		return this.#previewer.preview;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** What the server refused last, or why there is nothing to show. */
	get faults(): readonly Fault[] {
		return this.#faults.length > 0 ? this.#faults : this.#previewer.faults;
	}

	get unkept(): readonly StoreFault[] {
		return this.#unkept;
	}

	/** A hand-in that came beside the chain: it is kept by the server and does not count. */
	get forked(): TurnAck | null {
		return this.#forked;
	}

	/** May decide: a turn is open to this team, or will be, and the draft is for it. */
	get deciding(): boolean {
		const { team, room } = this.link;
		if (this.#draft === null || room === null || team === null || this.#busy) return false;
		if (this.practised) return false;
		if (this.#ownStand !== null) return this.phase === 'playing';
		// What the market has become is still to be fetched: the draft is for a turn that is over.
		if (this.#draft.turn !== team.turn) return false;
		return team.state === 'deciding' || team.state === 'handedIn' || team.state === 'waiting';
	}

	/** At one's own speed: all turns of practice are played, and the team looks at them until it begins the game. */
	get practised(): boolean {
		const { team, room } = this.link;
		if (room === null || team?.practice !== true || room.pacing !== 'self') return false;
		return (this.view?.turn ?? team.turn) >= room.practiceTurns;
	}

	/** May hand in now; what is drafted before a turn opens waits for it. */
	get open(): boolean {
		const { team, room } = this.link;
		if (!this.deciding || room?.phase !== 'open') return false;
		return this.#ownStand !== null || team?.state === 'deciding' || team?.state === 'handedIn';
	}

	/** The decision of the coming turn is with the server, as it stands here. */
	get handedIn(): boolean {
		return this.link.team?.state === 'handedIn' && this.outbox.waiting.length === 0;
	}

	/** What stands with the server for the coming turn; null where there is nothing yet. */
	get stands(): Entry | null {
		const entries = this.handedIn ? this.link.team?.entries : undefined;
		return entries?.findLast(({ fork, turn }) => !fork && turn === this.#draft?.turn) ?? null;
	}

	/** What is on the desk is not what stands: it was changed since, or came from another device of the team. */
	get differs(): boolean {
		const [draft, entry] = [this.#draft, this.stands];
		if (draft === null || entry === null) return false;
		const { turn, plan, prediction } = draft;
		return chainHash(entry.parentHash, { turn, id: entry.id, plan, prediction }) !== entry.hash;
	}

	/** This browser plays the market itself. */
	get playsHere(): boolean {
		return this.#ownStand !== null;
	}

	edit(plan: Plan): void {
		if (this.#draft !== null && this.deciding) this.#put(edited(this.#draft, plan));
	}

	undo(): void {
		if (this.#draft !== null && this.deciding) this.#put(undone(this.#draft));
	}

	redo(): void {
		if (this.#draft !== null && this.deciding) this.#put(redone(this.#draft));
	}

	reset(): void {
		if (this.view !== null) this.edit(this.view.plan);
	}

	predict(prediction: Prediction | null): void {
		if (this.#draft !== null && this.deciding) this.#put({ ...this.#draft, prediction });
	}

	/** Hands the draft in. @returns whether a turn was played by it at once, here */
	async handIn(prediction: Prediction | null): Promise<boolean> {
		const [draft, team] = [this.#draft, this.link.team];
		if (draft === null || team === null || !this.open) return false;
		this.#faults = [];
		this.#forked = null;
		const handIn: HandIn = {
			team: team.team,
			turn: draft.turn,
			parentHash: this.outbox.headAfter(team.head),
			id: newId(),
			plan: draft.plan,
			prediction
		};
		this.#draft = { ...draft, prediction };
		this.outbox.put(handIn);
		this.#write();
		const own = this.#own;
		if (own === null) return false;
		this.#busy = true;
		const played = await own.play(draft.plan, prediction);
		this.#busy = false;
		if (played.ok) this.#stand(played.value);
		else this.#faults = played.faults;
		return played.ok;
	}

	/** Ends the practice of this team, for all its browsers. */
	async begin(): Promise<void> {
		this.#busy = true;
		const begun = await rooms.begin(this.link.id);
		this.#busy = false;
		this.#faults = begun.ok ? [] : begun.faults;
	}

	/** Asks for everything again. */
	retry(): void {
		this.#faults = [];
		this.#market = null;
		if (this.link.connection.status === 'refused') this.link.open();
		else void this.#follow();
	}

	stop(): void {
		this.#stopped = true;
		this.link.close();
		this.outbox.stop();
		this.#own?.dispose();
		this.#keep.close();
	}

	async #restore(room: string): Promise<void> {
		const kept = await this.#keep.read(room);
		if (!kept.ok) this.#unkept = kept.faults;
		else if (kept.value !== null) {
			this.#practice = kept.value.practice;
			this.#draft = kept.value.draft;
			this.outbox.restore(kept.value.unsent);
		}
	}

	async #follow(): Promise<void> {
		const { room, team, connection } = this.link;
		if (room === null || team === null || this.#stopped) return;
		if (this.#practice !== null && this.#practice !== team.practice) {
			this.#draft = null;
			this.#market = null;
			this.outbox.clear();
			this.#drop();
		}
		this.#practice = team.practice;
		if (connection.status === 'connected') {
			this.#askAgain();
			await this.outbox.hurry();
		}
		await this.#fetch();
	}

	/** What was not answered while network or server were away; what is still wrong is told again. */
	#askAgain(): void {
		if (isPassing(this.#faults)) this.#faults = [];
		if (this.#draft !== null && isPassing(this.#previewer.faults)) this.#previewer.want(this.#draft.plan);
	}

	/** Fetches the market until it is the one the team stands at. */
	async #fetch(): Promise<void> {
		if (this.#fetching) return;
		this.#fetching = true;
		try {
			while (!this.#stopped && this.#behind()) {
				const answer = await rooms.market(this.link.id);
				if (!answer.ok) {
					this.#faults = answer.faults;
					return;
				}
				this.#market = answer.value;
				await this.#show(answer.value);
			}
		} finally {
			this.#fetching = false;
		}
	}

	#behind(): boolean {
		const { team } = this.link;
		if (team === null) return false;
		if (this.#market === null) return true;
		// Ahead of the server is where an own market may be.
		if (this.#ownStand !== null && this.outbox.waiting.length > 0) return false;
		const played = this.#ownStand?.reports.length ?? this.#market.played;
		return played !== team.played && team.state !== 'playing';
	}

	async #show(market: TeamMarket): Promise<void> {
		const { room } = this.link;
		this.#drop();
		if (market.open === null || room?.pacing !== 'self') {
			this.#begin(market.view, market.phase);
			return;
		}
		this.#host ??= new LocalHost(startWorker, {});
		const opened = await OwnMarket.open(
			this.#host,
			market.open,
			market.decisions,
			market.phase === 'over',
			this.outbox.waiting
		);
		if (!opened.ok) {
			this.#faults = opened.faults;
			this.#begin(market.view, market.phase);
			return;
		}
		this.#own = opened.value;
		this.#stand(opened.value.stand);
	}

	#stand(stand: Stand): void {
		this.#ownStand = stand;
		this.#begin(stand.view, stand.phase);
	}

	#begin(view: FirmView, phase: Phase): void {
		const kept = this.#draft?.turn === view.turn ? this.#draft : null;
		this.#draft = phase === 'playing' ? (kept ?? beginDraft(view.turn, view.plan)) : null;
		if (this.#draft !== null) this.#previewer.want(this.#draft.plan);
		this.#write();
	}

	#drop(): void {
		this.#own?.dispose();
		this.#own = null;
		this.#ownStand = null;
	}

	async #ask(plan: Plan): Promise<Result<Preview>> {
		if (this.#own !== null) return this.#own.preview(plan);
		const answer = await rooms.preview(this.link.id, plan);
		if (!answer.ok) return answer;
		const { applied, dropped, commitments, outlooks } = answer.value;
		return ok({ applied, dropped, commitments, outlooks });
	}

	#put(draft: Draft): void {
		if (draft === this.#draft) return;
		this.#draft = draft;
		this.#previewer.want(draft.plan);
		this.#write();
	}

	#write(): void {
		const { room, team } = this.link;
		if (room === null || team === null) return;
		const notes = {
			room: room.room,
			team: team.team,
			practice: team.practice,
			draft: this.#draft,
			unsent: this.outbox.waiting
		};
		void this.#keep.write(notes).then((kept) => {
			this.#unkept = kept.ok ? [] : kept.faults;
		});
	}

	#acknowledged(handIn: HandIn, ack: TurnAck): void {
		this.#write();
		if (ack.status !== 'fork') return;
		this.#forked = ack;
		// Somebody else of the team decided meanwhile: what was played here on top of it goes with it.
		if (this.#own !== null && handIn.turn < (this.view?.turn ?? 0)) {
			this.#market = null;
			void this.#fetch();
		}
	}

	#refused(faults: readonly Fault[]): void {
		this.#faults = faults;
		this.#write();
		if (this.#own === null) return;
		this.outbox.clear();
		this.#market = null;
		void this.#fetch();
	}
}
