/** Worlds as large as a file may ask for: the laws hold there too. */
import { expect, test } from 'vitest';
import { playByLaw } from '../support/by-law.ts';
import { areaOf, changed, deal, duoSpec, firmOf, off, productOf, type SpecDraft } from '../support/spec.ts';

function oneTurn(edit: (spec: SpecDraft) => void) {
	return duoSpec((spec) => {
		spec.kind = 'clinic';
		Object.assign(spec.time, { turns: 1, closingWeeks: 0 });
		Object.assign(spec.category, { noise: 0.28, weather: 0.3, sizeTail: 0.5 });
		Object.assign(spec.response, { listPerVisit: 0.1, delistPerWeek: 0.01, relationLift: 0.5 });
		Object.assign(spec.fieldRules, { maxMerchandisers: 2000 });
		edit(spec);
	});
}

test('[G1][G2][G3] 20 000 outlets and four products play a turn, everything decided', () => {
	const spec = oneTurn((draft) => {
		areaOf(draft).outlets = 20_000;
		for (const f of [0, 1]) {
			const { id } = productOf(draft, f);
			firmOf(draft, f).products.push({ ...productOf(draft, f), id: `${id}-2` });
			// Cash, vans and a plant of the market's size.
			Object.assign(firmOf(draft, f), { cashCents: 1e10, merchandisers: 800 });
			Object.assign(firmOf(draft, f).plant, { capacityUnitsPerWeek: 1e6, batchUnits: 1000 });
		}
		for (const dealer of draft.dealers)
			Object.assign(dealer, { capitalCents: 1e11, deliveryUnitsPerWeek: 1e6 });
	});
	const { pillars } = playByLaw(spec, ({ world }) =>
		changed(world.spec.defaultPlan, (plan) => {
			plan.field.merchandisers = 900;
			plan.activities = [deal({ budgetCents: 1e9 }), off({ product: 'own-tea-2', budgetCents: 1e9 })];
			plan.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 20_000 }];
		})
	);
	expect(pillars.effectiveShipment).toBeGreaterThan(0);
});

test('[G1][G2][G3] outlets that stand for a hundred and sell a hundred thousand units each a week', () => {
	const spec = oneTurn((draft) => {
		// 100 × 10 × 100 000: as far as the check of sizes lets a file go with 32-bit counters.
		Object.assign(areaOf(draft), { outlets: 10, represents: 100, unitsPerOutletWeek: 100_000 });
		for (const f of [0, 1])
			Object.assign(firmOf(draft, f).plant, { capacityUnitsPerWeek: 1e9, batchUnits: 1_000_000 });
		for (const dealer of draft.dealers)
			Object.assign(dealer, { capitalCents: 1e13, deliveryUnitsPerWeek: 1e8 });
	});
	const { pillars } = playByLaw(spec, ({ world }) => world.spec.defaultPlan);
	expect(pillars.effectiveShipment).toBeGreaterThan(0);
});
