import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	duoSpec,
	firmOf,
	lab,
	oneClass,
	productOf,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { worldEntity } from '../state.ts';
import { CHANNELS } from '../vocab.ts';
import { at } from '../world.ts';
import { moveGoodwill, settledGoodwill } from './goodwill.ts';
import { setMarket } from './market.ts';

/** Two regions of 100 and 300 units a week; the firm spends so much, .52 of its goodwill is advertising. */
const advertised = (cents: number, edit: (spec: SpecDraft) => void = () => {}): Lab =>
	lab(
		soloSpec((spec) => {
			firmOf(spec).advertisingCentsPerWeek = cents;
			spec.regions.push({
				...structuredClone(at(spec.regions, 0)),
				id: 'far',
				areas: [{ ...structuredClone(areaOf(spec)), id: 'elsewhere', unitsPerOutletWeek: 30 }]
			});
			// 10.00 a week per 1 000 units are the reference: 1.00 for 100.
			Object.assign(spec.response, { advertisingWeight: 0.52, goodwillRetention: 0.93 });
			edit(spec);
		})
	);

describe('advertising', () => {
	test.each([
		[0, 0.48],
		[25, 0.48 + 0.52 / 2],
		[100, 1],
		[400, 0.48 + 0.52 * 2]
	])('[B1] %i cents on 100 units settle goodwill at %f', (cents, expected) => {
		const { world, state } = advertised(cents);
		expect(settledGoodwill(world, 0, 0)).toBeCloseTo(expected, 12);
		// So it opens, and there it stays.
		expect(state.goodwill[0]).toBeCloseTo(expected, 12);
	});

	test('[B1] where the firm does not sell there is none', () => {
		const { world } = advertised(100);
		expect(settledGoodwill(world, 0, 1)).toBeCloseTo(0.48, 12);
	});

	test('[B1] one that sells in both regions spends on each by its demand', () => {
		const { world } = advertised(100, (spec) => {
			spec.dealers.push({
				...structuredClone(at(spec.dealers, 0)),
				id: 'far-dealer',
				region: 'far',
				reach: { elsewhere: 1 }
			});
			firmOf(spec).dealers['far'] = 'far-dealer';
		});
		// A quarter of the reference for 400 units.
		for (const r of [0, 1]) expect(settledGoodwill(world, 0, r)).toBeCloseTo(0.48 + 0.52 / 2, 12);
	});

	test('[B1] keeps .93 of itself a week and closes the rest of its gap', () => {
		const market = advertised(100);
		const { world, state } = market;
		const turn = turnOf(market);
		state.goodwill[0] = 2;
		moveGoodwill(world, state, turn);
		expect(state.goodwill[0]).toBeCloseTo(0.93 * 2 + 0.07, 12);
		for (let week = 1; week < 52; week++) moveGoodwill(world, state, turn);
		expect(state.goodwill[0]).toBeCloseTo(1 + 0.93 ** 52, 12);
	});

	test('[B1] is paid weekly, as promotion', () => {
		const market = advertised(100);
		const { world, state } = market;
		const turn = turnOf(market);
		moveGoodwill(world, state, turn);
		moveGoodwill(world, state, turn);
		expect(balanceOf(state.balances, 0, ACCOUNT.PROMOTION)).toBe(200);
		expect(balanceOf(state.balances, 0, ACCOUNT.CASH)).toBe(1_000_000 - 200);
		expect(balanceOf(state.balances, worldEntity(world), ACCOUNT.REVENUE)).toBe(-200);
	});

	/** Share of a shop's potential demand that buys ours, after so many weeks of other spending. */
	const shareAfter = (weeks: number, cents: number): number => {
		const edit = (spec: SpecDraft): void => {
			spec.regions.pop();
			areaOf(spec).shares = { own: 0.154 };
			spec.response.outsideShare = 0.5;
		};
		// The market opens at the reference, whatever is spent from then on.
		const market = advertised(100_000, (spec) => {
			edit(spec);
			spec.response.advertisingReferenceCents = 1_000_000;
		});
		const spending = advertised(cents, (spec) => {
			edit(spec);
			spec.response.advertisingReferenceCents = 1_000_000;
		}).world;
		const { world, state } = market;
		const turn = turnOf(market);
		for (let week = 0; week < weeks; week++) moveGoodwill(spending, state, turn);
		setMarket(world, state, turn, 0);
		const attraction = turn.attraction[1]!;
		return attraction / (1 + world.noBuy[0]! + attraction);
	};

	test.each([
		// .52 ÷ 2 less own share of potential demand, .077.
		['long run', 400, 0.24, 0.002],
		['first week', 1, 0.0168, 0.0002]
	])(
		'[B1] at the reference the elasticity of sales is, in the %s, %s weeks: %f',
		(_name, weeks, expected, width) => {
			expect(shareAfter(0, 100_000)).toBeCloseTo(0.077, 9);
			const elasticity = Math.log(shareAfter(weeks, 101_000) / shareAfter(weeks, 100_000)) / Math.log(1.01);
			expect(Math.abs(elasticity - expected)).toBeLessThan(width);
		}
	);
});

describe('the small board', () => {
	/** Four core outlets of ten (A, on-premise); ours opens with half of the market. */
	const town = (edit: (spec: SpecDraft) => void = () => {}) => {
		const market = lab(
			soloSpec((spec) => {
				oneClass(spec, 'A');
				areaOf(spec).channelMix = {
					modern: 0.2,
					traditional: 0.4,
					convenience: 0,
					onPremise: 0.4,
					specialist: 0
				};
				areaOf(spec).unitsPerOutletWeek = 1000;
				spec.response.smallBoard = 0.3;
				edit(spec);
			})
		);
		return { ...market, turn: turnOf(market) };
	};
	const core = CHANNELS.indexOf('onPremise');

	test('[B2] half of the core lifts all channels by .15 of goodwill, but the core itself', () => {
		const { world, state, turn } = town();
		expect(world.outletCore.reduce((sum, on) => sum + on, 0)).toBe(4);
		expect(state.radiance[0]).toBe(0.5);
		setMarket(world, state, turn, 0);
		CHANNELS.forEach((_, c) => {
			expect(turn.attraction[c]! / world.appeal[0]!).toBeCloseTo(c === core ? 1 : 1.15, 12);
		});
	});

	test('[B2] a region may have its own; the market’s counts for nothing there', () => {
		const { world, state, turn } = town((spec) => (spec.regions[0]!.smallBoard = 1));
		setMarket(world, state, turn, 0);
		CHANNELS.forEach((_, c) => {
			expect(turn.attraction[c]! / world.appeal[0]!).toBeCloseTo(c === core ? 1 : 1.5, 12);
		});
	});

	test.each([undefined, 1])('[B2][W6] the fit knows it, with a region’s own of %s', (smallBoard) => {
		const { world } = town((spec) => {
			if (smallBoard !== undefined) spec.regions[0]!.smallBoard = smallBoard;
		});
		const sold = world.openingSales.reduce((sum, units) => sum + units, 0);
		expect(Math.abs(sold / 10_000 - 0.5)).toBeLessThan(1e-9);
	});

	test('[B2] moves with the share of what the core sells, smoothed like goodwill', () => {
		const market = town();
		const { world, state, turn } = market;
		for (let o = 0; o < 10; o++) state.stockNew[o] = world.outletCore[o] === 1 ? 300 : FULL;
		shopWeek(market, turn).sell();
		// At each of four 300 of ours, and what small brands sell: a core outlet is not lifted.
		expect(turn.coreSold[0]).toBe(1200);
		const small = 4000 / (1 + world.appeal[0]!);
		expect(Math.abs(turn.coreOutside[0]! - small)).toBeLessThan(4);
		moveGoodwill(world, state, turn);
		expect(state.radiance[0]).toBeCloseTo(0.5 * 0.5 + (0.5 * 1200) / (1200 + turn.coreOutside[0]!), 12);
	});

	test('[B2] stands still in a week in which the core sells nothing', () => {
		const { world, state, turn } = town();
		moveGoodwill(world, state, turn);
		expect(state.radiance[0]).toBe(0.5);
	});

	test('[B2] a market without core outlets has none', () => {
		const { state } = town((spec) => {
			areaOf(spec).channelMix = {
				modern: 0.6,
				traditional: 0.4,
				convenience: 0,
				onPremise: 0,
				specialist: 0
			};
		});
		expect(state.radiance[0]).toBe(0);
	});

	test('[B2] of two firms each has its own', () => {
		const market = lab(
			duoSpec((spec) => {
				oneClass(spec, 'A');
				areaOf(spec).channelMix = { modern: 0, traditional: 0, convenience: 0, onPremise: 1, specialist: 0 };
				areaOf(spec).shares = { own: 0.4, rival: 0.2 };
			})
		);
		expect(Array.from(market.state.radiance)).toEqual([0.4, 0.2]);
		const turn = turnOf(market);
		turn.coreSold.set([10, 60]);
		turn.coreOutside[0] = 30;
		moveGoodwill(market.world, market.state, turn);
		expect(market.state.radiance[0]).toBeCloseTo(0.25, 12);
		expect(market.state.radiance[1]).toBeCloseTo(0.4, 12);
	});
});

describe('age', () => {
	const attraction = (
		week: number,
		ageingPerYear: number,
		edit: (spec: SpecDraft) => void = () => {}
	): number => {
		const market = lab(
			soloSpec((spec) => {
				spec.response.ageingPerYear = ageingPerYear;
				edit(spec);
			})
		);
		const turn = turnOf(market);
		setMarket(market.world, market.state, turn, week);
		return turn.attraction[1]! / market.world.appeal[0]!;
	};

	test.each([
		[0, 1],
		[26, 0.9],
		[52, 0.8],
		[182, 0.3],
		[250, 0.3]
	])('[B4] at .2 a year a product has in week %i so much of its attraction: %f', (week, expected) => {
		expect(attraction(week, 0.2)).toBeCloseTo(expected, 12);
	});

	test('[B4] a launch counts from its own week', () => {
		const launched = (spec: SpecDraft): void => {
			productOf(spec).launch = { week: 26, role: 'hero', appeal: 1, firstLotUnits: 0 };
		};
		expect(attraction(26, 0.2, launched)).toBeCloseTo(1, 12);
		expect(attraction(52, 0.2, launched)).toBeCloseTo(0.9, 12);
	});
});
