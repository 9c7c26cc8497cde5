/** Changes of the plan: the management platform. A block that says nothing is left out. */
import { platformOf } from '#lib/engine/platform/parts.ts';
import type { Plan } from '#lib/engine/plan.ts';
import type { PlatformPlan } from '#lib/engine/platform/plan.ts';
import { PLATFORM_PARTS, type PlatformPart } from '#lib/engine/vocab.ts';

export function togglePart(plan: Plan, part: PlatformPart): Plan {
	const { build } = platformOf(plan);
	const next = build.includes(part) ? build.filter((it) => it !== part) : [...build, part];
	return withPlatform(plan, { build: PLATFORM_PARTS.filter((it) => next.includes(it)) });
}

function withPlatform(plan: Plan, part: Partial<PlatformPlan>): Plan {
	const platform = { ...platformOf(plan), ...part };
	if (!Object.values(platform).every(isEmpty)) return { ...plan, platform };
	const next = { ...plan };
	delete next.platform;
	return next;
}

function isEmpty(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}
