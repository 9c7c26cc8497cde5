/** Worlds at the edge of what can be: the laws hold there too, and nothing throws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsLaw, goodsLaw, moneyLaw, unitsInModel } from '#lib/engine/engine.properties.ts';
import { advance, close, isDecided, isOver, newGame, score, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { cashTotal } from '#lib/engine/ledger.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { GameScore } from '#lib/engine/report.ts';
import { at } from '#lib/engine/world.ts';
import { anyPlan } from '../support/plans.ts';
import {
	areaOf,
	changed,
	deal,
	dealer,
	dealerOf,
	duoSpec,
	firmOf,
	off,
	oneClass,
	productOf,
	still,
	type SpecDraft
} from '../support/spec.ts';

/** Plays to the end under the laws, closing weeks included. */
function playByLaw(edit: (spec: SpecDraft) => void, decide: (game: Game, turn: number) => Plan): GameScore {
	const spec = duoSpec(edit);
	const world = generateWorld(spec);
	let game = newGame(world, seedFromText('edge'), () => still);
	const cash = cashTotal(game.state.balances);
	for (let turn = 0; !isOver(game); turn++) {
		const before = unitsInModel(world, game.state);
		game = isDecided(game) ? close(game) : advance(game, decide(game, turn));
		const { state } = game;
		expect([
			...goodsLaw(world, state, before),
			...moneyLaw(world, state, cash),
			...boundsLaw(world, state)
		]).toEqual([]);
		for (let firm = 0; firm < world.firms; firm++)
			expect(JSON.stringify(view(game, firm))).not.toMatch(/NaN|Infinity/);
	}
	return score(game);
}

const second = () => ({
	...dealer('second'),
	open: false,
	reach: { area: 0.5 },
	secondTier: { of: 'own-dealer', margin: 0.5, leadWeeks: 1 }
});

const EDGES: Record<string, (spec: SpecDraft) => void> = {
	'one outlet': (spec) => {
		areaOf(spec).outlets = 1;
	},
	'a firm that nobody lists': (spec) => {
		areaOf(spec).distribution['own'] = { A: 0, B: 0, C: 0 };
		areaOf(spec).shares = { own: 0, rival: 0.5 };
	},
	'no demand': ({ regions }) => {
		at(regions, 0).season.fill(0);
	},
	'hardly any demand': (spec) => {
		areaOf(spec).unitsPerOutletWeek = 1e-9;
	},
	'a shelf life of one week': (spec) => {
		for (const f of [0, 1]) productOf(spec, f).shelfLifeWeeks = 1;
	},
	'shelves cleared every week': ({ channelRules }) => {
		channelRules.outletAgeWeeks = 1;
	},
	'no lead time at all': (spec) => {
		at(spec.regions, 0).leadWeeks = 0;
		for (const f of [0, 1]) firmOf(spec, f).plant.leadWeeks = 0;
	},
	'half a year of lead time': (spec) => {
		at(spec.regions, 0).leadWeeks = 26;
		for (const f of [0, 1]) firmOf(spec, f).plant.leadWeeks = 26;
	},
	'a plant that makes nothing': (spec) => {
		firmOf(spec).plant.capacityUnitsPerWeek = 0;
	},
	'a batch larger than the market': (spec) => {
		firmOf(spec).plant.batchUnits = 1_000_000;
	},
	'a dealer without cash': (spec) => {
		dealerOf(spec).capitalCents = 0;
	},
	'a dealer without vans': (spec) => {
		dealerOf(spec).deliveryUnitsPerWeek = 0;
	},
	'a dealer that reaches nobody': (spec) => {
		dealerOf(spec).reach = {};
	},
	'a second tier for everybody': (spec) => {
		spec.dealers.push({ ...second(), reach: { area: 1 } });
	},
	'a second tier for half, without cash, vans or patience': (spec) => {
		const secondTier = { of: 'own-dealer', margin: 1, leadWeeks: 7 };
		spec.dealers.push({ ...second(), capitalCents: 0, deliveryUnitsPerWeek: 0, secondTier });
	},
	'a firm without cash': (spec) => {
		firmOf(spec).cashCents = 0;
	},
	'a clinic of one turn': (spec) => {
		spec.kind = 'clinic';
		spec.time.turns = 1;
	},
	'weeks as turns': ({ time }) => {
		Object.assign(time, { turns: 16, weeksPerTurn: 1, closingWeeks: 1 });
	},
	'no closing weeks': ({ time }) => {
		time.closingWeeks = 0;
	},
	'discounts of nine tenths': ({ money }) => {
		money.maxActivityDepthBp = 9000;
	},
	'prices of a cent': (spec) => {
		Object.assign(productOf(spec), { unitCostCents: 1, dealerPriceCents: 1 });
	},
	'huge prices': (spec) => {
		Object.assign(productOf(spec), { unitCostCents: 900_000_000, dealerPriceCents: 1_000_000_000 });
		dealerOf(spec).capitalCents = 1e13;
	},
	'wild noise and weather': ({ category }) => {
		Object.assign(category, { noise: 1, weather: 0.9, sizeTail: 0.95 });
	},
	'one class, packs of a thousand': (spec) => {
		oneClass(spec, 'C');
		productOf(spec).unitsPerPack = 1000;
	},
	'outlets that order twice a year': ({ channelRules }) => {
		channelRules.outletCycleWeeks = { A: 26, B: 26, C: 26 };
	},
	'relations that turn at once, shelves that change weekly': ({ response }) => {
		Object.assign(response, { relationSpeed: 1, listPerVisit: 1, delistPerWeek: 0.5, unservedDelist: 1 });
	},
	'no sample but one': ({ channelRules }) => {
		channelRules.panelShare = 0;
	},
	'two hundred areas': (spec) => {
		const one = areaOf(spec);
		one.outlets = 2;
		for (let i = 1; i < 200; i++)
			spec.regions[0]?.areas.push({ ...structuredClone(one), id: `area-${String(i)}` });
		dealerOf(spec).reach = Object.fromEntries(spec.regions[0]?.areas.map(({ id }) => [id, 1]) ?? []);
	}
};

/** All levers at their ends: price, activities on everything, pushes, people. */
const bold = ({ world }: Game, turn: number): Plan =>
	changed(world.spec.defaultPlan, (plan) => {
		plan.price.dealerPriceCents = { 'own-tea': turn % 2 === 0 ? 1e12 : 0 };
		plan.field.merchandisers = turn % 2 === 0 ? 10 : 0;
		plan.activities = [
			deal({ depthBp: 10_000, budgetCents: 1 }),
			off({ depthBp: 10_000, weeks: 2, budgetCents: 5000 }),
			off({ depthBp: 5000, startWeek: 1, budgetCents: 9000 })
		];
		plan.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 1e9 }];
		plan.supply.orderMode = { region: turn % 2 === 0 ? 'sellThrough' : 'dealerRule' };
	});

describe.each(Object.entries(EDGES))('%s', (_name, edit) => {
	test('[G1][G2][G3] the laws hold whatever is decided, and the score is a score', () => {
		for (const decide of [(game: Game) => game.world.spec.defaultPlan, bold]) {
			const { total, pillars } = playByLaw(edit, decide);
			for (const points of [total, ...Object.values(pillars)]) {
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThanOrEqual(100_000);
			}
		}
		if (duoSpec(edit).time.turns > 3 || areaOf(duoSpec(edit) as SpecDraft).outlets === 2) return;
		fc.assert(
			fc.property(
				fc.array(anyPlan(generateWorld(duoSpec(edit))), { minLength: 3, maxLength: 3 }),
				(plans) => {
					playByLaw(edit, (_, turn) => at(plans, turn));
				}
			),
			{ seed: 11, numRuns: 8 }
		);
	});
});

describe('what is not allowed', () => {
	test('[J7] a discount of 100 % is cut to the file’s deepest', () => {
		const spec = duoSpec();
		const begun = newGame(generateWorld(spec), seedFromText('edge'), () => still);
		const game = advance(begun, bold(begun, 0));
		expect(game.reports[0]?.plan.activities.map(({ depthBp }) => depthBp)).toEqual([4000, 4000, 4000]);
	});
});

describe('the order of keys', () => {
	/** The same plan with every map's keys turned round. */
	function reversed<T>(value: T): T {
		if (Array.isArray(value)) return value.map(reversed) as T;
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.reverse()
				.map(([key, inner]) => [key, reversed(inner)])
		) as T;
	}

	test('[G4] of a plan decides nothing', () => {
		const spec = duoSpec((draft) => {
			draft.regions.push({
				...structuredClone(at(draft.regions, 0)),
				id: 'second',
				areas: [{ ...structuredClone(areaOf(draft)), id: 'there' }]
			});
			for (const id of ['a', 'b', 'c'])
				draft.dealers.push({ ...structuredClone(dealerOf(draft)), id, reach: { area: 0.5 } });
			for (const id of ['x', 'y', 'z'])
				draft.dealers.push({
					...structuredClone(dealerOf(draft)),
					id,
					region: 'second',
					reach: { there: 0.5 }
				});
			firmOf(draft).dealers['second'] = 'x';
			// Enough for one appointment of two.
			firmOf(draft).cashCents = 4000 + 5000 + 4999;
		});
		const world = generateWorld(spec);
		const points = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
		const sheet = (...shortlist: string[]) => ({ weights: points, scores: {}, shortlist });
		const plan = changed(spec.defaultPlan, (now) => {
			now.dealers.sheets = { second: sheet('x', 'y', 'z'), region: sheet('a', 'b', 'c') };
			now.dealers.appoint = { second: 'y', region: 'a' };
			now.supply.orderMode = { second: 'sellThrough', region: 'dealerRule' };
		});
		const hash = (handed: Plan): string | undefined =>
			advance(
				newGame(world, seedFromText('keys'), () => still),
				handed
			).hashes[0];
		expect(hash(reversed(plan))).toBe(hash(plan));
		expect(Object.keys(reversed(plan).dealers.appoint)).toEqual(['region', 'second']);
	});
});
