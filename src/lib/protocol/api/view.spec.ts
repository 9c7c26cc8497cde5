import * as v from 'valibot';
import { expect, test } from 'vitest';
import { advance, newGame, view } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { rival } from '#lib/strategy/index.ts';
import { MARKET_SCENARIOS, shipped } from '../../../../tests/support/scenarios.ts';
import { ViewSchema } from './view.ts';

/** Everything a view has, and nothing else: each object of it is strict. */
test.each(MARKET_SCENARIOS)('what a firm sees of %s is what is published of it', (file) => {
	const { spec } = shipped(file);
	let game = newGame(generateWorld(spec, 'views'), '0'.repeat(32), rival);
	for (let turn = 0; turn < 3; turn++) {
		const seen: unknown = JSON.parse(JSON.stringify(view(game)));
		expect(v.safeParse(ViewSchema, seen).issues?.map((issue) => v.getDotPath(issue))).toBeUndefined();
		expect(v.is(ViewSchema, { ...(seen as object), seed: 'x' })).toBe(false);
		const { plan, areas } = view(game);
		game = advance(game, { ...plan, regions: { worked: areas.map(({ id }) => id) } });
	}
});
