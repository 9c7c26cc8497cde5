/** Whole games in which every law is asked after every turn. */
import { expect } from 'vitest';
import { boundsLaw, goodsLaw, moneyLaw, unitsInModel } from '#lib/engine/engine.properties.ts';
import { advance, close, isDecided, isOver, newGame, score, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { cashTotal } from '#lib/engine/ledger.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { GameScore } from '#lib/engine/report.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { still } from './spec.ts';

/**
 * Plays to the end under the laws, closing weeks included; nobody may be shown or told a number that is none.
 *
 * @param rivals what a rival's strategy is called → the strategy; by default rivals keep to their plans
 */
export function playByLaw(
	spec: MarketSpec,
	decide: (game: Game, turn: number) => Plan,
	rivals: Parameters<typeof newGame>[2] = () => still
): GameScore {
	const world = generateWorld(spec);
	let game = newGame(world, seedFromText('edge'), rivals);
	const cash = cashTotal(game.state.balances);
	for (let turn = 0; !isOver(game); turn++) {
		const before = unitsInModel(world, game.state);
		game = isDecided(game) ? close(game) : advance(game, decide(game, turn));
		const { state } = game;
		expect([
			...goodsLaw(world, state, before),
			...moneyLaw(world, state, cash),
			...boundsLaw(world, state),
			...notNumbers('report', game.reports.at(-1))
		]).toEqual([]);
		for (let firm = 0; firm < world.firms; firm++)
			expect(notNumbers(`view of firm ${firm}`, view(game, firm))).toEqual([]);
	}
	const marks = score(game);
	for (const points of [marks.total, ...Object.values(marks.pillars)]) {
		expect(points).toBeGreaterThanOrEqual(0);
		expect(points).toBeLessThanOrEqual(100_000);
	}
	return marks;
}

/** Where in a value a number stands that is none, or has no end. */
function notNumbers(name: string, value: unknown): string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${name} is ${value}`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => notNumbers(`${name}.${key}`, inner));
}
