/**
 * What is done in the market (M11, M14, M25, M33): a conference where a region is entered; awareness, asked for a turn
 * ahead and so prepared, where people open accounts; the small board where the region suits it. No price is touched.
 */
import type { ActivityPlan } from '../../../engine/plan.ts';
import type { FirmView, RegionView } from '../../../engine/view.ts';
import { newRegions } from './areas.ts';

/** Of the last turn's gross margin. */
const AWARENESS_SHARE = 0.06;
const BOARD_SHARE = 0.1;
/** Of the five tests of suitability. */
const SUITS = 5;
/** The big board is open. */
const LAST_STAGE = 7;

export function activities(view: FirmView, regions: readonly RegionView[]): ActivityPlan[] {
	const [product] = view.products;
	if (product === undefined) return [];
	const whole = { product: product.id, startWeek: 0, weeks: view.weeksPerTurn, depthBp: 0 } as const;
	const margin = Math.max(0, view.money.grossMarginLastTurnCents);
	const entered = newRegions(view, regions).map(({ id }) => id);
	const due = view.plan.activities.filter(({ prepared }) => prepared === true);
	const plans: ActivityPlan[] = [...due];
	if (entered.length > 0)
		plans.push({
			...whole,
			kind: 'dealerConference',
			targets: entered,
			budgetCents: view.rules.activities.conferenceCents * entered.length,
			purpose: 'listing'
		});
	const aware = Math.floor(margin * AWARENESS_SHARE);
	if (aware > 0 && regions.length > 0)
		plans.push({
			...whole,
			kind: 'advertising',
			aim: 'awareness',
			targets: regions.map(({ id }) => id),
			budgetCents: aware,
			purpose: 'listing',
			ahead: true
		});
	return [...plans, ...board(view, regions, whole, Math.floor(margin * BOARD_SHARE))];
}

/** As many core outlets as the budget pays: one region at a time. */
function board(
	view: FirmView,
	regions: readonly RegionView[],
	whole: Pick<ActivityPlan, 'product' | 'startWeek' | 'weeks' | 'depthBp'>,
	mostCents: number
): ActivityPlan[] {
	const fit = regions.find(
		({ board: { stage, tests } }) => stage < LAST_STAGE && tests.filter(({ met }) => met).length >= SUITS
	);
	if (fit === undefined) return [];
	const all = fit.board.coreOutlets * view.rules.activities.boardCentsPerWeek * view.weeksPerTurn;
	const budgetCents = Math.min(mostCents, all);
	if (budgetCents <= 0) return [];
	return [{ ...whole, kind: 'smallBoard', targets: [fit.id], budgetCents, purpose: 'listing' }];
}
