/** What a load run counts. */
import { spreadOf, type Spread } from './figures.ts';

export class Tally {
	/** By what failed and how: anything here fails the run. */
	readonly #errors = new Map<string, number>();
	readonly #times = new Map<TimeOf, number[]>();
	messages = 0;
	messageBytes = 0;

	error(what: string): void {
		this.#errors.set(what, (this.#errors.get(what) ?? 0) + 1);
	}

	took(what: TimeOf, milliseconds: number): void {
		const times = this.#times.get(what) ?? [];
		times.push(milliseconds);
		this.#times.set(what, times);
	}

	heard(bytes: number): void {
		this.messages++;
		this.messageBytes += bytes;
	}

	get errors(): Readonly<Record<string, number>> {
		return Object.fromEntries([...this.#errors].sort());
	}

	spread(what: TimeOf): Spread {
		return spreadOf(this.#times.get(what) ?? []);
	}
}

/** `stepped`: from the first hand-in of a round until the next turn is open; `closed`: from the last one. */
export type TimeOf = 'join' | 'acknowledged' | 'market' | 'stepped' | 'closed';
