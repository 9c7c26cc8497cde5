import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	deal,
	dealerOf,
	lab,
	oneClass,
	soloSpec,
	turnOf,
	type PlanDraft,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { response } from '../response.ts';
import { at } from '../world.ts';

function relations(edit: (spec: SpecDraft) => void, plan: (plan: PlanDraft) => void = () => {}) {
	const market = lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			spec.fieldRules.minutesPerWeek = 1_000_000;
			edit(spec);
		})
	);
	const turn = turnOf(market, changed(at(market.plans, 0), plan));
	return { ...market, turn, run: (week: number) => shopWeek(market, turn, week).relate() };
}
const share = (values: Uint8Array): number => values.reduce((sum, on) => sum + on, 0) / values.length;

describe('response', () => {
	test.each([
		[40, 40, 2, 0.5],
		[80, 40, 2, 0.8],
		[20, 40, 2, 0.2],
		[40, 40, 4.5, 0.5],
		[0, 40, 2, 0]
	])('[R1] %f minutes with half-way point %f and exponent %f give %f', (x, half, shape, expected) => {
		expect(response(x, half, shape)).toBeCloseTo(expected, 12);
	});
});

/** Where both settle: after a hundred weeks at half of the gap each. */
function settled(visits: number, minutes: number): [number, number] {
	const { state, run } = relations(
		() => {},
		({ field }) => {
			field.visitsPer4Weeks.A = visits;
			field.minutesPerVisit.A = minutes;
		}
	);
	for (let week = 0; week < 100; week++) run(week);
	return [state.closeness[0]!, state.dependence[0]!];
}

test.each([
	// Closeness x² ÷ (40² + x²) of the minutes in four weeks, dependence v² ÷ (4² + v²) of the calls.
	[4, 10, 40 ** 2 / (40 ** 2 + 40 ** 2), 0.5],
	[2, 40, 80 ** 2 / (40 ** 2 + 80 ** 2), 0.2],
	// 8 calls of 5 minutes count as 40 ÷ 7.
	[8, 5, 0.5, (40 / 7) ** 2 / (4 ** 2 + (40 / 7) ** 2)],
	[8, 10, 0.8, 0.8]
])(
	'[R1][R2] %i calls of %i minutes settle at closeness %f, dependence %f',
	(visits, minutes, close, depend) => {
		const [closeness, dependence] = settled(visits, minutes);
		expect(closeness).toBeCloseTo(close, 9);
		expect(dependence).toBeCloseTo(depend, 9);
	}
);

test('[R1][R2] the same minutes in more calls move dependence alone', () => {
	expect(settled(8, 10)[0]).toBeCloseTo(settled(4, 20)[0], 12);
	expect(settled(8, 10)[1]).toBeGreaterThan(settled(4, 20)[1]);
});

test('[R3] half of the gap closes in a week, up and down', () => {
	const { state, run } = relations(() => {});
	state.closeness.fill(0.1);
	state.dependence.fill(1);
	run(0);
	// Toward ½ both.
	expect(state.closeness[0]).toBeCloseTo(0.3, 12);
	expect(state.dependence[0]).toBeCloseTo(0.75, 12);
	const left = relations(
		() => {},
		(plan) => {
			plan.regions.worked = [];
		}
	);
	left.state.closeness.fill(0.8);
	left.run(0);
	left.run(1);
	expect(left.state.closeness[0]).toBeCloseTo(0.2, 12);
});

describe('winning a shelf', () => {
	/** Share of 20 000 unlisted accounts that list us after a week's call of each. */
	const won = (
		edit: (spec: SpecDraft) => void = () => {},
		plan: (plan: PlanDraft) => void = () => {},
		prepare: { dependence?: number; served?: number } = {}
	): { share: number; state: ReturnType<typeof relations>['state'] } => {
		const { state, run } = relations((spec) => {
			areaOf(spec).outlets = 20_000;
			areaOf(spec).distribution = { own: { A: 0, B: 0, C: 0 } };
			spec.response.listPerVisit = 0.2;
			spec.response.relationSpeed = 0;
			edit(spec);
		}, plan);
		state.dependence.fill(prepare.dependence ?? 0.5);
		state.served.fill(prepare.served ?? 1);
		run(0);
		return { share: share(state.listed), state };
	};
	// Standard errors are below .0036; reputation 50 and dependence ½ are neutral: × 1 and × 1.
	const NEAR = 0.011;

	test.each([
		['once, neutral', {}, 4, 0.2],
		['twice in the week: one visit of a series', {}, 8, 0.2],
		['a cold owner: × .6', { dependence: 0 }, 4, 0.12],
		['a warm one: × 1.4', { dependence: 1 }, 4, 0.28]
	])('[R4] called on %s', (_name, prepare, visits, expected) => {
		const { share } = won(undefined, ({ field }) => (field.visitsPer4Weeks.A = visits), prepare);
		expect(Math.abs(share - expected)).toBeLessThan(NEAR);
	});

	test.each([
		[0, 0.1],
		[100, 0.3]
	])('[R4] by a dealer of reputation %i: %f', (reputation, expected) => {
		const { share } = won((spec) => {
			dealerOf(spec).actual.reputation = reputation;
		});
		expect(Math.abs(share - expected)).toBeLessThan(NEAR);
	});

	test('[R4] with a deal of 10 %, of which .8 is handed on: .2 + 2 × .08', () => {
		const { share } = won(
			(spec) => {
				spec.response.listPerTradeDeal = 2;
			},
			(plan) => {
				plan.activities = [deal()];
			}
		);
		expect(Math.abs(share - 0.36)).toBeLessThan(NEAR);
	});

	test('[R4] where the dealer does not deliver: × .5 × .8, and its vans follow', () => {
		const { share: won20, state } = won(
			(spec) => {
				spec.response.ownOpening = 0.5;
				dealerOf(spec).actual.delivery = 80;
			},
			undefined,
			{ served: 0 }
		);
		expect(Math.abs(won20 - 0.08)).toBeLessThan(NEAR);
		expect(state.served).toEqual(state.listed);
	});

	test('[R4] nobody calls, nobody lists', () => {
		expect(won(undefined, (plan) => (plan.regions.worked = [])).share).toBe(0);
	});

	test('[R4] it opens with trialOptimism of what it hopes to sell: .7 × 10 × ½', () => {
		const { state } = won((spec) => {
			spec.response.trialOptimism = 0.7;
			spec.response.listPerVisit = 0.9;
		});
		const o = state.listed.indexOf(1);
		// Not fitted to any share, since nobody lists it: appeal 1 against small brands.
		expect(state.outletForecast[o]).toBeCloseTo(3.5, 9);
	});
});

describe('losing one', () => {
	test('[R5] an outlet looks over its range once in four weeks, on a week of its own', () => {
		const { state, run } = relations(
			(spec) => {
				areaOf(spec).outlets = 40;
				Object.assign(spec.response, { delistPerWeek: 1, relationSpeed: 0 });
			},
			(plan) => {
				plan.regions.worked = [];
			}
		);
		state.closeness.fill(0);
		state.dependence.fill(0);
		const left = [0, 1, 2, 3].map((week) => {
			run(week);
			return state.listed.reduce((sum, on) => sum + on, 0);
		});
		expect(left).toEqual([30, 20, 10, 0]);
	});

	test('[R5] it does so before the week’s calls, which find it without us', () => {
		const { state, run } = relations(
			(spec) => {
				areaOf(spec).outlets = 40;
				Object.assign(spec.response, { delistPerWeek: 1, relationSpeed: 0, listPerVisit: 0 });
			},
			({ field }) => {
				field.visitsPer4Weeks.A = 4;
			}
		);
		state.closeness.fill(0);
		state.dependence.fill(0);
		run(0);
		// The first visit of a series at those that have just dropped us, none yet at the others.
		expect(Array.from(state.opening, (visit) => visit & 15)).toEqual(
			Array.from({ length: 40 }, (_, o) => (o % 4 === 0 ? 1 : 0))
		);
	});

	const kept = (
		closeness: number,
		dependence: number,
		prepare: { empty?: boolean; unserved?: boolean } = {}
	): number => {
		const { state, run } = relations(
			(spec) => {
				areaOf(spec).outlets = 20_000;
				Object.assign(spec.response, { delistPerWeek: 0.2, unservedDelist: 0.6, relationSpeed: 0 });
			},
			(plan) => {
				plan.regions.worked = [];
			}
		);
		state.closeness.fill(closeness);
		state.dependence.fill(dependence);
		if (prepare.empty === true) state.stockNew.fill(0);
		if (prepare.unserved === true) state.served.fill(0);
		// Each looks over its range in one of the four.
		for (let week = 0; week < 4; week++) run(week);
		return share(state.listed);
	};

	// Weekly chances p; over the four weeks of a review 1 − (1 − p)⁴.
	test.each([
		['a stranger', 0, 0, {}, 0.2],
		['half close, half dependent', 0.5, 0.5, {}, 0.05],
		['wholly close', 1, 0, {}, 0],
		['a stranger with an empty shelf: double', 0, 0, { empty: true }, 0.4],
		['one nobody serves, while goods last', 0, 0, { unserved: true }, 0.2],
		['one nobody serves, and empty', 0, 0, { empty: true, unserved: true }, 0.6]
	])('[R5] drops us: %s', (_name, closeness, dependence, prepare, expected) => {
		const inFourWeeks = 1 - (1 - expected) ** 4;
		expect(Math.abs(1 - kept(closeness, dependence, prepare) - inFourWeeks)).toBeLessThan(0.011);
	});
});
