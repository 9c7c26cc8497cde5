/**
 * Failures by address. A whole class shares one, so what succeeds is never counted and the limit is one that forty teams
 * who mistype a code do not reach, but somebody who tries codes does at once.
 */
import { isIPv6 } from 'node:net';

export interface LimitOptions {
	/** Failures that may come at once. */
	readonly burst: number;
	/** One more is forgiven every so many milliseconds. */
	readonly forgiveMs: number;
	readonly now?: () => number;
}

/** So many addresses are remembered; beyond that those that failed longest ago are forgotten. */
const MOST = 50_000;

export class FailureLimit {
	readonly #burst: number;
	readonly #forgiveMs: number;
	readonly #now: () => number;
	/** When all failures of the address will be forgiven, in the order of the last failure. */
	readonly #until = new Map<string, number>();

	constructor({ burst, forgiveMs, now = Date.now }: LimitOptions) {
		this.#burst = burst;
		this.#forgiveMs = forgiveMs;
		this.#now = now;
	}

	/** @returns seconds until the address may try again; 0 if it may now */
	wait(address: string): number {
		const until = this.#until.get(keyOf(address)) ?? 0;
		const over = until - this.#now() - (this.#burst - 1) * this.#forgiveMs;
		return over <= 0 ? 0 : Math.ceil(over / 1000);
	}

	/** Counts it at once, where it is not failures that are limited. @returns as `wait`; what has to wait is not counted */
	take(key: string): number {
		const seconds = this.wait(key);
		if (seconds === 0) this.failed(key);
		return seconds;
	}

	failed(address: string): void {
		const key = keyOf(address);
		const until = Math.max(this.#until.get(key) ?? 0, this.#now()) + this.#forgiveMs;
		this.#until.delete(key);
		this.#until.set(key, until);
		if (this.#until.size <= MOST) return;
		const [oldest] = this.#until.keys();
		if (oldest !== undefined) this.#until.delete(oldest);
	}
}

/**
 * Rooms that somebody of an address is in. Where one of a class tries codes until the address has to wait, the others are
 * let in all the same, into the room they all are in, and nowhere else.
 */
export class KnownRooms {
	readonly #keepMs: number;
	readonly #now: () => number;
	/** Until when, by address and room; who came last stands last. */
	readonly #until = new Map<string, number>();

	constructor({ keepMs, now = Date.now }: { readonly keepMs: number; readonly now?: () => number }) {
		this.#keepMs = keepMs;
		this.#now = now;
	}

	has(address: string, room: string): boolean {
		return (this.#until.get(`${keyOf(address)} ${room}`) ?? 0) > this.#now();
	}

	note(address: string, room: string): void {
		const key = `${keyOf(address)} ${room}`;
		this.#until.delete(key);
		this.#until.set(key, this.#now() + this.#keepMs);
		if (this.#until.size <= MOST) return;
		const [oldest] = this.#until.keys();
		if (oldest !== undefined) this.#until.delete(oldest);
	}
}

/** Whoever has one IPv6 address has the whole /64. */
function keyOf(address: string): string {
	const plain = address.replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
	if (mapped?.[1] !== undefined) return mapped[1];
	const [head = '', tail] = plain.split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => parseInt(group || '0', 16).toString(16))
		.join(':');
}
