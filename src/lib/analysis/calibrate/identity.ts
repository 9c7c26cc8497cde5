/** Share = weighted distribution × share inside the handling outlets: arithmetic, and so held to the last digits. */
import { at, type World } from '../../engine/world.ts';
import type { MarketExperiment, Measured } from './row.ts';

export const IDENTITY: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'share.identity',
				published: 0,
				source: 'structure of share, derived',
				band: [0, 1e-9],
				weeks: 0,
				setBy: ['regions[].areas[].shares', 'regions[].areas[].distribution']
			}
		],
		measure(bench): Measured {
			return { 'share.identity': largestGap(bench.open().world) };
		}
	}
];

/**
 * Expected sales at the opening by area and firm: the product of weighted distribution (handling outlets by size) and
 * share inside them against the share the file asks for.
 *
 * @returns the largest difference
 */
export function largestGap(world: World): number {
	let most = 0;
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (const [a, area] of areas.entries())
		for (const [f, firm] of world.spec.firms.entries()) {
			let [size, handling, sales] = [0, 0, 0];
			for (let o = world.areaStart[a] ?? 0; o < (world.areaStart[a + 1] ?? 0); o++) {
				const own = at(world.firmProducts, f).map((k) => o * world.products + k);
				size += world.outletSize[o] ?? 0;
				if (own.every((cell) => world.openingListed[cell] !== 1)) continue;
				handling += world.outletSize[o] ?? 0;
				sales += own.reduce((total, cell) => total + (world.openingSales[cell] ?? 0), 0);
			}
			if (handling === 0) continue;
			const inStore = sales / handling;
			const share = (handling / size) * inStore;
			most = Math.max(most, Math.abs(share - (area.shares[firm.id] ?? 0)));
		}
	return most;
}
