import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceSheet } from '../engine/prices.ts';
import { cents } from './amounts.ts';
import { specOf } from './spec.ts';
import { smallDraft } from '../../../tests/scenarios/support.ts';

test('yuan become whole cents, half a cent upwards', () => {
	expect([0, 2.39, 0.29, 1548.46, -16000, 1e9].map(cents)).toEqual([0, 239, 29, 154_846, -1_600_000, 1e11]);
});

test('the price sheet of the engine shows the figures of the file, whatever they are', () => {
	const step = fc.integer({ min: 1, max: 400_000 });
	fc.assert(
		fc.property(
			step,
			step,
			step,
			fc.integer({ min: 0, max: 30 }),
			(dealer, toOutlet, toShelf, vatPercent) => {
				const vat = vatPercent / 100;
				const outlet = dealer + toOutlet - 1;
				const shelf = Math.ceil((outlet + toShelf) * (1 + vat));
				const draft = smallDraft();
				const [player] = draft.firms;
				const product = player?.products[0];
				if (player === undefined || product === undefined) throw new Error('no product');
				const price = { cost: 0.01, dealer: dealer / 100, outlet: outlet / 100, shelf: shelf / 100 };
				const changed = { ...player, products: [{ ...product, price }] };
				const spec = specOf({
					...draft,
					money: { ...draft.money, vat },
					firms: [changed, ...draft.firms.slice(1)]
				});
				const made = spec.firms[0]?.products[0];
				if (made === undefined) throw new Error('no product');
				const sheet = priceSheet(made, made.dealerPriceCents, spec.money.vatBp);
				expect([sheet.dealerCents, sheet.outletCents]).toEqual([dealer, outlet]);
				// The net price is in whole cents, so the price with tax can be off by one.
				expect(Math.abs(sheet.shelfCents - shelf)).toBeLessThanOrEqual(1);
			}
		),
		{ seed: 2, numRuns: 300 }
	);
});

test('a month begins in the first week that lies wholly in it', () => {
	const weeks = Array.from({ length: 12 }, (_, month) => {
		const draft = smallDraft();
		return specOf({ ...draft, time: { ...draft.time, startMonth: month + 1 } }).time.startWeekOfYear;
	});
	expect(weeks.map((week) => Math.floor((week * 12) / 52))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
	expect(weeks.map((week) => Math.floor(((week - 1) * 12) / 52))).toEqual([
		-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
	]);
});

test('what the file leaves out of a plan is all areas, the staff there is, the usual calls, list prices', () => {
	const spec = specOf(smallDraft());
	expect(spec.defaultPlan).toEqual({
		regions: { worked: ['centre'] },
		dealers: { sheets: {}, appoint: {} },
		field: {
			merchandisers: 1,
			visitsPer4Weeks: { A: 4, B: 2, C: 1 },
			minutesPerVisit: { A: 15, B: 10, C: 7 }
		},
		price: { dealerPriceCents: { tea: 240 } },
		activities: [],
		supply: { orderMode: { town: 'dealerRule' }, pushes: [] }
	});
	expect(spec.firms.map(({ defaultPlan }) => defaultPlan?.price)).toEqual([
		undefined,
		{ dealerPriceCents: { 'other-tea': 250 } }
	]);
});
