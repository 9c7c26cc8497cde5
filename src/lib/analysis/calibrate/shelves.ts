/** What stands on the shelf when nobody tends the market: empty shelves, and goods that are thrown away. */
import { sum } from './market.ts';
import type { MarketExperiment, Measured } from './row.ts';

/** A whole year, so that no season weighs more than it does. */
const YEAR = 52;

/**
 * The scenario as it stands, every firm on its default plan: listed outlet-weeks that end with an empty shelf, over all
 * of them; units written off anywhere above the till, over units sold.
 */
export const SHELVES: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'stockOut.rate',
				published: 0.083,
				source: 'Gruen & Corsten 2002',
				band: [0.07, 0.11],
				weeks: YEAR,
				setBy: []
			},
			{
				name: 'unsaleables',
				published: 0.0111,
				source: 'Joint Industry Unsaleables Report',
				// No band is published: half as much again, either way.
				band: [0.0055, 0.0167],
				weeks: YEAR,
				setBy: []
			}
		],
		measure(bench): Measured {
			const weeks = bench.base(YEAR);
			const total = (value: (week: (typeof weeks)[number]) => number): number => sum(weeks.map(value));
			return {
				'stockOut.rate': total(({ empty }) => empty) / total(({ listed }) => listed),
				unsaleables: total(({ writtenOff }) => sum(writtenOff)) / total(({ sold }) => sum(sold))
			};
		}
	}
];
