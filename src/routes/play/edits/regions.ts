/** Changes of the plan: which areas the field force works. A plan is never changed, a new one is made. */
import type { Plan } from '#lib/engine/plan.ts';

/**
 * An area comes back where it stood in the standing plan, so that off and on again is no change; a new one comes last.
 */
export function toggleArea(plan: Plan, standing: Plan, area: string): Plan {
	const { worked } = plan.regions;
	if (worked.includes(area))
		return withWorked(
			plan,
			worked.filter((id) => id !== area)
		);
	const before = standing.regions.worked;
	const after = new Set(before.includes(area) ? before.slice(before.indexOf(area) + 1) : []);
	const place = worked.findIndex((id) => after.has(id));
	const at = place < 0 ? worked.length : place;
	return withWorked(plan, [...worked.slice(0, at), area, ...worked.slice(at)]);
}

/** One place up (−1) or down (+1); at the end of the list nothing happens. */
export function moveArea(plan: Plan, area: string, by: -1 | 1): Plan {
	const worked = [...plan.regions.worked];
	const from = worked.indexOf(area);
	const to = from + by;
	if (from < 0 || to < 0 || to >= worked.length) return plan;
	worked.splice(from, 1);
	worked.splice(to, 0, area);
	return withWorked(plan, worked);
}

function withWorked(plan: Plan, worked: readonly string[]): Plan {
	return { ...plan, regions: { worked } };
}
