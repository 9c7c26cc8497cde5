/** Server-sent events over one response. */

export interface EventMessage {
	readonly name: string;
	/** JSON. */
	readonly data: string;
	/** Its place in the stream; null where it names none. */
	readonly id: string | null;
}

/** False where the stream is gone or does not keep up. */
export type SendEvent = (message: EventMessage) => boolean;

/**
 * Messages that wait to be taken. A snapshot and the news of a minute are a dozen; who is this far behind is gone, or so
 * slow that a new snapshot serves better.
 */
const MOST_WAITING = 256;

/**
 * @param watch begins to send; the function it gives ends that
 * @returns null where there is nothing to be watched
 */
export async function openStream(
	watch: (send: SendEvent) => Promise<(() => void) | null>
): Promise<Response | null> {
	const encoder = new TextEncoder();
	let end: (() => void) | null = null;
	let ended = false;
	let sink: ReadableStreamDefaultController<Uint8Array> | null = null;
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				sink = controller;
			},
			cancel() {
				ended = true;
				end?.();
			}
		},
		{ highWaterMark: MOST_WAITING }
	);
	const close = (): void => {
		if (ended) return;
		ended = true;
		sink?.close();
	};
	const send: SendEvent = ({ name, data, id }) => {
		if (ended || sink === null) return false;
		if ((sink.desiredSize ?? 0) <= 0) {
			close();
			return false;
		}
		const place = id === null ? '' : `id: ${id}\n`;
		sink.enqueue(encoder.encode(`${place}event: ${name}\ndata: ${data}\n\n`));
		if (name === 'bye') close();
		return true;
	};
	end = await watch(send);
	if (end === null) return null;
	// It was broken off before it had begun.
	if (ended) end();
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store, no-transform',
			// Proxies that gather answers before handing them on.
			'x-accel-buffering': 'no'
		}
	});
}
