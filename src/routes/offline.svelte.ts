import { createContext } from 'svelte';

/** Whether this page can do without a network. */
export type Kept =
	/** Not asked yet. */
	| 'unknown'
	/** The browser has no service workers, or the address is not one that may have them (plain http). */
	| 'impossible'
	| 'keeping'
	| 'kept'
	| 'failed';

/** The page kept for offline use, the state of the network, and a new version that waits. */
export class Offline {
	#kept = $state.raw<Kept>('unknown');
	#online = $state.raw(true);
	#waiting = $state.raw<ServiceWorker | null>(null);
	#taking = false;

	get kept(): Kept {
		return this.#kept;
	}

	get online(): boolean {
		return this.#online;
	}

	/** A new version is there and takes over when the reader says so. */
	get updateReady(): boolean {
		return this.#waiting !== null;
	}

	/** @param script address of the service worker @returns stops listening */
	watch(script: string): () => void {
		const network = (): void => {
			this.#online = navigator.onLine;
		};
		network();
		addEventListener('online', network);
		addEventListener('offline', network);
		void this.#register(script);
		return () => {
			removeEventListener('online', network);
			removeEventListener('offline', network);
		};
	}

	/** Puts the new version in place of this one and loads the page again; what was being done is kept already. */
	update(): void {
		this.#taking = true;
		this.#waiting?.postMessage('take-over');
	}

	async #register(script: string): Promise<void> {
		if (!('serviceWorker' in navigator)) {
			this.#kept = 'impossible';
			return;
		}
		const { serviceWorker } = navigator;
		serviceWorker.addEventListener('controllerchange', () => {
			// Only where it was asked for: another tab's update must not swap a game under its player.
			if (this.#taking) location.reload();
		});
		try {
			this.#kept = serviceWorker.controller === null ? 'keeping' : 'kept';
			const registration = await serviceWorker.register(script, { type: 'module' });
			this.#follow(registration);
			await serviceWorker.ready;
			this.#kept = 'kept';
		} catch {
			this.#kept = serviceWorker.controller === null ? 'failed' : 'kept';
		}
	}

	#follow(registration: ServiceWorkerRegistration): void {
		const look = (): void => {
			// The very first version has nothing to take over from.
			this.#waiting = navigator.serviceWorker.controller === null ? null : registration.waiting;
		};
		look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', look);
		});
	}
}

export const [getOffline, setOffline] = createContext<Offline>();
