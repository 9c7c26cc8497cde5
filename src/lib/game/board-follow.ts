/**
 * Says when a board is to be read again: by its stream, and by the clock where there is none (an old proxy, too many
 * streams from one address). A page that nobody looks at holds no stream.
 */
import { HEARTBEAT_MS } from '../protocol/rooms/words.ts';

/** Without a stream. */
const POLL_MS = 10_000;
/** Then the stream is tried again. */
const REOPEN_MS = 60_000;

/** @returns ends it */
export function followBoard(board: string, changed: () => void): () => void {
	let source: EventSource | null = null;
	let silence: ReturnType<typeof setTimeout> | undefined;
	let polling: ReturnType<typeof setInterval> | undefined;
	let reopening: ReturnType<typeof setTimeout> | undefined;
	let first = true;

	function heard(): void {
		clearTimeout(silence);
		silence = setTimeout(fail, 2.5 * HEARTBEAT_MS);
	}

	function shut(): void {
		clearTimeout(silence);
		clearTimeout(reopening);
		clearInterval(polling);
		source?.close();
		source = null;
	}

	/** Reads by the clock, until the stream is there again. */
	function fail(): void {
		shut();
		polling = setInterval(changed, POLL_MS);
		reopening = setTimeout(open, REOPEN_MS);
	}

	function open(): void {
		shut();
		source = new EventSource(`/api/boards/${board}/stream`);
		heard();
		source.addEventListener('board', () => {
			heard();
			// The page has just been read.
			if (!first) changed();
			first = false;
		});
		source.addEventListener('heartbeat', heard);
		source.addEventListener('bye', fail);
		source.onerror = () => {
			// What was refused is not tried again by the browser; what broke off is.
			if (source?.readyState === EventSource.CLOSED) fail();
		};
	}

	function look(): void {
		if (document.visibilityState === 'hidden') return shut();
		if (source !== null) return;
		changed();
		open();
	}

	document.addEventListener('visibilitychange', look);
	open();
	return () => {
		document.removeEventListener('visibilitychange', look);
		shut();
	};
}
