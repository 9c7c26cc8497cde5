import { describe, expect, test } from 'vitest';
import { duoSpec, gameOf } from '../../../tests/support/spec.ts';
import { view } from '../engine/game.ts';
import type { StrategyDraws } from '../engine/strategy.ts';
import type { FirmView } from '../engine/view.ts';
import { defendingLeader } from './rivals/defending-leader.ts';
import { priceFighter } from './rivals/price-fighter.ts';

const none: StrategyDraws = () => {
	throw new Error('draws nothing');
};
interface Scene {
	readonly own?: number;
	readonly other?: number;
	readonly ratio?: number;
	readonly shelf?: number;
	readonly margin?: number;
	readonly price?: number;
	readonly turn?: number;
}
/** What the rival of a tiny market sees when shares, prices and margin stand like this. */
function scene({
	own = 0.4,
	other = 0.2,
	ratio = 1,
	shelf = 339,
	margin = 100_000,
	price = 200,
	turn = 1
}: Scene): FirmView {
	const seen = view(gameOf(duoSpec()), 1);
	const figure = { low: 0, high: 1, asOfWeek: 3, source: 'panel' } as const;
	return {
		...seen,
		turn,
		areas: seen.areas.map((area) => ({
			...area,
			shares: [other, own].map((value) => ({ ...figure, value })),
			ratio: { ...figure, value: ratio }
		})),
		rivalProducts: seen.rivalProducts.map((product) => ({
			...product,
			shelfPriceCents: { ...figure, value: shelf }
		})),
		products: seen.products.map((product) => ({ ...product, dealerPriceCents: price })),
		money: { ...seen.money, grossMarginLastTurnCents: margin }
	};
}

describe('the defending leader', () => {
	const decide = (now: Scene) => defendingLeader.decide(scene(now), none);

	test('calls more often while somebody comes within four fifths of its share', () => {
		expect(decide({ own: 0.4, other: 0.31 }).field.visitsPer4Weeks).toEqual({ A: 4, B: 2, C: 1 });
		expect(decide({ own: 0.4, other: 0.33 }).field.visitsPer4Weeks).toEqual({ A: 6, B: 3, C: 1 });
	});

	test('meets a visible cut there, no deeper, with an eighth of its margin at most', () => {
		// 305 of 339 is a cut of 10.03 %.
		const [activity] = decide({ own: 0.4, other: 0.33, shelf: 305 }).activities;
		expect(activity).toMatchObject({
			kind: 'priceOff',
			product: 'rival-tea',
			targets: ['area'],
			weeks: 2,
			depthBp: 1002,
			budgetCents: 12_000
		});
	});

	test.each([
		['no cut is seen', { other: 0.33 }],
		['it is a small one', { other: 0.33, shelf: 325 }],
		['nobody is near', { other: 0.2, shelf: 305 }],
		['it earned nothing', { other: 0.33, shelf: 305, margin: -5 }]
	])('never starts a price war: nothing when %s', (_name, now) => {
		expect(decide(now).activities).toEqual([]);
	});

	test('does not answer a cut deeper than anybody may give', () => {
		const [activity] = decide({ other: 0.33, shelf: 100 }).activities;
		expect(activity?.depthBp).toBe(4000);
	});
});

describe('the price fighter', () => {
	const decide = (now: Scene) => priceFighter.decide(scene(now), none);
	const price = (now: Scene): number | undefined => decide(now).price.dealerPriceCents['rival-tea'];

	test.each([
		['cuts 2 % when it slips', { ratio: 0.4 }, 196],
		['stops at nine tenths', { ratio: 0.4, price: 181 }, 180],
		['creeps back when it gains', { ratio: 0.9, price: 190 }, 194],
		['never above its list', { ratio: 0.9, price: 199 }, 200]
	])('%s', (_name, now, expected) => {
		expect(price(now)).toBe(expected);
	});

	test('buys shelf space every third turn, where it is strongest', () => {
		const turns = [0, 1, 2, 3, 4, 5].map((turn) => decide({ turn }).activities.length);
		expect(turns).toEqual([0, 0, 1, 0, 0, 1]);
		expect(decide({ turn: 2 }).activities[0]).toMatchObject({
			kind: 'tradeDeal',
			targets: ['region'],
			depthBp: 600,
			budgetCents: 8000
		});
		expect(decide({ turn: 2, margin: 0 }).activities).toEqual([]);
	});
});
