import { expect, test } from 'vitest';
import { MARKET_SCENARIOS, shipped } from '../../../../tests/support/scenarios.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { newGame, playOut } from '#lib/engine/game.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';
import { sized } from './sized.ts';

test.each(MARKET_SCENARIOS)(
	'%s has as many outlets and products as are asked for, and can be played',
	(file) => {
		const { spec } = shipped(file);
		for (const [outlets, products] of [
			[1000, 8],
			[200, spec.firms.length]
		] as const) {
			const world = generateWorld(sized(spec, outlets, products));
			expect(Math.abs(world.outlets / outlets - 1)).toBeLessThan(0.03);
			expect(world.products).toBe(products);
			expect(world.productSpecs.filter(({ launch }) => launch !== undefined)).toEqual([]);
			const hold = strategyNamed('hold');
			if (hold === null) throw new Error('no bot');
			const { reports } = playOut(newGame(world, seedFromText('sized'), rival), hold);
			// A staff too large for a small market is told so; nothing else of the plan falls away.
			const lost = reports.flatMap(({ dropped }) => dropped).filter(({ code }) => code !== 'CASH_SHORT');
			expect(lost).toEqual([]);
		}
	}
);

test('sizes differ in nothing but size: a merchandiser has as many outlets, a dealer as much for each', () => {
	const { spec } = shipped('six-regions.yaml');
	const perOutlet = (outlets: number): number[] => {
		const market = sized(spec, outlets, 8);
		const plans = market.firms.map(({ defaultPlan }) => defaultPlan ?? market.defaultPlan);
		const all = market.regions.flatMap(({ areas }) => areas.map((area) => area.outlets));
		const accounts = all.reduce((sum, n) => sum + n, 0);
		return [
			...plans.map(({ field }) => field.merchandisers / accounts),
			...market.dealers.map(({ capitalCents }) => capitalCents / accounts)
		];
	};
	for (const [i, each] of perOutlet(30_000).entries())
		expect(each / (perOutlet(300_000)[i] ?? NaN)).toBeCloseTo(1, 1);
});
