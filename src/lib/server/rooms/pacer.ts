/** Looks after the clocks of all rooms: closes what is due, at this node or whichever comes first. */
import type { RoomsContext } from './context.ts';
import { closeIfDue, dueRooms } from './pace.ts';

const TICK_MS = 500;
/** Hand-ins that come close together are looked at together. */
const LOOK_MS = 150;

export class Pacer {
	readonly #context: RoomsContext;
	readonly #looking = new Map<string, ReturnType<typeof setTimeout>>();
	#timer: ReturnType<typeof setInterval> | undefined;
	/** The last tick failed; told once, since the next ones fail likewise. */
	#failing = false;

	constructor(context: RoomsContext) {
		this.#context = context;
	}

	start(): void {
		let running = false;
		this.#timer = setInterval(() => {
			if (running) return;
			running = true;
			void this.#tick().finally(() => (running = false));
		}, TICK_MS);
		this.#timer.unref();
	}

	/** Something happened by which a turn may end early. */
	look(room: string): void {
		if (this.#looking.has(room)) return;
		const timer = setTimeout(() => {
			this.#looking.delete(room);
			closeIfDue(this.#context, room).catch((error: unknown) => this.#context.report('pace', error));
		}, LOOK_MS);
		timer.unref();
		this.#looking.set(room, timer);
	}

	stop(): void {
		clearInterval(this.#timer);
		for (const timer of this.#looking.values()) clearTimeout(timer);
	}

	async #tick(): Promise<void> {
		try {
			for (const room of await dueRooms(this.#context)) await closeIfDue(this.#context, room);
			this.#failing = false;
		} catch (error) {
			if (!this.#failing) this.#context.report('pace', error);
			this.#failing = true;
		}
	}
}
