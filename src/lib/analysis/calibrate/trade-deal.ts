/** What a trade deal does to orders: how far ahead dealers buy, and how much more the sell-in swings. */
import { tradeDeal, type Week } from './market.ts';
import type { MarketExperiment, Measured } from './row.ts';

const DEPTH = 0.03;
/** Weeks of the deal, in which all that is wanted ahead can be ordered and shipped; and of the whole comparison. */
const DEAL_WEEKS = 4;
const WEEKS = 26;

/** Around their mean. */
function variance(values: readonly number[]): number {
	const mean = values.reduce((total, value) => total + value, 0) / values.length;
	return values.reduce((total, value) => total + (value - mean) * (value - mean), 0) / values.length;
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
			{
				name: 'forwardBuying',
				published: 1,
				source: 'weeks ≈ discount ÷ carrying cost, derived',
				band: [0.75, 1.25],
				weeks: DEAL_WEEKS,
				setBy: ['response.carryingPerWeek', 'channel.dealerForwardWeeks']
			}
		],
		measure(bench): Measured {
			const k = bench.product;
			const run = bench.settled();
			const deal = tradeDeal(run.world, k, DEPTH);
			const treated = Array.from({ length: WEEKS }, (_, week) =>
				run.week(week < DEAL_WEEKS ? deal : undefined)
			);
			const base = bench.base(WEEKS);
			const sellIn = (weeks: readonly Week[]): number[] => weeks.map((week) => week.sellIn[k] ?? 0);
			const { carryingPerWeek } = bench.spec.response;
			const wanted = Math.min(bench.spec.channelRules.dealerForwardWeeks, DEPTH / carryingPerWeek);
			const extra = total(sellIn(treated.slice(0, DEAL_WEEKS))) - total(sellIn(base.slice(0, DEAL_WEEKS)));
			const usual = total(base.slice(0, DEAL_WEEKS).map(({ sold }) => sold[k] ?? 0)) / DEAL_WEEKS;
			return {
				'bullwhip.deals': variance(sellIn(treated)) / variance(sellIn(base)),
				forwardBuying: extra / usual / wanted
			};
		}
	}
];

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
