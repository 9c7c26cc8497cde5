/** Whole games in the built page, as a reader would have them: by an address, read off the page. */

export interface Chosen {
	readonly scenario: string;
	readonly strategy: string;
	readonly seed: string;
}

export function addressOf({ scenario, strategy, seed }: Chosen): string {
	return `/watch?${new URLSearchParams({ scenario, strategy, seed })}`;
}

/** Where the page writes the state hash of every turn; in its markup also while folded. */
export const TURN_HASHES = '[data-testid="turn-hashes"] code';
export const FINAL_HASH = '[data-testid="final-hash"]';
