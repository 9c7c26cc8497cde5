/** What more field work is worth. */
import { ln } from '../../engine/detmath.ts';
import { at } from '../../engine/world.ts';
import { soldOf } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

const MORE = 0.25;
const SETTLE_WEEKS = 26;
const COUNTED_WEEKS = 26;

/** A quarter more merchandisers of the player's firm, its call plan unchanged: sales of weeks 27–52 against without. */
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
			const f = run.world.player;
			const heads = run.state.staff[f] ?? 0;
			const more = Math.max(1, Math.floor(heads * MORE + 0.5));
			run.plans = run.plans.map((plan, firm) =>
				firm === f ? { ...plan, field: { ...plan.field, merchandisers: heads + more } } : plan
			);
			const weeks = SETTLE_WEEKS + COUNTED_WEEKS;
			const counted = [run.weeks(weeks), bench.base(weeks)].map((all) =>
				at(run.world.firmProducts, f).reduce((units, k) => units + soldOf(all.slice(SETTLE_WEEKS), k), 0)
			);
			return { selling: ln(at(counted, 0) / at(counted, 1)) / ln((heads + more) / heads) };
		}
	}
];
