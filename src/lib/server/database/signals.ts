/**
 * What one node of a deployment tells the others: that something in the database changed, never what it is now. Told
 * after the transaction, heard by every node including the one that tells.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { Query } from './database.ts';

export interface Signal {
	/** Who should look: `board`, `room`. */
	readonly topic: string;
	/** Of what changed. */
	readonly id: string;
}

/** @param signal null after a connection was lost: anything may have changed meanwhile */
export type Listener = (signal: Signal | null) => void;

export interface Signals {
	tell(signal: Signal): Promise<void>;
	/** @returns stops listening */
	listen(listener: Listener): () => void;
	close(): Promise<void>;
}

const CHANNEL = 'shapan';
const RECONNECT_MILLISECONDS = 1000;

class Listeners {
	readonly #emitter = new EventEmitter().setMaxListeners(0);

	listen(listener: Listener): () => void {
		this.#emitter.on('signal', listener);
		return () => void this.#emitter.off('signal', listener);
	}

	emit(signal: Signal | null): void {
		this.#emitter.emit('signal', signal);
	}
}

/** With SQLite there is one node. */
export function signalsHere(): Signals {
	const listeners = new Listeners();
	return {
		tell: async (signal) => listeners.emit(signal),
		listen: (listener) => listeners.listen(listener),
		close: async () => undefined
	};
}

/** Over `LISTEN` on a connection of its own, made again whenever it breaks. */
export async function signalsByPostgres(
	address: string,
	query: Query,
	onLost: (error: Error) => void
): Promise<Signals> {
	const listeners = new Listeners();
	let closed = false;
	let client = await connect();

	async function connect(): Promise<pg.Client> {
		const made = new pg.Client({
			connectionString: address,
			keepAlive: true,
			connectionTimeoutMillis: 5000,
			application_name: 'shapan-signals'
		});
		made.on('error', onLost);
		made.on('notification', ({ payload }) => listeners.emit(readSignal(payload)));
		try {
			await made.connect();
			await made.query(`listen ${CHANNEL}`);
		} catch (error) {
			await made.end().catch(() => undefined);
			throw error;
		}
		made.on('end', () => void reconnect());
		return made;
	}

	async function reconnect(): Promise<void> {
		while (!closed) {
			try {
				client = await connect();
				if (closed) return await client.end();
				return listeners.emit(null);
			} catch (error) {
				onLost(error instanceof Error ? error : new Error(String(error)));
				await sleep(RECONNECT_MILLISECONDS, undefined, { ref: false });
			}
		}
	}

	return {
		async tell({ topic, id }) {
			await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic, id })})`.execute(query);
		},
		listen: (listener) => listeners.listen(listener),
		async close() {
			closed = true;
			await client.end().catch(() => undefined);
		}
	};
}

/** Others may notify the same channel: what is not ours is taken for “look again”. */
function readSignal(payload: string | undefined): Signal | null {
	try {
		const { topic, id } = JSON.parse(payload ?? '') as Partial<Signal>;
		return typeof topic === 'string' && typeof id === 'string' ? { topic, id } : null;
	} catch {
		return null;
	}
}
