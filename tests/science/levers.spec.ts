/**
 * What the levers are worth beside each other, in the first week and in the long run (Ataman, van Heerde & Mela 2010:
 * distribution .74, advertising .13, discount .04; in the week itself the order is the reverse).
 */
import { beforeAll, expect, test } from 'vitest';
import { spending } from '#lib/analysis/calibrate/advertising.ts';
import { weighted, widen } from '#lib/analysis/calibrate/distribution.ts';
import { steady } from '#lib/analysis/calibrate/effort.ts';
import {
	MarketBench,
	priceOff,
	soldOf,
	sum,
	type MarketRun,
	type Week
} from '#lib/analysis/calibrate/market.ts';
import { at } from '#lib/engine/world.ts';
import { shipped } from '../support/scenarios.ts';

const { spec } = shipped('six-regions.yaml');
const HALF_YEAR = 26;

type Compared = 'distribution' | 'advertising' | 'discount';
/** Per 1 % of the lever: % of sales in the first week, and over weeks 27–52. */
interface Elasticity {
	readonly first: number;
	readonly long: number;
}
const measured: Record<Compared, Elasticity[]> = {
	distribution: [],
	advertising: [],
	discount: []
};

beforeAll(() => {
	for (const seed of [1, 2, 3]) {
		const bench = new MarketBench(spec, seed);
		const plain = steady(bench);
		const f = plain.world.player;
		const products = at(plain.world.firmProducts, f);
		const units = (weeks: readonly Week[]): number => sum(products.map((k) => soldOf(weeks, k)));
		/** A year of a run: units of its first week and second half, and the reach of its first and last week. */
		const year = (run: MarketRun, once?: Parameters<MarketRun['week']>[0]) => {
			const reach = weighted(run, f);
			const weeks = run.weeks(2 * HALF_YEAR, once);
			return {
				reach: [reach, weighted(run, f)],
				sold: [units(weeks.slice(0, 1)), units(weeks.slice(HALF_YEAR))]
			};
		};
		const gain = (a: readonly number[], b: readonly number[], when: 0 | 1): number =>
			at(a, when) / at(b, when) - 1;
		const base = year(steady(bench));

		const run = steady(bench);
		widen(run, f, 0.2);
		const wide = year(run);
		measured.distribution.push({
			first: gain(wide.sold, base.sold, 0) / gain(wide.reach, base.reach, 0),
			long: gain(wide.sold, base.sold, 1) / gain(wide.reach, base.reach, 1)
		});
		const loud = year(spending(plain, f, 1.2));
		measured.advertising.push({
			first: gain(loud.sold, base.sold, 0) / 0.2,
			long: gain(loud.sold, base.sold, 1) / 0.2
		});
		const cheap = steady(bench);
		const offs = products.flatMap((k) => [...priceOff(cheap.world, k, 0.1).values()].flat());
		const cut = year(cheap, new Map([[f, offs]]));
		measured.discount.push({
			first: gain(cut.sold, base.sold, 0) / 0.1,
			long: gain(cut.sold, base.sold, 1) / 0.1
		});
	}
});

const mean = (lever: Compared, when: keyof Elasticity): number =>
	sum(measured[lever].map((one) => one[when])) / measured[lever].length;

test('in the long run distribution is worth far more than advertising, and that far more than a discount', () => {
	expect(mean('distribution', 'long')).toBeGreaterThan(2 * mean('advertising', 'long'));
	expect(mean('advertising', 'long')).toBeGreaterThan(2 * mean('discount', 'long'));
	// It is bought ahead and got used to: nothing is left of it, or a little less than nothing.
	expect(Math.abs(mean('discount', 'long'))).toBeLessThan(0.15);
});

test('in the first week it is the reverse: the discount sells, the others have hardly begun', () => {
	expect(mean('discount', 'first')).toBeGreaterThan(1);
	for (const lever of ['advertising', 'distribution'] as const)
		expect(Math.abs(mean(lever, 'first'))).toBeLessThan(0.1 * mean('discount', 'first'));
});
