/**
 * The streams of this process. A room that somebody watches has a channel; it draws the room's picture anew when the room
 * changed, here or at another node, and sends each stream what is new to it.
 */
import { ROOM_TOPIC } from './context.ts';
import { HEARTBEAT_MS, type ByeReason } from '#lib/protocol/rooms/index.ts';
import type { Who } from './access.ts';
import { Channel, type Send } from './channel.ts';
import type { RoomsContext } from './context.ts';

/** Changes that come close together are told together. */
const GATHER_MS = 200;

export class Hub {
	readonly #context: Pick<RoomsContext, 'database' | 'now' | 'report'>;
	readonly #channels = new Map<string, Channel>();
	/** Rooms to be looked at, and the timers that will. */
	readonly #gathering = new Map<string, ReturnType<typeof setTimeout>>();
	#heart: ReturnType<typeof setInterval> | undefined;
	#unlisten: () => void = () => undefined;
	#stopped = false;

	constructor(context: Pick<RoomsContext, 'database' | 'now' | 'report'>) {
		this.#context = context;
	}

	start(): void {
		this.#unlisten = this.#context.database.signals.listen((signal) => {
			if (signal === null) for (const room of this.#channels.keys()) this.changed(room);
			else if (signal.topic === ROOM_TOPIC) this.changed(signal.id);
		});
		let running = false;
		this.#heart = setInterval(() => {
			// What takes longer than its interval is not piled up.
			if (running) return;
			running = true;
			void this.#heartbeat()
				.catch((error: unknown) => this.#context.report('streams', error))
				.finally(() => (running = false));
		}, HEARTBEAT_MS);
		this.#heart.unref();
	}

	/** Open streams, for the metrics. */
	get streams(): number {
		return [...this.#channels.values()].reduce((sum, channel) => sum + channel.size, 0);
	}

	/**
	 * @param after the last message this browser saw; null for a new one
	 * @returns ends the stream; null where the room is gone
	 */
	async watch(
		who: Exclude<Who, { kind: 'host' }>,
		after: string | null,
		send: Send
	): Promise<(() => void) | null> {
		if (this.#stopped) return null;
		const { room } = who;
		let channel = this.#channels.get(room);
		if (channel === undefined) {
			channel = new Channel(room, this.#context);
			this.#channels.set(room, channel);
		}
		const end = await channel.add(who, after, send);
		if (end === null) {
			this.#dropEmpty(room);
			return null;
		}
		this.changed(room);
		return () => {
			end();
			this.changed(room);
		};
	}

	/** A snapshot alone, for a page that only looks. */
	async snapshot(who: Exclude<Who, { kind: 'host' }>): Promise<string | null> {
		const channel = this.#channels.get(who.room) ?? new Channel(who.room, this.#context);
		return channel.snapshotFor(who);
	}

	/** A room has changed: soon its streams are told. */
	changed(room: string): void {
		if (this.#stopped || this.#gathering.has(room) || !this.#channels.has(room)) return;
		const timer = setTimeout(() => {
			this.#gathering.delete(room);
			void this.#tell(room);
		}, GATHER_MS);
		timer.unref();
		this.#gathering.set(room, timer);
	}

	/** Ends every stream; browsers connect again to the server that comes after. */
	stop(reason: ByeReason = 'restart'): void {
		this.#stopped = true;
		clearInterval(this.#heart);
		this.#unlisten();
		for (const timer of this.#gathering.values()) clearTimeout(timer);
		for (const channel of this.#channels.values()) channel.bye(reason);
		this.#channels.clear();
	}

	async #tell(room: string): Promise<void> {
		const channel = this.#channels.get(room);
		if (channel === undefined) return;
		try {
			await channel.tell();
		} catch (error) {
			// The database is away, say: the next look tries again.
			this.#context.report('streams', error);
		}
		this.#dropEmpty(room);
	}

	#dropEmpty(room: string): void {
		if (this.#channels.get(room)?.size === 0) this.#channels.delete(room);
	}

	/**
	 * Signs of life both ways: streams get one, and the teams behind them are there. The room is drawn anew besides, for
	 * what changes by time alone, and for a change whose node died before it told.
	 */
	async #heartbeat(): Promise<void> {
		for (const [room, channel] of this.#channels) {
			channel.heartbeat();
			await channel.markSeen();
			this.changed(room);
			this.#dropEmpty(room);
		}
	}
}
