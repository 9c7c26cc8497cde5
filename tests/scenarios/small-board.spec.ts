/**
 * The small board (盘中盘, M11) in a shipped market: one county suits it and the others do not, and that is worth knowing.
 * Real plans, the same but for the programme, on the same seeds: where all five tests are passed it brings in more than it
 * costs, where a dominant brand and few restaurants speak against it the money is gone.
 */
import { describe, expect, test } from 'vitest';
import { advance, close, isDecided, newGame, view, type Game } from '#lib/engine/game.ts';
import type { ActivityPlan, Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { BOARD_OPEN } from '#lib/engine/systems/small-board.ts';
import { PLATFORM_PARTS } from '#lib/engine/vocab.ts';
import type { BoardView, FirmView } from '#lib/engine/view.ts';
import { at } from '#lib/engine/world.ts';
import { activities } from '#lib/strategy/bots/method/activities.ts';
import { dealersPlan } from '#lib/strategy/bots/method/dealing.ts';
import { fieldPlan } from '#lib/strategy/bots/method/field.ts';
import { rival } from '#lib/strategy/index.ts';
import { worldOf } from '../support/scenarios.ts';

const SUITS = 'wanghu';
const DOES_NOT = 'yunling';
const SEEDS = ['small-board-1', 'small-board-2', 'small-board-3', 'small-board-4'];
/** Where the board is only drawn and surveyed, a few houses do. */
const FIRST_OUTLETS = 3;
/** Tills tell nothing while shelves are empty: until the season the dealer orders as it is asked. */
const FILLED = 5;

const world = worldOf('six-regions.yaml');

/** One county by the method, with the programme in its core outlets or without. */
function plan(seen: FirmView, county: string, board: boolean): Plan {
	const worked = seen.areas.filter(({ region }) => region === county);
	const regions = seen.regions.filter(({ id }) => id === county);
	// The method's own programme is left out, so that the two differ in nothing else.
	const usual = activities(seen, regions).filter(({ kind, prepared }) => kind !== 'smallBoard' || prepared);
	return {
		regions: { worked: worked.map(({ id }) => id) },
		dealers: dealersPlan(seen, regions),
		field: fieldPlan(seen, worked),
		price: seen.plan.price,
		activities: board ? [...usual, ...programme(seen, county)] : usual,
		supply: {
			orderMode: Object.fromEntries(
				seen.regions.map(({ id }) => [
					id,
					id === county && seen.turn < FILLED ? 'dealerRule' : 'sellThrough'
				])
			),
			pushes: []
		},
		platform: { build: PLATFORM_PARTS, targets: { totalUnits: 0, indexBp: {} } }
	};
}

function boardOf({ regions }: FirmView, county: string): BoardView {
	const region = regions.find(({ id }) => id === county);
	if (region === undefined) throw new Error(`no county ${county}`);
	return region.board;
}

/** Begun at once, and prepared a turn ahead from then on. */
function programme(seen: FirmView, county: string): ActivityPlan[] {
	const { stage, coreOutlets } = boardOf(seen, county);
	if (stage >= BOARD_OPEN || seen.turn === seen.turns - 1) return [];
	const outlets = stage < 2 ? FIRST_OUTLETS : coreOutlets;
	const now: ActivityPlan = {
		kind: 'smallBoard',
		targets: [county],
		product: at(seen.products, 0).id,
		startWeek: 0,
		weeks: seen.weeksPerTurn,
		depthBp: 0,
		budgetCents: outlets * seen.rules.activities.boardCentsPerWeek * seen.weeksPerTurn,
		channels: ['onPremise'],
		classes: ['A'],
		purpose: 'trial'
	};
	const next: ActivityPlan = { ...now, ahead: true };
	return seen.turn === 0 ? [now, next] : [next];
}

function played(seed: string, county: string, board: boolean) {
	let game: Game = newGame(world, seedFromText(seed), rival, false);
	const stages: number[] = [];
	while (!isDecided(game)) {
		const seen = view(game);
		game = advance(game, plan(seen, county, board));
		stages.push(boardOf(view(game), county).stage);
	}
	game = close(game);
	const own = game.facts.map((turn) => at(turn, world.player));
	const sum = (figure: (facts: (typeof own)[number]) => number): number =>
		own.reduce((total, facts) => total + figure(facts), 0);
	return {
		stages,
		profitCents: sum(({ money }) => money.profitCents),
		promotionCents: sum(({ money }) => money.promotionCents),
		soldUnits: sum(({ sellOutUnits }) => sellOutUnits)
	};
}

/** What the programme adds, seed by seed. */
function added(county: string) {
	return SEEDS.map((seed) => {
		const [without, together] = [played(seed, county, false), played(seed, county, true)];
		return {
			stages: together.stages,
			costCents: together.promotionCents - without.promotionCents,
			profitCents: together.profitCents - without.profitCents,
			soldUnits: together.soldUnits - without.soldUnits
		};
	});
}

const mean = (figures: readonly number[]): number =>
	figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

describe('the small board in six-regions', () => {
	test('[A20] all five tests are passed in one county, and in no other', () => {
		const { regions } = view(newGame(world, seedFromText('small-board'), rival, false));
		const failed = regions.map(({ id, board }) => [
			id,
			board.tests.flatMap(({ code, met }) => (met ? [] : [code]))
		]);
		expect(Object.fromEntries(failed)).toEqual({
			lucheng: ['protection'],
			yunling: ['dominant', 'channels'],
			liudu: ['channels'],
			tongping: ['channels'],
			hefeng: ['channels'],
			wanghu: []
		});
	});

	test('[A12][B2] where it suits, it opens the big board within the year and brings in more than it costs', () => {
		const games = added(SUITS);
		for (const { stages, costCents, soldUnits } of games) {
			expect(stages.at(-1)).toBe(BOARD_OPEN);
			expect(costCents).toBeGreaterThan(0);
			expect(soldUnits).toBeGreaterThan(10_000);
		}
		expect(mean(games.map(({ profitCents }) => profitCents))).toBeGreaterThan(200_000);
	});

	test('[A20] where it does not, it stands at the first gate while it is paid for, and does not pay', () => {
		const games = added(DOES_NOT);
		for (const { stages } of games) expect(stages.slice(0, 2)).toEqual([1, 1]);
		const profits = games.map(({ profitCents }) => profitCents);
		expect(mean(profits)).toBeLessThan(-500_000);
	});
});
