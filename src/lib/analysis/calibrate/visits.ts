/** What fewer visits cost in orders, and whether credit softens it. */
import { USUAL_TERMS } from '../../engine/terms.ts';
import { CLASSES } from '../../engine/vocab.ts';
import { at } from '../../engine/world.ts';
import { change, COUNTED_WEEKS, meanOfFirms, sales, SETTLE_WEEKS, steady, usualSales } from './effort.ts';
import type { MarketBench, MarketRun } from './market.ts';
import type { MarketExperiment, Measured, RowSpec } from './row.ts';

/** More than the two to four weeks the trade press tells of, so that it shows. */
const CREDIT_DAYS = 30;
/** Who loses less than a hundredth by fewer visits cannot tell what credit makes of it. */
const LEAST_LOSS = 0.01;

const row = (name: string, source: string, band: RowSpec['band'], ...setBy: string[]): RowSpec => ({
	name: `visits.${name}`,
	published: null,
	source,
	band,
	weeks: SETTLE_WEEKS + COUNTED_WEEKS,
	setBy
});

export const VISITS: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			row('fewer', 'Villa, Escamilla & Fransoo 2024', [0, 0.99]),
			row('credit', 'Escamilla, Fransoo & Mogollon, field experiment', [null, 0.99], 'dealing.loyalZeal')
		],
		measure(bench): Measured {
			const usual = usualSales(bench, SETTLE_WEEKS);
			const firms = bench.spec.firms.map((_, f) => {
				const kept = selling(bench, f, halve) / usual(f);
				const lent = selling(bench, f, lend);
				return { kept, keptOnCredit: selling(bench, f, lend, halve) / lent };
			});
			const told = firms.map(({ kept, keptOnCredit }) => (1 - keptOnCredit) / (1 - kept));
			return {
				'visits.fewer': meanOfFirms(bench, (f) => at(firms, f).kept),
				'visits.credit': meanOfFirms(bench, (f) => (1 - at(firms, f).kept < LEAST_LOSS ? NaN : at(told, f)))
			};
		}
	}
];

type Change = (run: MarketRun, f: number) => void;

/** Units of the firm in the half year after half a year. */
function selling(bench: MarketBench, f: number, ...changes: readonly Change[]): number {
	const run = steady(bench);
	for (const make of changes) make(run, f);
	return sales(run, f, SETTLE_WEEKS);
}

/** Half as many calls at every account, each as long as before; one in four weeks stays one. */
function halve(run: MarketRun, f: number): void {
	change(run, f, (field) => {
		const visitsPer4Weeks = { ...field.visitsPer4Weeks };
		for (const name of CLASSES)
			visitsPer4Weeks[name] = Math.min(
				visitsPer4Weeks[name],
				Math.max(1, Math.floor(visitsPer4Weeks[name] / 2))
			);
		return { ...field, visitsPer4Weeks };
	});
}

/** All dealers of the firm pay a month later. */
function lend(run: MarketRun, f: number): void {
	const terms = Object.fromEntries(
		run.world.spec.regions.map(({ id }) => [id, { ...USUAL_TERMS, creditDays: CREDIT_DAYS }])
	);
	run.plans = run.plans.map((plan, firm) =>
		firm === f ? { ...plan, dealers: { ...plan.dealers, terms } } : plan
	);
}
