import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	changed,
	dealer,
	dealerOf,
	gameOf,
	lab,
	soloSpec,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { nodeCell } from './echelon/chain.ts';
import { onHand } from './echelon/goods.ts';
import { advance, view } from './game.ts';
import { mostBehind, report } from './reports.ts';
import { pushRoom } from './systems/handover.ts';
import type { Figure } from './view.ts';
import { at } from './world.ts';

const [DEALER, SECOND] = [0, 1];

interface Habits {
	readonly delay?: number;
	readonly rosyBp?: number;
	/** Of the dealer and its second tier. */
	readonly management?: readonly [number, number];
}

const reporting =
	({ delay = 1, rosyBp = 0, management = [50, 50] }: Habits, edit: (spec: SpecDraft) => void = () => {}) =>
	(spec: SpecDraft): void => {
		spec.dealers.push({
			...structuredClone(dealer('second')),
			open: false,
			reach: { area: 0.4 },
			secondTier: { of: 'own-dealer', margin: 0.5, leadWeeks: 1 }
		});
		Object.assign(spec.channelRules, { reportDelayWeeks: delay, reportRosyBp: rosyBp });
		management.forEach((points, d) => {
			dealerOf(spec, d).actual.management = points;
		});
		edit(spec);
	};

/** What the firm hears when these stocks stand with dealer and second tier, week after week. */
function heard(habits: Habits, stocks: readonly number[]): number[][] {
	const { world, state } = lab(soloSpec(reporting(habits)));
	return stocks.map((units, week) => {
		for (const node of [DEALER, SECOND]) state.nodeStock[nodeCell(world, node, 0)] = units;
		report(world, state, week);
		return [state.reportedStock[DEALER]!, state.reportedStock[SECOND]!];
	});
}

describe('late', () => {
	test('[V7] a week, and two for the second tier, which opened with 60', () => {
		expect(heard({}, [10, 20, 30])).toEqual([
			[10, 60],
			[20, 10],
			[30, 20]
		]);
	});

	test('[V7] two weeks, and four for the second tier; before that they tell of the opening', () => {
		expect(heard({ delay: 2 }, [10, 20, 30, 40, 50])).toEqual([
			[150, 60],
			[10, 60],
			[20, 60],
			[30, 10],
			[40, 20]
		]);
	});
});

describe('rosy', () => {
	test.each([
		[100, 1000],
		[50, 900],
		[0, 800]
	])('[V7] one of management %i tells %i of 1000 where the middling hide a tenth', (points, expected) => {
		expect(heard({ rosyBp: 1000, management: [points, 100] }, [1000])[0]?.[0]).toBe(expected);
	});

	test('[V7] what the second tier tells is cut again by the dealer', () => {
		// .8 × .9.
		expect(heard({ rosyBp: 1000, management: [50, 0] }, [1000, 1000])[1]?.[1]).toBe(720);
	});

	test('[V7] the truth is inside, whoever reports, and no wider than the file says', () => {
		const points = fc.integer({ min: 0, max: 100 });
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1_000_000 }),
				fc.integer({ min: 0, max: 4000 }),
				points,
				points,
				(units, rosyBp, dealers, seconds) => {
					const habits = { rosyBp, management: [dealers, seconds] as const };
					const { world } = lab(soloSpec(reporting(habits)));
					const [last] = heard(habits, [units, units]).slice(-1);
					for (const tiers of [1, 2]) {
						const reported = at(last ?? [], tiers - 1);
						const most = mostBehind(world, reported, tiers);
						expect(reported).toBeLessThanOrEqual(units);
						expect(most).toBeGreaterThanOrEqual(units);
						// One more would be told as more, by the least led.
						if (dealers === 0 && seconds === 0)
							expect(heard(habits, [most + 1, most + 1]).at(-1)?.[tiers - 1]).toBeGreaterThan(reported);
					}
				}
			),
			{
				seed: 7,
				numRuns: 60,
				examples: [
					[0, 0, 0, 0],
					[1, 4000, 0, 0],
					[999_999, 500, 0, 0]
				]
			}
		);
	});
});

describe('what the firm sees', () => {
	/** Weeks of play, each with the stock that stood when it closed and the figures shown then, by tier. */
	function weeksOf(
		habits: Habits
	): { stood: number[]; seen: (Figure | undefined)[]; days: Figure | undefined }[] {
		let game = gameOf(
			soloSpec(
				reporting(habits, (spec) => {
					Object.assign(spec.time, { turns: 14, weeksPerTurn: 1 });
					Object.assign(spec.category, { noise: 0.25, weather: 0.3 });
				})
			)
		);
		return Array.from({ length: 14 }, (_, week) => {
			const plan = changed(view(game).plan, (now) => {
				now.supply.pushes = week % 3 === 0 ? [{ region: 'region', product: 'own-tea', cases: 9 }] : [];
			});
			game = advance(game, plan);
			const region = view(game).regions[0];
			return {
				stood: [DEALER, SECOND].map((node) => onHand(game.world, game.state, node, 0)),
				seen: [region?.dealerStock[0], region?.secondTierStock[0]],
				days: region?.dealerDaysOfSupply
			};
		});
	}

	test('[V7] is value and low as reported, high as it could be, of the week it names; truth is inside', () => {
		const weeks = weeksOf({ delay: 2, rosyBp: 1500, management: [30, 10] });
		for (const [week, { seen }] of weeks.entries())
			for (const [i, figure] of seen.entries()) {
				if (figure === undefined) throw new Error('nothing seen');
				const { value, low, high, asOfWeek, source } = figure;
				expect([asOfWeek, source]).toEqual([Math.max(-1, week - 2 * (i + 1)), 'dealerReport']);
				expect(low).toBe(value);
				const truth = asOfWeek < 0 ? [150, 60][i] : weeks[asOfWeek]?.stood[i];
				expect(low).toBeLessThanOrEqual(truth ?? NaN);
				expect(high).toBeGreaterThanOrEqual(truth ?? NaN);
			}
		// .79 of what stood: rosy indeed.
		const stood = weeks.map((week) => week.stood[0]);
		expect(new Set(stood).size).toBeGreaterThan(5);
		expect(at(weeks, 13).seen[0]?.value).toBe(Math.floor((stood[11] ?? NaN) * 0.79 + 0.5));
	});

	test('[V7] days of supply have the range of the stock', () => {
		const { seen, days } = at(weeksOf({ rosyBp: 1000, management: [50, 50] }), 5);
		const stock = seen[0];
		expect((days?.high ?? 0) / (days?.low ?? 1)).toBeCloseTo((stock?.high ?? 0) / (stock?.low ?? 1), 12);
		expect(days).toMatchObject({ asOfWeek: stock?.asOfWeek, source: 'dealerReport' });
		expect(days?.value).toBe(days?.low);
	});

	test('[V7] who tells the truth to people who know it does has no range', () => {
		const figure = at(weeksOf({}), 5).seen[0];
		expect(figure?.high).toBe(figure?.value);
	});
});

test('[T4][V7] a push has room by the report: the rosier it is, the more the dealer takes', () => {
	const room = (rosyBp: number): number => {
		const { world, state } = lab(soloSpec(reporting({ rosyBp, management: [0, 0] })));
		return pushRoom(world, state, DEALER, 0, DEALER);
	};
	// 50 a week × 6 weeks, less 150, of which two fifths are not told.
	expect([room(0), room(2000)]).toEqual([150, 210]);
});
