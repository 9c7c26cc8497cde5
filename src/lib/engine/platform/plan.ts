/** The block of a plan that builds and uses the management platform (M1). */
import type { PlatformPart } from '../vocab.ts';

export interface PlatformPlan {
	/** Parts that are built, and kept once they stand. */
	readonly build: readonly PlatformPart[];
}

export const NO_PLATFORM: PlatformPlan = { build: [] };
