/** How a brand's share grows with its distribution: in a line, or faster and faster. */
import { CLASSES } from '../../engine/vocab.ts';
import { at } from '../../engine/world.ts';
import { fillShelves, type MarketRun } from './market.ts';
import type { MarketExperiment, Measured } from './row.ts';

/** Shares of the outlets of an area that list the brand, largest first. */
const LEVELS = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1];
/** Weeks in which shelf plans and forecasts follow, and those that are counted. */
const SETTLE_WEEKS = 4;
const COUNTED_WEEKS = 2;

/**
 * One brand is listed in more and more outlets, the largest first, a full one giving up its slowest product. Share against
 * weighted distribution by region, share = b·D + c·D² by least squares: convex where c > 0. Of the regions, how many are.
 */
export const VELOCITY: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'velocity.convex',
				published: 0.86,
				source: 'Wilbur & Farris 2014',
				// The fact is that most categories are; no band is published.
				band: [0.5, 1],
				weeks: SETTLE_WEEKS + COUNTED_WEEKS,
				setBy: ['channel.outletSlots']
			}
		],
		measure(bench): Measured {
			const k = bench.product;
			const curves = LEVELS.map((level) => {
				const run = bench.settled();
				listLargest(run, k, level);
				fillShelves(run, k);
				run.weeks(SETTLE_WEEKS);
				return sharesByRegion(run, k);
			});
			const regions = bench.spec.regions.map((_, r) => curvature(curves.map((curve) => at(curve, r))));
			return { 'velocity.convex': regions.filter((c) => c > 0).length / regions.length };
		}
	}
];

export interface Point {
	/** Weighted distribution and share, 0–1. */
	readonly reach: number;
	readonly share: number;
}

/** c of share = b·reach + c·reach². */
export function curvature(points: readonly Point[]): number {
	let [xx, xxx, xxxx, xy, xxy] = [0, 0, 0, 0, 0];
	for (const { reach: x, share: y } of points) {
		xx += x * x;
		xxx += x * x * x;
		xxxx += x * x * x * x;
		xy += x * y;
		xxy += x * x * y;
	}
	return (xx * xxy - xxx * xy) / (xx * xxxx - xxx * xxx);
}

export function listLargest({ world, state }: MarketRun, k: number, level: number): void {
	const f = world.productFirm[k] ?? 0;
	for (let a = 0; a < world.areas; a++) {
		const [from, to] = [world.areaStart[a] ?? 0, world.areaStart[a + 1] ?? 0];
		const bySize = Array.from({ length: to - from }, (_, i) => from + i).sort(
			(i, j) => (world.outletSize[j] ?? 0) - (world.outletSize[i] ?? 0) || i - j
		);
		const dealer = state.dealerOf[f * world.regions + (world.areaRegion[a] ?? 0)] ?? -1;
		const count = dealer < 0 ? 0 : Math.floor(bySize.length * level + 0.5);
		for (const [rank, o] of bySize.entries()) {
			const cell = o * world.products + k;
			const isListed = rank < count;
			if (isListed && state.listed[cell] !== 1) makeRoom(world, state, o);
			state.listed[cell] = isListed ? 1 : 0;
			state.stockNew[cell] = 0;
			state.stockOld[cell] = 0;
			state.inbound[cell] = 0;
			if (isListed && dealer >= 0) state.served[dealer * world.outlets + o] = 1;
		}
	}
}

/** A full outlet gives up the product it expects to sell least of, as the market would (R6). */
function makeRoom(world: MarketRun['world'], state: MarketRun['state'], o: number): void {
	const room = world.spec.channelRules.outletSlots[at(CLASSES, world.outletClass[o] ?? 0)];
	const cells = Array.from({ length: world.products }, (_, j) => o * world.products + j).filter(
		(cell) => state.listed[cell] === 1
	);
	if (cells.length < room) return;
	const slowest = cells.reduce((least, cell) =>
		(state.outletForecast[cell] ?? 0) < (state.outletForecast[least] ?? 0) ? cell : least
	);
	state.listed[slowest] = 0;
	state.stockNew[slowest] = 0;
	state.stockOld[slowest] = 0;
}

/** Weighted distribution and share of the counted weeks, by region. */
export function sharesByRegion(run: MarketRun, k: number): Point[] {
	const { world, state } = run;
	const totals = world.spec.regions.map(() => ({ size: 0, reached: 0, all: 0, own: 0 }));
	for (let week = 0; week < COUNTED_WEEKS; week++) {
		run.week();
		for (let a = 0; a < world.areas; a++) {
			const total = at(totals, world.areaRegion[a] ?? 0);
			for (let j = 0; j < world.products; j++) total.all += state.turnSold[a * world.products + j] ?? 0;
			total.all += state.turnOutside[a] ?? 0;
			total.own += state.turnSold[a * world.products + k] ?? 0;
			for (let o = world.areaStart[a] ?? 0; o < (world.areaStart[a + 1] ?? 0); o++) {
				total.size += world.outletSize[o] ?? 0;
				if (state.listed[o * world.products + k] === 1) total.reached += world.outletSize[o] ?? 0;
			}
		}
	}
	return totals.map(({ size, reached, all, own }) => ({ reach: reached / size, share: own / all }));
}
