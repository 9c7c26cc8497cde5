import { describe, expect, test } from 'vitest';
import { parametersOf } from '../../../../tests/arch/support/messages.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import {
	BUILT_PLATFORM,
	changed,
	deal,
	duoSpec,
	firmOf,
	NO_STATEMENTS,
	off,
	QUIET_FIELD,
	type PlanDraft
} from '../../../../tests/support/spec.ts';
import type {
	ActivityFacts,
	AreaFacts,
	DealerFacts,
	FieldFacts,
	FirmReport,
	LaunchFacts,
	MoneyLines,
	TurnFacts
} from '../../engine/report.ts';
import { scoreTurn } from '../../engine/score.ts';
import { USUAL_TERMS } from '../../engine/terms.ts';
import { LOCALES, loadCatalogue } from '../../i18n/index.ts';
import { BOT_NAMES } from '../../strategy/index.ts';
import { coach, RULES, SIGN_CODES, type Quantity, type Sign, type SignCode } from './index.ts';

const spec = duoSpec((draft) => {
	firmOf(draft).cashCents = 0;
	draft.score.cashFloorCents = 500;
});
const FIRMS = [
	{ id: 'own', role: 'player' },
	{ id: 'rival', role: 'rival' }
] as const;

const area = (id: string, own: number, rival: number, change: Partial<AreaFacts> = {}): AreaFacts => ({
	area: id,
	region: 'region',
	units: [own, rival],
	outsideUnits: 0,
	numericDistribution: 0.8,
	weightedDistribution: 0.8,
	listedOutletWeeks: 100,
	stockOutOutletWeeks: 0,
	visitedAccounts: 10,
	accounts: 10,
	unservedAccounts: 0,
	...change
});

interface Change extends Partial<Omit<TurnFacts, 'money'>> {
	readonly money?: Partial<MoneyLines>;
	readonly plan?: (plan: PlanDraft) => void;
	readonly dropped?: FirmReport['dropped'];
}

/** A quiet turn that no rule has a word for: 280 units in 28 days, ten days of stock everywhere, 1.7 in both areas. */
function turnsOf(...changes: Change[]): FirmReport[] {
	const all: TurnFacts[] = [];
	return changes.map(({ money, plan, dropped, ...facts }, turn) => {
		all.push({
			...{ turn, weeks: 4, closing: false, producedUnits: 280, sellInUnits: 280, sellOutUnits: 280 },
			...{ writtenOffUnits: 0, plantUnits: 0, warehouseUnits: 100, transitUnits: 0, dealerUnits: 100 },
			...{ outletUnits: 100, agedDealerUnits: 0, divertedUnits: 0, dealers: [] },
			...{
				statements: NO_STATEMENTS,
				weeksBroke: 0,
				field: QUIET_FIELD,
				platform: BUILT_PLATFORM,
				launches: []
			},
			areas: [area('home', 170, 100), area('away', 110, 50)],
			activities: [],
			preparationCents: 0,
			boards: [],
			communication: null,
			money: {
				...{ revenueCents: 40_000, costOfGoodsCents: 18_000, freightCents: 2000, promotionCents: 3000 },
				...{ peopleCents: 4000, overheadCents: 0, interestCents: 0, writeOffCents: 0, profitCents: 13_000 },
				...{ rebateCents: 0, supportCents: 0, badDebtCents: 0, cashCents: 1000, ...money }
			},
			...facts
		});
		return {
			firm: 'own',
			facts: all[turn] as TurnFacts,
			score: scoreTurn(spec, 0, all),
			plan: changed(spec.defaultPlan, (draft) => {
				draft.regions.worked = ['home'];
				plan?.(draft);
			}),
			dropped: dropped ?? []
		};
	});
}

function signsOf(...changes: Change[]): Sign[] {
	return coach(turnsOf(...changes), changes.length - 1, FIRMS);
}

function found(code: SignCode, changes: readonly Change[]): Record<string, number | string> | null {
	const sign = signsOf(...changes).find((it) => it.code === code);
	const plain = (it: Quantity): number | string => ('id' in it ? it.id : it.value);
	return sign === undefined
		? null
		: Object.fromEntries(Object.entries(sign.params).map(([name, it]) => [name, plain(it)]));
}

const overstocked: Change = { dealerUnits: 300 };
const away = area('away', 110, 50);
const both = (draft: PlanDraft): void => {
	draft.regions.worked = ['home', 'away'];
};
const byQuota = (draft: PlanDraft): void => {
	draft.supply.orderMode = { region: 'quota' };
	draft.supply.quotas = { region: { 'own-tea': 7 } };
};
/** An activity that ran, by what it spent. */
const ran = (
	place: Partial<ActivityFacts['places'][number]>,
	change: Partial<ActivityFacts> = {}
): ActivityFacts => ({
	...{ kind: 'display', product: 'own-tea', aim: null, purpose: null, prepared: false, followedUp: false },
	...{ fromWeek: 0, weeks: 4, depthBp: 0, plannedCents: 0, outlets: 1, contacts: 1, effectiveContacts: 1 },
	shoppers: 1,
	places: [{ id: 'home', spentCents: 0, wastedCents: 0, units: 0, expectedUnits: 0, gainCents: 0, ...place }],
	...change
});
/** How it went with the one dealer there is. */
const dealt = (change: Partial<DealerFacts>): DealerFacts => ({
	...{
		region: 'region',
		dealer: 'dealer',
		answer: 'none',
		parted: 'none',
		receivableCents: 0,
		overdueCents: 0
	},
	...{ goodsBackUnits: 0, divertedOutUnits: 0, divertedInUnits: 0, foundUnits: 0, finedCents: 0 },
	...{ stockUnits: 100, toldUnits: 100 },
	...{ loyalty: 0.6, returnBp: 2000, priceOrderBp: 10_000 },
	...change
});
/** Half of home's accounts are won. */
const half = [area('home', 170, 100, { numericDistribution: 0.5 }), away];
const poor = { spentCents: 500, units: 110, expectedUnits: 100, gainCents: 100 };
const sheetWith = (draft: PlanDraft, scores: Record<string, { network: number }>): void => {
	const weights = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
	draft.dealers.sheets = { region: { weights, scores, shortlist: ['dealer'] } };
};
const appoints = (draft: PlanDraft): void => {
	sheetWith(draft, {});
	draft.dealers.appoint = { region: 'dealer' };
};
const informed = (draft: PlanDraft): void =>
	void (draft.dealers.terms = {
		region: { ...USUAL_TERMS, steps: [], assigned: null, support: { ...USUAL_TERMS.support, information: 1 } }
	});
const people = (change: Partial<FieldFacts>): Change => ({ field: { ...QUIET_FIELD, ...change } });
const opened = (change: Partial<FieldFacts['openings']>): Change =>
	people({ openings: { ...QUIET_FIELD.openings, ...change } });
/** How far each part is, in weeks. */
const stands = (weeks: number): Change => ({
	platform: {
		...BUILT_PLATFORM,
		built: { areas: weeks, reports: weeks, standards: weeks, appraisal: weeks }
	}
});
const builds = (draft: PlanDraft): void => void (draft.platform = { build: ['areas'] });
/** What home was to sell after 100. */
const target = (targetUnits: number, targetPastUnits = 100): Change => ({
	areas: [area('home', 170, 100, { targetUnits, targetPastUnits }), away]
});
/** Budgets of home; people's 4000 fall on it alone. */
const budget =
	(promotionCents: number, peopleCents: number) =>
	(draft: PlanDraft): void =>
		void (draft.platform = { build: [], budgets: { home: { promotionCents, peopleCents } } });
const ripe = (change: Partial<LaunchFacts> = {}): Change => ({
	launches: [
		{
			...{ product: 'own-new', region: 'region', launched: false, occupancyBp: 3000, neededBp: 2500 },
			...change
		}
	]
});
const over = (lever: 'field' | 'activities', asked: number, given: number) =>
	({ code: 'OVER_BUDGET', lever, path: lever, params: { asked, given } }) as const;
const early = (code: 'LAUNCH_EARLY' | 'LAUNCH_BEFORE_GROUP', params: Record<string, number> = {}) =>
	({
		code,
		lever: 'price',
		path: 'price.launches.own-new[0]',
		params: { region: 'region', product: 'own-new', ...params }
	}) as const;
const cut = { code: 'CASH_SHORT', lever: 'activities', path: 'activities.0', params: {} } as const;

/** By code: turns in which the rule must speak, what it must say, and the nearest turns in which it must not. */
const CASES: Readonly<
	Record<SignCode, { fires: Change[]; says: Record<string, number | string>; silent: Change[][] }>
> = {
	ACTIVITY_WASTED: {
		fires: [{ activities: [ran({ spentCents: 800, wastedCents: 200 })] }],
		says: { wasted: 200, spent: 800 },
		silent: [[{ activities: [ran({ spentCents: 800, wastedCents: 199 })] }], [{ activities: [] }]]
	},
	ACTIVITY_UNPREPARED: {
		fires: [{ activities: [ran({ spentCents: 600 }), ran({ spentCents: 500 }, { prepared: true })] }],
		says: { unready: 600, spent: 1100 },
		silent: [
			[{ activities: [ran({ spentCents: 500 }), ran({ spentCents: 500 }, { prepared: true })] }],
			[{ activities: [ran({ spentCents: 600 }, { kind: 'priceOff' })] }]
		]
	},
	PROMOTION_HABIT: {
		fires: [
			{ activities: [ran({ spentCents: 300 }, { kind: 'priceOff' })] },
			{ activities: [ran({ spentCents: 400 }, { kind: 'priceOff' })] }
		],
		says: { turns: 2, spent: 700 },
		silent: [
			[{ activities: [] }, { activities: [ran({ spentCents: 400 }, { kind: 'priceOff' })] }],
			[
				{ activities: [ran({ spentCents: 300 }, { kind: 'priceOff', product: 'other' })] },
				{ activities: [ran({ spentCents: 400 }, { kind: 'priceOff' })] }
			]
		]
	},
	TERMS_REFUSED: {
		fires: [{ dealers: [dealt({ answer: 'tooPoor' })] }],
		says: { region: 'region' },
		silent: [[{ dealers: [dealt({ answer: 'accepted' })] }], [{ dealers: [dealt({})] }]]
	},
	CREDIT_OVERDUE: {
		fires: [{ dealers: [dealt({ overdueCents: 300, receivableCents: 900 })] }],
		says: { region: 'region', overdue: 300, owed: 900 },
		silent: [[{ dealers: [dealt({ receivableCents: 900 })] }]]
	},
	GOODS_DIVERTED: {
		fires: [{ divertedUnits: 6, dealers: [dealt({ divertedOutUnits: 6, foundUnits: 2 })] }],
		says: { region: 'region', units: 6, found: 2 },
		silent: [
			[{ divertedUnits: 5, dealers: [dealt({ divertedOutUnits: 5 })] }],
			[{ dealers: [dealt({ divertedInUnits: 6 })] }]
		]
	},
	PRICE_ORDER_BROKEN: {
		fires: [{ dealers: [dealt({ priceOrderBp: 9800 })] }],
		says: { region: 'region', order: 0.98 },
		silent: [[{ dealers: [dealt({ priceOrderBp: 9801 })] }]]
	},
	PEOPLE_OVERLOADED: {
		fires: [people({ loadBp: 12_000, heads: 2 })],
		says: { load: 1.2, heads: 2 },
		silent: [[people({ loadBp: 11_500 })], [people({ loadBp: 12_000, heads: 0 })]]
	},
	TIME_WASTED: {
		fires: [people({ wasteBp: 1800, rivalWasteBp: 1200, outworked: true })],
		says: { own: 0.18, rival: 0.12 },
		silent: [[people({ wasteBp: 1800, rivalWasteBp: 1200 })]]
	},
	PEOPLE_LEFT: {
		fires: [people({ leavers: 1, heads: 2 })],
		says: { left: 1, heads: 2 },
		silent: [[people({})], [{ ...people({ leavers: 1 }), plan: (it) => (it.field.accountFile = true) }]]
	},
	PLATFORM_LATE: {
		fires: [{}, { ...stands(5), plan: both }],
		says: { built: 0.625, mark: 0.75, started: 1, begun: 0 },
		silent: [
			[{}, { ...stands(6), plan: both }],
			[{ plan: both }, { ...stands(0), plan: both }],
			[{ ...stands(0), ...opened({ begun: 3 }), plan: builds }],
			[opened({ begun: 3 })]
		]
	},
	TARGET_EASY: {
		fires: [target(100)],
		says: { area: 'home', target: 100, past: 100, areas: 1 },
		silent: [[target(101)], [target(0, 0)], [{}]]
	},
	TARGET_BEYOND: {
		fires: [target(141)],
		says: { area: 'home', target: 141, past: 100, areas: 1 },
		silent: [[target(140)], [target(141, 0)]]
	},
	BUDGET_OVERRUN: {
		fires: [{ activities: [ran({ spentCents: 300 })], plan: budget(299, 4000) }],
		says: {
			area: 'home',
			areas: 1,
			promotion: 300,
			promotionBudget: 299,
			people: 4000,
			peopleBudget: 4000
		},
		silent: [[{ activities: [ran({ spentCents: 300 })], plan: budget(300, 4000) }], [{}]]
	},
	BUDGET_CUT: {
		fires: [{ dropped: [over('activities', 900, 400), over('field', 7, 5)] }],
		says: { spend: 500, heads: 2 },
		silent: [[{ dropped: [cut] }], [{}]]
	},
	LAUNCH_UNRIPE: {
		fires: [{ dropped: [early('LAUNCH_EARLY', { asked: 1200, limit: 2500 })] }],
		says: { region: 'region', product: 'own-new', listed: 0.12, needed: 0.25 },
		silent: [[{ dropped: [early('LAUNCH_BEFORE_GROUP')] }], [{}]]
	},
	LAUNCH_OUT_OF_ORDER: {
		fires: [{ dropped: [early('LAUNCH_BEFORE_GROUP')] }],
		says: { region: 'region', product: 'own-new' },
		silent: [[{ dropped: [early('LAUNCH_EARLY', { asked: 1200, limit: 2500 })] }], [{}]]
	},
	LAUNCH_WAITS: {
		fires: [ripe(), ripe()],
		says: { region: 'region', product: 'own-new', listed: 0.3, needed: 0.25 },
		silent: [
			[ripe()],
			[ripe(), ripe({ launched: true })],
			[ripe({ occupancyBp: 2499 }), ripe()],
			[ripe({ neededBp: null }), ripe({ neededBp: null })],
			[ripe({ region: 'other' }), ripe({ region: 'other' })]
		]
	},
	NEW_BEFORE_OLD: {
		fires: [{ ...opened({ begun: 3 }), areas: [area('home', 170, 100, { unservedAccounts: 1 }), away] }],
		says: { begun: 3, unserved: 1, listing: 8 },
		silent: [
			[{ areas: [area('home', 170, 100, { unservedAccounts: 1 }), away] }],
			[opened({ begun: 3 })],
			[
				{
					...opened({ begun: 3 }),
					areas: [area('home', 170, 100, { accounts: 14, unservedAccounts: 1 }), away]
				}
			],
			[{ ...opened({ begun: 3 }), areas: [area('home', 170, 100), { ...away, unservedAccounts: 5 }] }]
		]
	},
	KEY_PERSON_UNKNOWN: {
		fires: [people({ calledA: 6, strangersA: 3 })],
		says: { strangers: 3, called: 6 },
		silent: [[people({ calledA: 7, strangersA: 3 })], [people({ calledA: 0, strangersA: 0 })]]
	},
	KEY_EVENTS_MISSED: {
		fires: [
			{
				...people({ keyEventsMet: 2, keyEventsMissed: 2 }),
				areas: [area('home', 170, 100, { visitedAccounts: 9 }), away]
			}
		],
		says: { missed: 2, events: 4 },
		silent: [
			[people({ keyEventsMet: 2, keyEventsMissed: 2 })],
			[
				{
					...people({ keyEventsMet: 3, keyEventsMissed: 2 }),
					areas: [area('home', 170, 100, { visitedAccounts: 9 }), away]
				}
			]
		]
	},
	SERIES_BROKEN: {
		fires: [opened({ begun: 9, broken: 4, won: 4 })],
		says: { broken: 4, begun: 9, won: 4 },
		silent: [[opened({ begun: 9, broken: 4, won: 5 })], [opened({ begun: 9 })]]
	},
	FUNNEL_DRY: {
		fires: [{ ...opened({ begun: 3, won: 4, dropped: 2, broken: 1 }), areas: half }],
		says: { begun: 3, ended: 7, won: 4, left: 5 },
		silent: [
			[{ ...opened({ begun: 4, won: 4, dropped: 2, broken: 1 }), areas: half }],
			[{ ...opened({ begun: 0, won: 0, dropped: 2 }), areas: half }],
			[
				{
					...opened({ begun: 3, won: 4, dropped: 2, broken: 2 }),
					areas: [area('home', 170, 100, { numericDistribution: 0.9 }), away]
				}
			]
		]
	},
	DEALER_AS_STATED: {
		fires: [{ plan: appoints, dealers: [dealt({})] }],
		says: { region: 'region', out: 0 },
		silent: [
			[{ dealers: [dealt({})] }],
			[{ plan: appoints, dealers: [dealt({ dealer: '' })] }],
			// It refused: the old one is still there.
			[{ plan: appoints, dealers: [dealt({ dealer: 'old', answer: 'tooPoor' })] }],
			[
				{
					dealers: [dealt({})],
					plan: (draft) => {
						appoints(draft);
						sheetWith(draft, { dealer: { network: 40 } });
					}
				}
			]
		]
	},
	ACTIVITY_NO_RETURN: {
		fires: [
			{ activities: [ran(poor, { kind: 'priceOff' }), ran({ spentCents: 400 }, { kind: 'advertising' })] }
		],
		says: { count: 1, spent: 500, gain: 100 },
		silent: [
			[{ activities: [ran({ ...poor, gainCents: 600 }, { kind: 'priceOff' })] }],
			[{ activities: [ran(poor, { kind: 'display' })] }],
			[{ activities: [ran(poor, { kind: 'priceOff' }), ran({ spentCents: 501 }, { kind: 'advertising' })] }]
		]
	},
	STOCK_MISTOLD: {
		fires: [{ dealers: [dealt({ stockUnits: 200, toldUnits: 170 })] }],
		says: { region: 'region', told: 170, stock: 200 },
		silent: [
			[{ dealers: [dealt({ stockUnits: 200, toldUnits: 171 })] }],
			[{ dealers: [dealt({ stockUnits: 200, toldUnits: 300 })] }],
			[
				{
					dealers: [dealt({ stockUnits: 200, toldUnits: 100 })],
					plan: (draft) => void (draft.platform = { build: ['reports'] })
				}
			],
			[{ dealers: [dealt({ stockUnits: 200, toldUnits: 100 })], plan: informed }]
		]
	},
	PLAN_CUT: { fires: [{ dropped: [cut, cut] }], says: { count: 2 }, silent: [[{ dropped: [] }]] },
	CASH_BELOW_FLOOR: {
		fires: [{ money: { cashCents: 499 } }],
		says: { cash: 499, floor: 500, people: 4000, promotion: 3000 },
		silent: [[{ money: { cashCents: 500 } }]]
	},
	SELL_IN_AHEAD: {
		fires: [{}, { ...overstocked, sellInUnits: 480 }],
		says: { turns: 2, sellIn: 760, sellOut: 560, ahead: 200, days: 30, high: 20 },
		silent: [[{ ...overstocked, sellInUnits: 300 }], [{ sellInUnits: 480 }]]
	},
	DEALER_OVERSTOCKED: {
		fires: [{ ...overstocked, sellInUnits: 200 }],
		says: { days: 30, high: 20, sellIn: 200, sellOut: 280 },
		silent: [[{ ...overstocked, sellInUnits: 480 }], [{ dealerUnits: 200 }]]
	},
	PUSHED_ON_STOCK: {
		fires: [
			{
				...overstocked,
				plan: (it) => it.supply.pushes.push({ region: 'region', product: 'own-tea', cases: 7 })
			}
		],
		says: { cases: 7, days: 30, high: 20 },
		silent: [
			[overstocked],
			[{ plan: (it) => it.supply.pushes.push({ region: 'region', product: 'own-tea', cases: 7 }) }]
		]
	},
	QUOTA_AHEAD: {
		fires: [{ sellInUnits: 320, plan: byQuota }],
		says: { cases: 28, sellIn: 320, sellOut: 280 },
		silent: [
			[{ sellInUnits: 311, plan: byQuota }],
			[{ sellInUnits: 320 }],
			[
				{
					sellInUnits: 320,
					plan: (it) => {
						byQuota(it);
						it.supply.orderMode = { region: 'dealerRule' };
					}
				}
			]
		]
	},
	DEALER_FULL_SHELVES_EMPTY: {
		fires: [{ ...overstocked, areas: [area('home', 280, 100, { stockOutOutletWeeks: 20 })] }],
		says: { rate: 0.2, days: 30, high: 20 },
		silent: [
			[{ areas: [area('home', 280, 100, { stockOutOutletWeeks: 20 })] }],
			[{ ...overstocked, areas: [area('home', 280, 100, { stockOutOutletWeeks: 12 })] }]
		]
	},
	SHELVES_EMPTY: {
		fires: [{ areas: [area('home', 280, 100, { stockOutOutletWeeks: 8 })] }],
		says: { rate: 0.08, zero: 0.25 },
		silent: [
			[{ areas: [area('home', 280, 100, { stockOutOutletWeeks: 7 })] }],
			[{ ...overstocked, areas: [area('home', 280, 100, { stockOutOutletWeeks: 20 })] }]
		]
	},
	DEALER_RUNS_LOW: {
		fires: [{ dealerUnits: 60 }],
		says: { days: 6, low: 7, warehouse: 100 },
		silent: [
			[{ dealerUnits: 70 }],
			[{ dealerUnits: 0, sellOutUnits: 0 }],
			[{ dealerUnits: 60, warehouseUnits: 0 }]
		]
	},
	WAREHOUSE_EMPTY: {
		fires: [{ warehouseUnits: 34 }],
		says: { warehouse: 34, week: 70 },
		silent: [[{ warehouseUnits: 35 }], [{ warehouseUnits: 0, sellInUnits: 0, sellOutUnits: 0 }]]
	},
	STOCK_AGES: {
		fires: [{ agedDealerUnits: 5 }],
		says: { units: 5, share: 0.05 },
		silent: [[{ agedDealerUnits: 4 }]]
	},
	DEAL_LOADED_CHANNEL: {
		fires: [{ sellInUnits: 322, plan: (it) => it.activities.push(deal()) }],
		says: { sellIn: 322, sellOut: 280 },
		silent: [
			[{ sellInUnits: 321, plan: (it) => it.activities.push(deal()) }],
			[{ sellInUnits: 322, plan: (it) => it.activities.push(off()) }]
		]
	},
	TARGET_MISSED: {
		fires: [{ sellOutUnits: 150, sellInUnits: 150 }],
		says: { sellOut: 150, target: 200, missing: 50, listed: 0.8 },
		silent: [[{ sellOutUnits: 200 }]]
	},
	EFFORT_SPREAD: {
		fires: [{ areas: [area('home', 160, 100), area('away', 50, 100)], plan: both }],
		says: { areas: 2, area: 'home', ratio: 1.6 },
		silent: [
			[{ areas: [area('home', 160, 100), area('away', 50, 100)] }],
			[{ areas: [area('home', 170, 100), area('away', 50, 100)], plan: both }]
		]
	},
	ACCOUNTS_UNVISITED: {
		fires: [{ areas: [area('home', 170, 100, { visitedAccounts: 7 }), away] }],
		says: { missing: 3, accounts: 10, heads: spec.defaultPlan.field.merchandisers },
		silent: [[{ areas: [area('home', 170, 100), area('away', 110, 50, { visitedAccounts: 0 })] }]]
	},
	LEAD_LOST: {
		fires: [{}, { areas: [area('home', 160, 100), away] }],
		says: { area: 'home', was: 1.7, ratio: 1.6, listed: 0.8, missing: 10, rival: 'rival' },
		silent: [
			[{ areas: [area('home', 160, 100), away] }, { areas: [area('home', 150, 100), away] }],
			[{}, {}]
		]
	},
	LEAD_CONTESTABLE: {
		fires: [{ areas: [area('home', 120, 100), area('away', 101, 100)] }],
		says: { area: 'home', ratio: 1.2, listed: 0.8, missing: 50, rival: 'rival' },
		silent: [[{ areas: [area('home', 170, 100), area('away', 100, 100)] }]]
	},
	LEAD_BEHIND: {
		fires: [{ areas: [area('home', 50, 100), area('away', 90, 100)] }],
		says: { area: 'home', ratio: 0.5, listed: 0.8, missing: 51, rival: 'rival' },
		silent: [
			[{ areas: [area('home', 101, 100), area('away', 50, 100)] }],
			[{ areas: [area('home', 50, 100), area('away', 50, 100)], plan: both }],
			[{ areas: [area('home', 0, 0), away] }]
		]
	},
	LISTINGS_LOST: {
		fires: [{}, { areas: [area('home', 170, 100, { weightedDistribution: 0.75 }), away] }],
		says: { area: 'home', was: 0.8, listed: 0.75 },
		silent: [
			[{}, { areas: [area('home', 170, 100, { weightedDistribution: 0.78 }), away] }],
			[{}, { areas: [area('home', 170, 100), area('away', 110, 50, { weightedDistribution: 0.5 })] }],
			[{ areas: [area('home', 170, 100, { weightedDistribution: 0.1 }), away] }]
		]
	},
	PRICE_OFF_UNLISTED: {
		fires: [
			{
				areas: [area('home', 170, 100, { weightedDistribution: 0.29 }), away],
				plan: (it) => it.activities.push(off({ targets: ['home', 'away'] }))
			}
		],
		says: { area: 'home', listed: 0.29 },
		silent: [
			[{ plan: (it) => it.activities.push(off({ targets: ['home', 'away'] })) }],
			[
				{
					areas: [area('home', 170, 100, { weightedDistribution: 0.29 }), away],
					plan: (it) => it.activities.push(off({ targets: ['away'] }))
				}
			]
		]
	},
	EXPENSE_HEAVY: {
		fires: [{ money: { peopleCents: 13_000 } }],
		says: { ratio: 0.8, full: 0.6, margin: 20_000, people: 13_000, promotion: 3000 },
		silent: [[{ money: { peopleCents: 9000 } }], [{ money: { revenueCents: 20_000 } }]]
	},
	PROFIT_SHORT: {
		fires: [{ money: { profitCents: -1 } }],
		says: { profit: -1, target: 0, margin: 20_000 },
		silent: [[{ money: { profitCents: 0 } }], [{ money: { profitCents: -1, peopleCents: 13_000 } }]]
	},
	LEAD_HELD: {
		fires: [{}],
		says: { held: 2, area: 'away', ratio: 2.2, listed: 0.8, missing: 0, rival: 'rival' },
		silent: [[{ areas: [area('home', 169, 100), area('away', 50, 100)] }]]
	},
	FLOW_CLEAN: {
		fires: [{}, { sellInUnits: 300 }],
		says: { sellIn: 580, sellOut: 560, days: 10 },
		silent: [
			[overstocked],
			[{ dealerUnits: 60 }],
			[{ sellInUnits: 320 }],
			[{ areas: [area('home', 280, 100, { stockOutOutletWeeks: 20 })] }]
		]
	}
};

test('every code has one rule, and every rule a code', () => {
	expect(RULES.map((rule) => rule.code).sort()).toEqual([...SIGN_CODES].sort());
});

describe.each(SIGN_CODES)('%s', (code) => {
	const { fires, says, silent } = CASES[code];

	test('speaks, with the numbers it saw', () => {
		expect(found(code, fires)).toEqual(says);
	});

	test('is silent close by', () => {
		for (const changes of silent) expect(found(code, changes)).toBeNull();
	});
});

describe.each(LOCALES)('the words of signs in %s', (locale) => {
	test('are there for every code, and for no other', async () => {
		const keys = Object.keys(await loadCatalogue(locale, ['report'])).filter((key) =>
			key.startsWith('coach.')
		);
		expect(keys.sort()).toEqual(
			[...SIGN_CODES].sort().flatMap((code) => [`coach.${code}.next`, `coach.${code}.sign`])
		);
	});

	test.each(SIGN_CODES)('%s: need nothing that the rule does not give', async (code) => {
		const catalogue = await loadCatalogue(locale, ['report']);
		const asked = (['sign', 'next'] as const).flatMap((part) =>
			parametersOf(catalogue[`coach.${code}.${part}`] ?? '').map((it) => it.split(':')[0])
		);
		expect(Object.keys(CASES[code].says)).toEqual(expect.arrayContaining(asked));
	});
});

describe('signs', () => {
	test('of a quiet turn are good ones only', () => {
		expect(signsOf({}).map((sign) => sign.code)).toEqual(['FLOW_CLEAN', 'LEAD_HELD']);
	});

	test('stand in order: urgent, then by the marks at stake, then good', () => {
		const signs = signsOf({ dropped: [cut], agedDealerUnits: 50, areas: [area('home', 50, 100), away] });
		expect(signs.map((sign) => [sign.code, Math.round(sign.atStake)])).toEqual([
			['PLAN_CUT', 0],
			['LEAD_BEHIND', expect.any(Number)],
			['STOCK_AGES', 1000],
			['FLOW_CLEAN', 0],
			['LEAD_HELD', 0]
		]);
	});

	test('an area’s sign has that area’s marks at stake only', () => {
		const areas = [area('home', 120, 100), area('away', 60, 100)];
		const [sign] = signsOf({ areas }).filter((it) => it.code === 'LEAD_CONTESTABLE');
		// 850 × (1.2 ÷ 1.7)² = 423 of 1000; home is 220 of 380 units; the pillar weighs .3.
		expect(sign?.atStake).toBeCloseTo((0.3 * 100 * 577 * 578) / (578 + 421), 6);
	});

	test('a turn that was not scored has none', () => {
		const [report] = turnsOf(overstocked);
		expect(coach([{ ...(report as FirmReport), score: null }], 0, FIRMS)).toEqual([]);
		expect(coach([], 0, FIRMS)).toEqual([]);
	});
});

describe('in played games', () => {
	const scenario = shipped('first-city.yaml');
	const seen = (bot: string): Set<SignCode> => {
		const { reports } = played(scenario, bot, 'coach');
		return new Set(
			reports.flatMap((_, i) => coach(reports, i, scenario.spec.firms).map((sign) => sign.code))
		);
	};

	test('who stuffs hears of it; who wins one area first does not', () => {
		const [stuffed, method] = [seen('stuff'), seen('one-area-first')];
		expect(stuffed).toContain('SELL_IN_AHEAD');
		for (const code of ['PUSHED_ON_STOCK', 'DEAL_LOADED_CHANNEL'] as const) {
			expect(stuffed).toContain(code);
			expect(method).not.toContain(code);
		}
		expect(method).toContain('LEAD_CONTESTABLE');
		expect(method).not.toContain('EFFORT_SPREAD');
		expect(seen('spread-thin')).toContain('EFFORT_SPREAD');
	});

	test('the careless hear of platform, series and key persons; who goes by the method does not', () => {
		const careless = seen('half-hearted');
		const method = seen('one-area-first');
		for (const code of ['PLATFORM_LATE', 'SERIES_BROKEN', 'KEY_PERSON_UNKNOWN'] as const) {
			expect(careless).toContain(code);
			expect(method).not.toContain(code);
		}
		expect(seen('hold')).toContain('NEW_BEFORE_OLD');
		expect(method).not.toContain('NEW_BEFORE_OLD');
	});

	test('every turn of every bot gives a sign', () => {
		for (const bot of BOT_NAMES) expect(seen(bot).size).toBeGreaterThan(0);
	});
});
