import { describe, expect, test } from 'vitest';
import {
	changed,
	firmOf,
	gameOf,
	lab,
	projected,
	soloSpec,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { advance, view } from './game.ts';
import { at } from './world.ts';

const played = (
	production: Record<string, number>,
	turns = 2,
	edit: (spec: SpecDraft) => void = () => {}
) => {
	const spec = soloSpec(edit);
	const plan = changed(spec.defaultPlan, (p) => {
		p.supply.production = production;
	});
	let game = gameOf(spec);
	for (let turn = 0; turn < turns; turn++) game = advance(game, plan);
	return game;
};

describe('production', () => {
	test('[J13] own products, from none to what the plant can make', () => {
		const market = lab(soloSpec((spec) => void (firmOf(spec).plant.capacityUnitsPerWeek = 105)));
		const asked = (production: Record<string, number>) =>
			projected(
				market,
				changed(at(market.plans, 0), (plan) => {
					plan.supply.production = production;
				})
			);
		const { applied, dropped } = asked({ 'own-tea': 99, nothing: 1 });
		expect(applied.supply.production).toEqual({ 'own-tea': 10 });
		expect(dropped.map(({ code, path }) => `${code} ${path}`)).toEqual([
			'UNKNOWN_PRODUCT supply.production.nothing',
			'CAPACITY_LIMIT supply.production.own-tea'
		]);
		expect(asked({ 'own-tea': -5 }).applied.supply.production).toEqual({ 'own-tea': 0 });
		expect('production' in asked({}).applied.supply).toBe(false);
	});

	test('[S6] the plant makes what the plan says, whatever is sold', () => {
		// 8 cases of 10 a week; a week from order to warehouse, so that the first turn still gets one lot of the rule.
		const game = played({ 'own-tea': 8 });
		expect(game.facts[1]?.[0]?.producedUnits).toBe(4 * 80);
		expect(played({ 'own-tea': 0 }).facts[1]?.[0]?.producedUnits).toBe(0);
	});

	test('[S6] in whole batches, and what is less than one is kept', () => {
		const game = played({ 'own-tea': 8 }, 2, (spec) => {
			firmOf(spec).plant.batchUnits = 120;
		});
		// 80 a week in batches of 120: none, one, one, and none again.
		expect(game.facts[1]?.[0]?.producedUnits).toBe(2 * 120 + 0 * 120);
		expect(game.state.lotRest[0]).toBe((8 * 80) % 120);
	});

	test('[S6] planted: a plan for one product leaves what is made of the others to the rule', () => {
		const second = (spec: SpecDraft): void => {
			const { products } = firmOf(spec);
			products.push({ ...structuredClone(products[0]!), id: 'own-other' });
		};
		const [rule, planned] = [played({}, 1, second), played({ 'own-tea': 8 }, 1, second)];
		const k = (id: string): number => rule.world.index.product.get(id)!;
		const made = (game: typeof rule, id: string): number => game.state.turnProduced[k(id)]!;
		expect(made(planned, 'own-tea')).not.toBe(made(rule, 'own-tea'));
		expect(made(planned, 'own-other')).toBe(made(rule, 'own-other'));
		expect(made(rule, 'own-other')).toBeGreaterThan(0);
	});

	test('the view tells plant and goods in the making', () => {
		const game = played({ 'own-tea': 8 });
		expect(view(game).products[0]).toMatchObject({ plantUnits: 80, producedLastTurn: 320 });
		expect(view(game).plant.batchUnits).toBe(10);
	});
});
