/** What standing in more outlets is worth in the long run. */
import { ln } from '../../engine/detmath.ts';
import { at } from '../../engine/world.ts';
import { soldOf, type MarketRun } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

/** Outlets won, relative to those that list the brand. */
const MORE = 0.2;
/** Weeks until the new accounts have settled, and those that are counted. */
const SETTLE_WEEKS = 26;
const COUNTED_WEEKS = 26;

/**
 * A fifth more outlets list the player’s line, evenly over the order of outlets that have none of it; nothing else is done for
 * them. Sales and weighted distribution of weeks 27–52 are compared with the same weeks without.
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
			const [plain, wider] = [bench.settled(), bench.settled()];
			const f = plain.world.player;
			widen(wider, f, MORE);
			const [before, after] = [reached(plain, f), reached(wider, f)];
			return { 'distribution.long': ln(after.sold / before.sold) / ln(after.size / before.size) };
		}
	}
];

/** Units sold in the weeks that count, and the size of the outlets that handled the firm in them. */
function reached(run: MarketRun, f: number): { readonly sold: number; readonly size: number } {
	const products = at(run.world.firmProducts, f);
	run.weeks(SETTLE_WEEKS);
	let [sold, size] = [0, 0];
	for (let week = 0; week < COUNTED_WEEKS; week++) {
		const now = [run.week()];
		sold += products.reduce((units, k) => units + soldOf(now, k), 0);
		size += weighted(run, f);
	}
	return { sold, size };
}

/** Size of the outlets that list any product of the firm. */
export function weighted(run: MarketRun, f: number): number {
	const products = at(run.world.firmProducts, f);
	let size = 0;
	for (let o = 0; o < run.world.outlets; o++)
		if (handles(run, products, o)) size += run.world.outletSize[o] ?? 0;
	return size;
}

const handles = ({ world, state }: MarketRun, products: readonly number[], o: number): boolean =>
	products.some((k) => state.listed[o * world.products + k] === 1);

/**
 * Lists the firm's line in more outlets of each area where it has a dealer, who delivers there from now on.
 *
 * @param more of those that list it, as a share
 */
export function widen(run: MarketRun, f: number, more: number): void {
	const { world, state } = run;
	const products = at(world.firmProducts, f);
	for (let a = 0; a < world.areas; a++) {
		const dealer = state.dealerOf[f * world.regions + (world.areaRegion[a] ?? 0)] ?? -1;
		if (dealer < 0) continue;
		const [handling, free]: [number[], number[]] = [[], []];
		for (let o = world.areaStart[a] ?? 0; o < (world.areaStart[a + 1] ?? 0); o++)
			(handles(run, products, o) ? handling : free).push(o);
		const wanted = Math.min(free.length, Math.floor(handling.length * more + 0.5));
		const rates = products.map((k) => forecastPerSize(run, k, handling));
		for (let i = 0; i < wanted; i++) {
			const o = at(free, Math.floor(((i + 0.5) * free.length) / wanted));
			state.served[dealer * world.outlets + o] = 1;
			for (const [j, k] of products.entries()) {
				state.listed[o * world.products + k] = 1;
				state.outletForecast[o * world.products + k] = at(rates, j) * (world.outletSize[o] ?? 0);
			}
		}
	}
}

/** What those that handle the line expect to sell, by size: a newcomer's first guess. */
function forecastPerSize({ world, state }: MarketRun, k: number, outlets: readonly number[]): number {
	let [units, size] = [0, 0];
	for (const o of outlets) {
		units += state.outletForecast[o * world.products + k] ?? 0;
		size += world.outletSize[o] ?? 0;
	}
	return size > 0 ? units / size : 0;
}
