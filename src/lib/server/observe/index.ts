import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

export type { Log } from './log.ts';
export type { Metrics } from './metrics.ts';
export { mayReadMetrics } from './who-may.ts';

/** What looks on while the server works. */
export interface Observers {
	readonly log: Log;
	readonly metrics: Metrics;
}

export function createObservers(level: string | undefined, terminal: boolean): Observers {
	return { log: createLog(level, terminal), metrics: createMetrics() };
}
