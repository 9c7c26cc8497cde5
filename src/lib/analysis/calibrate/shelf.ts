/** What space on the shelf is worth. */
import { ln } from '../../engine/detmath.ts';
import { soldOf } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

const MOST_FACINGS = 255;

/** Twice the facings of one brand in every outlet for a week, nobody else's fewer: ln(units ÷ units) ÷ ln 2. */
export const SHELF: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'shelf',
				published: 0.17,
				source: 'Eisend 2014',
				band: around(0.17, 0.05),
				weeks: 1,
				setBy: ['response.shelfElasticity']
			}
		],
		measure(bench): Measured {
			const k = bench.product;
			const run = bench.settled();
			const { facings } = run.state;
			for (let cell = k; cell < facings.length; cell += run.world.products)
				facings[cell] = Math.min(MOST_FACINGS, 2 * (facings[cell] ?? 0));
			return { shelf: ln(soldOf(run.weeks(1), k) / soldOf(bench.base(1), k)) / ln(2) };
		}
	}
];
