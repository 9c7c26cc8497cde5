/** The platform block of a plan projected (rules J14, J15). */
import { clip } from '../clip.ts';
import type { DropCode } from '../plan.ts';
import { PLATFORM_PARTS, type PlatformPart } from '../vocab.ts';
import type { World } from '../world.ts';
import { projectBudgets } from './budgets.ts';
import { platformTurnCents, type Built } from './parts.ts';
import type { PlatformPlan, TargetsPlan } from './plan.ts';
import { INDEX_HIGH_BP, INDEX_LOW_BP, MOST_TARGET_UNITS, WHOLE_INDEX_BP } from './targets.ts';

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
	const targets = asked.targets && projectTargets(world, asked.targets, drop);
	const budgets = asked.budgets && projectBudgets(world, asked.budgets, drop);
	return {
		platform: {
			build,
			...(targets !== undefined && { targets }),
			...(budgets !== undefined && { budgets })
		},
		platformCents: cost()
	};
}

/** J15 A whole target and corrections inside their bounds, of areas that there are. */
function projectTargets(world: World, asked: TargetsPlan, drop: PlatformContext['drop']): TargetsPlan {
	const limited = (
		value: number,
		low: number,
		high: number,
		fallback: number,
		path: string,
		id = ''
	): number => {
		const given = clip(value, low, high, fallback);
		if (given !== value) drop('TARGET_LIMIT', path, { asked: value, given, ...(id !== '' && { id }) });
		return given;
	};
	const path = 'platform.targets';
	const indexBp: Record<string, number> = {};
	for (const id of Object.keys(asked.indexBp).sort()) {
		const place = `${path}.indexBp.${id}`;
		if (world.index.area.has(id))
			indexBp[id] = limited(
				asked.indexBp[id] ?? WHOLE_INDEX_BP,
				INDEX_LOW_BP,
				INDEX_HIGH_BP,
				WHOLE_INDEX_BP,
				place,
				id
			);
		else drop('UNKNOWN_AREA', place, { id });
	}
	return { totalUnits: limited(asked.totalUnits, 0, MOST_TARGET_UNITS, 0, `${path}.totalUnits`), indexBp };
}
