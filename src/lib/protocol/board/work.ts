/** What playing a game again will take, reckoned from its scenario alone, before anything is made of it. */
import type { MarketSpec } from '../../engine/spec.ts';
import { ok } from '../../result.ts';
import { refuseBoard, type BoardResult } from './codes.ts';

export interface Work {
	/** Outlets × products × weeks: what the time goes with. */
	readonly productWeeks: number;
	/** Outlets × products: what the memory goes with. */
	readonly cells: number;
}

/**
 * A product-week takes some 40 ns and a cell some 100 bytes: twenty seconds and 400 MB on a slow machine. The standard
 * scenario has two million product-weeks.
 */
export const MOST_WORK: Work = { productWeeks: 200_000_000, cells: 4_000_000 };

export function workOf({ time, regions, firms }: Pick<MarketSpec, 'time' | 'regions' | 'firms'>): Work {
	const outlets = regions.flatMap(({ areas }) => areas).reduce((sum, area) => sum + area.outlets, 0);
	const products = firms.reduce((sum, firm) => sum + firm.products.length, 0);
	const weeks = time.turns * time.weeksPerTurn + time.closingWeeks;
	return { productWeeks: outlets * products * weeks, cells: outlets * products };
}

export function fitsWork(work: Work, most: Work = MOST_WORK): BoardResult<Work> {
	if (work.productWeeks <= most.productWeeks && work.cells <= most.cells) return ok(work);
	return refuseBoard('BOARD_TOO_LARGE', 'more than the server plays again', {
		productWeeks: work.productWeeks,
		max: most.productWeeks
	});
}
