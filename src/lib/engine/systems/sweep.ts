/**
 * The outlets' week (rule T0): calls and relations, households, orders, block by block, so that what one pass has
 * brought near the next one finds there.
 */
import type { World } from '../world.ts';
import { sell } from './households.ts';
import { BLOCK } from './block.ts';
import type { OutletWeek } from './outlet-week.ts';
import { reorder } from './outlets.ts';
import { relate } from './relations.ts';
import { tally } from './tally.ts';

export function sweep(world: Pick<World, 'areas' | 'areaStart'>, week: OutletWeek): void {
	for (let a = 0; a < world.areas; a++) {
		const end = world.areaStart[a + 1]!;
		for (let from = world.areaStart[a]!; from < end; from += BLOCK) {
			const to = Math.min(from + BLOCK, end);
			relate(week, a, from, to);
			sell(week, a, from, to);
			tally(week, a, from, to);
			reorder(week, a, from, to);
		}
	}
}
