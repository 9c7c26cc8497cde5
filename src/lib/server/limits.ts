/** Which failures are counted, and how many are borne. */
import { FailureLimit } from './http/index.ts';

export interface Limits {
	/** Wrong codes, links and tokens. One in ten seconds tries the two hundred million codes of a room in sixty years. */
	readonly secrets: FailureLimit;
	/** Games handed in, good or bad: each is some work to play. A class that ends together is forty at once. */
	readonly submissions: FailureLimit;
}

export function createLimits(now: () => number = Date.now): Limits {
	return {
		secrets: new FailureLimit({ burst: 60, forgiveMs: 10_000, now }),
		submissions: new FailureLimit({ burst: 400, forgiveMs: 3000, now })
	};
}
