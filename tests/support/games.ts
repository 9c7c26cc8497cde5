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
import { seedFromText } from '#lib/engine/random.ts';
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
	const strategy = strategyNamed(bot);
	if (strategy === null) throw new Error(`no such strategy: ${bot}`);
	let game = newGame(generateWorld(scenario.spec, worldSeed), marketSeed, rival);
	while (!isDecided(game) && turnOf(game) < turns) {
		game = advance(game, strategy.decide(view(game), strategyDraws(game, game.world.player)));
	}
	return turns > scenario.spec.time.turns ? close(game) : game;
}
