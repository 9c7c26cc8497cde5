/** The way into a room: by its code with a team and a nickname, or by the team's own code. */
import { rooms } from '../../host/rooms/index.ts';
import type { Joined, RoomCard } from '../../protocol/rooms/index.ts';
import type { Fault, Result } from '../../result.ts';
import { newId } from '../../session/id.ts';

export class Entrance {
	#card = $state.raw<RoomCard | null>(null);
	#joined = $state.raw<Joined | null>(null);
	#faults = $state.raw<readonly Fault[]>([]);
	#busy = $state.raw(false);
	/** The same for a second try after an answer that was lost: no second team is made. */
	#attempt = { of: '', id: '' };

	/** The room of the code that was looked up. */
	get card(): RoomCard | null {
		return this.#card;
	}

	get joined(): Joined | null {
		return this.#joined;
	}

	get faults(): readonly Fault[] {
		return this.#faults;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** Beside what the reader does: it keeps nobody from going in meanwhile. */
	async look(code: string): Promise<void> {
		const answer = await rooms.card(code);
		this.#card = answer.ok ? answer.value : null;
		if (!this.#busy) this.#faults = answer.ok ? [] : answer.faults;
	}

	async join(code: string, team: string, nickname: string): Promise<void> {
		const of = JSON.stringify([code, team, nickname]);
		if (this.#attempt.of !== of) this.#attempt = { of, id: newId() };
		this.#joined = await this.#ask(rooms.join({ code, team, nickname, id: this.#attempt.id }));
	}

	async resume(resumeCode: string, nickname: string): Promise<void> {
		this.#joined = await this.#ask(rooms.resume({ resumeCode, nickname }));
	}

	async #ask<T>(answering: Promise<Result<T>>): Promise<T | null> {
		this.#busy = true;
		const answer = await answering;
		this.#busy = false;
		this.#faults = answer.ok ? [] : answer.faults;
		return answer.ok ? answer.value : null;
	}
}
