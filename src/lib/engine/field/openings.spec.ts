import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	lab,
	oneClass,
	soloSpec,
	turnOf,
	type PlanDraft,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { OPENING_EVENTS, type OpeningEvent } from '../vocab.ts';
import { at } from '../world.ts';

/** 20 000 accounts that list nothing, called on once a week, chance .2 a visit; ten thousand minutes are no limit. */
function series(
	edit: (spec: SpecDraft) => void = () => {},
	plan: (plan: PlanDraft) => void = () => {},
	listed = 0
) {
	const market = lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			Object.assign(areaOf(spec), {
				outlets: 20_000,
				distribution: { own: { A: listed, B: listed, C: listed } }
			});
			spec.fieldRules.minutesPerWeek = 10_000_000;
			// Two products, so that an account that has one can be won for the other.
			Object.assign(spec.response, { listPerVisit: 0.2, relationSpeed: 0 });
			edit(spec);
		})
	);
	const { state } = market;
	state.dependence.fill(0.5);
	state.keyPerson.fill(1);
	const turn = turnOf(market, changed(at(market.plans, 0), plan));
	const run = (week: number): void => shopWeek(market, turn, week).relate();
	const share = (): number => state.listed.reduce((sum, on) => sum + on, 0) / 20_000;
	const events = (): Record<OpeningEvent, number> =>
		Object.fromEntries(OPENING_EVENTS.map((name, i) => [name, state.turnOpenings[i]!])) as Record<
			OpeningEvent,
			number
		>;
	return { ...market, run, share, events };
}

const RISING = { first: 0.25, second: 0.5, third: 1, fourth: 3 };
const rising = (spec: SpecDraft): void => void Object.assign(spec.fieldRules.opening, RISING);

describe('a series of four visits', () => {
	test('[R8] its chance rises to the fourth visit: .05, .1, .2, .6 of who is left', () => {
		const { run, share } = series(rising);
		let left = 1;
		for (const [week, chance] of [0.05, 0.1, 0.2, 0.6].entries()) {
			const before = share();
			run(week);
			// Standard error below .0036 of those left.
			expect(Math.abs(share() - before - left * chance)).toBeLessThan(0.011);
			left = 1 - share();
		}
	});

	test('[R8] after the fourth it is dropped, and left alone for so many looks over the range', () => {
		const { run, share, events } = series((spec) => {
			rising(spec);
			spec.fieldRules.opening.restReviews = 2;
		});
		for (let week = 0; week < 4; week++) run(week);
		const won = share();
		const { begun, dropped } = events();
		expect(begun).toBe(20_000);
		expect(dropped).toBe(20_000 - Math.floor(won * 20_000 + 0.5));
		// Two reviews, one in four weeks: between four and eight weeks nobody is asked again.
		for (let week = 4; week < 8; week++) run(week);
		expect(share()).toBe(won);
		for (let week = 8; week < 13; week++) run(week);
		expect(share()).toBeGreaterThan(won);
	});

	test('[R8] with every fourth week a call it never comes to a second visit', () => {
		const { run, events } = series(rising, ({ field }) => (field.visitsPer4Weeks.A = 1));
		for (let week = 0; week < 12; week++) run(week);
		expect(events().negotiated).toBe(0);
		expect(events().broken).toBeGreaterThan(20_000);
	});

	test('[R8] every second week keeps the cadence: four visits in eight weeks', () => {
		const { run, events } = series(rising, ({ field }) => (field.visitsPer4Weeks.A = 2));
		for (let week = 0; week < 8; week++) run(week);
		expect(events().broken).toBe(0);
		expect(events().dropped + events().won).toBe(20_000);
	});

	test('[R8] nobody begins a series where the product stands already', () => {
		const { run, events } = series(rising, undefined, 1);
		run(0);
		expect(events().begun).toBe(0);
	});

	test('[R8] turned off by its factors, the series is four chances alike and nothing else changes', () => {
		const { run, share } = series();
		run(0);
		expect(Math.abs(share() - 0.2)).toBeLessThan(0.011);
		run(1);
		expect(Math.abs(share() - 0.36)).toBeLessThan(0.011);
	});
});

describe('the key person', () => {
	test('[R9] a first visit of half of the minutes finds half of them', () => {
		const { state, run } = series((spec) => {
			spec.response.listPerVisit = 0;
			spec.fieldRules.opening.surveyMinutes = 20;
		});
		state.keyPerson.fill(0);
		run(0);
		const found = state.keyPerson.reduce((sum, on) => sum + on, 0) / 20_000;
		expect(Math.abs(found - 0.5)).toBeLessThan(0.011);
		// The second and third visit ask nobody any more.
		run(1);
		run(2);
		expect(state.keyPerson.reduce((sum, on) => sum + on, 0) / 20_000).toBe(found);
	});

	test('[R9] a call on the wrong one earns less: × .5; off, all alike', () => {
		const wrong = (wrongPerson: number): number => {
			const { state, run, share } = series((spec) => {
				Object.assign(spec.fieldRules.opening, { wrongPerson, surveyMinutes: 1e9 });
			});
			state.keyPerson.fill(0);
			run(0);
			return share();
		};
		expect(Math.abs(wrong(0.5) - 0.1)).toBeLessThan(0.011);
		expect(Math.abs(wrong(1) - 0.2)).toBeLessThan(0.011);
	});
});

describe('a grievance', () => {
	const GRUDGE = { stockOut: 100, cutCalls: 60, brokenPrice: 30, fade: 40 };
	const held = (
		edit: (spec: SpecDraft) => void,
		prepare: (market: ReturnType<typeof series>) => void,
		plan?: (plan: PlanDraft) => void
	): number[] => {
		const market = series(
			(spec) => {
				Object.assign(spec.fieldRules.grievance, GRUDGE);
				edit(spec);
			},
			plan,
			1
		);
		prepare(market);
		// Everybody looks over the range once in four weeks.
		for (let week = 0; week < 4; week++) market.run(week);
		return [...new Set(market.state.grievance)];
	};

	test('[R11] an empty shelf adds to it, a full one lets it fade', () => {
		expect(
			held(
				() => {},
				({ state }) => void state.stockNew.fill(0)
			)
		).toEqual([100]);
		expect(
			held(
				() => {},
				({ state }) => void state.grievance.fill(90)
			)
		).toEqual([50]);
		expect(
			held(
				() => {},
				({ state }) => void state.grievance.fill(30)
			)
		).toEqual([0]);
	});

	test('[R11] calls cut to far less than an account was used to do', () => {
		const none = (plan: PlanDraft): void => void (plan.regions.worked = []);
		expect(
			held(
				() => {},
				({ state }) => void state.dependence.fill(0.9),
				none
			)
		).toEqual([60]);
		expect(
			held(
				() => {},
				({ state }) => void state.dependence.fill(0.2),
				none
			)
		).toEqual([0]);
	});

	test('[R11] so does a list price that fell in the turn', () => {
		expect(
			held(
				() => {},
				({ state }) => void state.priceBroken.fill(1)
			)
		).toEqual([30]);
	});

	test('[R11] it ends at 255', () => {
		expect(
			held(
				() => {},
				({ state }) => {
					state.grievance.fill(200);
					state.stockNew.fill(0);
				}
			)
		).toEqual([255]);
	});

	test('[R11] an opposed account takes nothing new', () => {
		const { state, run, share } = series((spec) => void (spec.fieldRules.grievance.fade = 0));
		state.grievance.fill(128);
		run(0);
		expect(share()).toBe(0);
		state.grievance.fill(127);
		run(1);
		expect(share()).toBeGreaterThan(0.15);
	});

	test('[R11][R5] one in full is twice as likely to drop us, and cools by a fifth', () => {
		const after = (grievance: number): { kept: number; close: number } => {
			const { state, run, share } = series(
				(spec) => {
					Object.assign(spec.fieldRules.grievance, { delist: 1, chill: 0.2, fade: 0 });
					Object.assign(spec.response, { delistPerWeek: 0.1, listPerVisit: 0 });
				},
				(plan) => (plan.regions.worked = []),
				1
			);
			state.closeness.fill(0.5);
			state.dependence.fill(0);
			state.grievance.fill(grievance);
			for (let week = 0; week < 4; week++) run(week);
			return { kept: share(), close: at([...state.closeness], 0) };
		};
		const [calm, bitter] = [after(0), after(255)];
		expect(Math.abs(calm.kept - 0.95 ** 4)).toBeLessThan(0.011);
		expect(Math.abs(bitter.kept - 0.9 ** 4)).toBeLessThan(0.011);
		expect(calm.close).toBe(0.5);
		expect(bitter.close).toBeCloseTo(0.4, 12);
	});
});
