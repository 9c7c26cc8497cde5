/** What sample points tell, held to what was so: intervals of 95 % that hold the truth about as often. */
import { expect, test } from 'vitest';
import { advance, isDecided, newGame, strategyDraws, view } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { Figure } from '#lib/engine/view.ts';
import { at } from '#lib/engine/world.ts';
import { oneAreaFirst } from '#lib/strategy/bots/one-area-first.ts';
import { rival } from '#lib/strategy/index.ts';
import { shipped } from '../support/scenarios.ts';

const SEEDS = ['sample-1', 'sample-2', 'sample-3', 'sample-4'];

test('[V3][V4] intervals of shares and of own sales hold the truth', () => {
	const { spec } = shipped('first-city.yaml');
	const widths: number[] = [];
	const held = { shares: [] as boolean[], sold: [] as boolean[] };
	const holds = ({ low, high }: Figure, truth: number): boolean =>
		low !== null && high !== null && low <= truth && truth <= high;
	for (const seed of SEEDS) {
		let game = newGame(generateWorld(spec, seed), seedFromText(seed), rival, false);
		while (!isDecided(game)) {
			game = advance(game, oneAreaFirst.decide(view(game), strategyDraws(game, game.world.player)));
			const { areas } = at(at(game.facts, game.facts.length - 1), game.world.player);
			for (const [a, { shares, sellOut }] of view(game).areas.entries()) {
				const { units, outsideUnits } = at(areas, a);
				const all = units.reduce((sum, each) => sum + each, outsideUnits);
				for (const [f, share] of shares.entries()) {
					held.shares.push(holds(share, at(units, f) / all));
					widths.push((share.high ?? 1) - (share.low ?? 0));
				}
				held.sold.push(holds(sellOut, at(units, game.world.player)));
			}
		}
	}
	for (const all of [held.shares, held.sold])
		expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.9);
	// Ten shops of an area tell that much, and no less.
	const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
	expect(mean).toBeLessThan(0.28);
});
