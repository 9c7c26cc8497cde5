import { expect, test } from 'vitest';
import { changed, deal, gameOf, off, soloSpec, type Editable } from '../../../../tests/support/spec.ts';
import { advance } from '../game.ts';
import type { ActivityPlan } from '../plan.ts';

/** Units sold and ordered in a month with these activities, over the same month without. */
function effect(activities: Editable<ActivityPlan>[]): { sold: number; promotion: number } {
	const spec = soloSpec();
	const month = (list: Editable<ActivityPlan>[]) =>
		advance(
			gameOf(spec),
			changed(spec.defaultPlan, (plan) => {
				plan.activities = list;
			})
		).facts[0]![0]!;
	const now = month(activities);
	return { sold: now.sellOutUnits / month([]).sellOutUnits, promotion: now.money.promotionCents };
}
const weekly = (make: typeof off, budgetCents: number): Editable<ActivityPlan>[] =>
	[0, 1, 2, 3].map((startWeek) => make({ startWeek, weeks: 1, depthBp: 4000, budgetCents }));

test('[A1] four price-offs of a cent each move nobody', () => {
	expect(effect(weekly(off, 1)).sold).toBeLessThan(1.02);
});

test('[A1] nor do four trade deals of a cent', () => {
	expect(effect(weekly(deal, 1)).sold).toBeLessThan(1.02);
});

test('[A1] a budget that pays for them moves them', () => {
	expect(effect(weekly(off, 100_000)).sold).toBeGreaterThan(1.3);
	expect(effect(weekly(deal, 500_000)).sold).toBeGreaterThan(1.05);
});
