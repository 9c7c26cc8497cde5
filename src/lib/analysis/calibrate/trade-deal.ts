/** What a trade deal does to orders: how far ahead everybody buys, and how much more the sell-in swings. */
import type { World } from '../../engine/world.ts';
import { onHand, supplyLine } from '../../engine/echelon/goods.ts';
import { tradeDeal, type MarketRun, type Week } from './market.ts';
import type { MarketExperiment, Measured, RowSpec } from './row.ts';

/** Pays for so few weeks ahead that no cap of the file is reached. */
const DEPTH = 0.012;
/** Weeks of the deal, in which all that is wanted ahead can be ordered and shipped; and of the whole comparison. */
const DEAL_WEEKS = 4;
const WEEKS = 26;

const forward = (who: string, setBy: readonly string[]): RowSpec => ({
	name: `forwardBuying.${who}`,
	published: 1,
	source: 'weeks bought = discount ÷ carrying cost, derived',
	// Ours: no source gives one.
	band: [0.75, 1.25],
	weeks: DEAL_WEEKS,
	setBy
});

/** Around their mean. */
function variance(values: readonly number[]): number {
	const mean = total(values) / values.length;
	return total(values.map((value) => (value - mean) * (value - mean))) / values.length;
}

export const TRADE_DEAL: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'bullwhip.deals',
				published: null,
				source: 'Lee, Padmanabhan & Whang 1997',
				band: [1, null],
				weeks: WEEKS,
				setBy: []
			},
			forward('outlet', ['response.carryingPerWeek', 'channel.outletCashWeeks', 'channel.outletSpaceWeeks']),
			forward('dealer', ['response.carryingPerWeek', 'channel.dealerForwardWeeks']),
			forward('dealerAlone', ['response.carryingPerWeek', 'channel.dealerForwardWeeks'])
		],
		measure(bench): Measured {
			const k = bench.product;
			const [plain, treated] = [bench.settled(), bench.settled()];
			const deal = tradeDeal(plain.world, k, DEPTH);
			const during = Array.from({ length: DEAL_WEEKS }, () => treated.week(deal));
			plain.weeks(DEAL_WEEKS);
			const extra = (held: (run: MarketRun, k: number) => number): number =>
				held(treated, k) - held(plain, k);
			const [atOutlets, atDealers] = [extra(outletStock), extra(dealerStock)];

			// The same where no outlet can buy ahead: what dealers do of themselves, apart from what they take for demand.
			const hand = withoutCash(plain.world);
			const [calm, alone] = [bench.settled().branch(hand), bench.settled().branch(hand)];
			calm.weeks(DEAL_WEEKS);
			for (let week = 0; week < DEAL_WEEKS; week++) alone.week(deal);

			const base = bench.base(WEEKS);
			const sellIn = (weeks: readonly Week[]): number[] => weeks.map((week) => week.sellIn[k] ?? 0);
			const swings = variance(sellIn([...during, ...treated.weeks(WEEKS - DEAL_WEEKS)]));
			const weekly = total(base.slice(0, DEAL_WEEKS).map(({ sold }) => sold[k] ?? 0)) / DEAL_WEEKS;
			const { carryingPerWeek, passThroughDealer } = bench.spec.response;
			return {
				'bullwhip.deals': swings / variance(sellIn(base)),
				'forwardBuying.outlet': atOutlets / weekly / ((DEPTH * passThroughDealer) / carryingPerWeek),
				'forwardBuying.dealer': atDealers / weekly / (DEPTH / carryingPerWeek),
				'forwardBuying.dealerAlone':
					(dealerStock(alone, k) - dealerStock(calm, k)) / weekly / (DEPTH / carryingPerWeek)
			};
		}
	}
];

/** The same places where outlets have no money to buy ahead. */
function withoutCash(world: World): World {
	const channelRules = { ...world.spec.channelRules, outletCashWeeks: { A: 0, B: 0, C: 0 } };
	return { ...world, spec: { ...world.spec, channelRules } };
}

/** On all shelves and on the way to them, units. */
function outletStock({ world, state }: MarketRun, k: number): number {
	let units = 0;
	for (let cell = k; cell < world.outlets * world.products; cell += world.products)
		units += (state.stockNew[cell] ?? 0) + (state.stockOld[cell] ?? 0) + (state.inbound[cell] ?? 0);
	return units;
}

/** With all dealers and on order, units. */
function dealerStock({ world, state }: MarketRun, k: number): number {
	let units = 0;
	for (let d = 0; d < world.dealers; d++)
		units += onHand(world, state, d, k) + supplyLine(world, state, d, k);
	return units;
}

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
