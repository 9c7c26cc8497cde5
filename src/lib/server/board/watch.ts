/**
 * Streams of boards: who looks at one is told that it changed, at this node or another, and reads it again. What stands on
 * it is not sent: the reader knows which page it shows, and a rank is read in milliseconds.
 */
import { HEARTBEAT_MS } from '#lib/protocol/rooms/words.ts';
import type { BoardEvent } from '#lib/protocol/board/index.ts';
import type { Signals } from '../database/index.ts';

/** False where the stream is gone or does not keep up. */
export type SendBoard = (message: {
	readonly name: BoardEvent['event'];
	readonly data: string;
	readonly id: null;
}) => boolean;

interface Stream {
	readonly board: string;
	readonly address: string;
	readonly send: SendBoard;
}

export interface BoardWatchOptions {
	/** Of one address: a class of forty teams shares one, each with some pages open. */
	readonly mostByAddress?: number;
	/** At this node. */
	readonly most?: number;
	/** A class that ends together changes a board forty times in some seconds: it is told once for so many milliseconds. */
	readonly gatherMs?: number;
	/** Told how many are open, when that changes. */
	readonly streams?: (open: number) => void;
	readonly now?: () => number;
}

const MOST_BY_ADDRESS = 240;
const MOST = 4000;
const GATHER_MS = 1000;

export class BoardWatch {
	readonly #options: Required<BoardWatchOptions>;
	readonly #streams = new Set<Stream>();
	readonly #byAddress = new Map<string, number>();
	/** Boards that changed, and the timers that will tell. */
	readonly #gathering = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #unlisten: () => void;
	readonly #heart: ReturnType<typeof setInterval>;
	#stopped = false;

	constructor(signals: Signals, options: BoardWatchOptions = {}) {
		this.#options = {
			mostByAddress: MOST_BY_ADDRESS,
			most: MOST,
			gatherMs: GATHER_MS,
			streams: () => undefined,
			now: Date.now,
			...options
		};
		this.#unlisten = signals.listen((signal) => {
			// After a lost connection anything may have changed.
			if (signal === null) for (const { board } of this.#streams) this.#changed(board);
			else if (signal.topic === 'board') this.#changed(signal.id);
		});
		this.#heart = setInterval(() => {
			for (const stream of this.#streams) this.#send(stream, { event: 'heartbeat', serverNow: this.#now() });
		}, HEARTBEAT_MS);
		this.#heart.unref();
	}

	get open(): number {
		return this.#streams.size;
	}

	/** @returns ends the stream; null where there are too many already */
	watch(board: string, address: string, send: SendBoard): (() => void) | null {
		const { most, mostByAddress } = this.#options;
		const ofAddress = this.#byAddress.get(address) ?? 0;
		if (this.#stopped || this.#streams.size >= most || ofAddress >= mostByAddress) return null;
		const stream = { board, address, send };
		this.#streams.add(stream);
		this.#byAddress.set(address, ofAddress + 1);
		this.#options.streams(this.#streams.size);
		// What changed while it was being opened is not missed.
		this.#send(stream, { event: 'board', serverNow: this.#now() });
		return () => this.#end(stream);
	}

	/** Ends every stream; browsers connect again to the server that comes after. */
	stop(): void {
		this.#stopped = true;
		clearInterval(this.#heart);
		this.#unlisten();
		for (const timer of this.#gathering.values()) clearTimeout(timer);
		for (const stream of [...this.#streams]) {
			this.#send(stream, { event: 'bye', serverNow: this.#now() });
			this.#end(stream);
		}
	}

	#now(): number {
		return this.#options.now();
	}

	#changed(board: string): void {
		if (this.#stopped || this.#gathering.has(board)) return;
		const timer = setTimeout(() => {
			this.#gathering.delete(board);
			for (const stream of this.#streams) {
				if (stream.board === board) this.#send(stream, { event: 'board', serverNow: this.#now() });
			}
		}, this.#options.gatherMs);
		timer.unref();
		this.#gathering.set(board, timer);
	}

	#send(stream: Stream, event: BoardEvent): void {
		const sent = stream.send({ name: event.event, data: JSON.stringify(event), id: null });
		if (!sent) this.#end(stream);
	}

	#end(stream: Stream): void {
		if (!this.#streams.delete(stream)) return;
		const left = (this.#byAddress.get(stream.address) ?? 1) - 1;
		if (left > 0) this.#byAddress.set(stream.address, left);
		else this.#byAddress.delete(stream.address);
		this.#options.streams(this.#streams.size);
	}
}
