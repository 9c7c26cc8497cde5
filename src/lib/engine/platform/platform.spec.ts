import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	dealerOf,
	firmOf,
	gameOf,
	lab,
	oneClass,
	projected,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, view, type Game } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { buildPlatforms } from '../systems/platform.ts';
import { PLATFORM_PARTS, type PlatformPart } from '../vocab.ts';
import { at } from '../world.ts';
import { builtBy, platformTurnCents } from './parts.ts';
import type { PlatformRules } from './spec.ts';

const ALL = [...PLATFORM_PARTS];

const withRules = (rules: Partial<PlatformRules>, edit: (spec: SpecDraft) => void = () => {}) =>
	soloSpec((spec) => {
		oneClass(spec, 'A');
		areaOf(spec).outlets = 40;
		Object.assign(spec.platform, rules);
		edit(spec);
	});

/** So many turns with these parts asked for and one person named. */
function played(spec: ReturnType<typeof soloSpec>, build: readonly PlatformPart[], turns: number): Game {
	let game = gameOf(spec);
	const plan = changed(spec.defaultPlan, (draft) => {
		draft.field.responsible = { area: [1] };
		draft.platform = { build: [...build] };
	});
	for (let turn = 0; turn < turns; turn++) game = advance(game, plan);
	return game;
}

describe('building', () => {
	test('[K1] a part stands after its weeks, is then kept for each head, and falls apart as fast', () => {
		const market = lab(withRules({ buildWeeks: 3 }));
		const { world, state } = market;
		state.staff[0] = 2;
		const paid = (build: readonly PlatformPart[]): number => {
			const before = balanceOf(state.balances, 0, ACCOUNT.PEOPLE);
			buildPlatforms(world, state, turnOf(market, { ...at(market.plans, 0), platform: { build } }));
			return balanceOf(state.balances, 0, ACCOUNT.PEOPLE) - before;
		};
		expect(Array.from({ length: 5 }, () => paid(['areas', 'reports']))).toEqual([200, 200, 200, 40, 40]);
		expect(builtBy(state, 0)).toEqual({ areas: 3, reports: 3, standards: 0, appraisal: 0 });
		expect(paid(['areas'])).toBe(20);
		expect(builtBy(state, 0)).toEqual({ areas: 3, reports: 2, standards: 0, appraisal: 0 });
	});

	test('[K1][J14] a turn is committed to what its weeks will cost', () => {
		const spec = withRules({ buildWeeks: 3 });
		const market = lab(spec);
		const { commitments, applied } = projected(
			market,
			changed(spec.defaultPlan, (plan) => {
				plan.platform = { build: ['reports', 'areas'] };
			})
		);
		expect(applied.platform).toEqual({ build: ['areas', 'reports'] });
		// Three weeks of building and one of keeping, by one head.
		expect(commitments.platformCents).toBe(2 * (3 * 100 + 10));
		const built = builtBy(market.state, 0);
		expect(platformTurnCents(spec.platform, { build: ALL }, built, 1, 4)).toBe(4 * 310);
	});

	test('[K1] who builds is not in the field', () => {
		const market = lab(withRules({ buildHours: 5 }));
		const minutes = (build: readonly PlatformPart[]): number =>
			at(turnOf(market, { ...at(market.plans, 0), platform: { build } }).field, 0).minutes;
		expect(minutes([]) - minutes(['areas', 'standards'])).toBeCloseTo((2 * 5 * 60) / 4, 9);
		market.state.platform.fill(4);
		expect(minutes(['areas'])).toBe(minutes([]));
	});

	test('[J14] what the cash does not reach for falls away, the last first, and is told', () => {
		const spec = withRules({ buildCentsPerWeek: 1000 }, (draft) => {
			firmOf(draft).cashCents = draft.fieldRules.wageCentsPerWeek * 4 + 9000;
		});
		const { applied, dropped } = projected(
			lab(spec),
			changed(spec.defaultPlan, (plan) => {
				plan.platform = { build: ['areas', 'areas', 'standards', 'appraisal'] };
			})
		);
		expect(applied.platform).toEqual({ build: ['areas', 'standards'] });
		expect(dropped.map(({ code, lever, path }) => [code, lever, path])).toEqual([
			['DUPLICATE', 'platform', 'platform.build[1]'],
			['PLATFORM_CASH', 'platform', 'platform.build.appraisal']
		]);
	});
});

describe('what each part does, and nothing else', () => {
	const busy = (draft: SpecDraft): void => {
		firmOf(draft).wastedTime = 0.4;
		Object.assign(draft.fieldRules.people, { turnoverPerYear: 2 });
		dealerOf(draft).actual.management = 0;
		Object.assign(draft.channelRules, { reportDelayWeeks: 4, reportRosyBp: 1000 });
		draft.shocks = [
			{
				id: 'heat',
				regions: ['region'],
				fromWeek: 4,
				untilWeek: 5,
				chancePerWeek: 1,
				lastsWeeks: 4,
				factor: 3
			}
		];
	};
	/** Everything a state holds but the platform and the money it cost. */
	const rest = ({ state }: Game): unknown[] =>
		Object.entries(state).filter(([key]) => !['buffer', 'platform', 'balances', 'turnOpening'].includes(key));

	test('[K1] a platform whose effects are all turned off changes nothing but its cost', () => {
		const spec = withRules({}, busy);
		const [with_, without] = [played(spec, ALL, 3), played(spec, [], 3)];
		expect(rest(with_)).toEqual(rest(without));
		expect(balanceOf(with_.state.balances, 0, ACCOUNT.PEOPLE)).toBeGreaterThan(
			balanceOf(without.state.balances, 0, ACCOUNT.PEOPLE)
		);
	});

	test('[K2] defined areas cut wasted time, where one person answers', () => {
		const spec = withRules({ areasCut: 0.5 }, busy);
		const waste = (build: readonly PlatformPart[]): number => played(spec, build, 3).state.waste[0]!;
		expect(waste(ALL)).toBeLessThan(0.25);
		expect(waste(['reports', 'standards', 'appraisal'])).toBe(0.4);
		const unnamed = changed(spec.defaultPlan, (plan) => {
			plan.platform = { build: ['areas'] };
		});
		expect(advance(gameOf(spec), unnamed).state.waste[0]).toBe(0.4);
	});

	test('[K3] own reports make dealers’ figures truer and younger, and move no goods', () => {
		const spec = withRules({ reportsTruth: 1 }, busy);
		const off = withRules({ reportsTruth: 0 }, busy);
		const stock = (game: Game) => at(at(view(game).regions, 0).dealerStock, 0);
		const [on, still] = [played(spec, ALL, 3), played(off, ALL, 3)];
		const true_ = on.state.nodeStock;
		expect(true_).toEqual(still.state.nodeStock);
		const width = (game: Game): number => (stock(game).high ?? 0) - (stock(game).low ?? 0);
		expect(width(on)).toBe(0);
		expect(width(still)).toBeGreaterThan(0);
		expect(stock(on).asOfWeek).toBeGreaterThan(stock(still).asOfWeek);
	});

	test('[K4] work standards lift visit quality', () => {
		const market = lab(withRules({ standardsLift: 0.3 }));
		const quality = (): number => at(at(turnOf(market, at(market.plans, 0)).field, 0).quality, 0);
		const plain = quality();
		market.state.platform[PLATFORM_PARTS.indexOf('standards')] = 2;
		expect(quality()).toBeCloseTo(plain * 1.15, 12);
	});

	test('[K5] who is appraised stays', () => {
		const leavers = (appraisalStay: number): number => {
			const spec = withRules({ appraisalStay }, (draft) => {
				Object.assign(draft.fieldRules.people, { turnoverPerYear: 6 });
				draft.fieldRules.wageCentsPerWeek = 1;
				firmOf(draft).merchandisers = 30;
				draft.fieldRules.maxMerchandisers = 30;
				draft.defaultPlan.field.merchandisers = 30;
			});
			const game = gameOf(spec);
			game.state.platform.fill(4);
			const plan = changed(spec.defaultPlan, (draft) => {
				draft.platform = { build: ALL };
			});
			return advance(game, plan).state.turnLeavers[0]!;
		};
		expect([leavers(0) > 3, leavers(1)]).toEqual([true, 0]);
	});
});
