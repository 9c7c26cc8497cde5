/** A room as its instructor runs it: who is there, what the clock says, and the commands. */
import { rooms } from '../../host/rooms/index.ts';
import type { Command, CommandDone, RoomResults } from '../../protocol/rooms/index.ts';
import type { Fault } from '../../result.ts';
import { RoomLink } from './link.svelte.ts';

export class Classroom {
	readonly link: RoomLink;
	#faults = $state.raw<readonly Fault[]>([]);
	#busy = $state.raw(false);
	#results = $state.raw<RoomResults | null>(null);

	constructor(room: string) {
		this.link = new RoomLink(room);
	}

	/** What was refused last. */
	get faults(): readonly Fault[] {
		return this.#faults;
	}

	/** A command is on its way. */
	get busy(): boolean {
		return this.#busy;
	}

	/** As fetched last; null before. */
	get results(): RoomResults | null {
		return this.#results;
	}

	/** @param secret of the link this browser came by; null where it has its cookie already */
	async enter(secret: string | null): Promise<void> {
		this.#faults = [];
		if (secret !== null) {
			const entered = await rooms.openRoom(this.link.id, secret);
			if (!entered.ok) this.#faults = entered.faults;
		}
		this.link.open();
	}

	/** @returns what the command gives back, or null where it was refused */
	async command(command: Command): Promise<CommandDone | null> {
		return this.#ask(() => rooms.command(this.link.id, command));
	}

	async loadResults(): Promise<void> {
		this.#results = (await this.#ask(() => rooms.results(this.link.id))) ?? this.#results;
	}

	/** @returns whether the room is gone */
	async remove(): Promise<boolean> {
		this.#busy = true;
		const removed = await rooms.remove(this.link.id);
		this.#busy = false;
		this.#faults = removed.ok ? [] : removed.faults;
		if (removed.ok) this.link.close();
		return removed.ok;
	}

	stop(): void {
		this.link.close();
	}

	async #ask<T>(
		ask: () => Promise<{ ok: true; value: T } | { ok: false; faults: readonly Fault[] }>
	): Promise<T | null> {
		this.#busy = true;
		const answer = await ask();
		this.#busy = false;
		this.#faults = answer.ok ? [] : answer.faults;
		return answer.ok ? answer.value : null;
	}
}
