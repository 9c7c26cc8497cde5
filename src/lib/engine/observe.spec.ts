import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	duoSpec,
	firmOf,
	gameOf,
	lab,
	off,
	oneClass,
	soloSpec,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { advance, view } from './game.ts';
import { balanceOf, ACCOUNT } from './ledger.ts';
import { observe } from './observe.ts';
import { TURN, WEEK, type State } from './state.ts';
import { onHand } from './echelon/goods.ts';
import type { AreaView, FirmView } from './view.ts';
import { at } from './world.ts';
import { deviations } from '../../../tests/support/wilson.ts';

const opening = (edit: (spec: SpecDraft) => void = () => {}): FirmView => view(gameOf(duoSpec(edit)));

describe('before the first week', () => {
	test('[V1] there is what the file says', () => {
		const { areas } = opening((spec) => {
			areaOf(spec).distribution['own'] = { A: 1, B: 0.5, C: 0 };
		});
		const [area] = areas;
		const filed = { asOfWeek: -1, source: 'file' };
		// 100 a week for four weeks; a quarter of it; A .2 and half of B .3.
		expect(area?.categoryUnits).toEqual({ value: 400, low: 400, high: 400, ...filed });
		expect(area?.shares[0]).toEqual({ value: 0.25, low: 0.25, high: 0.25, ...filed });
		expect(area?.sellOut.value).toBe(100);
		expect(area?.distribution[0]?.value).toBeCloseTo(0.35, 12);
		expect(area?.ratio).toMatchObject({ value: 1, ...filed });
	});

	test('[V1] what nobody has seen yet is unknown, not zero', () => {
		expect(opening().areas[0]?.stockOutRate.value).toBeNull();
		expect(opening().areas[0]?.visitedShare.value).toBeNull();
	});
});

describe('own books', () => {
	test('[V2] cash and stock are exact', () => {
		const spec = duoSpec();
		const game = advance(gameOf(spec), spec.defaultPlan);
		const seen = view(game);
		expect(seen.money.cashCents).toBe(balanceOf(game.state.balances, 0, ACCOUNT.CASH));
		expect(seen.products[0]?.warehouseUnits).toBe(onHand(game.world, game.state, game.world.dealers, 0));
		expect(seen.products[0]?.sellInLastTurn).toBe(game.facts[0]![0]!.sellInUnits);
	});

	test('[V2] a dealer’s stock is what stood there before the last week', () => {
		// One-week turns: what is read after turn t is what stood there after t − 1.
		const spec = duoSpec(({ time }) => Object.assign(time, { turns: 4, weeksPerTurn: 1 }));
		let game = gameOf(spec);
		const stood: number[] = [];
		const read: (number | null | undefined)[] = [];
		for (let turn = 0; turn < 4; turn++) {
			stood.push(onHand(game.world, game.state, 0, 0));
			game = advance(game, spec.defaultPlan);
			const { dealerStock } = view(game).regions[0]!;
			read.push(dealerStock[0]?.value);
			expect(dealerStock[0]).toMatchObject({ asOfWeek: turn - 1, source: 'dealerReport' });
		}
		expect(read).toEqual(stood);
		expect(new Set(stood).size).toBeGreaterThan(1);
	});
});

/** Four sample points of ten units each, of ten outlets. */
function panel(): { point: number; of: (set: (state: State) => void) => AreaView } {
	const market = lab(
		duoSpec((spec) => {
			oneClass(spec, 'A');
			spec.channelRules.panelShare = 0.4;
		})
	);
	const { world, state, plans } = market;
	state.clock[WEEK] = 4;
	state.clock[TURN] = 1;
	const of = (set: (now: State) => void): AreaView => {
		set(state);
		return at(observe(world, state, 0, at(plans, 0), null).areas, 0);
	};
	return { point: world.outletPanel.indexOf(1), of };
}

describe('the panel', () => {
	test('[V3] share: 30 of 120 units of four shops, which are twelve witnesses', () => {
		const { of } = panel();
		const area = of((state) => {
			state.turnPanelSold.set([30, 60]);
			state.turnPanelOutside[0] = 30;
		});
		expect(area.shares[0]?.value).toBe(0.25);
		expect(deviations(0.25, area.shares[0]?.low, 12)).toBeCloseTo(1.96, 9);
		expect(deviations(0.25, area.shares[0]?.high, 12)).toBeCloseTo(1.96, 9);
		expect(area.ratio).toMatchObject({ value: 0.5, source: 'panel', asOfWeek: 3 });
	});

	test('[V3] distribution: goods on 1 of 4 points; who finds none has not found that there are none', () => {
		const { of, point } = panel();
		const area = of((state) => {
			state.stockNew.fill(0);
			state.stockNew[2 * point] = 1;
		});
		expect(area.distribution[0]?.value).toBe(0.25);
		expect(deviations(0.25, area.distribution[0]?.low, 4)).toBeCloseTo(1.96, 9);
		expect(deviations(0.25, area.distribution[0]?.high, 4)).toBeCloseTo(1.96, 9);
		expect(area.distribution[1]).toMatchObject({ value: 0, low: 0 });
		expect(deviations(0, area.distribution[1]?.high, 4)).toBeCloseTo(1.96, 9);
	});

	test('[V3] out of stock: 3 of 12 listed outlet-weeks', () => {
		const { of } = panel();
		const { stockOutRate } = of((state) => {
			state.turnPanelListed[0] = 12;
			state.turnPanelEmpty[0] = 3;
		});
		expect(stockOutRate.value).toBe(0.25);
		expect(deviations(0.25, stockOutRate.high, 12)).toBeCloseTo(1.96, 9);
	});

	test('[V4] units are grossed up by size: four of ten alike are times 2.5', () => {
		const { of } = panel();
		const area = of((state) => {
			state.turnPanelSold.set([30, 60]);
			state.turnPanelOutside[0] = 30;
		});
		expect([area.categoryUnits.value, area.sellOut.value]).toEqual([300, 75]);
		expect(area.sellOut.low!).toBeLessThan(75);
	});

	test('[V4] many bottles of few shops are worth fewer: 480 of 4 points count as 12', () => {
		const { of } = panel();
		const area = of((state) => {
			state.turnPanelSold.set([120, 240]);
			state.turnPanelOutside[0] = 120;
		});
		expect(deviations(0.25, area.shares[0]?.high, 12)).toBeCloseTo(1.96, 9);
		// Own units are as unsure as the category, 1200 ± 60 %, and the share of it, 300 of it, besides.
		const { value, high } = area.sellOut;
		const share = 1200 * (area.shares[0]!.high! - 0.25);
		expect([value, high]).toEqual([300, 300 + Math.sqrt(180 * 180 + share * share)]);
	});
});

test('[V5] a rival’s shelf price is the lowest that hung anywhere last week', () => {
	const spec = duoSpec((draft) => {
		draft.regions[0]!.areas.push({ ...structuredClone(areaOf(draft)), id: 'second' });
		Object.assign(firmOf(draft, 1), { role: 'player', strategy: null });
		firmOf(draft, 0).role = 'rival';
		Object.assign(firmOf(draft, 0), { strategy: 'still', defaultPlan: draft.defaultPlan });
		draft.defaultPlan = firmOf(draft, 1).defaultPlan!;
	});
	const plan = changed(spec.defaultPlan, (now) => {
		now.activities = [off({ product: 'rival-tea', targets: ['second'], startWeek: 3, weeks: 1 })];
	});
	let game = advance(gameOf(spec), plan);
	const seen = (): number | null | undefined => view(game, 0).rivalProducts[0]?.shelfPriceCents.value;
	expect(view(game, 0).rivalProducts[0]?.listShelfPriceCents).toBe(339);
	expect(seen()).toBe(339 - 33);
	game = advance(game, spec.defaultPlan);
	expect(seen()).toBe(339);
});

test('[V5] also when it hangs three times as high as at the opening', () => {
	const spec = soloSpec((draft) => {
		draft.money.maxPrice = 4;
	});
	const game = advance(
		gameOf(spec),
		changed(spec.defaultPlan, (plan) => {
			plan.price.dealerPriceCents = { 'own-tea': 600 };
		})
	);
	// 6.00 × 1.25 × 1.2 × 1.13.
	expect(game.state.shelfSeen[0]).toBe(1017);
});

test('[V6] a rival has no target, no candidates and none of our books in its view', () => {
	const game = gameOf(duoSpec());
	const theirs = view(game, 1);
	expect(theirs.sellOutTarget).toBeNull();
	expect(theirs.regions[0]?.candidates).toEqual([]);
	expect(theirs.products.map(({ id }) => id)).toEqual(['rival-tea']);
	const text = JSON.stringify(theirs);
	for (const secret of ['own-dealer', '"reach"', '"actual"', '"hold":']) expect(text).not.toContain(secret);
});

test('a view is whole when it is given: it stays as it is while the market goes on underneath', () => {
	const spec = duoSpec();
	const game = advance(gameOf(spec), spec.defaultPlan);
	const seen = view(game);
	const kept = structuredClone(seen);
	const after = advance(game, spec.defaultPlan);
	expect(seen).toEqual(kept);
	expect(view(after)).not.toEqual(kept);
	const lazy = (value: unknown): boolean =>
		typeof value === 'object' &&
		value !== null &&
		Object.values(Object.getOwnPropertyDescriptors(value)).some((it) => it.get ?? lazy(it.value));
	expect(lazy(seen)).toBe(false);
});
