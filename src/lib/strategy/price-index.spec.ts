import { describe, expect, test } from 'vitest';
import { duoSpec, gameOf } from '../../../tests/support/spec.ts';
import { view } from '../engine/game.ts';
import type { Strategy, StrategyDraws } from '../engine/strategy.ts';
import type { FirmView } from '../engine/view.ts';
import { at } from '../engine/world.ts';
import { lowestIndex, priceAt } from './price-index.ts';
import { halfHearted } from './bots/half-hearted.ts';
import { neverVisit } from './bots/never-visit.ts';
import { priceWar } from './bots/price-war.ts';
import { defendingLeader } from './rivals/defending-leader.ts';
import { priceFighter } from './rivals/price-fighter.ts';

const none: StrategyDraws = () => {
	throw new Error('draws nothing');
};

/** What the rival of a tiny market sees when the other hangs at this price (opening 3.39) and its own list is this. */
function seen(shelf: number, price = 200): FirmView {
	const base = view(gameOf(duoSpec()), 1);
	const figure = { value: shelf, low: shelf, high: shelf, asOfWeek: 3, source: 'priceCheck' } as const;
	return {
		...base,
		rivalProducts: base.rivalProducts.map((product) => ({
			...product,
			shelfPriceCents: figure,
			regionShelfCents: [figure]
		})),
		products: base.products.map((product) => ({
			...product,
			dealerPriceCents: 200,
			regionPriceCents: [price]
		}))
	};
}
/** The list price a strategy asks in the one region. */
function asks(strategy: Strategy, base: FirmView): number | undefined {
	const { price } = strategy.decide(base, none);
	return price.byRegion?.['region']?.['rival-tea'] ?? price.dealerPriceCents['rival-tea'];
}

test('the lowest index is the deepest cut against the opening', () => {
	expect(lowestIndex(seen(339), 0)).toBe(1);
	expect(lowestIndex(seen(271), 0)).toBeCloseTo(0.8, 2);
});

test('a price at an index stays above cost and below the opening', () => {
	const product = at(seen(339).products, 0);
	expect([priceAt(product, 0.9), priceAt(product, 0.1), priceAt(product, 2)]).toEqual([180, 160, 200]);
});

describe('a price war', () => {
	test.each([
		['a little cheaper is everybody’s right', 310, 200, 200],
		['a fifth off is followed by a step', 271, 200, 190],
		['and another', 271, 190, 180],
		['half a step dearer', 285, 174, 173],
		['and no lower than .85', 250, 172, 170],
		['when it is over the price comes back, more slowly', 339, 180, 185],
		['up to what it was', 339, 198, 200]
	])('the leader: %s', (_name, shelf, price, expected) => {
		expect(asks(defendingLeader, seen(shelf, price))).toBe(expected);
	});

	test.each([
		['is no matter while its own is lower', 310, 180, 196],
		['is undercut step by step', 271, 196, 188],
		['down to what the other asks', 305, 181, 180]
	])('the fighter: who comes closer %s', (_name, shelf, price, expected) => {
		const base = seen(shelf, price);
		// It slips, so that its general price is a step down too.
		const slipping = {
			...base,
			areas: base.areas.map((area) => ({ ...area, ratio: { ...area.ratio, value: 0.1 } }))
		};
		expect(asks(priceFighter, slipping)).toBe(expected);
	});
});

test('price war asks the least there may be asked, and leaves all else as it is', () => {
	const base = seen(339);
	const { price, ...rest } = priceWar.decide(base, none);
	expect(price).toEqual({ dealerPriceCents: { 'rival-tea': 160 } });
	expect(rest).toEqual({ ...rest, field: base.plan.field, supply: base.plan.supply });
});

test('half-hearted works another area every turn, and only glances', () => {
	const base = seen(339);
	const plan = halfHearted.decide({ ...base, turn: 3 }, none);
	expect(plan.regions.worked).toEqual([at(base.areas, 3 % base.areas.length).id]);
	expect([plan.field.merchandisers, plan.field.minutesPerVisit.A]).toEqual([1, 2]);
	expect(plan.dealers.appoint).toEqual({});
});

test('never visit employs nobody', () => {
	const plan = neverVisit.decide(seen(339), none);
	expect([plan.field.merchandisers, plan.regions.worked]).toEqual([0, []]);
});
