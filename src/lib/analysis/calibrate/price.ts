/** What a temporary cut of the shelf price does: the bump, where it comes from, and the dip after it. */
import { ln } from '../../engine/detmath.ts';
import { categoryOf, fillShelves, priceOff, soldOf, type MarketBench, type Week } from './market.ts';
import { around, type MarketExperiment, type Measured } from './row.ts';

/** Weeks after the cut in which a dip shows, and in which what was stored has been used up. */
const DIP_WEEKS = 4;
const AFTER_WEEKS = 16;

/** One week of a cut, and the weeks after it, beside the same weeks without; the brand's shelves are full in both. */
function cut(bench: MarketBench, depth: number, after: number) {
	const k = bench.product;
	const [run, plain] = [bench.settled(), bench.settled()];
	fillShelves(run, k);
	fillShelves(plain, k);
	const treated = run.weeks(1 + after, priceOff(run.world, k, depth));
	return { k, treated, base: plain.weeks(1 + after) };
}

/**
 * ln(units ÷ units) ÷ ln(price ÷ price) of one week at 10 % off. Bijmolt, van Heerde & Pieters 2005 pool 1 851 estimates,
 * most of them from weekly scanner data, in which nearly all variation of price is such cuts.
 */
const ownElasticity: MarketExperiment = {
	kind: 'market',
	rows: [
		{
			name: 'price.own',
			published: -2.62,
			source: 'Bijmolt, van Heerde & Pieters 2005',
			band: around(-2.62, 0.5),
			weeks: 1,
			setBy: ['regions[].priceExponent']
		}
	],
	measure(bench): Measured {
		const depth = 0.1;
		const { k, treated, base } = cut(bench, depth, 0);
		return { 'price.own': ln(soldOf(treated, k) / soldOf(base, k)) / ln(1 - depth) };
	}
};

const THIRD = 'van Heerde, Leeflang & Wittink 2004';

/**
 * A week at 20 % off. Of the units the brand sells more in it, other brands lose some in that week, the weeks after
 * some (the brand's own and the others': the pantry is full), and the rest is drunk on top.
 */
const promotion: MarketExperiment = {
	kind: 'market',
	rows: [
		{
			name: 'promotion.lift',
			published: 0.73,
			source: 'promotion literature, no single study',
			band: around(0.73, 0.2),
			weeks: 1,
			setBy: ['regions[].priceExponent', 'response.outsideShare', 'response.stockpile']
		},
		{
			name: 'promotion.asStocked',
			published: 0.73,
			source: 'promotion literature, no single study',
			band: null,
			weeks: 1,
			setBy: []
		},
		...(['brands', 'weeks', 'category'] as const).map((part) => ({
			name: `promotion.${part}`,
			published: 1 / 3,
			source: THIRD,
			band: around(1 / 3, 0.1),
			weeks: part === 'brands' ? 1 : 1 + AFTER_WEEKS,
			setBy: ['response.outsideShare', 'response.stockpile']
		})),
		{
			name: 'promotion.dip',
			published: [0.04, 0.25],
			source: 'van Heerde, Leeflang & Wittink 2000',
			band: [0.04, 0.25],
			weeks: 1 + DIP_WEEKS,
			setBy: ['response.stockpile', 'response.pantryDrain']
		}
	],
	measure(bench): Measured {
		const { k, treated, base } = cut(bench, 0.2, AFTER_WEEKS);
		const [during, after] = [treated.slice(0, 1), treated.slice(1)];
		const [duringBase, afterBase] = [base.slice(0, 1), base.slice(1)];
		const lost = (own: readonly Week[], other: readonly Week[]): number =>
			categoryOf(other) - categoryOf(own);
		const bump = soldOf(during, k) - soldOf(duringBase, k);
		const fromBrands = bump + lost(during, duringBase);
		const fromWeeks = lost(after, afterBase);
		const dip = soldOf(afterBase.slice(0, DIP_WEEKS), k) - soldOf(after.slice(0, DIP_WEEKS), k);
		const plain = bench.settled();
		const asStocked = plain.weeks(1, priceOff(plain.world, k, 0.2));
		return {
			'promotion.lift': bump / soldOf(duringBase, k),
			'promotion.asStocked': soldOf(asStocked, k) / soldOf(bench.base(1), k) - 1,
			'promotion.brands': fromBrands / bump,
			'promotion.weeks': fromWeeks / bump,
			'promotion.category': (bump - fromBrands - fromWeeks) / bump,
			'promotion.dip': dip / bump
		};
	}
};

export const PRICE: readonly MarketExperiment[] = [ownElasticity, promotion];
