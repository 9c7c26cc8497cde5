/** What whoever runs the server does before there is a room: gets in by the setup token, makes rooms, finds them again. */
import { rooms } from '../../host/rooms/index.ts';
import type { CreateRoom, RoomArchive, RoomCreated, RoomLine } from '../../protocol/rooms/index.ts';
import type { Fault, Result } from '../../result.ts';

export type HostStanding =
	| { readonly status: 'asking' | 'locked' }
	| { readonly status: 'open'; readonly rooms: readonly RoomLine[] }
	| { readonly status: 'failed'; readonly faults: readonly Fault[] };

export class HostDesk {
	#standing = $state.raw<HostStanding>({ status: 'asking' });
	#faults = $state.raw<readonly Fault[]>([]);
	#busy = $state.raw(false);
	#created = $state.raw<RoomCreated | null>(null);
	#joinable = $state(true);

	get standing(): HostStanding {
		return this.#standing;
	}

	/** Of what was asked for last. */
	get faults(): readonly Fault[] {
		return this.#faults;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** The room made last, with its secret: told once, and kept nowhere else. */
	/** Whether teams can come into what was made: not into an archive. */
	get joinable(): boolean {
		return this.#joinable;
	}

	get created(): RoomCreated | null {
		return this.#created;
	}

	async load(): Promise<void> {
		const answer = await rooms.hosted();
		if (answer.ok) this.#standing = { status: 'open', rooms: answer.value };
		else if (answer.faults.some(({ code }) => code === 'ROOM_NO_ACCESS'))
			this.#standing = { status: 'locked' };
		else this.#standing = { status: 'failed', faults: answer.faults };
	}

	async unlock(token: string): Promise<void> {
		const opened = await this.#ask(rooms.openHost(token));
		if (opened) await this.load();
	}

	async create(body: CreateRoom): Promise<void> {
		const created = await this.#ask(rooms.create(body));
		if (created) this.#created = created.value;
	}

	async openArchive(body: RoomArchive): Promise<void> {
		const created = await this.#ask(rooms.openArchive(body));
		if (!created) return;
		this.#created = created.value;
		this.#joinable = false;
	}

	async #ask<T>(answering: Promise<Result<T>>): Promise<{ value: T } | null> {
		this.#busy = true;
		const answer = await answering;
		this.#busy = false;
		this.#faults = answer.ok ? [] : answer.faults;
		return answer.ok ? { value: answer.value } : null;
	}
}
