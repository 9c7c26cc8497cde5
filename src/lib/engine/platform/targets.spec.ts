import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	gameOf,
	lab,
	oneClass,
	projected,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { twoRegions } from '../../../../tests/support/two-regions.ts';
import { advance, view, type Game } from '../game.ts';
import { PLATFORM_PARTS } from '../vocab.ts';
import { at } from '../world.ts';
import { pullOf, setTargets, splitTarget } from './targets.ts';

const withRules = (edit: (spec: SpecDraft) => void = () => {}) =>
	soloSpec((spec) => {
		oneClass(spec, 'A');
		areaOf(spec).outlets = 40;
		edit(spec);
	});

describe('the split', () => {
	test('[K6] goes by past sales × correction index, to the unit', () => {
		expect(splitTarget(100, [30, 10], [10_000, 10_000])).toEqual([75, 25]);
		expect(splitTarget(100, [30, 10], [10_000, 20_000])).toEqual([60, 40]);
		expect(splitTarget(100, [1, 1, 1], [10_000, 10_000, 10_000])).toEqual([34, 33, 33]);
		expect(splitTarget(7, [0, 0], [10_000, 10_000])).toEqual([4, 3]);
		expect(splitTarget(0, [3, 4], [10_000, 10_000])).toEqual([0, 0]);
		expect(splitTarget(5, [], [])).toEqual([]);
	});

	test('[K6] past sales are what the view shows of the last turn, and only worked areas get a part', () => {
		const spec = twoRegions();
		let game = gameOf(spec);
		const areas = view(game).areas.map(({ id }) => id);
		const [first = '', second = ''] = areas;
		const plan = changed(spec.defaultPlan, (draft) => {
			draft.regions.worked = [second, first];
			draft.platform = { build: [], targets: { totalUnits: 1000, indexBp: { [first]: 20_000 } } };
		});
		for (let turn = 0; turn < 2; turn++) {
			const past = view(game).areas.map(({ sellOut }) => sellOut.value ?? 0);
			game = advance(game, plan);
			const [a, b] = [at(past, 0) * 2, at(past, 1)];
			const targets = view(game).areas.map(({ target }) => target ?? 0);
			expect(Math.abs(at(targets, 0) - (1000 * a) / (a + b))).toBeLessThanOrEqual(1);
			expect(at(targets, 0) + at(targets, 1)).toBe(1000);
			expect(game.reports.at(-1)?.facts.areas.map(({ targetUnits }) => targetUnits)).toEqual(targets);
		}
		game = advance(
			game,
			changed(plan, (draft) => {
				draft.regions.worked = [second];
			})
		);
		expect(view(game).areas.map(({ target }) => target)).toEqual([null, 1000]);
		expect(game.reports.at(-1)?.facts.areas[0]).not.toHaveProperty('targetUnits');
	});

	test('[J15] a target is whole and inside its bounds, and so are corrections', () => {
		const spec = withRules();
		const { applied, dropped } = projected(
			lab(spec),
			changed(spec.defaultPlan, (plan) => {
				plan.platform = {
					build: [],
					targets: { totalUnits: -5, indexBp: { area: 90_000, nowhere: 10_000 } }
				};
			})
		);
		expect(applied.platform).toEqual({ build: [], targets: { totalUnits: 0, indexBp: { area: 20_000 } } });
		expect(dropped.map(({ code, path }) => [code, path])).toEqual([
			['TARGET_LIMIT', 'platform.targets.indexBp.area'],
			['UNKNOWN_AREA', 'platform.targets.indexBp.nowhere'],
			['TARGET_LIMIT', 'platform.targets.totalUnits']
		]);
	});
});

describe('the pull of a target', () => {
	test('[K8] is nothing at past sales, full a stretch beyond, and turns where nobody can reach it', () => {
		const pull = (target: number): number => pullOf(target, 100, 0.2);
		expect([pull(0), pull(90), pull(100)]).toEqual([0, 0, 0]);
		expect(pull(110)).toBeCloseTo(0.5, 12);
		expect(pull(120)).toBeCloseTo(1, 12);
		expect(pull(140)).toBeCloseTo(0, 12);
		expect([pull(160), pull(1000)]).toEqual([expect.closeTo(-1, 12), -1]);
		expect(pullOf(50, 0, 0.2)).toBe(0);
	});

	const quality = (
		edit: (spec: SpecDraft) => void,
		people: number[],
		total: number,
		build: boolean
	): number => {
		const market = lab(withRules(edit));
		if (build) market.state.platform[PLATFORM_PARTS.indexOf('appraisal')] = 4;
		const plan = changed(at(market.plans, 0), (draft) => {
			draft.field.responsible = { area: people };
			draft.platform = { build: [], targets: { totalUnits: total, indexBp: {} } };
		});
		setTargets(market.world, market.state, [plan]);
		return at(at(turnOf(market, plan).field, 0).quality, 0);
	};
	// 40 outlets of 5 units a week, four weeks.
	const HARD = 960;

	test('[K8] needs appraisal, and one person', () => {
		const lift = (spec: SpecDraft): void => void Object.assign(spec.platform, { targetLift: 0.5 });
		expect(quality(lift, [1], HARD, true)).toBeCloseTo(1.5, 12);
		expect(quality(lift, [1], 4000, true)).toBeCloseTo(0.5, 12);
		expect(quality(lift, [1], HARD, false)).toBe(1);
		expect(quality(lift, [], HARD, true)).toBe(1);
		expect(quality(() => {}, [1], HARD, true)).toBe(1);
	});

	test('[F12][K8] pay by target drives without appraisal', () => {
		const paid = (total: number): number =>
			quality(
				(spec) => {
					spec.fieldRules.pay.care = 1;
					spec.fieldRules.pay.maxShareBp = 10_000;
					spec.defaultPlan.field.pay = { basis: 'target', shareBp: 5000 };
				},
				[1],
				total,
				false
			);
		expect([paid(HARD), paid(4000), paid(0)]).toEqual([1.5, 0.5, 1]);
	});

	test('[K8] planted: with its lift off a target changes nothing but itself', () => {
		const played = (targetLift: number, total: number): Game => {
			const spec = withRules((draft) => Object.assign(draft.platform, { targetLift }));
			const game = gameOf(spec);
			game.state.platform.fill(4);
			const plan = changed(spec.defaultPlan, (draft) => {
				draft.field.responsible = { area: [1] };
				draft.field.minutesPerVisit = { A: 4, B: 4, C: 4 };
				draft.platform = { build: [...PLATFORM_PARTS], targets: { totalUnits: total, indexBp: {} } };
			});
			return advance(advance(game, plan), plan);
		};
		const rest = ({ state }: Game): unknown[] =>
			Object.entries(state).filter(([key]) => !['buffer', 'target'].includes(key));
		expect(rest(played(0, HARD))).toEqual(rest(played(0, 0)));
		const close = (game: Game): number => game.state.closeness[0]!;
		expect(close(played(0.5, HARD))).toBeGreaterThan(close(played(0.5, 0)));
		expect(close(played(0.5, 4000))).toBeLessThan(close(played(0.5, 0)));
	});
});
