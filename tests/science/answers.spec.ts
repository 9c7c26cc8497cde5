/**
 * What rivals and dealers answer with, planted: taken away, its effect goes and nothing else does. The same worlds and
 * chance with and without.
 */
import { expect, test } from 'vitest';
import { advance, newGame, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import type { Strategy } from '#lib/engine/strategy.ts';
import { at } from '#lib/engine/world.ts';
import { hold } from '#lib/strategy/bots/hold.ts';
import { priceWar } from '#lib/strategy/bots/price-war.ts';
import { stuff } from '#lib/strategy/bots/stuff.ts';
import { rival } from '#lib/strategy/index.ts';
import { shipped } from '../support/scenarios.ts';

const { spec } = shipped('three-cities.yaml');
const SEEDS = ['answer-1', 'answer-2'];
const TURNS = 6;

function play(bot: Strategy, find: (name: string) => Strategy, seed: string, of: MarketSpec = spec): Game {
	let game = newGame(generateWorld(of, seed), seedFromText(seed), find, false);
	for (let turn = 0; turn < TURNS; turn++)
		game = advance(
			game,
			bot.decide(view(game), () => 0.5)
		);
	return game;
}

/** Sold by the player in turns 3–5. */
const soldBy = ({ reports }: Game): number =>
	reports.slice(3).reduce((sum, { facts }) => sum + facts.sellOutUnits, 0);
/** The rivals' mean list price over their opening one. */
function rivalsAsk({ world, state }: Game): number {
	const theirs = Array.from({ length: world.products }, (_, k) => k).filter(
		(k) => world.productFirm[k] !== world.player
	);
	const cells = theirs.flatMap((k) =>
		Array.from(
			{ length: world.regions },
			(_, r) =>
				at(Array.from(state.price), r * world.products + k) / at(world.productSpecs, k).dealerPriceCents
		)
	);
	return cells.reduce((sum, index) => sum + index, 0) / cells.length;
}

test('rivals match a price war; where they do not, the attacker keeps more of what it won', () => {
	const quiet = (): Strategy => hold;
	let [matched, alone] = [0, 0];
	for (const seed of SEEDS) {
		const [answered, unanswered] = [play(priceWar, rival, seed), play(priceWar, quiet, seed)];
		expect(rivalsAsk(answered)).toBeLessThan(0.95);
		expect(rivalsAsk(unanswered)).toBe(1);
		// Who is not attacked asks what it asked, or nearly.
		expect(rivalsAsk(play(hold, rival, seed))).toBeGreaterThan(0.96);
		matched += soldBy(answered);
		alone += soldBy(unanswered);
	}
	expect(alone).toBeGreaterThan(matched);
});

test('[P7] a stuffed dealer dumps; where none does, the price order holds and the goods lie as high', () => {
	const calm: MarketSpec = { ...spec, response: { ...spec.response, dumpDepth: 0 } };
	for (const seed of SEEDS) {
		const [dumped, kept] = [play(stuff, rival, seed), play(stuff, rival, seed, calm)];
		const order = ({ reports }: Game): number =>
			Math.min(...at(reports, TURNS - 1).facts.dealers.map(({ priceOrderBp }) => priceOrderBp));
		const lies = ({ reports }: Game): number => at(reports, TURNS - 1).facts.dealerUnits;
		expect(order(dumped)).toBeLessThan(order(kept));
		expect(lies(dumped) / lies(kept)).toBeGreaterThan(0.8);
		expect(lies(dumped) / lies(kept)).toBeLessThan(1.2);
	}
});
