import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	changed,
	deal,
	dealerOf,
	firmOf,
	gameOf,
	lab,
	off,
	productOf,
	soloSpec,
	turnOf,
	type Editable,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance } from '../game.ts';
import { ACCOUNT, balanceOf, entry } from '../ledger.ts';
import type { ActivityPlan } from '../plan.ts';
import { dealerEntity, householdsEntity, outletsEntity, worldEntity } from '../state.ts';
import { at } from '../world.ts';
import { setMarket } from './market.ts';
import { settle } from './money.ts';
import { runFirms } from './supply.ts';

function till(activities: Editable<ActivityPlan>[] = [], edit: (spec: SpecDraft) => void = () => {}) {
	const market = lab(soloSpec(edit));
	const { world, state } = market;
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), (plan) => {
			plan.activities = activities;
		})
	);
	setMarket(world, state, turn, 0);
	const balance = (account: (typeof ACCOUNT)[keyof typeof ACCOUNT], entity = 0): number =>
		balanceOf(state.balances, entity, account);
	const ring = (week = 0): void => settle(world, state, turn, week);
	const sell = (): number => {
		const { sold, sell } = shopWeek(market, turn);
		sell();
		return sold.reduce((sum, units) => sum + units, 0);
	};
	return { ...market, turn, balance, ring, sell };
}

describe('trade deals', () => {
	const shipped = (budgetCents: number) => {
		const now = till([deal({ budgetCents })]);
		now.state.slip[0] = 100;
		runFirms(now.world, now.state, now.turn, 0);
		return now;
	};

	test('[A2] cut the invoice, and stand as promotion on revenue at list', () => {
		const { world, state, balance } = shipped(1_000_000);
		// 100 × 2.00, a tenth off.
		expect(balance(ACCOUNT.REVENUE)).toBe(-20_000);
		expect(balance(ACCOUNT.PROMOTION)).toBe(2000);
		expect(balance(ACCOUNT.CASH, dealerEntity(world, 0))).toBe(1_000_000 - 18_000);
		expect(state.bookCents[0]).toBe(30_000 + 18_000);
		expect(state.activitySpent[0]).toBe(2000);
	});

	test('[A2] as far as the budget goes', () => {
		const { world, balance } = shipped(500);
		expect(balance(ACCOUNT.PROMOTION)).toBe(500);
		expect(balance(ACCOUNT.CASH, dealerEntity(world, 0))).toBe(1_000_000 - 19_500);
	});
});

test('[A3] an activity costs 3.00 a week and target, sales or none, in its weeks', () => {
	const spent = [0, 1, 2, 3].map((week) => {
		const now = till([deal({ startWeek: 1, weeks: 2 })], (spec) => {
			spec.regions.push({ ...structuredClone(at(spec.regions, 0)), id: 'second', areas: [] });
		});
		now.turn.activities.forEach((activity) => expect(activity.targets).toEqual([0]));
		setMarket(now.world, now.state, now.turn, week);
		now.ring(week);
		return now.balance(ACCOUNT.PROMOTION);
	});
	expect(spent).toEqual([0, 300, 300, 0]);
});

test('[A3] one whose budget is spent runs no more and costs no more', () => {
	const now = till([deal({ startWeek: 0, weeks: 4, budgetCents: 1000 })]);
	now.state.activitySpent[0] = 1000;
	setMarket(now.world, now.state, now.turn, 1);
	now.ring(1);
	expect(now.balance(ACCOUNT.PROMOTION)).toBe(0);
});

describe('price-offs', () => {
	test('[A4] are made good to the outlets by the firm', () => {
		const { world, balance, ring, sell } = till([off()]);
		const units = sell();
		ring();
		// 3.00 less a tenth is 2.70; the firm adds .30 a unit, and its 3.00 of running cost.
		expect(units).toBeGreaterThan(50);
		expect(balance(ACCOUNT.PROMOTION)).toBe(300 + 30 * units);
		expect(balance(ACCOUNT.REVENUE, outletsEntity(world))).toBe(-300 * units);
	});

	test('[A4] up to the budget; what a last week costs beyond it, the outlets bear', () => {
		const { world, state, balance, ring, sell } = till([off({ budgetCents: 1550 })]);
		const units = sell();
		ring();
		// 30 on each of 52 or more.
		expect(units).toBeGreaterThan(51);
		expect(balance(ACCOUNT.PROMOTION)).toBe(300 + 1550);
		expect(balance(ACCOUNT.REVENUE, outletsEntity(world))).toBe(-(270 * units + 1550));
		expect(state.activitySpent[0]).toBe(1550);
	});
});

test('[C1] households pay 3.39, the outlet keeps 3.00, the state .39', () => {
	const { world, turn, balance, ring, sell } = till();
	expect(sell()).toBe(50);
	ring();
	expect(balance(ACCOUNT.CONSUMPTION, householdsEntity(world))).toBe(50 * 339);
	expect(balance(ACCOUNT.REVENUE, outletsEntity(world))).toBe(-50 * 300);
	// The world has the wages too.
	expect(balance(ACCOUNT.REVENUE, worldEntity(world))).toBe(-(50 * 39 + 1000));
	expect(turn.till[1]).toBe(50);
});

test('[C2] wages and overhead are paid each week', () => {
	const { state, balance, ring } = till([], (spec) => {
		firmOf(spec).overheadCentsPerWeek = 700;
	});
	state.staff[0] = 3;
	ring();
	expect(balance(ACCOUNT.PEOPLE)).toBe(3 * 1000);
	expect(balance(ACCOUNT.OVERHEAD)).toBe(700);
	expect(balance(ACCOUNT.CASH)).toBe(1_000_000 - 3700);
});

test('[C3] tax touches the shelf only: without it firm, dealer and outlet keep the same books', () => {
	const books = (vatBp: number): number[] => {
		const spec = soloSpec(({ money }) => {
			money.vatBp = vatBp;
		});
		const { state } = advance(gameOf(spec), spec.defaultPlan);
		return [0, 1, 2].flatMap((entity) =>
			[ACCOUNT.CASH, ACCOUNT.REVENUE].map((account) => balanceOf(state.balances, entity, account))
		);
	};
	expect(books(0)).toEqual(books(1300));
	expect(books(0)[1]).toBeLessThan(0);
});

describe('interest', () => {
	/** Paid in so many weeks on a debt. */
	const paid = (debt: number, weeks: number): number => {
		const { state, balance, ring } = till([], (spec) => {
			Object.assign(firmOf(spec), { cashCents: 0, creditLineCents: 1_000_000, merchandisers: 0 });
			spec.money.interestBpPerYear = 520;
		});
		state.staff[0] = 0;
		entry(state.balances, 0, ACCOUNT.EQUITY, ACCOUNT.CASH, debt);
		for (let week = 0; week < weeks; week++) ring(week);
		return balance(ACCOUNT.INTEREST);
	};

	test('[C4] 5.2 % a year is a thousandth a week', () => {
		expect(paid(520_000, 1)).toBe(520);
	});

	test('[C4] what a week owes in fractions is not lost: 2.6 cents are 26 in ten weeks', () => {
		// What the interest itself adds to the debt is a fraction of a cent.
		expect(paid(2600, 1)).toBe(2);
		expect(paid(2600, 2)).toBe(5);
		expect(paid(2600, 10)).toBe(26);
	});

	test('[C4] cash in hand costs and earns nothing', () => {
		const { balance, ring } = till();
		ring();
		expect(balance(ACCOUNT.INTEREST)).toBe(0);
	});
});

test('[C5] a firm at the end of its credit makes and employs nothing more, and the game goes on', () => {
	const spec = soloSpec((draft) => {
		Object.assign(firmOf(draft), { cashCents: 0, creditLineCents: 0, overheadCentsPerWeek: 100_000 });
		dealerOf(draft).capitalCents = 0;
	});
	let game = gameOf(spec);
	for (let turn = 0; turn < 3; turn++) game = advance(game, spec.defaultPlan);
	const [first, , third] = game.reports;
	expect(first?.plan.field.merchandisers).toBe(0);
	expect(first?.dropped.map(({ code }) => code)).toContain('CASH_SHORT');
	expect(third?.facts).toMatchObject({ producedUnits: 0, plantUnits: 0 });
	expect(third?.facts.money.cashCents).toBeLessThan(-1_000_000);
	expect(game.reports).toHaveLength(3);
});

test('[S2][D7] a dealer bears what expires on its floor at moving average, the firm at cost', () => {
	const { world, state, balance, ring } = till([], (spec) => {
		productOf(spec).shelfLifeWeeks = 1;
	});
	state.bookCents[0] = 30_000;
	ring(3);
	expect(balance(ACCOUNT.WRITE_OFF, dealerEntity(world, 0))).toBe(30_000);
	expect(balance(ACCOUNT.WRITE_OFF)).toBe(100 * 100);
	expect(state.turnWrittenOff[0]).toBe(250);
});
