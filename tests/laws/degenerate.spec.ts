/** Worlds at the edge of what can be: the laws hold there too, and nothing throws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, newGame, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { at } from '#lib/engine/world.ts';
import { playByLaw } from '../support/by-law.ts';
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
	rush,
	still,
	type SpecDraft
} from '../support/spec.ts';

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
	'one small outlet that nobody calls on': (spec) => {
		areaOf(spec).outlets = 1;
		areaOf(spec).unitsPerOutletWeek = 0.01;
		spec.defaultPlan.regions.worked = [];
		firmOf(spec).merchandisers = 0;
	},
	'no dealer of ours': (spec) => {
		firmOf(spec).dealers = {};
		areaOf(spec).distribution['own'] = { A: 0, B: 0, C: 0 };
		areaOf(spec).shares = { own: 0, rival: 0.5 };
	},
	'nobody but small brands': (spec) => {
		areaOf(spec).shares = {};
		areaOf(spec).distribution = {};
	},
	'a firm that nobody lists': (spec) => {
		areaOf(spec).distribution['own'] = { A: 0, B: 0, C: 0 };
		areaOf(spec).shares = { own: 0, rival: 0.5 };
	},
	'no demand': ({ regions }) => {
		at(regions, 0).season.fill(0);
	},
	'demand that ends in summer': ({ regions }) => {
		at(regions, 0).season = [2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0];
	},
	'an area without any demand': (spec) => {
		areaOf(spec).unitsPerOutletWeek = 0;
	},
	'large restaurants without any demand': (spec) => {
		areaOf(spec).unitsPerOutletWeek = 0;
		Object.assign(areaOf(spec).channelMix, { traditional: 0, onPremise: 1 });
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
	'discounts of the whole price': ({ money }) => {
		money.maxActivityDepthBp = 10_000;
	},
	'classes with outlets and no volume': (spec) => {
		oneClass(spec, 'C');
		Object.assign(spec.category.classes.A, { volumeShare: 1 });
		Object.assign(spec.category.classes.C, { volumeShare: 0 });
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
	'everything handed on, everything bought ahead': ({ response, channelRules, money }) => {
		Object.assign(response, { passThroughDealer: 1, passThroughOutlet: 1, carryingPerWeek: 0.0001 });
		channelRules.dealerForwardWeeks = 52;
		money.maxActivityDepthBp = 10_000;
	},
	'twelve firms with the same tea': (spec) => {
		const area = areaOf(spec);
		for (let f = 2; f < 12; f++) {
			const copy = structuredClone(firmOf(spec, 1));
			const [tea, id] = [`tea-${String(f)}`, `firm-${String(f)}`];
			at(copy.products, 0).id = tea;
			if (copy.defaultPlan !== null) copy.defaultPlan.price.dealerPriceCents = { [tea]: 200 };
			spec.firms.push({ ...copy, id });
			area.distribution[id] = { A: 1, B: 1, C: 1 };
		}
		area.shares = Object.fromEntries(spec.firms.map(({ id }) => [id, 1 / 13]));
	},
	'twenty-four products': (spec) => {
		const { products } = firmOf(spec);
		for (let k = 1; k < 24; k++) products.push({ ...productOf(spec), id: `tea-${String(k)}` });
	},
	'shoppers of another tier only': (spec) => {
		at(spec.regions, 0).tiers = { economy: 1, standard: 0, premium: 0 };
	},
	'nine tenths of the households keep out': ({ response }) => {
		response.outsideShare = 0.9;
	},
	'whoever finds nothing goes on, and there is nothing': (spec) => {
		for (const f of [0, 1]) firmOf(spec, f).plant.capacityUnitsPerWeek = 0;
		spec.response.stockOut = { otherStore: 0.5, otherBrand: 0.2, otherPack: 0.2, later: 0.1 };
	},
	'everybody comes again next week': (spec) => {
		firmOf(spec).plant.capacityUnitsPerWeek = 0;
		spec.response.stockOut = { otherStore: 0, otherBrand: 0, otherPack: 0, later: 1 };
	},
	'pantries that are filled and never emptied': ({ response, money }) => {
		Object.assign(response, { stockpile: 10, pantryDrain: 0.001 });
		money.maxActivityDepthBp = 10_000;
	},
	'room for one product': (spec) => {
		firmOf(spec).products.push({ ...productOf(spec), id: 'own-juice' });
		spec.channelRules.outletSlots = { A: 1, B: 1, C: 1 };
		spec.channelRules.outletFacings = { A: 1, B: 1, C: 1 };
	},
	'no cash and no room to buy ahead': ({ channelRules }) => {
		channelRules.outletCashWeeks = { A: 0, B: 0, C: 0 };
		channelRules.outletSpaceWeeks = { A: 0, B: 0, C: 0 };
	},
	'advertising beyond all measure': (spec) => {
		for (const f of [0, 1]) firmOf(spec, f).advertisingCentsPerWeek = 1e9;
		Object.assign(spec.response, {
			advertisingWeight: 1,
			goodwillRetention: 0,
			advertisingReferenceCents: 1
		});
	},
	'advertising that lasts, of firms that stop': (spec) => {
		Object.assign(spec.response, { advertisingWeight: 1, goodwillRetention: 0.999, smallBoard: 5 });
	},
	'launches in the first week and in the last': (spec) => {
		const launch = { week: 0, role: 'hero' as const, appeal: 10, firstLotUnits: 5000 };
		const late = { week: 15, role: 'coverage' as const, appeal: 0.01, firstLotUnits: 0 };
		firmOf(spec).products.push({ ...productOf(spec), id: 'own-hero', launch });
		firmOf(spec).products.push({ ...productOf(spec), id: 'own-late', launch: late });
		Object.assign(spec.response, { listPerVisit: 0.5, siblingListing: 10, noveltyLift: 5, ageingPerYear: 1 });
	},
	'shocks on top of each other': ({ shocks }) => {
		for (let i = 0; i < 4; i++)
			shocks.push(
				rush({ id: `shock-${String(i)}`, untilWeek: 16, chancePerWeek: 0.5, lastsWeeks: 9, factor: 5 })
			);
	},
	'shocks that end all demand': ({ shocks }) => {
		shocks.push(rush({ fromWeek: 3, untilWeek: 4, lastsWeeks: 52, factor: 0 }));
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
	},
	// Last, since others of these have a dealer to change.
	'no dealer at all': (spec) => {
		for (const firm of spec.firms) firm.dealers = {};
		spec.dealers = [];
		areaOf(spec).shares = {};
		areaOf(spec).distribution = {};
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

/** Everything given away, as far as the file lets it and for as long as there is money. */
const generous = ({ world }: Game): Plan =>
	changed(world.spec.defaultPlan, (plan) => {
		const all = { depthBp: 10_000, budgetCents: 1e9 };
		plan.activities = [deal(all), off(all)];
	});

const NAMES = Object.keys(EDGES);

/** The default plan, bold and generous ones, and any. */
function playAll(edit: (spec: SpecDraft) => void, runs: number): void {
	const spec = duoSpec(edit);
	for (const decide of [(game: Game) => game.world.spec.defaultPlan, bold, generous]) playByLaw(spec, decide);
	const plans = fc.array(anyPlan(generateWorld(spec)), { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(plans, (choices) => {
			playByLaw(spec, (_, turn) => at(choices, turn % choices.length));
		}),
		{ seed: 11, numRuns: runs }
	);
}

test.each(NAMES)('[G1][G2][G3] %s: the laws hold whatever is decided, and the score is a score', (name) => {
	playAll(EDGES[name] ?? (() => {}), 8);
});

test('[G1][G2][G3] any three edges at once', () => {
	const edges = fc.subarray(NAMES, { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(edges, (names) => {
			playAll((spec) => {
				for (const name of names) EDGES[name]?.(spec);
			}, 1);
		}),
		{ seed: 26, numRuns: 150 }
	);
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
