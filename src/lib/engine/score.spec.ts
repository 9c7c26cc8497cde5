import { describe, expect, test } from 'vitest';
import { BUILT_PLATFORM, duoSpec, firmOf, NO_STATEMENTS, QUIET_FIELD } from '../../../tests/support/spec.ts';
import type { AreaFacts, MoneyLines, TurnFacts } from './report.ts';
import { lead, scoreGame, scoreTurn } from './score.ts';
import type { Pillar } from './vocab.ts';

const spec = duoSpec((draft) => {
	firmOf(draft).cashCents = 0;
});

const money = (change: Partial<MoneyLines> = {}): MoneyLines => ({
	revenueCents: 40_000,
	costOfGoodsCents: 18_000,
	freightCents: 2000,
	promotionCents: 3000,
	peopleCents: 3000,
	overheadCents: 0,
	interestCents: 0,
	writeOffCents: 0,
	rebateCents: 0,
	supportCents: 0,
	badDebtCents: 0,
	profitCents: 14_000,
	cashCents: 1000,
	...change
});
const area = (own: number, rival: number, change: Partial<AreaFacts> = {}): AreaFacts => ({
	area: 'area',
	region: 'region',
	units: [own, rival],
	outsideUnits: 0,
	numericDistribution: 1,
	weightedDistribution: 1,
	listedOutletWeeks: 40,
	stockOutOutletWeeks: 0,
	visitedAccounts: 0,
	accounts: 10,
	unservedAccounts: 0,
	...change
});
/** A turn of full marks but for No.1: 200 units sold in 28 days, ten days of stock everywhere. */
const facts = (change: Partial<TurnFacts> = {}): TurnFacts => ({
	turn: 0,
	weeks: 4,
	closing: false,
	producedUnits: 200,
	sellInUnits: 200,
	sellOutUnits: 200,
	writtenOffUnits: 0,
	plantUnits: 0,
	warehouseUnits: 71,
	transitUnits: 0,
	dealerUnits: 71,
	outletUnits: 71,
	agedDealerUnits: 0,
	divertedUnits: 0,
	dealers: [],
	areas: [area(200, 400)],
	activities: [],
	preparationCents: 0,
	boards: [],
	communication: null,
	money: money(),
	statements: NO_STATEMENTS,
	weeksBroke: 0,
	field: QUIET_FIELD,
	platform: BUILT_PLATFORM,
	launches: [],
	...change
});
const pillar = (name: Pillar, ...turns: TurnFacts[]): number =>
	scoreTurn(spec, 0, turns).pillars[name] / 1000;

test('[Z1] pillars are 0–100 in thousandths, and the weights are the scenario’s', () => {
	const turn = scoreTurn(spec, 0, [facts()]);
	// Half of the best rival's: 850 × (.5 ÷ 1.7)² = 73.5.
	expect(turn.pillars).toEqual({ effectiveShipment: 100_000, stock: 100_000, expense: 100_000, no1: 7300 });
	// .3 × 100 + .2 × 100 + .2 × 100 + .3 × 7.3.
	expect(turn.total).toBe(72_190);
});

test('[Z1] it is capped: twice the target is worth no more', () => {
	expect(pillar('effectiveShipment', facts({ sellOutUnits: 400, sellInUnits: 400 }))).toBe(100);
});

describe('effective shipment', () => {
	test.each([
		['half the target', { sellOutUnits: 100, sellInUnits: 100 }, 50],
		['all of it, out of twice as much shipped', { sellInUnits: 400 }, 50],
		['¾ of it, out of 1½ as much', { sellOutUnits: 150, sellInUnits: 200 }, 56.2],
		['nothing shipped: attainment alone', { sellOutUnits: 150, sellInUnits: 0 }, 75],
		['more taken back than shipped', { sellOutUnits: 150, sellInUnits: -80 }, 75]
	])('[Z2] %s', (_name, change, expected) => {
		expect(pillar('effectiveShipment', facts(change))).toBe(expected);
	});

	test('[Z2] a channel stuffed last turn and healed by shipping nothing scores by what it sells', () => {
		const stuffed = facts({ sellInUnits: 600, sellOutUnits: 200 });
		// 400 sold of 600 shipped in two turns …
		expect(pillar('effectiveShipment', stuffed, facts({ turn: 1, sellInUnits: 0 }))).toBe(66.6);
		// … and more than the same turn stuffed again: 400 of 1 200.
		expect(pillar('effectiveShipment', stuffed, facts({ turn: 1, sellInUnits: 600 }))).toBe(33.3);
		expect(
			pillar(
				'effectiveShipment',
				stuffed,
				facts({ turn: 1, sellInUnits: 0 }),
				facts({ turn: 2, sellInUnits: 0 })
			)
		).toBe(100);
	});
});

describe('stock', () => {
	// 200 units in 28 days: 100 ÷ 14 a day.
	const days = (n: number): number => (n * 200) / 28;
	test.each([
		['warehouse inside its band', { warehouseUnits: days(25) }, 100],
		['warehouse half-way to nothing: 50 days, − 7.5', { warehouseUnits: days(50) }, 92.5],
		['warehouse empty, − 15', { warehouseUnits: 0 }, 85],
		[
			'dealers at 35 days with the road, half of .35',
			{ dealerUnits: days(20), transitUnits: days(15) },
			82.5
		],
		['dealers at 50 days, all of it', { dealerUnits: days(50) }, 65],
		['outlets at 2½ of 5 days, half of .20', { outletUnits: days(2.5) }, 90],
		['a tenth of shelves empty: 40 % of .20', { areas: [area(200, 400, { stockOutOutletWeeks: 4 })] }, 92],
		['half of the dealers’ stock aged, half of .10', { dealerUnits: 100, agedDealerUnits: 50 }, 95]
	])('[Z3] %s', (_name, change, expected) => {
		expect(Math.abs(pillar('stock', facts(change)) - expected)).toBeLessThanOrEqual(0.1);
	});

	test('[Z3] without sales and listings there is no merit in empty stores', () => {
		const nothing = { sellOutUnits: 0, sellInUnits: 0, warehouseUnits: 0, dealerUnits: 0, outletUnits: 0 };
		const gone = [area(0, 400, { listedOutletWeeks: 0 })];
		expect(pillar('stock', facts({ ...nothing, areas: gone }))).toBe(0);
	});
});

describe('expense', () => {
	test.each([
		// Margin 20 000; full at .6 of it, none at 2.
		['6 000 of a margin of 20 000', {}, 100],
		['26 000: half of .6', { promotionCents: 23_000 }, 70],
		['40 000: none of it', { peopleCents: 37_000 }, 40],
		['no margin: none of it', { costOfGoodsCents: 40_000 }, 40],
		['5 000 short of the profit target of 0: half of .4', { profitCents: -5000 }, 80],
		['10 000 short: none of it', { profitCents: -10_000 }, 60],
		['below the cash floor: 30 at most', { cashCents: -1 }, 30],
		['below it and bad anyway', { cashCents: -1, profitCents: -10_000, peopleCents: 37_000 }, 0]
	])('[Z4] %s', (_name, change, expected) => {
		expect(pillar('expense', facts({ money: money(change) }))).toBe(expected);
	});
});

describe('No.1', () => {
	const of = (own: number, rival: number): TurnFacts => facts({ areas: [area(own, rival)] });
	test.each([
		['.85 of the rival: a quarter of 850', 85, 100, 21.2],
		['1.69, in the range', 169, 100, 84],
		['1.7, reached', 170, 100, 85],
		['ten times', 1000, 100, 85],
		['no rival sells', 5, 0, 85],
		['nor do we', 0, 0, 0]
	])('[Z5] %s', (_name, own, rival, expected) => {
		expect(pillar('no1', of(own, rival))).toBe(expected);
	});

	test('[Z5] 150 more when it is held for a second turn, and none for a lead inside the range', () => {
		expect(pillar('no1', of(170, 100), of(170, 100))).toBe(100);
		expect(pillar('no1', of(169, 100), of(170, 100))).toBe(85);
		expect(pillar('no1', of(170, 100), of(169, 100))).toBe(84);
		// Two turns ahead, but inside the range: the square of 1.5 ÷ 1.7 and no premium.
		expect(pillar('no1', of(150, 100), of(150, 100))).toBe(66.1);
	});

	test('[Z5] areas weigh by their size, small brands included', () => {
		const big = area(170, 100, { outsideUnits: 330 });
		const small = area(0, 100, { outsideUnits: 100 });
		expect(pillar('no1', facts({ areas: [big, small] }))).toBe(Math.floor(850 * 0.75) / 10);
	});

	test('[Z5] the rival is the best of them', () => {
		expect(lead({ ...area(0, 0), units: [300, 100, 200] }, 0)).toBe(1.5);
		expect(lead({ ...area(0, 0), units: [100, 300, 200] }, 1)).toBe(1.5);
	});
});

test('[Z6] turn t weighs t + 1, and the closing weeks most', () => {
	const turn = (turn: number, sold: number): TurnFacts =>
		facts({ turn, sellOutUnits: sold, sellInUnits: sold });
	const turns = [turn(0, 200), turn(1, 100), turn(2, 50)].map((now) => scoreTurn(spec, 0, [now]));
	const game = scoreGame(turns);
	// (1 × 100 + 2 × 50 + 3 × 25) ÷ 6 = 45.833.
	expect(game.pillars.effectiveShipment).toBe(45_833);
	expect(game.turns).toHaveLength(3);
	expect(scoreGame([]).total).toBe(0);
});
