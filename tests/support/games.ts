/** Games played to any point, for tests that need a real one. */
import {
	advance,
	close,
	isDecided,
	newGame,
	strategyDraws,
	turnOf,
	view,
	type Game
} from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { Strategy } from '#lib/engine/strategy.ts';
import type { Scenario } from '#lib/scenario/index.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';

/** @param turns to play; more than there are also plays the closing weeks */
export function played(
	scenario: Scenario,
	bot: string,
	seed: string,
	turns = Infinity,
	worldSeed = scenario.spec.worldSeed
): Game {
	return playedIn(scenario, bot, { worldSeed, marketSeed: seedFromText(seed) }, turns);
}

export function playedIn(
	scenario: Scenario,
	bot: string,
	{ worldSeed, marketSeed }: { readonly worldSeed: string; readonly marketSeed: string },
	turns = Infinity
): Game {
	const strategy = strategyOf(bot);
	let game = newGame(generateWorld(scenario.spec, worldSeed), marketSeed, rival);
	while (!isDecided(game) && turnOf(game) < turns) game = advance(game, decided(game, strategy));
	return turns > scenario.spec.time.turns ? close(game) : game;
}

/** The same game after each of its turns, closing weeks included; its state is the market's until the next is asked for. */
export function* turnByTurn(scenario: Scenario, bot: string, seed: string): Generator<Game> {
	let game = played(scenario, bot, seed, 0);
	while (!isDecided(game)) yield (game = advance(game, decided(game, strategyOf(bot))));
	yield close(game);
}

function strategyOf(bot: string): Strategy {
	const strategy = strategyNamed(bot);
	if (strategy === null) throw new Error(`no such strategy: ${bot}`);
	return strategy;
}

const decided = (game: Game, strategy: Strategy): Plan =>
	strategy.decide(view(game), strategyDraws(game, game.world.player));
