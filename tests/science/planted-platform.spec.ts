/**
 * The management platform (管理平台), targets and budgets, planted. Each part with it, without it, and with its parameter
 * turned off.
 */
import { describe, expect, test } from 'vitest';
import type { Game } from '#lib/engine/game.ts';
import { at } from '#lib/engine/world.ts';
import {
	activity,
	all,
	ample,
	AREAS,
	both,
	differing,
	leaving,
	leverTests,
	named,
	ours,
	own,
	pay,
	people,
	play,
	quietPay,
	set,
	spent,
	staying,
	stockDoubt,
	TURNS,
	type LeverShown,
	type Use
} from '../support/planted.ts';

const build =
	(...parts: NonNullable<Parameters<Use>[0]['platform']>['build']): Use =>
	(plan) => {
		plan.platform = { ...plan.platform, build: parts };
	};
const target =
	(totalUnits: number): Use =>
	(plan) => {
		plan.platform = { build: plan.platform?.build ?? [], targets: { totalUnits, indexBp: {} } };
	};

const LEVERS: readonly LeverShown[] = [
	{
		name: '[F12][K8] pay by target pulls who has one of his own',
		use: both(named, target(14_000), pay('target')),
		instead: both(named, target(14_000)),
		off: quietPay,
		figure: ours('closeness'),
		moves: 'up',
		where: staying
	},
	{
		name: '[K2] defined areas leave more hours for calls',
		use: both(named, build('areas')),
		instead: named,
		off: set('platform', { areasCut: 0 }),
		figure: ours('dependence'),
		moves: 'up',
		where: all(people(3), staying, set('platform', { buildHours: 0, buildWeeks: 1 }))
	},
	{
		name: '[K3] reports of one’s own tell what lies with the dealer, and do nothing else',
		use: build('reports'),
		off: set('platform', { reportsTruth: 0 }),
		figure: stockDoubt,
		moves: 'down',
		where: all(ample, set('platform', { buildHours: 0 })),
		toldOnly: true
	},
	{
		name: '[K4] work standards make calls better',
		use: build('standards'),
		off: set('platform', { standardsLift: 0 }),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[K5] appraisal keeps people, and with them what they would take along',
		use: build('appraisal'),
		off: set('platform', { appraisalStay: 0, targetLift: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		where: leaving
	},
	{
		name: '[K1] building takes hours out of the field',
		use: build('areas', 'reports', 'standards', 'appraisal'),
		off: set('platform', { buildHours: 0 }),
		figure: ours('dependence'),
		moves: 'down',
		where: all(
			people(3),
			staying,
			set('platform', {
				areasCut: 0,
				standardsLift: 0,
				appraisalStay: 0,
				targetLift: 0,
				buildWeeks: 20,
				buildHours: 10
			})
		)
	},
	{
		name: '[K6][K8] a target within reach pulls, where work is appraised',
		use: both(named, build('appraisal'), target(14_000)),
		instead: both(named, build('appraisal')),
		off: set('platform', { targetLift: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		where: all(staying, set('platform', { buildWeeks: 1 }))
	}
];

describe('levers', () => leverTests(LEVERS));

describe('budgets by area', () => {
	const gifts = activity({ kind: 'bonusPack', targets: AREAS, depthBp: 2000, budgetCents: 2_000_000 });
	const budgets =
		(promotionCents: number, peopleCents: number): Use =>
		(plan) => {
			plan.platform = {
				build: [],
				budgets: Object.fromEntries(AREAS.map((area) => [area, { promotionCents, peopleCents }]))
			};
		};
	const heads = (game: Game): number => at(own(game), TURNS - 1).field.heads;
	const [free, wide, tight, lean] = [
		gifts,
		both(gifts, budgets(1e9, 1e9)),
		both(gifts, budgets(100_000, 1e9)),
		both(gifts, budgets(1e9, 900_000))
	].map((use) => play(use, [])) as [Game, Game, Game, Game];

	test('[K9] wide ones change nothing', () => {
		expect(differing(wide, free)).toEqual([]);
	});

	test('[K9] for promotion they hold what is spent, and what it sells; people are as many', () => {
		expect(spent(tight)).toBeLessThanOrEqual(3 * 100_000 * TURNS);
		expect(spent(free)).toBeGreaterThan(3 * 100_000 * TURNS);
		expect(differing(tight, free)).not.toEqual([]);
		expect(heads(tight)).toBe(heads(free));
	});

	test('[K9] for people they hold the heads', () => {
		expect(heads(lean)).toBeLessThan(heads(free));
	});
});
