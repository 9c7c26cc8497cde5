import { expect, test } from 'vitest';
import { view } from '#lib/engine/game.ts';
import { standing, type Plan } from '#lib/engine/plan.ts';
import type { Scenario } from '#lib/scenario/index.ts';
import { played } from '../support/games.ts';
import { loadFixture } from './support.ts';

/** Everything that a standing plan of a file can say beside areas, people and prices. */
const SAID: Pick<Plan, 'platform'> & {
	readonly dealers: Partial<Plan['dealers']>;
	readonly price: Partial<Plan['price']>;
	readonly supply: Partial<Plan['supply']>;
} = {
	dealers: {
		terms: {
			town: {
				exclusive: false,
				creditDays: 14,
				rebateBp: 200,
				targetCents: 800_000,
				steps: [
					{ fromBp: 9000, rebateBp: 100 },
					{ fromBp: 11_000, rebateBp: 200 }
				],
				support: { commerce: 0, information: 1, logistics: 0 },
				assigned: { areas: ['centre'], classes: ['A', 'B'] }
			}
		},
		control: { inspection: 1, fineBp: 5000, forfeit: false }
	},
	price: { launches: { 'tea-large': ['town'] } },
	supply: { production: { tea: 80 } },
	platform: {
		build: [],
		targets: { totalUnits: 1500, indexBp: { centre: 11_000 } },
		budgets: { centre: { promotionCents: 100_000, peopleCents: 800_000 } }
	}
};

function scenario(): Scenario {
	const loaded = loadFixture('base', 'standing-plan');
	if (!loaded.ok || loaded.scenario === null) throw new Error('standing-plan.yaml does not load');
	return loaded.scenario;
}

test('a file’s plan comes to the plan that a player would hand in', () => {
	expect(scenario().spec.defaultPlan).toMatchObject(SAID);
});

test('where nobody decides, terms, targets, budgets and launches of the file are played turn by turn', () => {
	const { spec } = scenario();
	const game = played(scenario(), 'hold', 'standing');
	expect(game.reports.map(({ dropped }) => dropped)).toEqual(game.reports.map(() => []));
	for (const report of game.reports) expect(report.plan).toEqual(standing(spec.defaultPlan));
	const seen = view(game);
	expect(seen.regions[0]?.contract).toMatchObject({ terms: SAID.dealers.terms?.['town'] });
	expect(seen.areas[0]?.target).toBe(1500);
	const [region] = seen.products.find(({ id }) => id === 'tea-large')?.launch?.regions ?? [];
	expect(region?.week).toBe(spec.firms[0]?.plant.leadWeeks);
});
