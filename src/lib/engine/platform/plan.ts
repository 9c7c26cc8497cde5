/** The block of a plan that builds and uses the management platform (M1). */
import type { PlatformPart } from '../vocab.ts';

export interface PlatformPlan {
	/** Parts that are built, and kept once they stand. */
	readonly build: readonly PlatformPart[];
	/** Left out: nobody has a target. */
	readonly targets?: TargetsPlan;
	/** By area id; left out: no limit but the cash. */
	readonly budgets?: Readonly<Record<string, BudgetPlan>>;
}

/** What promotion and people may cost in an area in a turn, cents (M37). */
export interface BudgetPlan {
	readonly promotionCents: number;
	readonly peopleCents: number;
}

/** The firm's target of a turn, over its worked areas by past sales × correction index (M5, M37). */
export interface TargetsPlan {
	readonly totalUnits: number;
	/** Correction index (修正指数) by area id; what is left out is 1. */
	readonly indexBp: Readonly<Record<string, number>>;
}

export const NO_PLATFORM: PlatformPlan = { build: [] };
