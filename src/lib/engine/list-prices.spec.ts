import { expect, test } from 'vitest';
import {
	changed,
	dealer,
	firmOf,
	gameOf,
	lab,
	projected,
	soloSpec,
	type PlanDraft,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { advance, view } from './game.ts';
import { at } from './world.ts';

/** A second region like the first, `coast`, whose area is `quay`. */
function coast(spec: SpecDraft): void {
	const copy = structuredClone(at(spec.regions, 0));
	spec.regions.push({ ...copy, id: 'coast', areas: copy.areas.map((area) => ({ ...area, id: 'quay' })) });
	spec.dealers.push(dealer('coast-dealer', 'coast', 'quay'));
	firmOf(spec).dealers['coast'] = 'coast-dealer';
}

const asked = (edit: (plan: PlanDraft) => void) => {
	const market = lab(soloSpec(coast));
	return projected(market, changed(at(market.plans, 0), edit));
};

test('[J10] a region may have its own price inside the bounds; the general one is none of its own', () => {
	const { applied, dropped } = asked((plan) => {
		plan.price.byRegion = { coast: { 'own-tea': 999, nothing: 1 }, region: { 'own-tea': 200 }, moon: {} };
	});
	expect(applied.price.byRegion).toEqual({ coast: { 'own-tea': 250 } });
	expect(dropped.map(({ code, path }) => `${code} ${path}`)).toEqual([
		'UNKNOWN_PRODUCT price.byRegion.coast.nothing',
		'PRICE_BOUNDS price.byRegion.coast.own-tea',
		'UNKNOWN_REGION price.byRegion.moon'
	]);
});

test('[J10] a plan without prices of regions has none afterwards', () => {
	expect('byRegion' in asked(() => {}).applied.price).toBe(false);
});

test('[T1] each region pays its own price, and the general one where it has none', () => {
	const spec = soloSpec(coast);
	const play = (coastCents: number | null) => {
		const plan = changed(spec.defaultPlan, (p) => {
			p.price.dealerPriceCents = { 'own-tea': 210 };
			if (coastCents !== null) p.price.byRegion = { coast: { 'own-tea': coastCents } };
		});
		return advance(gameOf(spec), plan);
	};
	const game = play(180);
	expect([...game.state.price]).toEqual([210, 180]);
	// 2.10 and 1.80 × 1.25 × 1.2 × 1.13, rounded at each step.
	expect([...game.state.shelfSeen]).toEqual([357, 305]);
	expect(view(game).products[0]).toMatchObject({ dealerPriceCents: 210, regionPriceCents: [210, 180] });
	const dear = play(null);
	expect(game.facts[0]?.[0]?.areas.map(({ units }) => units[0])).toSatisfy(
		([here = 0, there = 0]: readonly number[]) => there > here * 1.1
	);
	expect(dear.facts[0]?.[0]?.areas[1]?.units[0]).toBeLessThan(game.facts[0]?.[0]?.areas[1]?.units[0] ?? 0);
});

test('[V5] a rival’s price is seen by region', () => {
	const spec = soloSpec((draft) => {
		coast(draft);
		draft.firms.push({
			...structuredClone(firmOf(draft)),
			id: 'rival',
			role: 'rival',
			strategy: 'still',
			products: [{ ...at(firmOf(draft).products, 0), id: 'rival-tea' }],
			dealers: {},
			defaultPlan: null
		});
	});
	const rival = view(gameOf(spec)).rivalProducts[0];
	expect(rival?.regionShelfCents.map(({ value }) => value)).toEqual([339, 339]);
	expect(rival?.shelfPriceCents.value).toBe(339);
});
