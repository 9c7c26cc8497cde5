import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	duoSpec,
	firmOf,
	lab,
	oneClass,
	product,
	SEED,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { onHand } from '../echelon/goods.ts';
import type { LaunchSpec } from '../spec.ts';
import { step } from '../step.ts';
import { at } from '../world.ts';
import { setMarket } from './market.ts';

const [TEA, NEW, RIVAL] = [0, 1, 2];

/** Ours brings `own-new` in week 6, of the second role; the rival stays as it is. */
const market = (launch: Partial<LaunchSpec> = {}, edit: (spec: SpecDraft) => void = () => {}) => {
	const found = lab(
		duoSpec((spec) => {
			oneClass(spec, 'A');
			const coming = { week: 6, role: 'group' as const, appeal: 1, firstLotUnits: 0, ...launch };
			firmOf(spec).products.push({ ...product('own-new'), launch: coming });
			spec.fieldRules.minutesPerWeek = 1_000_000;
			spec.response.launchRoles = {
				hero: { appeal: 1.2, listing: 2 },
				group: { appeal: 0.6, listing: 0.5 },
				coverage: { appeal: 0.8, listing: 1 }
			};
			edit(spec);
		})
	);
	return { ...found, turn: turnOf(found) };
};
/** Attraction of the launch, relative to its appeal. */
const factorIn = (week: number, edit: (spec: SpecDraft) => void = () => {}): number => {
	const { world, state, turn } = market({}, edit);
	setMarket(world, state, turn, week);
	return turn.attraction[world.products + NEW]! / world.appeal[NEW]!;
};

describe('appeal', () => {
	test.each([
		['hero', 1.2],
		['group', 0.6],
		['coverage', 0.8]
	] as const)('[B3] of the role %s, relative to the firm’s mean: × %f', (role, factor) => {
		const { world } = market({ role });
		// A quarter each for tea and the rival, against small brands: ½.
		expect(world.appeal[TEA]).toBeCloseTo(0.5, 9);
		expect(world.appeal[RIVAL]).toBeCloseTo(0.5, 9);
		expect(world.appeal[NEW]).toBeCloseTo(factor * 0.5, 9);
	});

	test('[B3] the mean of two, by area; and the file’s own factor on it', () => {
		const { world } = market({ appeal: 1.5 }, (spec) => {
			firmOf(spec).products.unshift(product('own-water'));
			spec.regions[0]!.areas.push({
				...structuredClone(areaOf(spec)),
				id: 'next',
				shares: { own: 0.4, rival: 0.1 }
			});
			spec.dealers.forEach(({ reach }) => Object.assign(reach, { next: 1 }));
		});
		for (const a of [0, 1]) {
			const [water, tea, launched] = world.appeal.subarray(a * 4, a * 4 + 3);
			expect(launched).toBeCloseTo(((water! + tea!) / 2) * 0.6 * 1.5, 9);
		}
	});

	test('[B3] novelty .3 is halved every four weeks', () => {
		const novel = ({ response }: SpecDraft): void =>
			void Object.assign(response, { noveltyLift: 0.3, noveltyWeeks: 4 });
		const found = [5, 6, 8, 10, 14, 26].map((week) => factorIn(week, novel));
		[0, 1.3, 1 + 0.3 * Math.SQRT1_2, 1.15, 1.075, 1 + 0.3 / 32].forEach((expected, i) =>
			expect(found[i]).toBeCloseTo(expected, 12)
		);
	});
});

describe('listing', () => {
	/** Share of 20 000 shops that list it in a week, called on once by .2. */
	const won = (week: number, launch: Partial<LaunchSpec> = {}): number => {
		const now = market(launch, (spec) => {
			areaOf(spec).outlets = 20_000;
			Object.assign(spec.response, { listPerVisit: 0.2, relationSpeed: 0, noveltyWeeks: 4 });
		});
		now.state.dependence.fill(0.5);
		shopWeek(now, now.turn, week).relate();
		let shelves = 0;
		for (let o = 0; o < 20_000; o++) shelves += now.state.listed[o * 3 + NEW]!;
		return shelves / 20_000;
	};

	test('[B3] before its week nobody can list it, and nobody opens with it', () => {
		expect([0, 1, 5].map((week) => won(week))).toEqual([0, 0, 0]);
		const { world, state } = market();
		const sold = (k: number): number =>
			world.openingSales.reduce((sum, units, cell) => sum + (cell % 3 === k ? units : 0), 0);
		expect([sold(NEW), state.nodeForecast[NEW], state.stockNew[NEW]]).toEqual([0, 0, 0]);
		expect(sold(TEA)).toBeCloseTo(25, 8);
	});

	test.each([
		['its week, as a hero: .2 × 2', 6, 'hero', 0.4],
		['the last of four weeks', 9, 'hero', 0.4],
		['the week after: as any other', 10, 'hero', 0.2],
		['its week, as one of a group: .2 × ½', 6, 'group', 0.1]
	] as const)('[B3] in %s', (_name, week, role, expected) => {
		// Standard errors below .0035.
		expect(Math.abs(won(week, { role }) - expected)).toBeLessThan(0.0105);
	});
});

describe('the first lot', () => {
	/** What of the launch stands in the warehouse after each week, week by week as turns. */
	const warehouse = (launch: Partial<LaunchSpec>, leadWeeks: number): number[] => {
		const { world, state, plans } = market(launch, (spec) => {
			Object.assign(spec.time, { turns: 16, weeksPerTurn: 1 });
			firmOf(spec).plant.leadWeeks = leadWeeks;
		});
		return Array.from({ length: 9 }, () => {
			step(world, state, plans, plans, SEED);
			return onHand(world, state, world.dealers, NEW);
		});
	};

	test('[B3] is begun so that it stands there in its week, in batches of 10', () => {
		// No less than asked for: six batches.
		expect(warehouse({ firstLotUnits: 57 }, 2)).toEqual([0, 0, 0, 0, 0, 0, 60, 60, 60]);
	});

	test('[B3] or as soon as can be', () => {
		expect(warehouse({ week: 1, firstLotUnits: 50 }, 3)).toEqual([0, 0, 0, 50, 50, 50, 50, 50, 50]);
	});

	test('[B3] sold by people who call: from its week on it is listed, ordered and sold', () => {
		const { world, state, plans } = market({ firstLotUnits: 500 }, (spec) => {
			Object.assign(spec.time, { turns: 16, weeksPerTurn: 1 });
			spec.response.listPerVisit = 5;
		});
		const called = plans.map((plan) =>
			changed(plan, ({ field }) => {
				field.visitsPer4Weeks.A = 8;
			})
		);
		const sold = Array.from({ length: 14 }, () => {
			step(world, state, called, called, SEED);
			return state.turnSold[NEW]!;
		});
		expect(sold.slice(0, 7)).toEqual(new Array(7).fill(0));
		expect(at(sold, 13)).toBeGreaterThan(5);
	});
});
