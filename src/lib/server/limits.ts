/** Which failures are counted, and how many are borne. */
import { FailureLimit, KnownRooms } from './http/index.ts';

export interface Limits {
	/** Wrong codes of rooms and teams. One in ten seconds tries the 148 million codes of a room in 47 years. */
	readonly secrets: FailureLimit;
	/** Wrong links and tokens: apart, so that whoever tries codes does not shut the instructor out. */
	readonly links: FailureLimit;
	/** Rooms that an address which has to wait is let into all the same. */
	readonly known: KnownRooms;
	/** And how often it may ask for that: ten times a second, at which 148 million codes last for half a year. */
	readonly knownTries: FailureLimit;
	/** Games handed in, good or bad: each is some work to play. A class that ends together is forty at once. */
	readonly submissions: FailureLimit;
	/** Whole games of a team, each of which is played again: by team, since a class shares one address. */
	readonly teamSubmissions: FailureLimit;
	/** Turns of a team, each of which is kept. One that was offline brings a whole game at once. */
	readonly turns: FailureLimit;
	/** Previews and looks at the market, which occupy the threads that play for all: by browser. */
	readonly market: FailureLimit;
}

const CLASS_MS = 12 * 3600 * 1000;

export function createLimits(now: () => number = Date.now): Limits {
	return {
		secrets: new FailureLimit({ burst: 60, forgiveMs: 10_000, now }),
		links: new FailureLimit({ burst: 60, forgiveMs: 10_000, now }),
		known: new KnownRooms({ keepMs: CLASS_MS, now }),
		knownTries: new FailureLimit({ burst: 60, forgiveMs: 100, now }),
		submissions: new FailureLimit({ burst: 400, forgiveMs: 3000, now }),
		teamSubmissions: new FailureLimit({ burst: 20, forgiveMs: 60_000, now }),
		turns: new FailureLimit({ burst: 300, forgiveMs: 500, now }),
		market: new FailureLimit({ burst: 200, forgiveMs: 100, now })
	};
}
