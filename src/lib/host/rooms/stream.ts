/**
 * The stream of a browser, kept up: it is opened again after every loss, with growing pauses, and at once when the
 * network comes back or the page is shown again. A stream is lost when the browser says that the network is, and when it
 * gives no sign of life for two heartbeats, whatever the browser believes.
 */
import {
	HEARTBEAT_MS,
	readStreamEvent,
	STREAM_EVENTS,
	type StreamEvent
} from '../../protocol/rooms/index.ts';
import type { Fault } from '../../result.ts';
import { rooms } from './api.ts';
import { isPassing } from './ask.ts';

export interface StreamListener {
	/** @param receivedAt `performance.now()`, for the clock */
	readonly event: (event: StreamEvent, receivedAt: number) => void;
	readonly lost: () => void;
	/** The server does not let this browser in: nothing is tried any more. */
	readonly refused: (faults: readonly Fault[]) => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** @returns ends it */
export function followRoom(room: string, listener: StreamListener): () => void {
	let source: EventSource | null = null;
	let silence: ReturnType<typeof setTimeout> | undefined;
	let again: ReturnType<typeof setTimeout> | undefined;
	let pause = FIRST_PAUSE_MS;
	let after = '';
	let ended = false;

	function heard(): void {
		clearTimeout(silence);
		silence = setTimeout(lose, 2 * HEARTBEAT_MS);
	}

	function shut(): void {
		clearTimeout(silence);
		clearTimeout(again);
		source?.close();
		source = null;
	}

	function lose(): void {
		if (ended) return;
		shut();
		listener.lost();
		again = setTimeout(() => void reopen(), pause);
		pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
	}

	/** An EventSource does not tell why it failed; a plain request does. */
	async function reopen(): Promise<void> {
		const state = await rooms.state(room);
		if (ended) return;
		if (state.ok) open();
		else if (isPassing(state.faults)) lose();
		else {
			end();
			listener.refused(state.faults);
		}
	}

	function open(): void {
		shut();
		source = new EventSource(`${rooms.stream(room)}${after === '' ? '' : `?after=${after}`}`);
		source.onopen = heard;
		source.onerror = lose;
		const hear = ({ data, lastEventId }: MessageEvent<string>): void => {
			const receivedAt = performance.now();
			const event = readStreamEvent(data);
			heard();
			if (event === null) return;
			if (lastEventId !== '') after = encodeURIComponent(lastEventId);
			pause = FIRST_PAUSE_MS;
			const over = event.event === 'bye' && event.reason !== 'restart';
			if (over) end();
			listener.event(event, receivedAt);
		};
		for (const name of STREAM_EVENTS) source.addEventListener(name, hear);
	}

	/** The network is back, or somebody looks: no reason to wait any longer. */
	function hurry(): void {
		if (ended || document.visibilityState === 'hidden') return;
		if (source === null) {
			clearTimeout(again);
			void reopen();
		}
	}

	/** The browser knows it before any silence tells; a stream may go on for a while without anything coming. */
	function unplugged(): void {
		if (source !== null) lose();
	}

	function end(): void {
		ended = true;
		shut();
		removeEventListener('offline', unplugged);
		removeEventListener('online', hurry);
		document.removeEventListener('visibilitychange', hurry);
	}

	addEventListener('online', hurry);
	addEventListener('offline', unplugged);
	document.addEventListener('visibilitychange', hurry);
	void reopen();
	heard();
	return end;
}
