import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import {
	areaOf,
	changed,
	dealerOf,
	duoSpec,
	firmOf,
	keyOf,
	lab,
	oneClass,
	product,
	soloSpec,
	turnOf,
	type Lab
} from '../../../../tests/support/spec.ts';
import { hashState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, delivererOf } from '../world.ts';
import { setDemand } from './demand.ts';
import { setMarket } from './market.ts';
import { BLOCK } from './block.ts';
import { openOutletWeek } from './outlet-week.ts';
import { standing } from './stands.ts';
import { sweep } from './sweep.ts';
import { productOf } from './traits.ts';

const ALL = { A: 1, B: 1, C: 1 };

/** Three areas of unequal size in one region, four products, all that the passes can do switched on. */
function busy(): Lab {
	return lab(
		duoSpec((spec) => {
			firmOf(spec).products.push({ ...product('own-juice'), tier: 'economy', unitsPerPack: 12 });
			firmOf(spec, 1).products.push({ ...product('rival-juice'), tier: 'economy' });
			const area = areaOf(spec);
			Object.assign(area, {
				outlets: 3 * BLOCK + 17,
				distribution: { own: { A: 0.7, B: 0.5, C: 0.4 }, rival: { A: 0.9, B: 0.8, C: 0.7 } }
			});
			area.channelMix = { modern: 0.1, traditional: 0.4, convenience: 0.1, onPremise: 0.3, specialist: 0.1 };
			const region = spec.regions[0]!;
			region.areas.push({ ...structuredClone(area), id: 'next', outlets: BLOCK });
			region.areas.push({ ...structuredClone(area), id: 'last', outlets: 5 });
			region.tiers = { economy: 0.4, standard: 0.6, premium: 0 };
			for (const d of [0, 1]) dealerOf(spec, d).reach = { area: 0.8, next: 0.9, last: 1 };
			spec.defaultPlan.regions.worked = ['area', 'next', 'last'];
			Object.assign(spec.category, { noise: 0.3, weather: 0.2, sizeTail: 0.5 });
			spec.channelRules.outletSlots = { A: 4, B: 3, C: 2 };
			Object.assign(spec.response, {
				relationLift: 0.4,
				listPerVisit: 0.2,
				ownOpening: 0.8,
				delistPerWeek: 0.05,
				outsideShare: 0.5,
				shelfElasticity: 0.17,
				tierLeak: 0.15,
				smallBoard: 0.3,
				stockOut: { otherStore: 0.31, otherBrand: 0.26, otherPack: 0.19, later: 0.15 }
			});
			spec.fieldRules.minutesPerWeek = 100_000;
			spec.defaultPlan.supply.orderMode = { region: 'sellThrough' };
		})
	);
}
/** What a week leaves behind beside the state. */
const leftIn = ({ missed, ranOut, weekOutside, coreSold, coreOutside, throughput, demand }: Turn) => ({
	missed,
	ranOut,
	weekOutside,
	coreSold,
	coreOutside,
	throughput,
	demand
});

test('[T0] outlet by outlet in blocks leaves what one block over all leaves, to the bit', () => {
	const [inBlocks, atOnce] = [busy(), busy()];
	const turns = [turnOf(inBlocks), turnOf(atOnce)] as const;
	for (let week = 0; week < 8; week++) {
		const { world, state } = inBlocks;
		setMarket(world, state, turns[0], week);
		setDemand(world, state, turns[0], keyOf(week), week);
		sweep(world, openOutletWeek(world, state, turns[0], keyOf(week), week));
		const { relate, sell, reorder } = shopWeek(atOnce, turns[1], week);
		relate();
		sell();
		reorder();
		expect(hashState(world, state)).toBe(hashState(atOnce.world, atOnce.state));
		expect(leftIn(turns[0])).toEqual(leftIn(turns[1]));
	}
	// Something of everything has happened.
	for (const counted of [turns[0].ranOut, turns[0].coreSold, turns[0].throughput, turns[0].demand])
		expect(Math.max(...counted)).toBeGreaterThan(0);
	expect(Math.max(...turns[0].missed)).toBeGreaterThan(0);
});

test('[T0] no week passes over what an outlet lists or has, and the marks of the rest go', () => {
	const market = busy();
	const { world, state } = market;
	const turn = turnOf(market);
	let gone = 0;
	for (let week = 0; week < 12; week++) {
		const before = turn.stands.slice();
		setMarket(world, state, turn, week);
		setDemand(world, state, turn, keyOf(week), week);
		sweep(world, openOutletWeek(world, state, turn, keyOf(week), week));
		const needed = standing(world, state);
		expect(turn.stands.every((marks, o) => (needed[o]! & ~marks) === 0)).toBe(true);
		gone += turn.stands.filter((marks, o) => (before[o]! & ~marks) !== 0).length;
	}
	expect(gone).toBeGreaterThan(0);
});

describe('who brings the goods', () => {
	const deliverers = ({ world, state }: Lab): number[] =>
		Array.from({ length: world.outlets * world.firms }, (_, account) => {
			const o = Math.floor(account / world.firms);
			const d = state.dealerOf[(account % world.firms) * world.regions]!;
			if (d < 0 || state.served[d * world.outlets + o] !== 1) return -1;
			return delivererOf(world, d, o) * world.products;
		});

	test('[R4][D8] is known of every account as the week leaves it, though calls list and a dealer goes', () => {
		const market = busy();
		const { world, state } = market;
		const turn = turnOf(market);
		for (let week = 0; week < 8; week++) {
			if (week === 4) state.dealerOf[world.regions] = -1;
			const before = deliverers(market);
			setMarket(world, state, turn, week);
			setDemand(world, state, turn, keyOf(week), week);
			const opened = openOutletWeek(world, state, turn, keyOf(week), week);
			expect([...opened.deliverer]).toEqual(before);
			sweep(world, opened);
			expect([...opened.deliverer]).toEqual(deliverers(market));
			if (week === 0) expect([...opened.deliverer]).not.toEqual(before);
		}
	});

	test('[R4] a dealer of two firms that comes for one comes for both, and takes what both order today', () => {
		const market = lab(
			duoSpec((spec) => {
				oneClass(spec, 'A');
				Object.assign(areaOf(spec), { outlets: 400, distribution: { own: ALL, rival: ALL } });
				firmOf(spec).products.push(product('own-juice'));
				Object.assign(spec.response, { listPerVisit: 0.3, ownOpening: 1 });
			})
		);
		const { world, state } = market;
		const turn = turnOf(
			market,
			changed(at(market.plans, 0), ({ field }) => {
				field.visitsPer4Weeks = { A: 4, B: 0, C: 0 };
			})
		);
		state.dealerOf.fill(state.dealerOf[0]!);
		state.served.fill(0);
		state.listed.forEach((_, cell, listed) => (listed[cell] = cell % 3 === 1 ? 0 : 1));
		const { week, relate } = shopWeek(market, turn);
		expect(Math.max(...week.deliverer)).toBe(-1);
		relate();
		const row = state.dealerOf[0]! * world.products;
		const there = Array.from({ length: world.outlets }, (_, o) =>
			state.served[state.dealerOf[0]! * world.outlets + o] === 1 ? row : -1
		);
		expect(there).toContain(row);
		expect(there).toContain(-1);
		expect([...week.deliverer]).toEqual(there.flatMap((at) => [at, at]));
		expect([...week.slips]).toEqual([...week.deliverer]);
	});
});

test('[T0] forty products need a second word of marks', () => {
	const shop = lab(
		soloSpec((spec) => {
			const { products } = firmOf(spec);
			for (let k = 1; k < 40; k++) products.push({ ...structuredClone(products[0]!), id: `own-${k}` });
		})
	);
	const { world, state } = shop;
	const turn = turnOf(shop);
	state.listed.fill(1);
	state.stockNew.fill(1_000);
	const { week, sell } = shopWeek(shop, turn);
	sell();
	expect(Array.from(turn.stands.subarray(0, 2))).toEqual([-1, 255]);
	const all = Array.from({ length: 40 }, (_, k) => k);
	expect(world.products).toBe(all.length);
	expect(Array.from(week.live.subarray(0, week.ends[0]), productOf)).toEqual(all);
});

describe('goods', () => {
	test('[G1][G3] what stood there and came in is sold or stands there, and nothing is below 0', () => {
		const market = busy();
		const { world, state } = market;
		const turn = turnOf(market);
		const cells = world.outlets * world.products;
		const units = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 7, maxLength: 23 });
		fc.assert(
			fc.property(units, units, units, fc.nat(500), (fresh, old, coming, week) => {
				const had = Array.from({ length: cells }, (_, i) => {
					state.stockNew[i] = fresh[i % fresh.length]!;
					state.stockOld[i] = old[i % old.length]!;
					state.inbound[i] = coming[i % coming.length]!;
					return state.stockNew[i]! + state.stockOld[i]! + state.inbound[i]!;
				});
				const { sold, sell } = shopWeek(market, turn, week);
				sell();
				let rung = 0;
				for (let i = 0; i < cells; i++) {
					expect(state.stockNew[i]! + state.stockOld[i]! + sold[i]!).toBe(had[i]);
					expect(Math.min(state.stockNew[i]!, state.stockOld[i]!, sold[i]!, state.inbound[i]!)).toBe(0);
					rung += sold[i]!;
				}
				expect(turn.till.reduce((sum, at) => sum + at, 0)).toBe(rung);
				expect(turn.ranOut.every((short) => short >= 0)).toBe(true);
				expect(turn.missed.every((short) => short >= 0)).toBe(true);
			}),
			{ seed: 3, numRuns: 40 }
		);
	});
});
