/** How much of a trade deal each level hands on, as prices stand in the week of the deal. */
import { ln } from '../../engine/detmath.ts';
import { project } from '../../engine/project.ts';
import { WEEK } from '../../engine/state.ts';
import { setMarket } from '../../engine/systems/market.ts';
import { openTurn } from '../../engine/turn.ts';
import { tradeDeal, type MarketBench } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

const SOURCE = 'Nijs, Misra, Anderson, Hansen & Krishnamurthi 2010';
const DEPTH = 0.1;

const row = (level: string, published: number, setBy: readonly string[]) => ({
	name: `passThrough.${level}`,
	published,
	source: SOURCE,
	band: around(published, 0.1),
	weeks: 0,
	setBy
});

interface Prices {
	readonly outlet: number;
	readonly shelf: number;
}

/** Prices of one product in the week that follows, mean over regions, read off the engine's own tables. */
function prices(bench: MarketBench, k: number, depth: number): Prices {
	const { world, state, plans } = bench.settled();
	const week = state.clock[WEEK] ?? 0;
	const once = depth === 0 ? new Map() : tradeDeal(world, k, depth);
	const applied = plans.map(
		(plan, f) => project(world, state, f, { ...plan, activities: once.get(f) ?? [] }, plan, 1).applied
	);
	const turn = openTurn(world, state, applied, week);
	setMarket(world, state, turn, week);
	let outlet = 0;
	let shelf = 0;
	for (let r = 0; r < world.regions; r++) {
		outlet += turn.outletCents[r * world.products + k] ?? 0;
		shelf += state.shelfSeen[r * world.products + k] ?? 0;
	}
	return { outlet: outlet / world.regions, shelf: shelf / world.regions };
}

/** Ratios of relative price changes, level by level: ln(after ÷ before) of what is handed on over that of what came in. */
export const PASS_THROUGH: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			row('dealer', 0.71, ['response.passThroughDealer']),
			row('outlet', 0.59, ['response.passThroughOutlet']),
			row('channel', 0.41, [])
		],
		measure(bench): Measured {
			const k = bench.product;
			const [before, after] = [prices(bench, k, 0), prices(bench, k, DEPTH)];
			const outlet = ln(after.outlet / before.outlet);
			const shelf = ln(after.shelf / before.shelf);
			const dealer = ln(1 - DEPTH);
			return {
				'passThrough.dealer': outlet / dealer,
				'passThrough.outlet': shelf / outlet,
				'passThrough.channel': shelf / dealer
			};
		}
	}
];
