/**
 * Word between the tabs of one browser, and of this tab being shown again. It only spares a reader the surprise: what
 * may be written is decided in the database, so a browser where tabs cannot talk loses nothing.
 */
export type Word =
	/** A tab took the lease of a game. */
	| { readonly kind: 'lease'; readonly game: string; readonly epoch: number }
	/** A tab began, played on or deleted a game. */
	| { readonly kind: 'change'; readonly game: string };

export interface TabListeners {
	heard(word: Word): void;
	shown(): void;
}

export class Tabs {
	readonly #listeners: TabListeners;
	readonly #channel: BroadcastChannel | null;
	readonly #onVisible = (): void => {
		if (document.visibilityState === 'visible') this.#listeners.shown();
	};

	/** @param name of the database: tabs of another one are not meant */
	constructor(name: string, listeners: TabListeners) {
		this.#listeners = listeners;
		this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}-store`);
		this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			const word = readWord(data);
			if (word !== null) listeners.heard(word);
		});
		if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.#onVisible);
	}

	tell(word: Word): void {
		this.#channel?.postMessage(word);
	}

	close(): void {
		this.#channel?.close();
		if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.#onVisible);
	}
}

/** What another tab says may come from another version of this program. */
export function readWord(data: unknown): Word | null {
	if (typeof data !== 'object' || data === null) return null;
	const { kind, game, epoch } = data as Readonly<Record<string, unknown>>;
	if (typeof game !== 'string') return null;
	if (kind === 'change') return { kind, game };
	if (kind === 'lease' && typeof epoch === 'number') return { kind, game, epoch };
	return null;
}
