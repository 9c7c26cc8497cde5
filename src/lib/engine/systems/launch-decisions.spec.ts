import { describe, expect, test } from 'vitest';
import {
	changed,
	firmOf,
	gameOf,
	lab,
	product,
	projected,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { twoRegions } from '../../../../tests/support/two-regions.ts';
import { advance, view, type Game } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { Plan } from '../plan.ts';
import type { LaunchRole } from '../vocab.ts';
import { at } from '../world.ts';

const coming = (id: string, role: LaunchRole) => ({
	...product(id),
	launch: { week: null, role, appeal: 1, firstLotUnits: 200 }
});

/** Our tea in both regions, and what waits: by default one product of the group. */
const spec = (edit: (draft: SpecDraft) => void = () => {}, products = [coming('own-new', 'group')]) =>
	twoRegions((draft) => {
		firmOf(draft).products.push(...products);
		firmOf(draft).cashCents = 10_000_000;
		draft.fieldRules.minutesPerWeek = 100_000;
		draft.response.listPerVisit = 1;
		Object.assign(draft.money, { launchProductCents: 5000, launchRegionCents: 700 });
		edit(draft);
	});

const with_ = (plan: Plan, launches: Record<string, string[]>): Plan =>
	changed(plan, (draft) => {
		draft.price.launches = launches;
	});
const promotion = (game: Game): number => balanceOf(game.state.balances, 0, ACCOUNT.PROMOTION);
const sold = (game: Game, area: number): number => game.state.turnSold[area * game.world.products + 1]!;

describe('a launch that the firm decides', () => {
	test('[B5] does not come by itself', () => {
		const market = spec();
		let game = gameOf(market);
		for (let turn = 0; turn < 3; turn++) game = advance(game, market.defaultPlan);
		expect(at(view(game).products, 1).launch?.regions.map(({ week }) => week)).toEqual([null, null]);
		expect([sold(game, 0), sold(game, 1), promotion(game), game.state.turnProduced[1]]).toEqual([0, 0, 0, 0]);
	});

	test('[B5] is paid once and for each region, made first, and sells where it was launched alone', () => {
		const market = spec();
		let game = advance(gameOf(market), with_(market.defaultPlan, { 'own-new': ['region'] }));
		expect(promotion(game)).toBe(5700);
		expect(game.state.turnProduced[1]).toBeGreaterThanOrEqual(200);
		// The plant takes a week.
		expect(at(view(game).products, 1).launch?.regions.map(({ week }) => week)).toEqual([1, null]);
		game = advance(game, with_(market.defaultPlan, { 'own-new': ['region', 'other'] }));
		expect(promotion(game)).toBe(6400);
		expect(at(view(game).products, 1).launch?.regions.map(({ week }) => week)).toEqual([1, 4]);
		expect(sold(game, 0)).toBeGreaterThan(0);
		const before = promotion(game);
		// What is launched stays so, whatever the plan says.
		game = advance(game, market.defaultPlan);
		expect(promotion(game)).toBe(before);
		expect(Math.min(sold(game, 0), sold(game, 1))).toBeGreaterThan(0);
	});

	test('[B5] planted: where the other region has no launch, its launch changes nothing there', () => {
		const market = spec();
		const play = (launches: Record<string, string[]>): Game => {
			let game = gameOf(market);
			for (let turn = 0; turn < 2; turn++) game = advance(game, with_(market.defaultPlan, launches));
			return game;
		};
		const [one, both] = [play({ 'own-new': ['region'] }), play({ 'own-new': ['region', 'other'] })];
		const listed = (game: Game, area: number): number => {
			const { areaStart, products } = game.world;
			let count = 0;
			for (let o = areaStart[area]!; o < areaStart[area + 1]!; o++)
				count += game.state.listed[o * products + 1]!;
			return count;
		};
		expect(listed(one, 0)).toBe(listed(both, 0));
		expect(listed(one, 1)).toBe(0);
		expect(listed(both, 1)).toBeGreaterThan(0);
	});
});

describe('stages', () => {
	const dropped = (launches: Record<string, string[]>, ...given: Parameters<typeof spec>) => {
		const market = spec(...given);
		const answer = projected(lab(market), with_(market.defaultPlan, launches));
		return {
			codes: answer.dropped.map(({ code, path }) => [code, path]),
			launches: answer.applied.price.launches,
			cents: answer.commitments.launchCents
		};
	};
	const half = (draft: SpecDraft): void => {
		for (const region of draft.regions)
			for (const area of region.areas) area.distribution['own'] = { A: 0.5, B: 0.5, C: 0.4 };
		draft.response.groupFrom = 0.6;
		draft.response.coverageFrom = 0.3;
	};

	test('[B6][J16] a hero breaks in anywhere, a group needs accounts, coverage a group', () => {
		const all = [coming('hero', 'hero'), coming('group', 'group'), coming('gap', 'coverage')];
		const ask = { hero: ['region'], group: ['region'], gap: ['region'] };
		expect(dropped(ask, half, all)).toEqual({
			codes: [
				['LAUNCH_BEFORE_GROUP', 'price.launches.gap[0]'],
				['LAUNCH_EARLY', 'price.launches.group[0]']
			],
			launches: { hero: ['region'] },
			cents: 5700
		});
		expect(dropped({ gap: ['region'] }, half, [coming('gap', 'coverage')]).launches).toEqual({
			gap: ['region']
		});
	});

	test('[J16] what is no launch, is nowhere, is named twice or cannot be paid falls away', () => {
		const poor = (draft: SpecDraft): void => {
			const wages = draft.fieldRules.wageCentsPerWeek * 4;
			firmOf(draft).cashCents = wages + 5700;
		};
		const ask = {
			'own-tea': ['region'],
			nothing: ['region'],
			'own-new': ['nowhere', 'region', 'region', 'other']
		};
		expect(dropped(ask, poor)).toEqual({
			codes: [
				['UNKNOWN_PRODUCT', 'price.launches.nothing'],
				['UNKNOWN_REGION', 'price.launches.own-new[0]'],
				['DUPLICATE', 'price.launches.own-new[2]'],
				['LAUNCH_CASH', 'price.launches.own-new[3]'],
				['NO_LAUNCH', 'price.launches.own-tea']
			],
			launches: { 'own-new': ['region'] },
			cents: 5700
		});
	});
});
