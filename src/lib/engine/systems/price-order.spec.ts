import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	firmOf,
	gameOf,
	lab,
	off,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, view } from '../game.ts';
import { priceSheet } from '../prices.ts';
import { nodeCell } from '../echelon/chain.ts';
import { at } from '../world.ts';
import { closeDemand } from './demand.ts';
import { setMarket } from './market.ts';
import { looseBy, marginLeft, movePriceOrder } from './price-order.ts';

const soft = (spec: SpecDraft): void => {
	Object.assign(spec.response, { priceErosion: 0.5, priceRecovery: 0.1, dumpDepth: 0.1, thinMargin: 4 });
};

/** Weeks of a market in which a tenth is taken off in the first `weeks` of them. */
function promoted(weeks: number, edit: (spec: SpecDraft) => void = soft) {
	const now = lab(soloSpec(edit));
	const plan = changed(at(now.plans, 0), (p) => {
		p.activities = [off({ weeks })];
	});
	const turn = turnOf(now, plan);
	const run = (week: number): number => {
		setMarket(now.world, now.state, turn, week);
		turn.till[1] = 50;
		closeDemand(now.world, now.state, turn);
		movePriceOrder(now.world, now.state, turn);
		return now.state.erosion[0]!;
	};
	return { ...now, turn, run };
}

describe('the price order', () => {
	test('[P6] gives way by half of the gap a week while a tenth is off, and comes back a tenth of the way', () => {
		const { run, state } = promoted(2);
		// Shelf 3.39 less 10 % is 3.06: 9.73 % off; the next week a tenth is off 3.23, in whole cents.
		const cut = 1 - 306 / 339;
		expect(run(0)).toBeCloseTo(cut / 2, 12);
		expect(run(1)).toBeCloseTo(cut * 0.75, 2);
		expect(run(2)).toBeCloseTo(state.erosion[0]!, 12);
		expect(state.erosion[0]).toBeCloseTo(cut * 0.75 * 0.9, 2);
	});

	test('[P6] a deal counts by what reaches the shelf', () => {
		const now = lab(soloSpec(soft));
		const turn = turnOf(
			now,
			changed(at(now.plans, 0), (p) => {
				p.activities = [deal()];
			})
		);
		setMarket(now.world, now.state, turn, 0);
		turn.till[1] = 50;
		closeDemand(now.world, now.state, turn);
		movePriceOrder(now.world, now.state, turn);
		expect(now.state.erosion[0]).toBeCloseTo((1 - 325 / 339) / 2, 12);
	});

	test('[P7] a dealer at twice its glut takes a tenth off the outlet’s price, and the price order gives way to it', () => {
		const { world, state, run, turn } = promoted(0, soft);
		const daily = state.nodeForecast[0]! / 7;
		state.nodeStock[nodeCell(world, 0, 0)] = Math.ceil(daily * 70);
		expect(run(0)).toBeCloseTo(0.05, 3);
		expect(turn.dumpBp[0]).toBeGreaterThanOrEqual(1000);
		expect(turn.dumpBp[0]).toBeLessThan(1010);
		// 2.50 less 10 %.
		expect(turn.outletCents[0]).toBe(225);
		state.nodeStock[nodeCell(world, 0, 0)] = Math.floor(daily * 35);
		run(1);
		expect([turn.dumpBp[0], turn.outletCents[0]]).toEqual([0, 250]);
	});

	test('[P8] shoppers pay the usual price, and what it has lost wins none of them', () => {
		const now = lab(soloSpec(soft));
		now.state.erosion[0] = 0.1;
		const turn = turnOf(now);
		setMarket(now.world, now.state, turn, 0);
		// 3.00 less 10 %, with tax 3.05.
		expect(turn.shelfNetCents[1]).toBe(270);
		expect(now.state.shelfSeen[0]).toBe(305);
		expect(turn.attraction[1]).toBe(now.world.appeal[0]);
		expect(turn.buy[1]).toBe(1);
	});

	test('[P9] an outlet that earns two fifths of what was promised is likelier to drop it, and slower to take it in', () => {
		const { world, state, turn } = promoted(0, (spec) => {
			soft(spec);
			Object.assign(spec.response, { delistPerWeek: 0.01, listPerVisit: 0.1 });
		});
		// It buys at 2.50 and sells at 3.00 less 10 %: .20 of .50.
		state.erosion[0] = 0.1;
		setMarket(world, state, turn, 0);
		expect(turn.delist[0]).toBeCloseTo(0.01 * (1 + 3 * 0.6), 12);
		expect(turn.listBase[1]).toBeCloseTo(0.1 * 0.4, 12);
	});

	test('[P9] a lower list price earns the outlet less too; a dearer one no more than was promised', () => {
		const { world } = lab(soloSpec(soft));
		const product = at(world.productSpecs, 0);
		const opening = priceSheet(product, product.dealerPriceCents, 1300);
		const margin = (cents: number, eroded = 0): number =>
			marginLeft(opening, priceSheet(product, cents, 1300), eroded);
		expect([margin(200), margin(160), margin(250), margin(200, 2000)]).toEqual([1, 0.8, 1, 0]);
		expect(looseBy(world, 0)).toBe(4);
	});
});

describe('planted', () => {
	/** Accounts lose the product by the week when nobody calls; a tenth is off all along. */
	const played = (edit: (spec: SpecDraft) => void) => {
		const spec = soloSpec((draft) => {
			soft(draft);
			draft.response.delistPerWeek = 0.02;
			areaOf(draft).outlets = 400;
			firmOf(draft).cashCents = 1e9;
			edit(draft);
		});
		let game = gameOf(spec);
		for (let turn = 0; turn < 3; turn++)
			game = advance(
				game,
				changed(spec.defaultPlan, (plan) => {
					plan.regions.worked = [];
					plan.activities = [off({ depthBp: 2500, budgetCents: 1e8 })];
				})
			);
		return game;
	};

	test('[P9][V11] promotion without end costs accounts, and without erosion just as many as without promotion', () => {
		const listed = (game: ReturnType<typeof played>): number =>
			game.state.listed.reduce((sum, n) => sum + n, 0);
		const broken = played(() => {});
		const firm = played((spec) => {
			spec.response.priceErosion = 0;
		});
		const steady = played((spec) => {
			spec.response.thinMargin = 1;
		});
		expect(listed(broken)).toBeLessThan(listed(firm) - 20);
		expect(listed(steady)).toBe(listed(firm));
		expect(view(broken).products[0]?.regionOrder[0]?.value).toBeLessThan(0.8);
		expect(view(firm).products[0]?.regionOrder[0]?.value).toBe(1);
	});
});
