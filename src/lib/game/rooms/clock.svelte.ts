/** The server's time, as far as a browser can tell: its own clock is used for differences only. */
export class ServerClock {
	/** Server time less `performance.now()`, milliseconds. */
	#offset = $state.raw<number | null>(null);
	#now = $state.raw(0);
	#tick: ReturnType<typeof setInterval> | undefined;

	/** Milliseconds since 1970 by the server, moved on four times a second; null before the first message. */
	get now(): number | null {
		return this.#offset === null ? null : this.#now + this.#offset;
	}

	/** What arrives late says an earlier time than it is: the largest difference seen is the nearest to the truth. */
	heard(serverNow: number, receivedAt: number): void {
		const offset = serverNow - receivedAt;
		// A server that was put right by more than a network takes is believed.
		const put = this.#offset === null || offset > this.#offset || this.#offset - offset > 5000;
		if (put) this.#offset = offset;
		this.#now = performance.now();
	}

	start(): void {
		this.#now = performance.now();
		this.#tick = setInterval(() => (this.#now = performance.now()), 250);
	}

	stop(): void {
		clearInterval(this.#tick);
	}
}
