/**
 * One area first: the method in its plainest form. Choose the area where No.1 is nearest, choose its dealer by the
 * sheet, call on every account there, replenish by sell-through; when the area is held, roll on to the next.
 */
import type { FieldPlan, Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { AreaView, FirmView } from '../../engine/view.ts';
import { NO1_RATIO, PLATFORM_PARTS } from '../../engine/vocab.ts';
import { headsFor, perClass, ratioOf, screen } from '../tools.ts';

const CALLS: Omit<FieldPlan, 'merchandisers'> = {
	visitsPer4Weeks: perClass(4, 2, 1),
	minutesPerVisit: perClass(15, 10, 7)
};
/** An area counts as held a little beyond the mark, since a sample point can flatter. */
const HELD = NO1_RATIO * 1.05;

export const oneAreaFirst: Strategy = {
	name: 'one-area-first',
	decide(view) {
		const worked = chooseAreas(view);
		const field: FieldPlan = { ...CALLS, merchandisers: 0, responsible: oneEach(worked) };
		const regions = new Set(worked.map((area) => area.region));
		const sheets = Object.fromEntries(
			view.regions
				.filter((region) => regions.has(region.id))
				.map((region) => [region.id, screen(region)] as const)
		);
		const appoint: Record<string, string> = {};
		for (const region of view.regions) {
			const best = sheets[region.id]?.best ?? null;
			const already = view.plan.dealers.sheets[region.id] !== undefined;
			// A dealer is chosen once, on the way in, or when there is none; changing it would cost the accounts it opened.
			if (best !== null && best !== region.dealer && (!already || region.dealer === ''))
				appoint[region.id] = best;
		}
		const plan: Plan = {
			regions: { worked: worked.map((area) => area.id) },
			dealers: {
				sheets: {
					...view.plan.dealers.sheets,
					...Object.fromEntries(Object.entries(sheets).map(([id, { sheet }]) => [id, sheet]))
				},
				appoint
			},
			field: { ...field, merchandisers: headsFor(view, worked, field) },
			price: { ...view.plan.price, ...launches(view, regions) },
			activities: [],
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

/** Turns that a launch needs to earn what it costs, and how much more there should be in the till than it takes. */
const LAUNCH_TURNS = 4;
const LAUNCH_CUSHION = 10;

/** What waits for a decision is launched stage by stage, where the firm works and the region is ripe for it (M10). */
function launches(view: FirmView, regions: ReadonlySet<string>): Pick<Plan['price'], 'launches'> {
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

/** As far beyond past sales as a target pulls most. */
function hardTarget({ rules }: FirmView, worked: readonly AreaView[]): number {
	const past = worked.reduce((sum, area) => sum + (area.sellOut.value ?? 0), 0);
	return Math.floor(past * (1 + rules.platform.targetStretch) + 0.5);
}

/** One person answers for an area. */
function oneEach(worked: readonly AreaView[]): Record<string, number[]> {
	return Object.fromEntries(worked.map(({ id }, i) => [id, [i + 1]] as const));
}

/** The areas already in hand, and one more: the nearest to No.1. Held ones stay worked: fortify what is held. */
function chooseAreas(view: FirmView): AreaView[] {
	const begun =
		view.turn === 0 ? [] : view.areas.filter((area) => view.plan.regions.worked.includes(area.id));
	const next = view.areas
		.filter((area) => !begun.includes(area))
		.sort((a, b) => ratioOf(b) - ratioOf(a) || (a.id < b.id ? -1 : 1))[0];
	const allHeld = begun.every((area) => ratioOf(area) >= HELD);
	return allHeld && next !== undefined ? [...begun, next] : begun;
}
