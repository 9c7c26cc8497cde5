/** What standing in more outlets is worth in the long run. */
import { ln } from '../../engine/detmath.ts';
import { at } from '../../engine/world.ts';
import { steady } from './effort.ts';
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
			},
			{
				name: 'distribution.numeric',
				published: 0.74,
				source: 'Ataman, van Heerde & Mela 2010',
				band: null,
				weeks: SETTLE_WEEKS + COUNTED_WEEKS,
				setBy: []
			}
		],
		measure(bench): Measured {
			const [plain, wider] = [steady(bench), steady(bench)];
			const f = plain.world.player;
			widen(wider, f, MORE);
			const [before, after] = [reached(plain, f), reached(wider, f)];
			const gain = ln(after.sold / before.sold);
			return {
				'distribution.long': gain / ln(after.size / before.size),
				'distribution.numeric': gain / ln(after.outlets / before.outlets)
			};
		}
	}
];

interface Reached {
	readonly sold: number;
	/** Of the outlets that handled the firm, over the weeks that count. */
	readonly size: number;
	readonly outlets: number;
}

function reached(run: MarketRun, f: number): Reached {
	const products = at(run.world.firmProducts, f);
	run.weeks(SETTLE_WEEKS);
	let [sold, size, outlets] = [0, 0, 0];
	for (let week = 0; week < COUNTED_WEEKS; week++) {
		const now = [run.week()];
		sold += products.reduce((units, k) => units + soldOf(now, k), 0);
		const handling = handlingOutlets(run, f);
		size += sizeOf(run, handling);
		outlets += handling.length;
	}
	return { sold, size, outlets };
}

/** Size of the outlets that list any product of the firm. */
export function weighted(run: MarketRun, f: number): number {
	return sizeOf(run, handlingOutlets(run, f));
}

function handlingOutlets(run: MarketRun, f: number): number[] {
	const products = at(run.world.firmProducts, f);
	return Array.from(run.world.outletSize.keys()).filter((o) => handles(run, products, o));
}

const sizeOf = ({ world }: MarketRun, outlets: readonly number[]): number =>
	outlets.reduce((size, o) => size + (world.outletSize[o] ?? 0), 0);

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
		const lines = products.map((k) => lineOf(run, k, handling));
		for (let i = 0; i < wanted; i++) {
			const o = at(free, Math.floor(((i + 0.5) * free.length) / wanted));
			state.served[dealer * world.outlets + o] = 1;
			for (const [j, k] of products.entries()) {
				const { part, rate } = at(lines, j);
				// As many of them list it as of those that handle the line already, evenly.
				if (Math.floor((i + 1) * part) === Math.floor(i * part)) continue;
				state.listed[o * world.products + k] = 1;
				state.outletForecast[o * world.products + k] = rate * (world.outletSize[o] ?? 0);
			}
		}
	}
}

/** Of those that handle the line, the part that lists a product, and what these expect to sell of it by size. */
function lineOf(
	{ world, state }: MarketRun,
	k: number,
	outlets: readonly number[]
): { readonly part: number; readonly rate: number } {
	const listing = outlets.filter((o) => state.listed[o * world.products + k] === 1);
	const total = (value: (o: number) => number): number => listing.reduce((all, o) => all + value(o), 0);
	const size = total((o) => world.outletSize[o] ?? 0);
	const units = total((o) => state.outletForecast[o * world.products + k] ?? 0);
	return {
		part: outlets.length > 0 ? listing.length / outlets.length : 0,
		rate: size > 0 ? units / size : 0
	};
}
