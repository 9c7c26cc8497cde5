import { expect, test } from 'vitest';
import { changed, gameOf, soloSpec } from '../../../tests/support/spec.ts';
import { advance, cloneGame, preview, view, type Game } from './game.ts';
import { nodeCell } from './echelon/chain.ts';

/** What a firm hears when it asks what would become of a push without end. */
const heard = (game: Game): string =>
	JSON.stringify(
		preview(
			game,
			changed(game.world.spec.defaultPlan, (plan) => {
				plan.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 1_000_000 }];
			})
		)
	);

test('[V2][V6] a preview tells no more of a dealer’s stock than its report, which is a week old', () => {
	const spec = soloSpec();
	const game = advance(gameOf(spec), spec.defaultPlan);
	const other = cloneGame(game);
	const cell = nodeCell(other.world, 0, 0);
	other.state.nodeStock[cell] = other.state.nodeStock[cell]! + 70;
	expect(view(other)).toEqual(view(game));
	expect(heard(other)).toBe(heard(game));
});
