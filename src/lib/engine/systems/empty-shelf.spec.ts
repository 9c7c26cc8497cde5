/** What becomes of those who find a shelf empty: in the shop (H7), and a week later (H9). */
import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	duoSpec,
	firmOf,
	keyOf,
	lab,
	oneClass,
	product,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { closeDemand, setDemand } from './demand.ts';

const [TEA, JUICE, RIVAL] = [0, 1, 2];
const PRODUCTS = 3;

type Ways = SpecDraft['response']['stockOut'];
const NOBODY: Ways = { otherStore: 0, otherBrand: 0, otherPack: 0, later: 0 };

/**
 * Ten shops of 100 000 a week; tea and juice of ours, one of the rival's and the small brands draw a quarter each.
 *
 * @param stands units on the shelf of product k at outlet o
 */
function week(ways: Partial<Ways>, stands: (o: number, k: number) => number) {
	const market = lab(
		duoSpec((spec) => {
			oneClass(spec, 'A');
			areaOf(spec).unitsPerOutletWeek = 100_000;
			firmOf(spec).products.push(product('own-juice'));
			spec.response.stockOut = { ...NOBODY, ...ways };
		})
	);
	const { world, state } = market;
	world.appeal.fill(1);
	const turn = turnOf(market);
	const fill = (units: typeof stands): void =>
		state.stockNew.forEach((_, cell) => {
			state.stockNew[cell] = units(Math.floor(cell / PRODUCTS), cell % PRODUCTS);
		});
	fill(stands);
	const { sold, sell } = shopWeek(market, turn);
	sell();
	const next = (units: typeof stands = () => FULL): Int32Array => {
		closeDemand(world, state, turn);
		fill(units);
		const then = shopWeek(market, turn, 1);
		then.sell();
		return then.sold;
	};
	return { ...market, turn, sold, next, outside: turn.weekOutside[0]! };
}
/** In tenths of an outlet's 10 000 units, so that whole units make no difference. */
const near = (found: number, expected: number): void => expect(found / 1e4).toBeCloseTo(expected / 1e4, 3);

test('[H7][H9] those whom other shops sent to an empty shelf are shared out too, and sent on', () => {
	const { world, state, turn, next } = week({ otherStore: 0.5, otherBrand: 0.3 }, () => FULL);
	next();
	// Half as many again come for tea, which is out everywhere.
	state.pool[TEA] = 0.5;
	setDemand(world, state, turn, keyOf(2), 2);
	state.stockNew.forEach((_, cell) => {
		state.stockNew[cell] = cell % PRODUCTS === TEA ? 0 : FULL;
	});
	const market = { world, state, plans: [] };
	const { sold, sell } = shopWeek(market, turn, 2);
	state.pool[TEA] = 0.5;
	setDemand(world, state, turn, keyOf(2), 2);
	sell();
	// 37 500 find none at each of ten: .3 of them go by halves to the rival and to small brands.
	near(turn.missed[TEA]! / 10, 37_500);
	near(sold[RIVAL]!, 25_000 + (0.3 * 37_500) / 2);
	near(sold[JUICE]!, 25_000);
});

describe('in the shop', () => {
	const without =
		(...empty: number[]) =>
		(_: number, k: number): number =>
			empty.includes(k) ? 0 : FULL;

	// 25 000 find no tea, at each of ten shops; juice, the rival and the small brands have 25 000 of their own each.
	test.each<[string, Partial<Ways>, readonly [number, number, number]]>([
		['nowhere', {}, [25_000, 25_000, 25_000]],
		['elsewhere: .31, who are not seen here', { otherStore: 0.31 }, [25_000, 25_000, 25_000]],
		['home, to come again: .15', { later: 0.15 }, [25_000, 25_000, 25_000]],
		['to our juice: .2', { otherPack: 0.2 }, [30_000, 25_000, 25_000]],
		['to others, alike attractive: .3 by halves', { otherBrand: 0.3 }, [25_000, 28_750, 28_750]],
		[
			'all ways at once',
			{ otherStore: 0.31, otherBrand: 0.26, otherPack: 0.19, later: 0.15 },
			[25_000 + 4750, 25_000 + 3250, 25_000 + 3250]
		]
	])('[H7] an empty shelf sends shoppers %s', (_name, ways, [juice, rival, small]) => {
		const { sold, outside, turn } = week(ways, without(TEA));
		for (const o of [0, 9]) {
			expect(sold[o * PRODUCTS + TEA]).toBe(0);
			near(sold[o * PRODUCTS + JUICE]!, juice);
			near(sold[o * PRODUCTS + RIVAL]!, rival);
		}
		near(outside / 10, small);
		near(turn.missed[TEA]! / 10, 25_000);
		expect([turn.missed[JUICE], turn.missed[RIVAL]]).toEqual([0, 0]);
	});

	test('[H7] who would take another pack takes another brand where none stands', () => {
		// .2 of 50 000, by halves.
		const { sold, outside } = week({ otherPack: 0.2 }, without(TEA, JUICE));
		near(sold[RIVAL]!, 30_000);
		near(outside / 10, 30_000);
	});

	test('[H7] by attraction: of three that stand there the twice as attractive has half', () => {
		const now = week({ otherBrand: 0.4 }, without(RIVAL));
		// Tea 2, juice 1, small brands 1, the rival 1: of 100 000 a fifth each, tea two; .4 of 20 000 in quarters.
		now.world.appeal[TEA] = 2;
		now.state.stockNew.forEach((_, cell) => {
			now.state.stockNew[cell] = cell % PRODUCTS === RIVAL ? 0 : FULL;
		});
		const { sold, sell } = shopWeek(now, now.turn);
		sell();
		near(sold[TEA]!, 40_000 + 4000);
		near(sold[JUICE]!, 20_000 + 2000);
		near(now.turn.weekOutside[0]! / 10, 20_000 + 2000);
	});

	test('[H7] two empty shelves of two brands each go to what is not their own', () => {
		const { sold, outside } = week({ otherBrand: 0.3 }, without(TEA, RIVAL));
		// Of 7 500 who wanted tea all go to small brands; of 7 500 who wanted the rival's half take juice.
		near(sold[JUICE]!, 25_000 + 3750);
		near(outside / 10, 25_000 + 7500 + 3750);
	});
});

describe('a week later', () => {
	/** Tea is short at the first shop only. */
	const first =
		(units: number) =>
		(o: number, k: number): number =>
			o === 0 && k === TEA ? units : FULL;

	test('[H9] of 25 000 who found it empty .46 want it next week, where 225 000 were sold', () => {
		const now = week({ otherStore: 0.31, later: 0.15 }, first(0));
		const then = now.next();
		const lift = 1 + (0.46 * 25_000) / 225_000;
		for (const o of [0, 1, 9]) {
			near(then[o * PRODUCTS + TEA]!, 25_000 * lift);
			near(then[o * PRODUCTS + JUICE]!, 25_000);
		}
		// They came once.
		now.state.pool.forEach((share) => expect(share).toBeGreaterThanOrEqual(0));
		now.next();
		near(now.next()[TEA]!, 25_000);
	});

	test('[H9] those who ran out take another pack or brand next week too', () => {
		const now = week({ otherStore: 0.31, otherBrand: 0.26, otherPack: 0.19, later: 0.15 }, first(15_000));
		near(now.turn.ranOut[TEA]!, 10_000);
		// In the week itself nobody is turned to anything.
		near(now.sold[JUICE]!, 25_000);
		const then = now.next();
		near(then[TEA]!, 25_000 * (1 + 4600 / 240_000));
		near(then[JUICE]!, 25_000 * (1 + 1900 / 250_000));
		// Of 2 600 small brands have the half that nobody follows.
		near(then[RIVAL]!, 25_000 * (1 + 1300 / 250_000));
	});

	test('[H9] where no other pack is sold in the area they take another brand', () => {
		const now = week({ otherPack: 0.2, otherBrand: 0.1 }, (o, k) =>
			k === JUICE ? 0 : o === 0 && k === TEA ? 15_000 : FULL
		);
		// Juice stands nowhere: 5 000 of each shop take tea, 1 250 the rival's, 1 250 small brands. Of 30 000 the first has 15 000.
		near(now.turn.ranOut[TEA]!, 15_000);
		const then = now.next((_, k) => (k === JUICE ? 0 : FULL));
		// .3 of these, shared with small brands by sales of 262 500 each.
		near(then[RIVAL]!, 26_250 * (1 + 4500 / 525_000));
	});

	test('[H9] never more than doubles demand', () => {
		const now = week({ otherStore: 0.9 }, (o, k) => (o > 0 && k === TEA ? 0 : FULL));
		closeDemand(now.world, now.state, now.turn);
		// 225 000 × .9 on top of the 25 000 of one shop.
		expect(now.state.pool[TEA]).toBe(1);
		setDemand(now.world, now.state, now.turn, keyOf(1), 1);
		expect(now.turn.buying[TEA]).toBe(2);
	});

	test('[H9] goes nowhere where nothing was sold', () => {
		const now = week({ otherStore: 0.9 }, (_, k) => (k === TEA ? 0 : FULL));
		closeDemand(now.world, now.state, now.turn);
		expect(Array.from(now.state.pool)).toEqual([0, 0, 0]);
	});
});
