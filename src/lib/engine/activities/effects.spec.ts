import { describe, expect, test } from 'vitest';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	firmOf,
	gameOf,
	lab,
	off,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { settle } from '../systems/money.ts';
import { setMarket } from '../systems/market.ts';
import { moveGoodwill } from '../systems/goodwill.ts';
import type { ActivityKind } from '../vocab.ts';
import { at } from '../world.ts';

type Planned = ReturnType<typeof off>;

const rich = (spec: SpecDraft): void => {
	firmOf(spec).cashCents = 1e9;
	areaOf(spec).unitsPerOutletWeek = 1000;
};
const plan = (kind: ActivityKind, change: Partial<Planned> = {}): Planned => ({
	...off({ kind, depthBp: 0, budgetCents: 1e7, ...change }),
	targets: ['advertising', 'dealerConference', 'smallBoard', 'tradeDeal'].includes(kind)
		? ['region']
		: ['area']
});

/** A week of a market under activities, from full shelves. */
function week(activities: readonly Planned[], edit: (spec: SpecDraft) => void = () => {}, tick = 0) {
	const market = lab(
		soloSpec((spec) => {
			rich(spec);
			edit(spec);
		})
	);
	const { world, state } = market;
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), (draft) => {
			draft.activities = [...activities];
		})
	);
	state.stockNew.fill(FULL);
	const { sold, sell } = shopWeek(market, turn, tick);
	return { world, state, turn, sold, sell };
}
const attraction = (activities: readonly Planned[], edit?: (spec: SpecDraft) => void): number => {
	const { world, turn } = week(activities, edit);
	return turn.attraction[turn.rows.ofOutlet[0]!]! / world.appeal[0]!;
};
const listing = (activities: readonly Planned[], edit: (spec: SpecDraft) => void): number =>
	week(activities, (spec) => {
		spec.response.listPerVisit = 0.1;
		edit(spec);
	}).turn.listBase[1]!;

describe('gift on the pack', () => {
	const gift = plan('bonusPack', { depthBp: 2000 });

	test('[A7] moves as much as a price-off of its worth, and leaves the price alone', () => {
		const half = (spec: SpecDraft): void => {
			spec.activities.bonusWorth = 0.5;
		};
		expect(attraction([gift], half)).toBeCloseTo(attraction([plan('priceOff', { depthBp: 1000 })]), 3);
		const { turn, state } = week([gift], half);
		expect([turn.shelfNetCents[1], turn.cut[1], state.shelfSeen[0]]).toEqual([300, 0, 339]);
	});

	test('[A7] with a worth of nothing only its cost is left', () => {
		expect(
			attraction([gift], (spec) => {
				spec.activities.bonusWorth = 0;
			})
		).toBe(attraction([]));
	});

	test('[A7] costs half of a fifth of 3.00 on each unit, up to the budget', () => {
		const paid = (budgetCents: number): number => {
			const { world, state, turn, sold, sell } = week([{ ...gift, budgetCents }]);
			sell();
			const units = sold.reduce((sum, n) => sum + n, 0);
			settle(world, state, turn, 0);
			const spent = balanceOf(state.balances, 0, ACCOUNT.PROMOTION) - 300;
			expect(at(turn.activities, 0).track.spentCents[0]).toBe(spent + 300);
			return spent / units;
		};
		expect(paid(1e7)).toBe(30);
		expect(paid(151_000)).toBeLessThan(30);
	});
});

describe('display and sampling', () => {
	test('[A8] twice the facings lift by 2 to the shelf elasticity; without elasticity by nothing', () => {
		const elastic = (value: number) => (spec: SpecDraft) => {
			spec.response.shelfElasticity = value;
		};
		const display = plan('display', { depthBp: 10_000 });
		expect(attraction([display], elastic(0.17)) / attraction([], elastic(0.17))).toBeCloseTo(2 ** 0.17, 12);
		expect(attraction([display], elastic(0))).toBe(attraction([], elastic(0)));
	});

	test('[A8] is in the largest outlets, as many as the budget pays', () => {
		// 1.00 an outlet and week, four weeks: 12.00 is three of ten.
		const { world, turn } = week([plan('display', { depthBp: 10_000, budgetCents: 1300 })], (spec) => {
			spec.category.sizeTail = 0.5;
		});
		const { outlets } = at(turn.activities, 0);
		const bySize = Array.from(world.outletSize.keys()).sort(
			(i, j) => world.outletSize[j]! - world.outletSize[i]!
		);
		expect([...outlets].sort()).toEqual(bySize.slice(0, 3).sort());
	});

	test('[A8] costs by outlet and week whether or not anything sells', () => {
		const { world, state, turn, sell } = week([plan('sampling', { budgetCents: 4000 })]);
		sell();
		settle(world, state, turn, 0);
		// Ten outlets at 1.00, and 3.00 of running cost.
		expect(balanceOf(state.balances, 0, ACCOUNT.PROMOTION)).toBe(1300);
	});

	test('[A8] sampling lifts while it runs, and who tasted remembers; both by their parameters alone', () => {
		const tasted = (lift: number, trial: number) => {
			const { world, state, turn, sell } = week([plan('sampling')], (spec) => {
				spec.activities.samplingLift = lift;
				spec.activities.samplingTrial = trial;
				spec.activities.samplingContacts = 500;
			});
			sell();
			settle(world, state, turn, 0);
			return [turn.attraction[turn.rows.ofOutlet[0]!]! / world.appeal[0]!, state.goodwill[0]!];
		};
		expect(tasted(0, 0)).toEqual([1, 1]);
		expect(tasted(0.4, 0)).toEqual([1.4, 1]);
		// Half of the thousand shoppers of each outlet.
		expect(tasted(0, 0.2)[1]).toBeCloseTo(1.1, 12);
	});

	test('[A8][A6] unlike lifts multiply, of two alike the stronger holds', () => {
		const edit = (spec: SpecDraft): void => {
			spec.response.shelfElasticity = 1;
			spec.activities.samplingLift = 0.5;
		};
		const display = (depthBp: number): Planned => plan('display', { depthBp });
		expect(attraction([display(5000), display(10_000), plan('sampling')], edit)).toBeCloseTo(2 * 1.5, 12);
	});
});

describe('advertising', () => {
	// The reference is 10.00 a week per 1 000 units, hence 100.00 for the 10 000 of the region; for four weeks.
	const reference = 40_000;
	const campaign = (change: Partial<Planned> = {}): Planned =>
		plan('advertising', { budgetCents: reference, ...change });
	const edit = (spec: SpecDraft): void => {
		spec.response.advertisingWeight = 0.5;
	};
	/** Goodwill after a week, of which half is kept. */
	const goodwill = (activities: readonly Planned[]): number => {
		const { world, state, turn } = week(activities, edit);
		state.goodwill.fill(0.5);
		moveGoodwill(world, state, turn);
		return state.goodwill[0]!;
	};

	test('[A9][B1] at the reference goodwill settles at 1, by the part that its aim lets through', () => {
		expect(goodwill([])).toBeCloseTo(0.5, 12);
		expect(goodwill([campaign()])).toBeCloseTo(0.75, 12);
		expect(goodwill([campaign({ aim: 'awareness' })])).toBeCloseTo(
			0.25 + 0.5 * (0.5 + 0.5 * Math.SQRT1_2),
			12
		);
		expect(goodwill([campaign({ aim: 'sales' })])).toBeCloseTo(0.5, 12);
	});

	test('[A9] aimed at sales it lifts only while it runs', () => {
		const lifts = [0, 1, 2, 3].map((tick) => {
			const { world, turn } = week(
				[campaign({ aim: 'sales', startWeek: 1, weeks: 2, budgetCents: 20_000 })],
				(spec) => {
					spec.activities.salesLift = 0.2;
				},
				tick
			);
			return turn.attraction[1]! / world.appeal[0]!;
		});
		expect(lifts).toEqual([1, 1.2, 1.2, 1]);
	});

	test('[A9] aimed at awareness it opens doors, by the square root of the spend', () => {
		const open = (budgetCents: number, awarenessListing: number): number =>
			listing([campaign({ aim: 'awareness', budgetCents })], (spec) => {
				spec.activities.awarenessListing = awarenessListing;
			});
		expect(open(reference, 0)).toBeCloseTo(0.1, 12);
		expect(open(reference, 0.4)).toBeCloseTo(0.14, 12);
		expect(open(4 * reference, 0.4)).toBeCloseTo(0.18, 12);
	});

	test('[A9] is paid evenly to the cent over its weeks', () => {
		const { world, state, turn } = week([campaign({ budgetCents: 10_002 })]);
		const paid = [0, 1, 2, 3].map((tick) => {
			const before = balanceOf(state.balances, 0, ACCOUNT.PROMOTION);
			setMarket(world, state, turn, tick);
			settle(world, state, turn, tick);
			return balanceOf(state.balances, 0, ACCOUNT.PROMOTION) - before - 300;
		});
		expect(paid.reduce((sum, cents) => sum + cents, 0)).toBe(10_002);
		expect(Math.max(...paid) - Math.min(...paid)).toBeLessThan(2);
	});
});

describe('dealers’ conference', () => {
	test('[A10] opens doors while it lasts, in part where it is small', () => {
		const held = (budgetCents: number, conferenceListing: number): number =>
			listing([plan('dealerConference', { budgetCents })], (spec) => {
				spec.activities.conferenceListing = conferenceListing;
			});
		expect(held(1000, 0)).toBeCloseTo(0.1, 12);
		expect(held(1000, 0.5)).toBeCloseTo(0.15, 12);
		expect(held(500, 0.5)).toBeCloseTo(0.125, 12);
		expect(held(9000, 0.5)).toBeCloseTo(0.15, 12);
	});
});

describe('preparation', () => {
	test('[A11] what is staged works in part where it was not prepared, prices as they are', () => {
		const edit = (spec: SpecDraft): void => {
			spec.activities.unprepared = 0.5;
			spec.activities.samplingLift = 0.4;
		};
		expect(attraction([plan('sampling')], edit)).toBeCloseTo(1.2, 12);
		expect(attraction([{ ...plan('sampling'), prepared: true }], edit)).toBeCloseTo(1.4, 12);
		const cut = plan('priceOff', { depthBp: 1000 });
		expect(attraction([cut], edit)).toBe(attraction([{ ...cut, prepared: true }], edit));
	});

	test('[A11] for what was prepared outlets order more, until it ends', () => {
		const edit = (spec: SpecDraft): void => {
			spec.activities.preparedCoverWeeks = 2;
		};
		const cover = (prepared: boolean, tick: number): number =>
			week([{ ...plan('priceOff', { depthBp: 1000, startWeek: 1, weeks: 2 }), prepared }], edit, tick).turn
				.preparedCover[0]!;
		expect([0, 1, 2, 3].map((tick) => cover(true, tick))).toEqual([2, 2, 2, 0]);
		expect(cover(false, 0)).toBe(0);
	});
});

describe('[A19] used to paying less', () => {
	const habit = (activity: Planned | null, turns: number, exponent: number) => {
		let game = gameOf(
			soloSpec((spec) => {
				rich(spec);
				spec.activities.referenceExponent = exponent;
				spec.time.turns = 6;
				spec.score.sellOutTargets = new Array<number>(7).fill(0);
				spec.score.profitTargets = new Array<number>(7).fill(0);
			})
		);
		for (let t = 0; t < turns; t++) {
			const next = changed(game.world.spec.defaultPlan, (draft) => {
				draft.activities = activity === null ? [] : [activity];
			});
			game = advance(game, next);
		}
		const usedTo = game.state.usedTo[0]!;
		const after = advance(game, game.world.spec.defaultPlan);
		return { usedTo, after: after.facts.at(-1)?.[0]?.sellOutUnits ?? 0 };
	};
	const cut = plan('priceOff', { depthBp: 2000, budgetCents: 2e8 });

	test('frequent price-offs wear down the base, and the exponent is all there is to it', () => {
		const [plain, once, often] = [habit(null, 3, 1), habit(cut, 1, 1), habit(cut, 3, 1)];
		expect(plain.usedTo).toBe(0);
		expect(once.usedTo).toBeGreaterThan(0.05);
		expect(often.usedTo).toBeGreaterThan(once.usedTo);
		// A fifth off for twelve weeks, nine tenths kept a week: .2 × (1 − .9^12).
		expect(often.usedTo).toBeCloseTo(0.2 * (1 - 0.9 ** 12), 2);
		expect(often.after).toBeLessThan(plain.after * 0.95);
		expect(habit(cut, 3, 0).after).toBeGreaterThan(plain.after * 0.99);
	});

	test('gifts teach nobody', () => {
		expect(habit(plan('bonusPack', { depthBp: 2000, budgetCents: 2e8 }), 2, 1).usedTo).toBe(0);
	});
});
