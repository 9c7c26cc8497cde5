/**
 * Hands finished games in. What was asked for is noted before anything is sent: without a network it stays noted, is
 * shown as not sent, and is sent when there is one.
 */
import type { Receipt } from '../protocol/board/index.ts';
import { fault } from '../result.ts';
import { newId, type StoredGame } from '../session/index.ts';
import { boardClient, type WordedFault } from './board-client.ts';

/** Of one game. */
export interface Handed {
	readonly name: string;
	readonly state: 'unsent' | 'sending' | Receipt['state'];
	/** Why it is not sent, or was refused. */
	readonly faults: readonly WordedFault[];
	/** Once it was sent. */
	readonly receipt: Receipt | null;
}

/** Of this browser: the key says who it is, and is shown to nobody. */
interface Notes {
	readonly key: string;
	readonly name: string;
	readonly games: Readonly<Record<string, Handed>>;
}

const NOTES_KEY = 'shapan.board';
/** Of a page that waits for its game to be played again; longer after each look. */
const LOOK_MS = 700;
const LOOK_MOST_MS = 10_000;

const OFFLINE: WordedFault = fault('BOARD_OFFLINE', '', 'no network');

/** Faults that are nobody's fault: what was handed in may be sent again as it is. */
const AWAY = /^(BOARD_OFFLINE|BOARD_NO_SERVER|BOARD_TOO_MANY|DATABASE_.*|HTTP_.*)$/;

export class BoardDesk {
	#notes = $state.raw<Notes>(readNotes());
	/** What goes on in this page; a note of another tab is none of it. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #busy = new Set<string>();
	#fetched: Promise<
		[typeof import('../session/assemble.ts'), typeof import('../protocol/board/submission.ts')]
	> | null = null;

	/** Null for somebody who never handed anything in. */
	get key(): string | null {
		return Object.keys(this.#notes.games).length === 0 ? null : this.#notes.key;
	}

	/** As it was typed the last time. */
	get name(): string {
		return this.#notes.name;
	}

	of(game: string): Handed | null {
		return this.#notes.games[game] ?? null;
	}

	/** Games that are noted and not sent. */
	get unsent(): number {
		return Object.values(this.#notes.games).filter(({ state }) => state === 'unsent').length;
	}

	async handIn(game: StoredGame, name: string, locale: string): Promise<void> {
		this.#note(game.id, { name, state: 'unsent', faults: [], receipt: null });
		this.#write({ ...this.#notes, name });
		await this.resume(game, locale);
	}

	/** Sends what was noted, or asks on for what was sent. To be called when the page opens and when the network is back. */
	async resume(game: StoredGame, locale: string): Promise<void> {
		const { id } = game;
		if (this.#busy.has(id)) return;
		this.#busy.add(id);
		try {
			const sent = await this.#send(game, locale);
			if (sent !== null) await this.#follow(id, sent, locale);
		} finally {
			this.#busy.delete(id);
		}
	}

	/** Deletes all that this browser handed in from the server, and forgets its key. */
	async forget(locale: string): Promise<readonly WordedFault[]> {
		const forgotten = await boardClient(this.key, locale).forget();
		if (!forgotten.ok) return forgotten.faults;
		this.#write({ key: newId(), name: '', games: {} });
		return [];
	}

	/** Fetches what handing in needs, so that it is there when the network is not. */
	async prepare(): Promise<void> {
		await this.#parts();
	}

	/** Null without a network: asked for then, a part would fail, and the page be loaded anew for its sake. */
	#parts() {
		this.#fetched ??= navigator.onLine
			? Promise.all([import('../session/assemble.ts'), import('../protocol/board/submission.ts')])
			: null;
		return Promise.resolve(this.#fetched).catch(() => (this.#fetched = null));
	}

	/** @returns the receipt; null where there is nothing to wait for */
	async #send(game: StoredGame, locale: string): Promise<Receipt | null> {
		const handed = this.of(game.id);
		if (handed === null || handed.state === 'ranked' || handed.state === 'refused') return null;
		if (handed.receipt !== null) return handed.receipt;
		this.#note(game.id, { ...handed, state: 'sending', faults: [] });
		const parts = await this.#parts();
		if (parts === null) {
			this.#note(game.id, { ...handed, state: 'unsent', faults: [OFFLINE] });
			return null;
		}
		const [{ saveOf }, { submissionOf }] = parts;
		const submission = submissionOf(saveOf(game), handed.name, this.#notes.key);
		const answer = await boardClient(this.#notes.key, locale).submit(submission);
		if (answer.ok) {
			this.#settle(game.id, answer.value);
			return answer.value;
		}
		const isAway = answer.faults.some(({ code }) => AWAY.test(code));
		this.#note(game.id, { ...handed, state: isAway ? 'unsent' : 'refused', faults: answer.faults });
		return null;
	}

	async #follow(game: string, receipt: Receipt, locale: string): Promise<void> {
		let last = receipt;
		for (let pause = LOOK_MS; last.state === 'waiting'; pause = Math.min(LOOK_MOST_MS, pause * 1.5)) {
			await new Promise((resolve) => setTimeout(resolve, pause));
			const answer = await boardClient(this.#notes.key, locale).receipt(receipt.id);
			if (answer.ok) this.#settle(game, (last = answer.value));
			else if (!answer.faults.some(({ code }) => AWAY.test(code))) {
				// The server has nothing of it: it was deleted there, or the server is another one now.
				this.#note(game, { name: this.name, state: 'unsent', faults: answer.faults, receipt: null });
				return;
			}
		}
	}

	#settle(game: string, receipt: Receipt): void {
		const name = this.of(game)?.name ?? this.name;
		this.#note(game, {
			name,
			state: receipt.state,
			faults: receipt.faults as readonly WordedFault[],
			receipt
		});
	}

	#note(game: string, handed: Handed): void {
		this.#write({ ...this.#notes, games: { ...this.#notes.games, [game]: handed } });
	}

	/** Where nothing can be kept the notes hold until the page is closed. */
	#write(notes: Notes): void {
		this.#notes = notes;
		try {
			localStorage.setItem(NOTES_KEY, JSON.stringify(notes));
		} catch {
			// See above.
		}
	}
}

function readNotes(): Notes {
	const none: Notes = { key: newId(), name: '', games: {} };
	try {
		const { key, name, games } = JSON.parse(localStorage.getItem(NOTES_KEY) ?? '') as Partial<Notes>;
		if (typeof key !== 'string' || !/^[0-9a-f]{32}$/.test(key)) return none;
		const kept = typeof games === 'object' && games !== null ? games : {};
		// A page that was closed while it sent does not know whether it was received: sent again, it is the same.
		const resting = Object.entries(kept).map(([id, it]) => [
			id,
			it.state === 'sending' ? { ...it, state: 'unsent' as const } : it
		]);
		return { key, name: typeof name === 'string' ? name : '', games: Object.fromEntries(resting) };
	} catch {
		return none;
	}
}
