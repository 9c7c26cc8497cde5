/**
 * Hand-ins on their way. Each stays until the server has acknowledged or refused it, is sent again after every loss, and
 * never twice for the server: it knows them by their ids.
 */
import { isPassing, rooms } from '../../host/rooms/index.ts';
import { chainHash, type HandIn, type TurnAck } from '../../protocol/rooms/index.ts';
import type { Fault } from '../../result.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 20_000;

export interface OutboxListener {
	readonly acknowledged: (handIn: HandIn, ack: TurnAck) => void;
	readonly refused: (handIn: HandIn, faults: readonly Fault[]) => void;
}

export class Outbox {
	readonly #room: string;
	readonly #listener: OutboxListener;
	#waiting = $state.raw<readonly HandIn[]>([]);
	/** Why the last try did not get through; empty while none has failed. */
	#troubles = $state.raw<readonly Fault[]>([]);
	#sending = false;
	#stopped = false;
	#pause = FIRST_PAUSE_MS;
	#again: ReturnType<typeof setTimeout> | undefined;

	constructor(room: string, listener: OutboxListener) {
		this.#room = room;
		this.#listener = listener;
	}

	get waiting(): readonly HandIn[] {
		return this.#waiting;
	}

	get troubles(): readonly Fault[] {
		return this.#troubles;
	}

	/** What a new hand-in follows, where these are still to be sent. */
	headAfter(head: string): string {
		return this.#waiting.reduce((_, handIn) => chainHash(handIn.parentHash, handIn), head);
	}

	/** Left over from an earlier visit, before anything new. */
	restore(waiting: readonly HandIn[]): void {
		this.#waiting = [...waiting, ...this.#waiting];
	}

	put(handIn: HandIn): void {
		this.#waiting = [...this.#waiting, handIn];
		void this.hurry();
	}

	clear(): void {
		this.#waiting = [];
		this.#troubles = [];
	}

	/** Sends what there is, now. */
	async hurry(): Promise<void> {
		clearTimeout(this.#again);
		if (this.#sending) return;
		this.#sending = true;
		try {
			for (let next = this.#waiting[0]; next !== undefined && !this.#stopped; next = this.#waiting[0]) {
				if (!(await this.#send(next))) return;
			}
		} finally {
			this.#sending = false;
		}
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#again);
	}

	/** @returns whether the next may be sent */
	async #send(handIn: HandIn): Promise<boolean> {
		const answer = await rooms.handIn(this.#room, handIn);
		if (this.#stopped || this.#waiting[0] !== handIn) return false;
		// No answer is no refusal: the same will be sent again.
		if (!answer.ok && isPassing(answer.faults)) {
			this.#troubles = answer.faults;
			this.#again = setTimeout(() => void this.hurry(), this.#pause);
			this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause * 2);
			return false;
		}
		this.#pause = FIRST_PAUSE_MS;
		this.#troubles = [];
		this.#waiting = this.#waiting.slice(1);
		if (answer.ok) this.#listener.acknowledged(handIn, answer.value);
		else this.#listener.refused(handIn, answer.faults);
		return true;
	}
}
