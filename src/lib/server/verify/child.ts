/** A process that plays games again, one after another, behind everything else this machine does. */
import { constants, setPriority } from 'node:os';
import type { MarketSpec } from '#lib/engine/spec.ts';
import type { Submission } from '#lib/protocol/board/index.ts';
import { verify } from '#lib/protocol/board/verify.ts';

export interface VerifyCall {
	readonly game: Pick<Submission, 'log' | 'claim'>;
	readonly spec: MarketSpec;
}

try {
	setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
	// Some systems do not let us: then it is a process like any other.
}

process.on('message', ({ game, spec }: VerifyCall) => {
	process.send?.(verify(game, spec));
});
// The server is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());
