/**
 * The stylised facts a market must show, by pairs of runs of a shipped scenario under fixed seeds: what differs between
 * two runs is one thing, so a few seeds are enough to tell its sign.
 */
import { describe, expect, test } from 'vitest';
import {
	fillShelves,
	MarketBench,
	priceOff,
	soldOf,
	sum,
	tradeDeal,
	type MarketRun,
	type Week
} from '#lib/analysis/calibrate/market.ts';
import { ACCOUNT, balanceOf } from '#lib/engine/ledger.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { dealerEntity } from '#lib/engine/state.ts';
import { at } from '#lib/engine/world.ts';
import { shipped } from '../support/scenarios.ts';

const { spec } = shipped('three-cities.yaml');
const SEEDS = [1, 2, 3, 4];
const benches = SEEDS.map((seed) => new MarketBench(spec, seed));

const mean = (values: readonly number[]): number => sum(values) / values.length;
const onEach = (measure: (bench: MarketBench) => number): number => mean(benches.map(measure));
const variance = (values: readonly number[]): number =>
	mean(values.map((value) => (value - mean(values)) * (value - mean(values))));
const sellInOf = (weeks: readonly Week[], k: number): number[] => weeks.map(({ sellIn }) => sellIn[k] ?? 0);

/** The player's plan as changed, from now on. */
function change(run: MarketRun, edit: (plan: Plan) => Plan): MarketRun {
	run.plans = run.plans.map((plan, f) => (f === run.world.player ? edit(plan) : plan));
	return run;
}

/** Units of all the player's products. */
const soldByPlayer = ({ world }: MarketRun, weeks: readonly Week[]): number =>
	sum(at(world.firmProducts, world.player).map((k) => soldOf(weeks, k)));

describe('a trade deal of four weeks', () => {
	const WEEKS = 26;
	const runs = benches.map((bench) => {
		const k = bench.product;
		const run = bench.settled();
		const deal = tradeDeal(run.world, k, 0.1);
		const weeks = Array.from({ length: WEEKS }, (_, week) => run.week(week < 4 ? deal : undefined));
		return { k, weeks, base: bench.base(WEEKS) };
	});

	test('sell-in leads sell-through: it grows by far more while the deal lasts', () => {
		for (const { k, weeks, base } of runs) {
			const [deal, usual] = [weeks.slice(0, 5), base.slice(0, 5)];
			const loaded = sum(sellInOf(deal, k)) / sum(sellInOf(usual, k));
			const bought = soldOf(deal, k) / soldOf(usual, k);
			expect(bought).toBeGreaterThan(1);
			expect(loaded).toBeGreaterThan(1.5 * bought);
		}
	});

	test('the trough of orders after it is deeper than the dip of the shoppers', () => {
		for (const { k, weeks, base } of runs) {
			const [after, usual] = [weeks.slice(5, 13), base.slice(5, 13)];
			const orders = sum(sellInOf(after, k)) / sum(sellInOf(usual, k));
			const shoppers = soldOf(after, k) / soldOf(usual, k);
			expect(orders).toBeLessThan(0.7);
			expect(shoppers).toBeGreaterThan(orders + 0.2);
		}
	});

	test('it makes orders swing: sell-in varies several times as much over half a year as without it', () => {
		for (const { k, weeks, base } of runs)
			expect(variance(sellInOf(weeks, k))).toBeGreaterThan(3 * variance(sellInOf(base, k)));
	});
});

test('distribution multiplies the other levers: the same price-off sells more where more outlets list the brand', () => {
	const bumpOf = (run: MarketRun, k: number): number => {
		const plain = run.branch().weeks(1);
		return soldOf(run.branch().weeks(1, priceOff(run.world, k, 0.2)), k) - soldOf(plain, k);
	};
	for (const bench of benches) {
		const k = bench.product;
		const [wide, narrow] = [bench.settled(), bench.settled()];
		// Every second outlet that lists it has it no more.
		let seen = 0;
		for (let cell = k; cell < narrow.state.listed.length; cell += narrow.world.products) {
			if (narrow.state.listed[cell] !== 1 || seen++ % 2 === 0) continue;
			narrow.state.listed[cell] = 0;
			narrow.state.stockNew[cell] = 0;
			narrow.state.stockOld[cell] = 0;
			narrow.state.inbound[cell] = 0;
		}
		fillShelves(wide, k);
		fillShelves(narrow, k);
		const ratio = bumpOf(narrow, k) / bumpOf(wide, k);
		expect(ratio).toBeGreaterThan(0.35);
		expect(ratio).toBeLessThan(0.75);
	}
});

test('reallocating calls beats adding calls, for a team that goes to the wrong accounts', () => {
	const WEEKS = 40;
	/** All hours at small accounts, or at the large ones first. */
	const calls =
		(A: number, B: number, C: number, heads: number) =>
		(plan: Plan): Plan => ({
			...plan,
			field: { ...plan.field, visitsPer4Weeks: { A, B, C }, merchandisers: heads }
		});
	const heads = at(
		spec.firms,
		spec.firms.findIndex(({ role }) => role === 'player')
	).merchandisers;
	const sold = (edit: (plan: Plan) => Plan): number =>
		onEach((bench) => {
			const run = change(bench.settled(), edit);
			return soldByPlayer(run, run.weeks(WEEKS));
		});
	const wrong = sold(calls(0, 0, 4, heads));
	const more = sold(calls(0, 0, 4, heads + 2));
	const elsewhere = sold(calls(4, 2, 1, heads));
	expect(elsewhere - wrong).toBeGreaterThan(2 * Math.abs(more - wrong));
});

test('excess stock strains cash: a dealer that is stuffed pays, sells no more and orders less', () => {
	for (const bench of benches) {
		const run = bench.settled();
		const { world, state } = run;
		const f = world.player;
		const k = at(at(world.firmProducts, f), 0);
		const region = at(world.spec.regions, 0);
		const dealer = state.dealerOf[f * world.regions] ?? 0;
		const { id, unitsPerCase } = at(world.productSpecs, k);
		const usual = (state.nodeForecast[dealer * world.products + k] ?? 0) / unitsPerCase;
		const cash = (of: MarketRun): number =>
			balanceOf(of.state.balances, dealerEntity(world, dealer), ACCOUNT.CASH);
		const [stuffed, left] = [run.branch(), run.branch()];
		const push = { region: region.id, product: id, cases: Math.ceil(usual * 3) };
		const before = stuffed.plans;
		change(stuffed, (plan) => ({ ...plan, supply: { ...plan.supply, pushes: [push] } }));
		const pushed = stuffed.week();
		stuffed.plans = before;
		const plain = left.week();
		expect(pushed.sellIn[k]).toBeGreaterThan(plain.sellIn[k] ?? 0);
		expect(cash(stuffed)).toBeLessThan(cash(left));
		// What was pushed is not sold for it, and is not ordered again.
		const [later, without] = [stuffed.weeks(8), left.weeks(8)];
		expect(sum(sellInOf(later, k))).toBeLessThan(sum(sellInOf(without, k)));
		expect(soldOf(later, k)).toBeLessThan(1.05 * soldOf(without, k));
	}
});

test('excess stock expires: of goods that keep eight weeks more are thrown away where the dealer was stuffed', () => {
	const writtenOff = (isPushed: boolean): number =>
		onEach((bench) => {
			const run = bench.open((it) => ({
				...it,
				channelRules: { ...it.channelRules, pushLimitDays: 365 },
				firms: it.firms.map((firm) => ({
					...firm,
					products: firm.products.map((product) => ({ ...product, shelfLifeWeeks: 8 }))
				}))
			}));
			const k = at(at(run.world.firmProducts, run.world.player), 0);
			run.weeks(4);
			const plans = run.plans;
			const pushes = run.world.spec.regions.map(({ id }) => ({
				region: id,
				product: at(run.world.productSpecs, k).id,
				cases: 3000
			}));
			if (isPushed) change(run, (plan) => ({ ...plan, supply: { ...plan.supply, pushes } }));
			const first = run.week();
			run.plans = plans;
			return sum([first, ...run.weeks(16)].map((week) => week.writtenOff[k] ?? 0));
		});
	expect(writtenOff(true)).toBeGreaterThan(writtenOff(false) + 1000);
});
