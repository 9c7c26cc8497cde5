import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	firmOf,
	gameOf,
	lab,
	off,
	projected,
	soloSpec,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, type Game } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { ActivityPlan } from '../plan.ts';
import { standing } from '../plan.ts';
import type { ActivityFacts } from '../report.ts';
import { at } from '../world.ts';

type Planned = ReturnType<typeof off>;

const rich = (spec: SpecDraft): void => {
	firmOf(spec).cashCents = 1e9;
	areaOf(spec).unitsPerOutletWeek = 1000;
	at(spec.dealers, 0).capitalCents = 1e9;
};

function turn(game: Game, ...activities: Planned[]): Game {
	return advance(
		game,
		changed(game.world.spec.defaultPlan, (plan) => {
			plan.activities = activities;
		})
	);
}
const started = (edit: (spec: SpecDraft) => void = () => {}): Game =>
	gameOf(
		soloSpec((spec) => {
			rich(spec);
			edit(spec);
		})
	);
const facts = (game: Game): readonly ActivityFacts[] => game.reports.at(-1)?.facts.activities ?? [];
const promotion = (game: Game): number => game.reports.at(-1)?.facts.money.promotionCents ?? 0;

describe('what is told of an activity', () => {
	test('[A13] every cent of promotion stands with one, and by its targets', () => {
		const game = turn(
			started(),
			off({ budgetCents: 5e6 }),
			deal({ budgetCents: 2e6 }),
			off({ kind: 'display', depthBp: 5000, budgetCents: 4000 }),
			off({ kind: 'advertising', targets: ['region'], depthBp: 0, budgetCents: 9001, followUp: true })
		);
		const spent = facts(game).map(({ places }) =>
			places.reduce((sum, { spentCents }) => sum + spentCents, 0)
		);
		expect(spent.every((cents) => cents > 0)).toBe(true);
		expect(spent.reduce((sum, cents) => sum + cents, 0)).toBe(promotion(game));
	});

	test('[A13][A15] sold while it ran against what its outlets reckoned, by season, at the margin of a unit', () => {
		const season = (spec: SpecDraft): void => {
			spec.regions[0]!.season = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
			spec.time.startWeekOfYear = 4;
		};
		const [plain] = facts(turn(started(season), off({ depthBp: 1, budgetCents: 5e6 })));
		const place = plain?.places[0];
		// 5 000 a week as January ends, twice as many from the second week on.
		expect(place?.expectedUnits).toBeGreaterThan(30_000);
		expect(Math.abs((place?.units ?? 0) / (place?.expectedUnits ?? 1) - 1)).toBeLessThan(0.1);
		const [cut] = facts(turn(started(), off({ depthBp: 2000, budgetCents: 5e6 })));
		const won = cut?.places[0];
		expect(won?.expectedUnits).toBe(20_000);
		expect(won?.units).toBeGreaterThan(23_000);
		// 2.00 less 1.00 and .10 of freight.
		expect(won?.gainCents).toBe(((won?.units ?? 0) - 20_000) * 90);
	});

	test('[A13] of a trade deal shipments count', () => {
		const game = turn(started(), deal({ budgetCents: 1e8 }));
		const [place] = at(facts(game), 0).places;
		expect(place?.units).toBe(game.reports.at(-1)?.facts.sellInUnits);
		expect(place?.expectedUnits).toBe(20_000);
	});

	test('[A14] where nothing is listed all of it is wasted, and where half is, half', () => {
		const listed = (share: number): ActivityFacts => {
			const game = started((spec) => {
				spec.category.classes = {
					A: { outletShare: 1, volumeShare: 1 },
					B: { outletShare: 0, volumeShare: 0 },
					C: { outletShare: 0, volumeShare: 0 }
				};
				areaOf(spec).shares = { own: 0.5 * share };
				areaOf(spec).distribution['own'] = { A: share, B: 0, C: 0 };
			});
			return at(facts(turn(game, off({ kind: 'display', depthBp: 10_000, budgetCents: 4000 }))), 0);
		};
		const whole = at(listed(1).places, 0);
		expect([whole.spentCents, whole.wastedCents]).toEqual([4000 + 1200, 0]);
		expect(at(listed(0.5).places, 0).wastedCents).toBe((4000 + 1200) / 2);
	});

	test('[A16] shoppers of its outlets are met, and those of shelves with goods count', () => {
		const game = started();
		game.state.listed.fill(0, 0, 5);
		for (const stock of [game.state.stockNew, game.state.stockOld, game.state.inbound]) stock.fill(0, 0, 5);
		const [shown] = facts(turn(game, off({ kind: 'display', depthBp: 10_000, budgetCents: 4000 })));
		expect([shown?.contacts, shown?.effectiveContacts]).toEqual([40_000, 20_000]);
		const [tasted] = facts(turn(started(), off({ kind: 'sampling', depthBp: 0, budgetCents: 4000 })));
		expect(tasted?.contacts).toBe(4 * 10 * 5);
		const half = off({ kind: 'advertising', targets: ['region'], depthBp: 0, budgetCents: 40_000 });
		expect(at(facts(turn(started(), half)), 0).contacts).toBe(20_000);
	});

	test('of a budget that ends before its time the weeks are told that it ran', () => {
		const [short] = facts(turn(started(), off({ depthBp: 4000, budgetCents: 600_000 })));
		expect(short?.weeks).toBeLessThan(4);
		expect(short?.plannedCents).toBe(600_000 + 1200);
	});
});

describe('[A18] follow-up', () => {
	test('costs its part of what was spent, and keeps a part of those who were won', () => {
		const followed = (followUp: boolean, followUpGoodwill: number) => {
			const game = turn(
				started((spec) => {
					spec.activities.followUpBp = 1000;
					spec.activities.followUpGoodwill = followUpGoodwill;
				}),
				off({ depthBp: 2000, budgetCents: 5e6, ...(followUp && { followUp }) })
			);
			return { cents: promotion(game), goodwill: game.state.goodwill[0]! };
		};
		const [without, with0, with1] = [followed(false, 1), followed(true, 0), followed(true, 1)];
		expect(with0.cents).toBe(without.cents + Math.floor(without.cents / 10));
		expect([without.goodwill, with0.goodwill]).toEqual([1, 1]);
		expect(with1.goodwill).toBeGreaterThan(1.02);
	});
});

describe('[A17] asked for a turn ahead', () => {
	const rules = (spec: SpecDraft): void => {
		spec.activities.preparationBp = 500;
		spec.activities.approvalLimitCents = 10_000;
	};
	const big = off({ budgetCents: 20_000 });
	/** What becomes of plans by what stands from the turn before. */
	const project = (asked: Planned, due: readonly ActivityPlan[] = []) => {
		const market = lab(
			soloSpec((spec) => {
				rich(spec);
				rules(spec);
			})
		);
		const inForce = { ...at(market.plans, 0), activities: due };
		const { applied, dropped, commitments } = projected(
			{ ...market, plans: [inForce] },
			changed(at(market.plans, 0), (plan) => {
				plan.activities = [asked];
			})
		);
		return { activities: applied.activities, codes: dropped.map(({ code }) => code), commitments };
	};
	const due = standing({ ...soloSpec().defaultPlan, activities: [{ ...big, ahead: true }] }).activities;

	test('it does not run, but costs its preparation', () => {
		const game = turn(started(rules), { ...big, ahead: true });
		expect(facts(game)).toEqual([]);
		expect([promotion(game), game.reports.at(-1)?.facts.preparationCents]).toEqual([1000, 1000]);
		expect(game.standing[0]?.activities).toEqual([{ ...big, prepared: true }]);
		expect(balanceOf(game.state.balances, 0, ACCOUNT.PROMOTION)).toBe(1000);
	});

	test('it runs in the coming turn unless it is taken out, prepared and in time', () => {
		expect(due).toEqual([{ ...big, prepared: true }]);
		expect(project({ ...big, prepared: true }, due)).toMatchObject({
			activities: [{ ...big, prepared: true }],
			codes: []
		});
		const game = turn(started(rules), { ...big, ahead: true });
		const next = advance(game, at(game.standing, 0));
		expect(facts(next)).toMatchObject([{ prepared: true, weeks: 4 }]);
	});

	test.each([
		['larger', { budgetCents: 20_001 }],
		['deeper', { depthBp: 1001 }],
		['for others', { channels: ['modern' as const] }],
		['another kind', { kind: 'bonusPack' as const }]
	])('what is %s than asked for is not prepared', (_name, change) => {
		expect(project({ ...big, ...change, prepared: true }, due).codes).toContain('NOT_PREPARED');
	});

	test('smaller, later and with another purpose it still is; twice it is not', () => {
		const moved: Planned = {
			...big,
			budgetCents: 15_000,
			startWeek: 2,
			weeks: 1,
			purpose: 'trial',
			prepared: true
		};
		expect(project(moved, due)).toMatchObject({ activities: [moved], codes: [] });
		expect(project({ ...big, prepared: true }).codes).toEqual(['NOT_PREPARED', 'APPROVED_LATE']);
	});

	test('above the limit it begins when approval is there; below, at once', () => {
		expect(project(big)).toMatchObject({
			activities: [{ startWeek: 2, weeks: 2 }],
			codes: ['APPROVED_LATE']
		});
		const small = off({ budgetCents: 10_000 - 1200 });
		expect(project(small)).toMatchObject({ activities: [small], codes: [] });
		expect(project({ ...big, startWeek: 3, weeks: 1 }).codes).toEqual([]);
	});

	test('where approval takes the whole turn it falls away', () => {
		const market = lab(
			soloSpec((spec) => {
				rich(spec);
				rules(spec);
				spec.activities.approvalWeeks = 4;
			})
		);
		const { applied, dropped } = projected(
			market,
			changed(at(market.plans, 0), (plan) => {
				plan.activities = [big];
			})
		);
		expect([applied.activities, dropped.map(({ code }) => code)]).toEqual([[], ['NOT_APPROVED']]);
	});
});
