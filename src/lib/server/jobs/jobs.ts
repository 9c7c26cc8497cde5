/** Work that a request starts and does not wait for. Once added it is done, however often processes die over it. */
import type { Tx } from '../database/index.ts';

export const JOB_KINDS = ['verify'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Done for good, or to be tried again later; what throws is tried again too. */
export type JobEnd = 'done' | 'again';

/** Does one piece of work; may be called twice for the same subject, and by two processes at once. */
export type Workers = Readonly<Record<JobKind, (subject: string) => Promise<JobEnd>>>;

export interface Jobs {
	/** Within the transaction that makes it necessary: both are kept or neither. */
	add(tx: Tx, kind: JobKind, subject: string): Promise<void>;
	/** To be called after that transaction, so that nobody waits for the next look. */
	wake(): void;
	/** Takes up work, also what an earlier process left. */
	start(workers: Workers): Promise<void>;
	/** Takes up no more, and waits for what is being done, but not for long: it will be taken up again. */
	stop(): Promise<void>;
}

/** Pieces of work that one process has in hand at once. */
export const AT_ONCE = 4;

/** Seconds before the next try: longer and longer, to five minutes. */
export function pause(attempts: number): number {
	return Math.min(300, 2 ** Math.min(attempts, 9));
}
