/**
 * The outlets' week (rule T0): calls and relations, households, the trade and the shelves, block by block, so that what
 * one pass has brought near the next one finds there.
 */
import type { World } from '../world.ts';
import { BLOCK } from './block.ts';
import { choose } from './households.ts';
import type { OutletWeek } from './outlet-week.ts';
import { tend } from './outlets.ts';
import { relate } from './relations.ts';
import { tally } from './tally.ts';
import { trade } from './trade.ts';

export function sweep(world: Pick<World, 'areas' | 'areaStart'>, week: OutletWeek): void {
	let counted = 0;
	for (let a = 0; a < world.areas; a++) {
		const end = world.areaStart[a + 1]!;
		for (let from = world.areaStart[a]!; from < end; from += BLOCK) {
			const to = Math.min(from + BLOCK, end);
			relate(week, a, from, to);
			choose(week, a, from, to);
			trade(week, a, from, to);
			counted = tally(week, a, from, to, counted);
			tend(week, from, to);
		}
	}
}
