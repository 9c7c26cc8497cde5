/** When the next product comes (M10): stage by stage, where people work and the region is ripe for it. */
import type { Plan } from '../../../engine/plan.ts';
import type { FirmView } from '../../../engine/view.ts';

/** Turns that a launch needs to earn what it costs, and how much more there should be in the till than it takes. */
const LAUNCH_TURNS = 4;
const LAUNCH_CUSHION = 10;

/** What waits for a decision is launched stage by stage, where the firm works and the region is ripe for it (M10). */
export function launches(view: FirmView, regions: ReadonlySet<string>): Pick<Plan['price'], 'launches'> {
	const { launchProductCents, launchRegionCents } = view.rules;
	const able =
		view.money.cashCents >= LAUNCH_CUSHION * (launchProductCents + launchRegionCents) &&
		view.turns - view.turn >= LAUNCH_TURNS;
	const chosen = view.products.flatMap(({ id, launch }) => {
		const ripe = (launch?.regions ?? []).filter(
			({ region, week, occupancy, needed }) =>
				week !== null || (able && regions.has(region) && needed !== null && occupancy >= needed)
		);
		return ripe.length === 0 ? [] : [[id, ripe.map(({ region }) => region)] as const];
	});
	return chosen.length === 0 ? {} : { launches: Object.fromEntries(chosen) };
}
