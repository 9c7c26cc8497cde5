/** The platform block of a plan projected (rule J14). */
import type { DropCode } from '../plan.ts';
import { PLATFORM_PARTS, type PlatformPart } from '../vocab.ts';
import type { World } from '../world.ts';
import { platformTurnCents, type Built } from './parts.ts';
import type { PlatformPlan } from './plan.ts';

export interface PlatformContext {
	readonly world: World;
	readonly built: Built;
	readonly heads: number;
	readonly weeks: number;
	/** What is left of cash and credit line, cents. */
	readonly cash: number;
	readonly drop: (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;
}

export interface PlatformProjected {
	/** Left out where the plan says nothing. */
	readonly platform?: PlatformPlan;
	readonly platformCents: number;
}

/** J14 Each part once, in the order of the vocabulary; what the cash does not reach for falls away, the last first. */
export function projectPlatform(
	{ world, built, heads, weeks, cash, drop }: PlatformContext,
	asked: PlatformPlan | undefined
): PlatformProjected {
	if (asked === undefined) return { platformCents: 0 };
	const rules = world.spec.platform;
	const once = new Set<PlatformPart>();
	for (const [i, part] of asked.build.entries()) {
		if (once.has(part)) drop('DUPLICATE', `platform.build[${i}]`, { part });
		once.add(part);
	}
	const build = PLATFORM_PARTS.filter((part) => once.has(part));
	const cost = (): number => platformTurnCents(rules, { build }, built, heads, weeks);
	while (build.length > 0 && cost() > cash) {
		const part = build.at(-1)!;
		drop('PLATFORM_CASH', `platform.build.${part}`, { part, asked: cost() });
		build.pop();
	}
	return { platform: { build }, platformCents: cost() };
}
