/** What shoppers do who find the shelf empty. */
import { at } from '../../engine/world.ts';
import { categoryOf, soldOf, sum, type MarketBench, type MarketRun } from './market.ts';
import { around, type MarketExperiment, type Measured, type RowSpec } from './row.ts';

/** One outlet in so many is emptied, as many as are on average (8.3 %), if it has so many weeks of stock that it would not run out. */
const ONE_IN = 12;
const AMPLE_WEEKS = 1.5;
/** The week of the empty shelf, and those in which who comes again has come. */
const WEEKS = 4;

const row = (name: string, published: number, setBy: readonly string[]): RowSpec => ({
	name: `stockOut.${name}`,
	published,
	source: 'Gruen & Corsten 2002',
	// No band is published: five points either way.
	band: around(published, 0.05),
	weeks: WEEKS,
	setBy
});

/**
 * Brand by brand: for a week it is taken off the shelves of one in twelve of the outlets that have plenty of it, then put back. Of what it
 * sells less there, other brands and other packs gain some the same week; who goes to another store or comes again is
 * back in the area's outlets the weeks after. These two the engine's rule does not keep apart, so they are one row.
 */
export const STOCK_OUT: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			row('otherBrand', 0.26, ['response.stockOut.otherBrand']),
			row('otherPack', 0.19, ['response.stockOut.otherPack']),
			row('elsewhereOrLater', 0.46, ['response.stockOut.otherStore', 'response.stockOut.later']),
			row('never', 0.09, ['response.stockOut'])
		],
		measure(bench): Measured {
			const { products } = bench.settled().world;
			const flows = Array.from({ length: products }, (_, k) => flowsOf(bench, k));
			const total = (value: (flow: Flows) => number): number => sum(flows.map(value));
			const lost = total((flow) => flow.lost);
			const siblings = flows.filter(({ hasPacks }) => hasPacks);
			const ofPacked = sum(siblings.map((flow) => flow.lost));
			return {
				'stockOut.otherBrand': sum(siblings.map(({ brands }) => brands)) / ofPacked,
				'stockOut.otherPack': sum(siblings.map(({ packs }) => packs)) / ofPacked,
				'stockOut.elsewhereOrLater': total(({ back }) => back) / lost,
				'stockOut.never': 1 - total(({ brands, packs, back }) => brands + packs + back) / lost
			};
		}
	}
];

/** Units: less of the brand, more of others and of its own firm's other products the same week, more of it later. */
interface Flows {
	readonly lost: number;
	readonly brands: number;
	readonly packs: number;
	readonly back: number;
	/** A brand of one pack has no other to go to. */
	readonly hasPacks: boolean;
}

function flowsOf(bench: MarketBench, k: number): Flows {
	const run = bench.settled();
	const refill = empty(run, k);
	const first = run.week();
	refill();
	const after = run.weeks(WEEKS - 1);
	const base = bench.base(WEEKS);
	const usual = base.slice(0, 1);
	const own = at(run.world.firmProducts, run.world.productFirm[k] ?? 0).filter((j) => j !== k);
	const lost = soldOf(usual, k) - soldOf([first], k);
	const packs = sum(own.map((j) => soldOf([first], j) - soldOf(usual, j)));
	return {
		lost,
		packs,
		brands: categoryOf([first]) - categoryOf(usual) + lost - packs,
		back: soldOf(after, k) - soldOf(base.slice(1), k),
		hasPacks: own.length > 0
	};
}

/** Takes the brand off the shelves; what comes back puts it where it was. */
function empty({ world, state }: MarketRun, k: number): () => void {
	const taken: [cell: number, fresh: number, old: number][] = [];
	let seen = 0;
	for (let cell = k; cell < world.outlets * world.products; cell += world.products) {
		const [fresh, old] = [state.stockNew[cell] ?? 0, state.stockOld[cell] ?? 0];
		const isAmple = fresh + old > AMPLE_WEEKS * (state.outletForecast[cell] ?? 0);
		if (state.listed[cell] !== 1 || !isAmple || state.inbound[cell] !== 0 || seen++ % ONE_IN !== 0) continue;
		taken.push([cell, fresh, old]);
		state.stockNew[cell] = 0;
		state.stockOld[cell] = 0;
	}
	return () => {
		for (const [cell, fresh, old] of taken) {
			state.stockNew[cell] = (state.stockNew[cell] ?? 0) + fresh;
			state.stockOld[cell] = (state.stockOld[cell] ?? 0) + old;
		}
	};
}
