/** A room as its stream tells it: to a team, or to its instructor. What is shown is the last that was heard. */
import { followRoom } from '../../host/rooms/index.ts';
import type {
	ByeReason,
	RoomBoard,
	RoomState,
	RosterRow,
	StreamEvent,
	TeamView
} from '../../protocol/rooms/index.ts';
import type { Fault } from '../../result.ts';
import { ServerClock } from './clock.svelte.ts';

export type Connection =
	| { readonly status: 'connecting' | 'connected' | 'lost' }
	/** For good: nothing is heard of this room here any more. */
	| { readonly status: 'ended'; readonly reason: Exclude<ByeReason, 'restart'> }
	| { readonly status: 'refused'; readonly faults: readonly Fault[] };

export class RoomLink {
	readonly id: string;
	readonly clock = new ServerClock();
	#connection = $state.raw<Connection>({ status: 'connecting' });
	#room = $state.raw<RoomState | null>(null);
	#team = $state.raw<TeamView | null>(null);
	#roster = $state.raw<readonly RosterRow[]>([]);
	#board = $state.raw<RoomBoard>({ visible: false, areas: {}, rows: [] });
	readonly #changed: () => void;
	#leave: () => void = () => undefined;

	/** @param changed called after every message, and after a loss */
	constructor(id: string, changed: () => void = () => undefined) {
		this.id = id;
		this.#changed = changed;
	}

	get connection(): Connection {
		return this.#connection;
	}

	/** Null before the first message. */
	get room(): RoomState | null {
		return this.#room;
	}

	/** Null for the instructor. */
	get team(): TeamView | null {
		return this.#team;
	}

	/** In the order the teams came in; empty for a team. */
	get roster(): readonly RosterRow[] {
		return [...this.#roster.values()].sort((a, b) => a.joinedAt - b.joinedAt || (a.team < b.team ? -1 : 1));
	}

	get board(): RoomBoard {
		return this.#board;
	}

	/** Milliseconds until the open turn ends, or that were left when it was held; null where no clock runs. */
	leftUntil(closesAt: number | null): number | null {
		const held = this.#room?.heldMs ?? null;
		if (held !== null) return held;
		const { now } = this.clock;
		return closesAt === null || now === null ? null : Math.max(0, closesAt - now);
	}

	open(): void {
		this.#leave();
		this.#connection = { status: 'connecting' };
		this.clock.start();
		const stop = followRoom(this.id, {
			event: (event, receivedAt) => this.#hear(event, receivedAt),
			lost: () => {
				if (this.#connection.status === 'connected') this.#connection = { status: 'lost' };
				this.#changed();
			},
			refused: (faults) => {
				this.#connection = { status: 'refused', faults };
				this.#changed();
			}
		});
		this.#leave = () => {
			stop();
			this.clock.stop();
			this.#leave = () => undefined;
		};
	}

	close(): void {
		this.#leave();
	}

	#hear(event: StreamEvent, receivedAt: number): void {
		this.clock.heard(event.serverNow, receivedAt);
		this.#connection = { status: 'connected' };
		if (event.event === 'bye') this.#end(event.reason);
		else if (event.event === 'snapshot') {
			this.#room = event.room;
			this.#team = event.team;
			this.#board = event.board;
			this.#roster = inOrder(event.roster?.rows ?? []);
		} else if (event.event === 'room') this.#room = event.room;
		else if (event.event === 'team') this.#team = event.team;
		else if (event.event === 'board') this.#board = event.board;
		else if (event.event === 'roster') {
			const { rows, removed } = event.roster;
			const stale = [...rows.map(({ team }) => team), ...removed];
			this.#roster = inOrder([...this.#roster.filter(({ team }) => !stale.includes(team)), ...rows]);
		}
		this.#changed();
	}

	#end(reason: ByeReason): void {
		this.#connection = reason === 'restart' ? { status: 'lost' } : { status: 'ended', reason };
	}
}

/** As the teams came in. */
function inOrder(rows: readonly RosterRow[]): readonly RosterRow[] {
	return rows.toSorted((a, b) => a.joinedAt - b.joinedAt || (a.team < b.team ? -1 : 1));
}
