/** What the golden games hold fast: in one of them or another, everything a plan can say is played and not cut. */
import { expect, test } from 'vitest';
import { newGame, playOut } from '#lib/engine/game.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';
import { unsaid } from '../support/levers.ts';
import { worldOf } from '../support/scenarios.ts';
import { WANTED, type Wanted } from './table.ts';

/** The plans of a golden game as they ran. */
function plansOf({ scenario, strategy, seed }: Wanted): Plan[] {
	const bot = strategyNamed(strategy);
	if (bot === null) throw new Error(`no such bot: ${strategy}`);
	const game = newGame(worldOf(`${scenario}.yaml`), seedFromText(seed), rival, false);
	return playOut(game, bot).reports.map(({ plan }) => plan);
}

test('every lever is played, and every word of each', () => {
	const probes = WANTED.filter(({ strategy }) => strategy === 'every-lever').flatMap(plansOf);
	expect(unsaid(probes)).toEqual(['price.launches']);
	// A region must be ripe for a launch (B6), which takes a firm that is led.
	const led = WANTED.filter(
		({ scenario, strategy }) => `${scenario} ${strategy}` === 'six-regions one-area-first'
	);
	expect(unsaid(led.flatMap(plansOf))).not.toContain('price.launches');
});
