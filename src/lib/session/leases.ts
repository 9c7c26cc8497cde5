/** The leases somebody listens to, and which of them are lost. Pure bookkeeping: who may write, the database knows. */
import { storeFault, type Lease, type StoreFault } from './store.ts';

type Listener = (fault: StoreFault) => void;

interface Watch {
	readonly lease: Lease;
	readonly listener: Listener;
}

export class Leases {
	readonly #watches = new Set<Watch>();
	/** Latest epoch heard of, by game. */
	readonly #epochs = new Map<string, number>();
	#all: StoreFault | null = null;

	/** @returns stops listening */
	watch(lease: Lease, listener: Listener): () => void {
		const watch: Watch = { lease, listener };
		this.#watches.add(watch);
		// It may have been lost between `open` and here.
		const fault = this.#faultOf(lease);
		if (fault !== null) queueMicrotask(() => this.#lose(watch, fault));
		return () => this.#watches.delete(watch);
	}

	/** Games somebody listens for. */
	get games(): readonly string[] {
		return [...new Set([...this.#watches].map(({ lease }) => lease.game))];
	}

	/** The lease of a game is at this epoch: those before it are lost. */
	heard(game: string, epoch: number): void {
		if (epoch <= (this.#epochs.get(game) ?? -1)) return;
		this.#epochs.set(game, epoch);
		this.#tell();
	}

	/** Every lease is lost, for one reason. */
	loseAll(fault: StoreFault): void {
		this.#all ??= fault;
		this.#tell();
	}

	close(): void {
		this.#watches.clear();
	}

	#faultOf(lease: Lease): StoreFault | null {
		if (this.#all !== null) return this.#all;
		return lease.epoch < (this.#epochs.get(lease.game) ?? -1) ? leaseLost(lease) : null;
	}

	#tell(): void {
		for (const watch of [...this.#watches]) {
			const fault = this.#faultOf(watch.lease);
			if (fault !== null) this.#lose(watch, fault);
		}
	}

	#lose(watch: Watch, fault: StoreFault): void {
		if (this.#watches.delete(watch)) watch.listener(fault);
	}
}

export function leaseLost({ game, epoch }: Lease): StoreFault {
	return storeFault('STORE_LEASE_LOST', `epoch ${epoch} of game ${game} is over`);
}
