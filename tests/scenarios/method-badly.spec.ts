/**
 * The method played badly loses: the very bot that wins, with one discipline dropped and the rest kept, on the same seeds.
 * What is dropped costs, each by itself, by an interval wholly above zero.
 */
import { expect, test } from 'vitest';
import { estimateExact } from '#lib/cli/panel/statistics.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { newGame, playOut, score } from '#lib/engine/game.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { FirmView } from '#lib/engine/view.ts';
import { oneAreaFirst } from '#lib/strategy/bots/one-area-first.ts';
import { rival } from '#lib/strategy/index.ts';
import { at } from '#lib/engine/world.ts';
import { shipped } from '../support/scenarios.ts';
import { changed, type PlanDraft } from '../support/spec.ts';

const SEEDS = Array.from({ length: 8 }, (_, i) => `badly-${i + 1}`);

type Spoil = (plan: PlanDraft, view: FirmView) => void;

/** Points by seed. */
function played(file: string, spoil: Spoil): number[] {
	const { spec } = shipped(file);
	const bot = {
		name: 'spoiled',
		decide: (...seen: Parameters<typeof oneAreaFirst.decide>) =>
			changed(oneAreaFirst.decide(...seen), (plan) => spoil(plan, seen[0]))
	};
	return SEEDS.map((seed) => {
		const game = newGame(generateWorld(spec, seed), seedFromText(seed), rival, false);
		return score(playOut(game, bot)).total / 1000;
	});
}

function costs(file: string, spoil: Spoil, well = played(file, () => {})): void {
	const bad = played(file, spoil);
	const { interval } = estimateExact(well.map((points, i) => points - at(bad, i)));
	expect(interval[0]).toBeGreaterThan(0);
}

const CITY = 'first-city.yaml';
const well = played(CITY, () => {});

const SPOILS: Readonly<Record<string, Spoil>> = {
	'looks in for two minutes': (plan) => {
		plan.field.minutesPerVisit = { A: 2, B: 2, C: 2 };
		delete plan.field.calls;
	},
	'leaves nobody a second visit': (plan) => {
		plan.field.visitsPer4Weeks = { A: 1, B: 1, C: 1 };
		delete plan.field.calls;
	},
	'keeps the dealer it has': (plan) => {
		plan.dealers.appoint = {};
	},
	'sends one person for the work of many': (plan) => {
		plan.field.merchandisers = 1;
	},
	'gives the price away': (plan, { products, areas, rules, money }) => {
		plan.activities = products.map((product) => ({
			kind: 'priceOff' as const,
			product: product.id,
			targets: areas.map(({ id }) => id),
			startWeek: 0,
			weeks: 4,
			depthBp: rules.maxActivityDepthBp,
			budgetCents: Math.max(0, money.cashCents)
		}));
	}
};

test.each(Object.entries(SPOILS))('who %s loses', (_, spoil) => {
	costs(CITY, spoil, well);
});

test('who goes to another area every turn loses, where areas lie in several cities', () => {
	costs('three-cities.yaml', (plan, { turn, areas }) => {
		plan.regions.worked = [at(areas, turn % areas.length).id];
	});
});
