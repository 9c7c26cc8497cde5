/** Which failures are counted, and how many are borne. */
import { FailureLimit } from './http/index.ts';

export interface Limits {
	/** Wrong codes, links and tokens. One in ten seconds tries the 148 million codes of a room in 47 years. */
	readonly secrets: FailureLimit;
	/** Games handed in, good or bad: each is some work to play. A class that ends together is forty at once. */
	readonly submissions: FailureLimit;
	/** Whole games of a team, each of which is played again: by team, since a class shares one address. */
	readonly teamSubmissions: FailureLimit;
	/** Previews and looks at the market, which occupy the threads that play for all: by browser. */
	readonly market: FailureLimit;
}

export function createLimits(now: () => number = Date.now): Limits {
	return {
		secrets: new FailureLimit({ burst: 60, forgiveMs: 10_000, now }),
		submissions: new FailureLimit({ burst: 400, forgiveMs: 3000, now }),
		teamSubmissions: new FailureLimit({ burst: 20, forgiveMs: 60_000, now }),
		market: new FailureLimit({ burst: 200, forgiveMs: 100, now })
	};
}
