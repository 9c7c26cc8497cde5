/** Prices and limits that anybody may know. */
import { publicDealing } from './contract-view.ts';
import { MAX_MINUTES, MAX_VISITS } from './field/project.ts';
import { fieldRulesView } from './field/observe.ts';
import { publicPlatform } from './platform/view.ts';
import { SHORTLIST_MAX, SHORTLIST_MIN } from './project-dealers.ts';
import type { PublicRules } from './view.ts';
import type { World } from './world.ts';

export function rulesView(world: World): PublicRules {
	const { spec } = world;
	return {
		wageCentsPerWeek: spec.fieldRules.wageCentsPerWeek,
		hireCents: spec.fieldRules.hireCents,
		severanceWeeks: spec.fieldRules.severanceWeeks,
		appointCents: spec.channelRules.appointCents,
		activityFixedCents: spec.money.activityFixedCents,
		maxActivityDepthBp: spec.money.maxActivityDepthBp,
		activities: {
			maxDisplayBp: spec.activities.maxDisplayBp,
			displayCentsPerWeek: spec.activities.displayCentsPerWeek,
			samplingCentsPerDay: spec.activities.samplingCentsPerDay,
			boardCentsPerWeek: spec.activities.boardCentsPerWeek,
			conferenceCents: spec.activities.conferenceCents,
			preparationBp: spec.activities.preparationBp,
			followUpBp: spec.activities.followUpBp,
			approvalLimitCents: spec.activities.approvalLimitCents,
			approvalWeeks: spec.activities.approvalWeeks
		},
		maxMerchandisers: spec.fieldRules.maxMerchandisers,
		pushLimitDays: spec.channelRules.pushLimitDays,
		normalDealerDays: (1 + spec.channelRules.dealerCoverWeeks) * 7,
		outletCycleWeeks: spec.channelRules.outletCycleWeeks,
		vatBp: spec.money.vatBp,
		maxVisits: MAX_VISITS,
		maxMinutes: MAX_MINUTES,
		shortlistMin: SHORTLIST_MIN,
		shortlistMax: SHORTLIST_MAX,
		newcomerOutput: spec.fieldRules.newcomerOutput,
		field: fieldRulesView(world),
		closingWeeks: spec.time.closingWeeks,
		dealing: publicDealing(world),
		platform: publicPlatform(world),
		launchProductCents: spec.money.launchProductCents,
		launchRegionCents: spec.money.launchRegionCents
	};
}
