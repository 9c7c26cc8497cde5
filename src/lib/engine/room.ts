/**
 * Room for the many small tables of a turn in one buffer: to make a buffer for each takes longer than to fill them.
 * All begin at 0.
 */
/** Below what the system gives out page by page. */
const CHUNK = 1 << 16;

export class Room {
	private buffer = new ArrayBuffer(CHUNK);
	private next = 0;

	floats(length: number): Float64Array {
		const first = this.take(length * 8);
		return new Float64Array(this.buffer, first, length);
	}

	ints(length: number): Int32Array {
		const first = this.take(length * 4);
		return new Int32Array(this.buffer, first, length);
	}

	/** First byte of so many in `buffer`. */
	private take(bytes: number): number {
		const first = this.next;
		const end = first + ((bytes + 7) & ~7);
		if (end <= this.buffer.byteLength) {
			this.next = end;
			return first;
		}
		this.buffer = new ArrayBuffer(Math.max(CHUNK, end - first));
		this.next = end - first;
		return 0;
	}
}
