import { describe, expect, test } from 'vitest';
import { changed, deal, firmOf, lab, projected, type PlanDraft } from '../../../../tests/support/spec.ts';
import { twoRegions } from '../../../../tests/support/two-regions.ts';

const spec = twoRegions((draft) => {
	firmOf(draft).cashCents = 100_000_000;
	draft.money.activityFixedCents = 0;
});
const ask = (edit: (plan: PlanDraft) => void) => {
	const { applied, dropped, commitments } = projected(lab(spec), changed(spec.defaultPlan, edit));
	return {
		applied,
		commitments,
		dropped: dropped.map(({ code, lever, path, params }) => ({ code, lever, path, params }))
	};
};
const both = (promotionCents: number, peopleCents = 1e9) => ({
	area: { promotionCents, peopleCents },
	'other-area': { promotionCents: 1e9, peopleCents: 1e9 }
});

describe('budgets by area', () => {
	test('[K9] activities are cut to what the tightest area leaves, in the order of the plan', () => {
		const { applied, dropped, commitments } = ask((plan) => {
			plan.activities = [
				deal({ budgetCents: 600 }),
				deal({ targets: ['region', 'other'], budgetCents: 1000 }),
				deal({ budgetCents: 50 }),
				deal({ targets: ['other'], budgetCents: 5000 })
			];
			plan.platform = { build: [], budgets: both(800) };
		});
		expect(applied.activities.map(({ budgetCents }) => budgetCents)).toEqual([600, 400, 5000]);
		expect(commitments.activitiesCents).toBe(6000);
		expect(dropped).toEqual([
			{
				code: 'OVER_BUDGET',
				lever: 'activities',
				path: 'activities[1].budgetCents',
				params: { asked: 1000, given: 400, area: 'area' }
			},
			{
				code: 'OVER_BUDGET',
				lever: 'activities',
				path: 'activities[2]',
				params: { asked: 50, given: 0, area: 'area' }
			}
		]);
	});

	test('[K9] no more people than the budgets of all worked areas pay for; one without leaves it free', () => {
		const wages = spec.fieldRules.wageCentsPerWeek * 4;
		const heads = (budgets: NonNullable<PlanDraft['platform']>['budgets']) =>
			ask((plan) => {
				plan.field.merchandisers = 5;
				plan.platform = { build: [], budgets: budgets ?? {} };
			});
		const paid = { promotionCents: 0, peopleCents: Math.floor(wages * 1.5) };
		const limited = heads({ area: paid, 'other-area': paid });
		expect(limited.applied.field.merchandisers).toBe(3);
		expect(limited.dropped).toEqual([
			{ code: 'OVER_BUDGET', lever: 'field', path: 'field.merchandisers', params: { asked: 5, given: 3 } }
		]);
		expect(heads({ area: paid }).applied.field.merchandisers).toBe(5);
	});

	test('[K9] planted: without budgets, or with ample ones, everything is as it was', () => {
		const plain = (plan: PlanDraft): void => {
			plan.activities = [deal({ budgetCents: 600 })];
		};
		const ample = ask((plan) => {
			plain(plan);
			plan.platform = { build: [], budgets: both(1e9) };
		});
		const without = ask(plain);
		expect(ample.dropped).toEqual([]);
		expect({ ...ample.applied, platform: undefined }).toEqual({ ...without.applied, platform: undefined });
	});

	test('[J17] a budget is whole, not below 0, and of an area that there is', () => {
		const { applied, dropped } = ask((plan) => {
			plan.platform = {
				build: [],
				budgets: { nowhere: both(1).area, area: { promotionCents: -4, peopleCents: 1e9 } }
			};
		});
		expect(applied.platform).toEqual({
			build: [],
			budgets: { area: { promotionCents: 0, peopleCents: 1e9 } }
		});
		expect(dropped.map(({ code, path }) => [code, path])).toEqual([
			['BUDGET_LIMIT', 'platform.budgets.area'],
			['UNKNOWN_AREA', 'platform.budgets.nowhere']
		]);
	});
});
