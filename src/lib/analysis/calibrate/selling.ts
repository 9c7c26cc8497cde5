/** What field work is worth. */
import { ln } from '../../engine/detmath.ts';
import { COUNTED_WEEKS, meanOfFirms, minutes, sales, scaleCalls, SETTLE_WEEKS, steady } from './effort.ts';
import type { MarketBench } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

/** Around what there is: the arc is the elasticity at the usual effort. */
const LESS = 0.8;
const MORE = 1.2;
/** A team whose minutes hardly differ cannot tell. */
const LEAST_STEP = 1.1;

/**
 * A firm spends a fifth less at every account, and a fifth more: ln(sales ÷ sales) of weeks 27–52 over ln(minutes ÷
 * minutes) spent on accounts; the mean over all firms, as the published figure is one over markets.
 */
export const SELLING: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'selling',
				published: 0.34,
				source: 'Albers, Mantrala & Sridhar 2010',
				band: around(0.34, 0.1),
				weeks: SETTLE_WEEKS + COUNTED_WEEKS,
				setBy: ['response.relationLift', 'response.listPerVisit']
			}
		],
		measure: (bench): Measured => ({ selling: meanOfFirms(bench, (f) => elasticity(bench, f)) })
	}
];

function elasticity(bench: MarketBench, f: number): number {
	const [less, more] = [spending(bench, f, LESS), spending(bench, f, MORE)];
	const step = more.minutes / less.minutes;
	return step < LEAST_STEP ? NaN : ln(more.sales / less.sales) / ln(step);
}

function spending(bench: MarketBench, f: number, effort: number): { minutes: number; sales: number } {
	const run = steady(bench);
	scaleCalls(run, f, effort);
	const heads = Math.floor((run.state.staff[f] ?? 0) * effort + 0.5);
	return { minutes: minutes(run, f, heads), sales: sales(run, f, SETTLE_WEEKS) };
}
