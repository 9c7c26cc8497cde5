/** Price tiers (H8), buying nothing (W11, H12), and all of it together. */
import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	duoSpec,
	firmOf,
	lab,
	off,
	oneClass,
	product,
	productOf,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import type { Plan } from '../plan.ts';
import { at, type World } from '../world.ts';

const big = (spec: SpecDraft): void => {
	oneClass(spec, 'A');
	areaOf(spec).unitsPerOutletWeek = 100_000;
};

/** Sold by product and by small brands at an outlet, thousands. */
function week(market: Lab, plan: Plan = at(market.plans, 0)): number[] {
	const { state, world } = market;
	state.stockNew.fill(FULL);
	const turn = turnOf(market, plan);
	const { sold, sell } = shopWeek(market, turn);
	sell();
	return [...sold.subarray(0, world.products), turn.weekOutside[0]! / 10].map((units) => units / 1000);
}
const near = (found: readonly number[], expected: readonly number[]): void => {
	expect(found).toHaveLength(expected.length);
	found.forEach((units, i) => expect(units).toBeCloseTo(at(expected, i), 2));
};

describe('tiers', () => {
	/** Ours in the middle, the rival's above, each as attractive as the small brands: .2, .5 and .3 of 100. */
	const tiered = (leak: number): Lab => {
		const market = lab(
			duoSpec((spec) => {
				big(spec);
				productOf(spec, 1).tier = 'premium';
				at(spec.regions, 0).tiers = { economy: 0.2, standard: 0.5, premium: 0.3 };
				spec.response.tierLeak = leak;
			})
		);
		market.world.appeal.fill(1);
		return market;
	};

	test('[H8] without a leak each tier is a market of its own, where small brands have what nobody offers', () => {
		near(week(tiered(0)), [25, 15, 20 + 25 + 15]);
	});

	test('[H8] with a leak of ¼ a product counts a quarter outside its tier', () => {
		// 50 ÷ 2.25 to ours, a quarter of it to the rival; 30 ÷ 2.25 the other way; 20 ÷ 1.5, a quarter to each.
		const [middle, upper, lower] = [50 / 2.25, 30 / 2.25, 20 / 1.5];
		near(week(tiered(0.25)), [
			middle + upper / 4 + lower / 4,
			middle / 4 + upper + lower / 4,
			middle + upper + lower
		]);
	});

	test('[H8] with a leak of 1 there are no tiers', () => {
		near(week(tiered(1)), [100 / 3, 100 / 3, 100 / 3]);
	});

	test('[W6][H8] the fit knows them: opening sales are the file’s shares', () => {
		const { world } = lab(
			duoSpec((spec) => {
				productOf(spec, 1).tier = 'premium';
				at(spec.regions, 0).tiers = { economy: 0.2, standard: 0.5, premium: 0.3 };
				Object.assign(spec.response, { tierLeak: 0.15, outsideShare: 0.5, relationLift: 0.4 });
			})
		);
		for (const k of [0, 1]) {
			let units = 0;
			for (let o = 0; o < 10; o++) units += world.openingSales[o * 2 + k]!;
			expect(Math.abs(units / 100 - 0.25)).toBeLessThan(1e-9);
		}
	});
});

describe('buying nothing', () => {
	/** Expected purchases of small brands at the opening. */
	function smallBrands({
		outlets,
		products,
		openingListed,
		appeal,
		outletSize,
		potential,
		noBuy
	}: World): number {
		let units = 0;
		for (let o = 0; o < outlets; o++) {
			let sum = 1 + noBuy[0]!;
			for (let k = 0; k < products; k++) sum += openingListed[o * products + k]! * appeal[k]!;
			units += (outletSize[o]! * potential) / sum;
		}
		return units;
	}

	test('[W11] half of all outside, half of purchases ours: potential 2, appeal 1, and 2 for nothing', () => {
		const { world } = lab(
			soloSpec(({ response }) => {
				response.outsideShare = 0.5;
			})
		);
		// 2A ÷ (1 + N + A) = 2 ÷ (1 + N + A) = ½.
		expect(world.potential).toBe(2);
		expect(world.appeal[0]).toBeCloseTo(1, 9);
		expect(world.noBuy[0]).toBeCloseTo(2, 8);
	});

	test.each([
		[0, 0],
		[0.3, 0],
		[0.5, 0],
		[0.9, 0],
		[0, 0.06],
		[0.5, 0.06],
		[0.5, 0.9]
	])(
		'[W11][H13] with %f outside and %f seeking purchases at the opening are the file’s volume to 1e-9',
		(outside, search) => {
			const { world } = lab(
				duoSpec((spec) => {
					Object.assign(spec.response, { outsideShare: outside, search });
					spec.category.sizeTail = 0.5;
					const area = areaOf(spec);
					area.outlets = 200;
					area.distribution = { own: { A: 0.9, B: 0.5, C: 0.3 }, rival: { A: 1, B: 0.8, C: 0.7 } };
				})
			);
			const ours = world.openingSales.reduce((sum, units) => sum + units, 0);
			expect(Math.abs((ours + smallBrands(world)) / 2000 - 1)).toBeLessThan(1e-9);
			expect(Math.abs(ours / 2000 - 0.5)).toBeLessThan(1e-9);
		}
	);

	const promoted = (outsideShare: number): readonly [before: number[], during: number[]] => {
		const spec = soloSpec((draft) => {
			big(draft);
			draft.response.outsideShare = outsideShare;
		});
		const plan = changed(spec.defaultPlan, (now) => {
			now.activities = [off({ depthBp: 2930, budgetCents: 1e12 })];
		});
		return [week(lab(spec)), week(lab(spec), plan)];
	};
	// 3.39 − .99 = 2.40.
	const attraction = (339 / 240) ** 2;

	test('[H12] with half outside a price-off wins a third of what it wins from other brands, the rest from nothing', () => {
		const [before, during] = promoted(0.5);
		near(before, [50, 50]);
		// Of 200: attractions A, 1 and 2.
		near(during, [(200 * attraction) / (3 + attraction), 200 / (3 + attraction)]);
		const [won, lost] = [during[0]! - before[0]!, before[1]! - during[1]!];
		// As the attractions of both stand: 1 to 2.
		expect(lost / won).toBeCloseTo(1 / 3, 3);
	});

	test('[H12] with nobody outside all of it comes from other brands', () => {
		const [before, during] = promoted(0);
		near(during, [(100 * attraction) / (1 + attraction), 100 / (1 + attraction)]);
		expect(before[0]! + before[1]!).toBeCloseTo(during[0]! + during[1]!, 3);
	});

	test('[P4] in a price-off the elasticity is −2.6: 2 × (1 − .1) of potential demand, and .8 for the pantry', () => {
		const spec = soloSpec((draft) => {
			big(draft);
			areaOf(draft).shares = { own: 0.2 };
			Object.assign(draft.response, { outsideShare: 0.5, stockpile: 0.8 });
			// Large figures, so that 1 % is 1 %.
			productOf(draft).dealerPriceCents = 20_000;
			draft.defaultPlan.price.dealerPriceCents = { 'own-tea': 20_000 };
		});
		const plan = changed(spec.defaultPlan, (now) => {
			now.activities = [off({ depthBp: 100, budgetCents: 1e12 })];
		});
		const [before, during] = [week(lab(spec)), week(lab(spec), plan)];
		const elasticity = Math.log(during[0]! / before[0]!) / Math.log(0.99);
		expect(elasticity).toBeGreaterThan(-2.63);
		expect(elasticity).toBeLessThan(-2.57);
	});
});

test('[H4][H8] five products of two firms in two tiers: what is sold is the hand’s sum, and all demand is spent', () => {
	const market = lab(
		duoSpec((spec) => {
			big(spec);
			firmOf(spec).products.push({ ...product('own-juice'), tier: 'economy' }, product('own-water'));
			firmOf(spec, 1).products.push({ ...product('rival-juice'), tier: 'economy' });
			at(spec.regions, 0).tiers = { economy: 0.4, standard: 0.6, premium: 0 };
			Object.assign(spec.response, { tierLeak: 0.5, relationLift: 1 });
		})
	);
	const { world, state } = market;
	world.appeal.set([1, 0.5, 0.25, 2, 0.8]);
	state.closeness.fill(0);
	for (let o = 0; o < 10; o++) state.closeness[o * 2 + 1] = 0.5;
	// The rival’s count 1½ times: 1, .5, .25 of ours, 3 and 1.2; the second and the last are in the lower tier.
	const upper = 60 / (1 + 1 + 0.25 + 3 + (0.5 + 1.2) / 2);
	const lower = 40 / (1 + 0.5 + 1.2 + (1 + 0.25 + 3) / 2);
	const middle = upper + lower / 2;
	const economy = lower + upper / 2;
	const found = week(market);
	near(found, [middle, economy * 0.5, middle * 0.25, middle * 3, economy * 1.2, upper + lower]);
	expect(found.reduce((sum, units) => sum + units, 0)).toBeCloseTo(100, 2);
});
