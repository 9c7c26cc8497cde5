/** What standing in more outlets is worth in the long run. */
import { ln } from '../../engine/detmath.ts';
import { soldOf, type MarketRun } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

/** Outlets won, relative to those that list the brand. */
const MORE = 0.2;
/** Weeks until the new accounts have settled, and those that are counted. */
const SETTLE_WEEKS = 26;
const COUNTED_WEEKS = 26;

/**
 * A fifth more outlets list the brand, evenly over the order of outlets that do not; nothing else is done for them. Sales
 * and weighted distribution of weeks 27–52 are compared with the same weeks without.
 */
export const DISTRIBUTION: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'distribution.long',
				published: 0.74,
				source: 'Ataman, van Heerde & Mela 2010',
				band: around(0.74, 0.25),
				weeks: SETTLE_WEEKS + COUNTED_WEEKS,
				setBy: []
			}
		],
		measure(bench): Measured {
			const k = bench.product;
			const [plain, wider] = [bench.settled(), bench.settled()];
			widen(wider, k);
			const [before, after] = [plain, wider].map((run) => {
				run.weeks(SETTLE_WEEKS);
				let [sold, reach] = [0, 0];
				for (let week = 0; week < COUNTED_WEEKS; week++) {
					sold += soldOf([run.week()], k);
					reach += weighted(run, k);
				}
				return { sold, reach };
			}) as [Reached, Reached];
			return { 'distribution.long': ln(after.sold / before.sold) / ln(after.reach / before.reach) };
		}
	}
];

interface Reached {
	readonly sold: number;
	readonly reach: number;
}

/** Size of the outlets that list the product. */
export function weighted({ world, state }: MarketRun, k: number): number {
	let size = 0;
	for (let o = 0; o < world.outlets; o++)
		if (state.listed[o * world.products + k] === 1) size += world.outletSize[o] ?? 0;
	return size;
}

/** Lists the product in more outlets of each area where its firm has a dealer, who delivers there from now on. */
function widen({ world, state }: MarketRun, k: number): void {
	const f = world.productFirm[k] ?? 0;
	for (let a = 0; a < world.areas; a++) {
		const dealer = state.dealerOf[f * world.regions + (world.areaRegion[a] ?? 0)] ?? -1;
		if (dealer < 0) continue;
		const cells = { listed: [] as number[], free: [] as number[] };
		for (let o = world.areaStart[a] ?? 0; o < (world.areaStart[a + 1] ?? 0); o++)
			(state.listed[o * world.products + k] === 1 ? cells.listed : cells.free).push(o);
		const wanted = Math.min(cells.free.length, Math.floor(cells.listed.length * MORE + 0.5));
		const rate = forecastPerSize(world, state, k, cells.listed);
		for (let i = 0; i < wanted; i++) {
			const o = cells.free[Math.floor(((i + 0.5) * cells.free.length) / wanted)] ?? 0;
			state.listed[o * world.products + k] = 1;
			state.served[dealer * world.outlets + o] = 1;
			state.outletForecast[o * world.products + k] = rate * (world.outletSize[o] ?? 0);
		}
	}
}

function forecastPerSize(
	world: MarketRun['world'],
	state: MarketRun['state'],
	k: number,
	outlets: readonly number[]
): number {
	let [units, size] = [0, 0];
	for (const o of outlets) {
		units += state.outletForecast[o * world.products + k] ?? 0;
		size += world.outletSize[o] ?? 0;
	}
	return size > 0 ? units / size : 0;
}
