/**
 * What a browser keeps of a room between visits: the draft of a turn, and hand-ins the server has not acknowledged. The
 * server has everything else. A database of its own, so that games and rooms change their schemas apart.
 */
import { Dexie, type Table } from 'dexie';
import * as v from 'valibot';
import { HandInSchema, type HandIn } from '../protocol/rooms/index.ts';
import { fail, ok } from '../result.ts';
import { faultOf } from './faults.ts';
import { DraftSchema } from './rows.ts';
import type { DraftRecord, StoreResult } from './store.ts';

export interface RoomNotes {
	readonly room: string;
	readonly team: string;
	/** Turns for practice count from 0, and so do those after them. */
	readonly practice: boolean;
	readonly draft: DraftRecord | null;
	/** In the order they were made; each follows the one before. */
	readonly unsent: readonly HandIn[];
}

/** Most that one team can have to send: a whole game, with a change or two. */
const MAX_UNSENT = 200;

const NotesSchema = v.strictObject({
	room: v.string(),
	team: v.string(),
	practice: v.boolean(),
	draft: v.nullable(DraftSchema),
	unsent: v.pipe(v.array(v.unknown()), v.maxLength(MAX_UNSENT), v.array(HandInSchema))
});

export class RoomKeep {
	readonly #db: Dexie;

	constructor(name = 'shapan-rooms') {
		this.#db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
		this.#db.version(1).stores({ notes: 'room' });
	}

	/** Null where nothing is kept of the room, or nothing that can be used. */
	async read(room: string): Promise<StoreResult<RoomNotes | null>> {
		try {
			const row = await this.#notes.get(room);
			return ok(v.is(NotesSchema, row) ? (row as RoomNotes) : null);
		} catch (error) {
			return fail(faultOf(error, true));
		}
	}

	async write(notes: RoomNotes): Promise<StoreResult<null>> {
		try {
			await this.#notes.put(notes);
			return ok(null);
		} catch (error) {
			return fail(faultOf(error, false));
		}
	}

	async remove(room: string): Promise<StoreResult<null>> {
		try {
			await this.#notes.delete(room);
			return ok(null);
		} catch (error) {
			return fail(faultOf(error, false));
		}
	}

	close(): void {
		this.#db.close();
	}

	get #notes(): Table<RoomNotes, string> {
		return this.#db.table('notes');
	}
}
