/** What field work is worth. */
import { ln } from '../../engine/detmath.ts';
import { groupAccounts } from '../../engine/field/groups.ts';
import { fieldTurn } from '../../engine/field/turn.ts';
import { at } from '../../engine/world.ts';
import { soldOf, type MarketRun } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

/** Part of the team that stays. */
const LEFT = 0.8;
const SETTLE_WEEKS = 26;
const COUNTED_WEEKS = 26;

/**
 * One firm has a fifth fewer merchandisers, its call plan unchanged: ln(sales ÷ sales) of weeks 27–52 over ln(minutes ÷
 * minutes) spent on accounts. Fewer and not more, since hours beyond the call plan are spent on nobody.
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
		measure(bench): Measured {
			const run = bench.settled();
			const f = bench.number % run.world.firms;
			const heads = run.state.staff[f] ?? 0;
			const fewer = Math.floor(heads * LEFT + 0.5);
			const effort = minutes(run, f, fewer) / minutes(run, f, heads);
			run.plans = run.plans.map((plan, firm) =>
				firm === f ? { ...plan, field: { ...plan.field, merchandisers: fewer } } : plan
			);
			const weeks = SETTLE_WEEKS + COUNTED_WEEKS;
			const counted = [run.weeks(weeks), bench.base(weeks)].map((all) =>
				at(run.world.firmProducts, f).reduce((units, k) => units + soldOf(all.slice(SETTLE_WEEKS), k), 0)
			);
			// A team so large that a fifth of it is idle cannot tell.
			if (effort > 0.95) return { selling: NaN };
			return { selling: ln(at(counted, 0) / at(counted, 1)) / ln(effort) };
		}
	}
];

/** Spent on calls and on the way to them by so many people, a week. */
export function minutes({ world, plans, state }: MarketRun, f: number, heads: number): number {
	const plan = at(plans, f);
	const groups = groupAccounts(
		world,
		state,
		world.spec.firms.map(() => plan.field.keyAccounts ?? 0),
		0
	);
	const team = { waste: state.waste[f] ?? 0, skill: state.skill[f] ?? 0, staff: heads, newcomers: 0 };
	const { need, coverage } = fieldTurn(world, f, plan, groups, team);
	return need.reduce((total, asked, g) => total + asked * at(coverage, g), 0);
}
