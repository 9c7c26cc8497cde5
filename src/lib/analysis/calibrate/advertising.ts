/** What advertising is worth, in its first quarter and once goodwill has settled. */
import { ln } from '../../engine/detmath.ts';
import { at } from '../../engine/world.ts';
import { MarketRun, soldOf, type Week } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

const MORE = 1.2;
const QUARTER_WEEKS = 13;
/** Of .93 a week, 2 % is left to settle. */
const SETTLE_WEEKS = 52;
const COUNTED_WEEKS = 26;

const SOURCE = 'Sethuraman, Tellis & Briesch 2011';

/** One firm spends a fifth more from now on: ln(sales ÷ sales) ÷ ln 1.2. A firm that spends nothing cannot tell. */
export const ADVERTISING: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [
			{
				name: 'advertising.short',
				published: 0.12,
				source: SOURCE,
				band: null,
				weeks: QUARTER_WEEKS,
				setBy: ['response.advertisingWeight', 'response.goodwillRetention']
			},
			{
				name: 'advertising.long',
				published: 0.24,
				source: SOURCE,
				band: around(0.24, 0.08),
				weeks: SETTLE_WEEKS + COUNTED_WEEKS,
				setBy: ['response.advertisingWeight', 'response.advertisingReference']
			}
		],
		measure(bench): Measured {
			const weeks = SETTLE_WEEKS + COUNTED_WEEKS;
			const plain = bench.settled();
			const f = bench.number % plain.world.firms;
			const spends = at(plain.world.spec.firms, f).advertisingCentsPerWeek > 0;
			if (!spends) return { 'advertising.short': NaN, 'advertising.long': NaN };
			const treated = spending(plain, f, MORE).weeks(weeks);
			const base = bench.base(weeks);
			const elasticity = (from: number, to: number): number => {
				const [more, usual] = [treated, base].map((all) => units(plain, all.slice(from, to), f));
				return ln((more ?? 0) / (usual ?? 0)) / ln(MORE);
			};
			return {
				'advertising.short': elasticity(0, QUARTER_WEEKS),
				'advertising.long': elasticity(SETTLE_WEEKS, weeks)
			};
		}
	}
];

/** The same run in the same world, but for what the firm spends from now on: so many times as much. */
export function spending(run: MarketRun, f: number, times: number): MarketRun {
	const { spec } = run.world;
	const firms = spec.firms.map((firm, i) =>
		i === f
			? { ...firm, advertisingCentsPerWeek: Math.floor(firm.advertisingCentsPerWeek * times + 0.5) }
			: firm
	);
	return run.branch({ ...run.world, spec: { ...spec, firms } });
}

const units = ({ world }: MarketRun, weeks: readonly Week[], f: number): number =>
	at(world.firmProducts, f).reduce((total, k) => total + soldOf(weeks, k), 0);
