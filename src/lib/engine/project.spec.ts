import { describe, expect, test } from 'vitest';
import {
	changed,
	deal,
	dealer,
	dealerOf,
	duoSpec,
	firmOf,
	lab,
	off,
	projected,
	soloSpec,
	type Lab,
	type PlanDraft,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { ACCOUNT, entry } from './ledger.ts';
import type { Plan } from './plan.ts';
import { TURN } from './state.ts';
import { at } from './world.ts';

const codes = (market: Lab, edit: (plan: PlanDraft) => void) => {
	const { applied, dropped, commitments } = projected(market, changed(at(market.plans, 0), edit));
	return { applied, commitments, cut: dropped.map(({ code, path }) => `${code} ${path}`), dropped };
};
const solo = (edit: (spec: SpecDraft) => void = () => {}): Lab => lab(soloSpec(edit));
const POINTS = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
const sheet = (...shortlist: string[]) => ({ weights: POINTS, scores: {}, shortlist });

describe('locked levers', () => {
	const market = (): Lab =>
		solo(({ unlocks }) => {
			unlocks.price = 2;
		});
	const raise = (plan: PlanDraft): void => {
		plan.price.dealerPriceCents = { 'own-tea': 210 };
		plan.field.merchandisers = 2;
	};

	test('[J1] stay where they stand, others move, and it is said', () => {
		const { applied, dropped } = codes(market(), raise);
		expect(applied.price.dealerPriceCents).toEqual({ 'own-tea': 200 });
		expect(applied.field.merchandisers).toBe(2);
		expect(dropped).toEqual([{ code: 'LOCKED', lever: 'price', path: 'price', params: { turn: 3 } }]);
	});

	test('[J1] open in their turn', () => {
		const now = market();
		now.state.clock[TURN] = 2;
		expect(codes(now, raise).applied.price.dealerPriceCents).toEqual({ 'own-tea': 210 });
	});

	test('[J1] the same figures in another order are no move', () => {
		const { cut } = codes(market(), (plan) => {
			plan.price = structuredClone(plan.price);
		});
		expect(cut).toEqual([]);
	});
});

test('[J2] unknown and repeated areas fall away', () => {
	const { applied, cut } = codes(solo(), (plan) => {
		plan.regions.worked = ['nowhere', 'area', 'area'];
	});
	expect(applied.regions.worked).toEqual(['area']);
	expect(cut).toEqual(['UNKNOWN_AREA regions.worked[0]', 'DUPLICATE regions.worked[2]']);
});

test('[J2] heads, visits and minutes are whole and inside their limits', () => {
	const { applied, cut } = codes(solo(), ({ field }) => {
		field.merchandisers = 99;
		field.visitsPer4Weeks = { A: 21, B: -1, C: 2.5 };
		field.minutesPerVisit = { A: 121, B: 1e9, C: Number.NaN };
	});
	expect(applied.field).toEqual({
		merchandisers: 10,
		visitsPer4Weeks: { A: 20, B: 0, C: 2 },
		minutesPerVisit: { A: 120, B: 120, C: 10 }
	});
	expect(cut.map((line) => line.split(' ')[0])).toEqual([
		'HEADCOUNT_LIMIT',
		...new Array<string>(3).fill('VISITS_LIMIT'),
		...new Array<string>(3).fill('MINUTES_LIMIT')
	]);
});

describe('appointments', () => {
	const market = (cashCents = 1_000_000): Lab =>
		lab(
			duoSpec((spec) => {
				for (const id of ['one', 'two', 'three', 'shut']) spec.dealers.push(dealer(id));
				dealerOf(spec, 5).open = false;
				firmOf(spec).cashCents = cashCents;
			})
		);
	const asking = (dealerId: string, shortlist: string[], region = 'region', cash?: number) =>
		codes(market(cash), (plan) => {
			plan.dealers = { sheets: { region: sheet(...shortlist) }, appoint: { [region]: dealerId } };
		});

	test('[J3] one off a shortlist of three is appointed', () => {
		const { applied, cut, commitments } = asking('two', ['one', 'two', 'three']);
		expect([applied.dealers.appoint, cut, commitments.appointCents]).toEqual([{ region: 'two' }, [], 5000]);
	});

	test.each([
		['two of them are no shortlist', 'one', ['one', 'two'], 'region', 'SHORTLIST_SIZE'],
		['nor are two written four times', 'one', ['one', 'two', 'one', 'two'], 'region', 'SHORTLIST_SIZE'],
		['nor five', 'one', ['one', 'two', 'three', 'shut', 'x'], 'region', 'SHORTLIST_SIZE'],
		['one that is not on it', 'shut', ['one', 'two', 'three'], 'region', 'DEALER_NOT_OPEN'],
		['one left off it', 'three', ['one', 'two', 'x'], 'region', 'NOT_SHORTLISTED'],
		['a rival’s', 'rival-dealer', ['rival-dealer', 'one', 'two'], 'region', 'DEALER_ELSEWHERE'],
		['our own', 'own-dealer', ['own-dealer', 'one', 'two'], 'region', 'DEALER_ALREADY_OURS'],
		['nobody', 'nobody', ['nobody', 'one', 'two'], 'region', 'UNKNOWN_DEALER'],
		['a region that is none', 'one', ['one', 'two', 'three'], 'noland', 'UNKNOWN_REGION']
	])('[J3] not when %s', (_name, dealerId, shortlist, region, code) => {
		const { applied, cut } = asking(dealerId, shortlist, region);
		expect(applied.dealers.appoint).toEqual({});
		expect(cut).toEqual([`${code} dealers.appoint.${region}`]);
	});

	test('[J6] it must be paid for, after the turn’s wages: 40.00 and 50.00', () => {
		expect(asking('one', ['one', 'two', 'three'], 'region', 9000).cut).toEqual([]);
		const short = asking('one', ['one', 'two', 'three'], 'region', 8999);
		expect(short.cut).toEqual(['CASH_SHORT dealers.appoint.region']);
		expect(short.commitments.appointCents).toBe(0);
	});
});

describe('prices', () => {
	test.each([
		[159, 160],
		[160, 160],
		[250, 250],
		[251, 250],
		[1e9, 250],
		[-5, 160]
	])('[J4] %i is asked, %i given: .8 to 1.25 of 2.00', (asked, given) => {
		const { applied, cut } = codes(solo(), (plan) => {
			plan.price.dealerPriceCents = { 'own-tea': asked };
		});
		expect(applied.price.dealerPriceCents).toEqual({ 'own-tea': given });
		expect(cut).toEqual(asked === given ? [] : ['PRICE_BOUNDS price.dealerPriceCents.own-tea']);
	});

	test('[J4] a rival’s product is none of ours', () => {
		const { applied, cut } = codes(lab(duoSpec()), (plan) => {
			plan.price.dealerPriceCents = { 'rival-tea': 1, nothing: 2 };
		});
		expect(applied.price.dealerPriceCents).toEqual({ 'own-tea': 200 });
		expect(cut).toHaveLength(2);
	});

	test('[J4] the bounds are those of the figures, not of their binary fractions', () => {
		const market = solo((spec) => {
			Object.assign(spec.money, { minPrice: 0.55, maxPrice: 1.1 });
			at(firmOf(spec).products, 0).dealerPriceCents = 100;
		});
		const given = (asked: number): number | undefined =>
			codes(market, (plan) => {
				plan.price.dealerPriceCents = { 'own-tea': asked };
			}).applied.price.dealerPriceCents['own-tea'];
		// 100 × .55 is 55.000000000000007 in floating point, and 100 × 1.1 is 110.000000000000014.
		expect([given(1), given(999)]).toEqual([55, 110]);
	});
});

describe('wages', () => {
	// A head costs 4 × 10.00, a new one 5.00 more.
	test.each([
		[4 * 4000 + 3 * 500, 4],
		[4 * 4000 + 3 * 500 - 1, 3],
		[4000, 1],
		[3999, 0],
		[0, 0]
	])('[J5] with %i cents it employs %i of four', (cashCents, heads) => {
		const { applied, cut } = codes(
			solo((spec) => {
				firmOf(spec).cashCents = cashCents;
			}),
			({ field }) => {
				field.merchandisers = 4;
			}
		);
		expect(applied.field.merchandisers).toBe(heads);
		expect(cut).toEqual(heads === 4 ? [] : ['CASH_SHORT field.merchandisers']);
	});

	test('[J5] the credit line counts', () => {
		const market = solo((spec) => {
			Object.assign(firmOf(spec), { cashCents: 0, creditLineCents: 4000 });
		});
		expect(codes(market, () => {}).applied.field.merchandisers).toBe(1);
		entry(market.state.balances, 0, ACCOUNT.EQUITY, ACCOUNT.CASH, 1);
		expect(codes(market, () => {}).applied.field.merchandisers).toBe(0);
	});
});

describe('activities', () => {
	const given = (cashCents: number, activities: PlanDraft['activities']) =>
		codes(
			solo((spec) => {
				firmOf(spec).cashCents = cashCents;
			}),
			(plan) => {
				plan.activities = activities;
			}
		);
	const budgets = (plan: Plan): number[] => plan.activities.map(({ budgetCents }) => budgetCents);

	test('[J7] are paid in their order, the first in full, the next what is left', () => {
		// Wages 40.00; each runs 4 weeks at 3.00 = 12.00 and has a budget of 50.00.
		const two = [deal({ budgetCents: 5000 }), off({ budgetCents: 5000 })];
		expect(budgets(given(4000 + 2 * 6200, two).applied)).toEqual([5000, 5000]);
		const short = given(4000 + 6200 + 1200 + 700, two);
		expect(budgets(short.applied)).toEqual([5000, 700]);
		expect(short.dropped).toEqual([
			{
				code: 'CASH_SHORT',
				lever: 'activities',
				path: 'activities[1].budgetCents',
				params: { asked: 5000, given: 700 }
			}
		]);
		expect(short.commitments.activitiesCents).toBe(6200 + 1200 + 700);
		expect(budgets(given(4000 + 6200 + 1200, two).applied)).toEqual([5000]);
	});

	test('[J7][A18] a budget beyond all money is cut to what there is, what follows it up included', () => {
		const market = solo((spec) => {
			firmOf(spec).cashCents = 4000 + 6200;
			spec.activities.followUpBp = 500;
		});
		const { applied, cut, commitments } = codes(market, (plan) => {
			plan.activities = [off({ budgetCents: Number.MAX_SAFE_INTEGER, followUp: true })];
		});
		// Nobody has approved it: two weeks at 3.00 are left, and a twentieth comes on top of all.
		expect(budgets(applied)).toEqual([Math.floor(6200 / 1.05) - 600]);
		expect(cut).toEqual(['APPROVED_LATE activities[0]', 'CASH_SHORT activities[0].budgetCents']);
		expect(commitments.activitiesCents).toBe(6199);
	});

	test('[J7] appointments come before them', () => {
		const market = solo((spec) => {
			for (const id of ['one', 'two', 'three']) spec.dealers.push(dealer(id));
			firmOf(spec).cashCents = 4000 + 5000 + 1200 + 100;
		});
		const { applied } = codes(market, (plan) => {
			plan.activities = [off({ budgetCents: 5000 })];
			plan.dealers = { sheets: { region: sheet('one', 'two', 'three') }, appoint: { region: 'one' } };
		});
		expect([applied.dealers.appoint, budgets(applied)]).toEqual([{ region: 'one' }, [100]]);
	});

	test('[J7] keep inside the turn, the depth and the map', () => {
		const { applied, cut } = given(10_000_000, [
			off({ startWeek: 3, weeks: 9, depthBp: 9000 }),
			off({ targets: ['nowhere'] }),
			off({ product: 'nothing' }),
			off({ depthBp: 0 }),
			deal({ targets: ['area'] })
		]);
		expect(applied.activities).toEqual([off({ startWeek: 3, weeks: 1, depthBp: 4000 })]);
		expect(cut).toEqual([
			'OUTSIDE_TURN activities[0]',
			'DEPTH_LIMIT activities[0].depthBp',
			'UNKNOWN_AREA activities[1].targets[0]',
			'TARGET_EMPTY activities[1].targets',
			'UNKNOWN_PRODUCT activities[2].product',
			'TARGET_EMPTY activities[3]',
			'UNKNOWN_REGION activities[4].targets[0]',
			'TARGET_EMPTY activities[4].targets'
		]);
	});

	test('[J7] no more than sixteen', () => {
		const { applied, cut } = given(1e9, new Array(18).fill(off({ budgetCents: 1 })));
		expect(applied.activities).toHaveLength(16);
		expect(cut).toEqual(['TOO_MANY activities[16]', 'TOO_MANY activities[17]']);
	});
});

describe('supply', () => {
	test('[J8] order modes of known regions; those left out stay', () => {
		const { applied, cut } = codes(solo(), (plan) => {
			plan.supply.orderMode = { noland: 'sellThrough' };
		});
		expect(applied.supply.orderMode).toEqual({ region: 'dealerRule' });
		expect(cut).toEqual(['UNKNOWN_REGION supply.orderMode.noland']);
	});

	test('[J8] pushes share the dealer’s room: 15 cases of ten', () => {
		const push = (cases: number) => ({ region: 'region', product: 'own-tea', cases });
		const { applied, cut } = codes(solo(), (plan) => {
			plan.supply.pushes = [push(9), push(9), push(9), { ...push(1), product: 'x' }];
		});
		expect(applied.supply.pushes).toEqual([push(9), push(6)]);
		expect(cut).toEqual([
			'PUSH_LIMIT supply.pushes[1]',
			'PUSH_LIMIT supply.pushes[2]',
			'UNKNOWN_PRODUCT supply.pushes[3]'
		]);
	});

	const byQuota = (quotas: Record<string, Record<string, number>>, mode: 'quota' | 'dealerRule' = 'quota') =>
		codes(solo(), (plan) => {
			plan.supply = { ...plan.supply, orderMode: { region: mode }, quotas };
		});

	test('[J9] a plan without quotas has none, and one of nothing is left out', () => {
		expect(codes(solo(), () => {}).applied.supply).not.toHaveProperty('quotas');
		const { applied, cut } = byQuota({ region: { 'own-tea': 0 } });
		expect([applied.supply, cut]).toEqual([{ orderMode: { region: 'quota' }, pushes: [] }, []]);
	});

	test('[J9] quotas of known regions and own products, from nothing to what an empty dealer takes', () => {
		// 50 a week × 6 weeks are thirty cases of ten.
		expect(byQuota({ region: { 'own-tea': 30 } })).toMatchObject({
			applied: { supply: { quotas: { region: { 'own-tea': 30 } } } },
			cut: []
		});
		const { applied, cut, dropped } = byQuota({
			region: { 'own-tea': 31, 'other-tea': 1 },
			noland: { 'own-tea': 1 }
		});
		expect(applied.supply.quotas).toEqual({ region: { 'own-tea': 30 } });
		expect(cut).toEqual([
			'UNKNOWN_REGION supply.quotas.noland',
			'UNKNOWN_PRODUCT supply.quotas.region.other-tea',
			'QUOTA_LIMIT supply.quotas.region.own-tea'
		]);
		expect(dropped.at(-1)?.params).toEqual({ asked: 31, given: 30 });
		expect(byQuota({ region: { 'own-tea': -1 } })).toMatchObject({
			applied: { supply: { orderMode: { region: 'quota' } } },
			cut: ['QUOTA_LIMIT supply.quotas.region.own-tea']
		});
	});

	test('[J9] what is not in force stands as it is, for the day it is', () => {
		expect(byQuota({ region: { 'own-tea': 31 } }, 'dealerRule')).toMatchObject({
			applied: { supply: { quotas: { region: { 'own-tea': 31 } } } },
			cut: []
		});
	});

	test('[J9] a dealer that comes is measured by the region’s sales', () => {
		const market = solo((spec) => {
			for (const id of ['one', 'two', 'three']) spec.dealers.push(dealer(id));
		});
		const { applied } = codes(market, (plan) => {
			plan.dealers = { sheets: { region: sheet('one', 'two', 'three') }, appoint: { region: 'one' } };
			plan.supply = { orderMode: { region: 'quota' }, quotas: { region: { 'own-tea': 99 } }, pushes: [] };
		});
		expect(applied.supply.quotas).toEqual({ region: { 'own-tea': 30 } });
	});
});
