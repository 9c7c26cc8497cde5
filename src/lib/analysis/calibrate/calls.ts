/** What calls are worth: the response to more and fewer, a better call plan at equal hours, new accounts against old ones. */
import type { PerClass } from '../../engine/vocab.ts';
import {
	change,
	COUNTED_WEEKS,
	LONG_WEEKS,
	meanOfFirms,
	minutes,
	sales,
	scaleCalls,
	SETTLE_WEEKS,
	steady,
	usualSales
} from './effort.ts';
import type { MarketBench, MarketRun } from './market.ts';
import { around, type MarketExperiment, type Measured, type RowSpec } from './row.ts';

const HORIZON = SETTLE_WEEKS + COUNTED_WEEKS;
/** So many times the people there are leave no call unmade. */
const AMPLE = 4;

const LODISH = 'ADBUDG example, Little 1970';
const SET_BY = ['response.relationLift', 'response.listPerVisit', 'field.opening'] as const;

/** Effort and sales of the published curve, of what they are now; no band is published: fifteen points either way. */
const EFFORT = [
	['none', 0, 0.5],
	['half', 0.5, 0.55],
	['more', 1.5, 1.27],
	['double', 2, 1.35]
] as const;

const CURVE: readonly RowSpec[] = EFFORT.map(([name, , published]) => ({
	name: `calls.${name}`,
	published,
	source: LODISH,
	band: around(published, 0.15),
	weeks: LONG_WEEKS + COUNTED_WEEKS,
	setBy: SET_BY
}));

export const CALLS: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: CURVE,
		measure(bench): Measured {
			const usual = usualSales(bench, LONG_WEEKS);
			const relative = (f: number, effort: number): number => {
				const run = steady(bench);
				scaleCalls(run, f, effort);
				return sales(run, f, LONG_WEEKS) / usual(f);
			};
			return Object.fromEntries(
				EFFORT.map(([name, effort]) => [`calls.${name}`, meanOfFirms(bench, (f) => relative(f, effort))])
			);
		}
	},
	{
		kind: 'market',
		rows: [
			{
				name: 'calls.plan',
				published: 0.081,
				source: 'Fudge & Lodish 1977',
				band: [0.03, 0.15],
				weeks: HORIZON,
				setBy: []
			}
		],
		measure(bench): Measured {
			const usual = usualSales(bench, SETTLE_WEEKS);
			const better = (f: number): number => {
				const run = steady(bench);
				replan(run, f);
				return sales(run, f, SETTLE_WEEKS) / usual(f) - 1;
			};
			return { 'calls.plan': meanOfFirms(bench, better) };
		}
	},
	{
		kind: 'market',
		rows: [
			{
				name: 'calls.newAccount',
				published: 6,
				source: 'trade rule, M13 of the method',
				band: null,
				weeks: HORIZON,
				setBy: []
			}
		],
		measure(bench): Measured {
			const f = firmOf(bench);
			const without = (purposes: readonly ('key' | 'keep' | 'grow' | 'open')[]): [number, number] => {
				const run = steady(bench);
				const heads = (run.state.staff[f] ?? 0) * AMPLE;
				change(run, f, (field) => ({
					...field,
					merchandisers: heads,
					calls: Object.fromEntries(purposes.map((purpose) => [purpose, NO_CALLS]))
				}));
				const effort = minutes(run, f, heads);
				return [effort, sales(run, f, SETTLE_WEEKS)];
			};
			const [all, sold] = without([]);
			const [old, withoutOpening] = without(['open']);
			const [fresh, withoutKeeping] = without(['key', 'keep', 'grow']);
			const gained = sold - withoutOpening;
			const kept = sold - withoutKeeping;
			if (gained <= 0 || kept <= 0 || all === old || all === fresh) return { 'calls.newAccount': NaN };
			return { 'calls.newAccount': (all - old) / gained / ((all - fresh) / kept) };
		}
	},
	{
		kind: 'market',
		rows: [
			workload('chain', 10),
			workload('miniMart', 35),
			workload('highGrocery', 110),
			workload('lowGrocery', 400)
		],
		measure(bench): Measured {
			const { minutesPerWeek } = bench.spec.fieldRules;
			const serves = (visits: number, each: number): number => (4 * minutesPerWeek) / (visits * each);
			return {
				'workload.chain': serves(8, 80),
				'workload.miniMart': serves(4, 45),
				'workload.highGrocery': serves(2, 28),
				'workload.lowGrocery': serves(1, 18)
			};
		}
	}
];

/** Accounts one head serves at the visits and minutes of the sheet, the way included; a fifth either way. */
function workload(name: string, published: number): RowSpec {
	return {
		name: `workload.${name}`,
		published,
		source: 'territory sheet of a large FMCG firm in China',
		band: around(published, published / 5),
		weeks: 0,
		setBy: ['field.minutesPerWeek']
	};
}

const NONE: PerClass<number> = { A: 0, B: 0, C: 0 };
const NO_CALLS = { visitsPer4Weeks: NONE, minutesPerVisit: NONE };

const firmOf = (bench: MarketBench): number => bench.number % bench.settled().world.firms;

/** The same people, who leave out the calls that never come to a second visit and go on with those that do. */
function replan(run: MarketRun, f: number): void {
	change(run, f, (field) => ({
		...field,
		calls: { open: { minutesPerVisit: field.minutesPerVisit, visitsPer4Weeks: { A: 4, B: 4, C: 0 } } }
	}));
}
