/**
 * One area first: the method. Build the platform, choose the area where No.1 is nearest, choose its dealer by the sheet
 * and win it with terms, open every account there in four planned visits, replenish by sell-through, keep the price; when
 * the area is held, roll on to the next.
 */
import type { Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { AreaView, FirmView } from '../../engine/view.ts';
import { PLATFORM_PARTS } from '../../engine/vocab.ts';
import { activities } from './method/activities.ts';
import { chooseAreas, regionsOf } from './method/areas.ts';
import { dealersPlan } from './method/dealing.ts';
import { fieldPlan } from './method/field.ts';
import { launches } from './method/launches.ts';

export const oneAreaFirst: Strategy = {
	name: 'one-area-first',
	decide(view) {
		const worked = chooseAreas(view);
		const regions = regionsOf(view, worked);
		const plan: Plan = {
			regions: { worked: worked.map((area) => area.id) },
			dealers: dealersPlan(view, regions),
			field: fieldPlan(view, worked),
			price: { ...view.plan.price, ...launches(view, new Set(regions.map(({ id }) => id))) },
			activities: activities(view, regions),
			supply: {
				orderMode: Object.fromEntries(view.regions.map((region) => [region.id, 'sellThrough'] as const)),
				pushes: []
			},
			// The platform is built before the launch, and carried along to the next area.
			platform: { build: PLATFORM_PARTS, targets: { totalUnits: hardTarget(view, worked), indexBp: {} } }
		};
		return plan;
	}
};

/** As far beyond past sales as a target pulls most. */
function hardTarget({ rules }: FirmView, worked: readonly AreaView[]): number {
	const past = worked.reduce((sum, area) => sum + (area.sellOut.value ?? 0), 0);
	return Math.floor(past * (1 + rules.platform.targetStretch) + 0.5);
}
