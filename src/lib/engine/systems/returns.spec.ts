import { describe, expect, test } from 'vitest';
import {
	changed,
	dealer,
	dealerOf,
	gameOf,
	lab,
	productOf,
	soloSpec,
	type Editable,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { nodeCell } from '../echelon/chain.ts';
import { boundsLaw, goodsLaw, moneyLaw, unitsInModel } from '../engine.properties.ts';
import { factsOf } from '../facts.ts';
import { advance, close, isDecided, view } from '../game.ts';
import { ACCOUNT, balanceOf, cashTotal, entry } from '../ledger.ts';
import type { ReturnsSpec } from '../spec.ts';
import { dealerEntity } from '../state.ts';
import { at } from '../world.ts';
import { sendBackOld } from './returns.ts';

/** Shelf life in buckets of four weeks. */
const LIFE = 6;
const CONTRACT: ReturnsSpec = { limitBp: 1000, fromAgeBp: 5000, creditBp: 10_000 };

const under =
	(contract: Partial<ReturnsSpec> = {}, edit: (spec: SpecDraft) => void = () => {}) =>
	(spec: SpecDraft): void => {
		// Goods are old from the fourth bucket.
		productOf(spec).shelfLifeWeeks = 4 * LIFE;
		dealerOf(spec).returns = { ...CONTRACT, ...contract } as Editable<ReturnsSpec>;
		edit(spec);
	};

/** 60 units at 2.00 with the dealer, ten of each age; 200 came in the last four weeks. */
function holding(edit: (spec: SpecDraft) => void = under()) {
	const market = lab(soloSpec(edit));
	const { world, state } = market;
	const [floor, warehouse] = [nodeCell(world, 0, 0), nodeCell(world, world.dealers, 0)];
	state.nodeStock.fill(0);
	for (let age = 0; age < LIFE; age++) state.nodeStock[floor + age] = 10;
	const me = dealerEntity(world, 0);
	entry(state.balances, me, ACCOUNT.EQUITY, ACCOUNT.INVENTORY, state.bookCents[0]! - 12_000);
	const stood = balanceOf(state.balances, 0, ACCOUNT.INVENTORY);
	entry(state.balances, 0, ACCOUNT.EQUITY, ACCOUNT.INVENTORY, stood);
	state.bookCents[0] = 12_000;
	state.dealerTaken[0] = 200;
	const ages = (from: number): number[] => Array.from(state.nodeStock.subarray(from, from + LIFE));
	return {
		...market,
		me,
		send: (week = 3) => sendBackOld(world, state, week),
		dealers: () => ages(floor),
		ours: () => ages(warehouse)
	};
}

describe('old goods go back', () => {
	test('[D11] oldest first, as old as they are, up to a tenth of what came in four weeks', () => {
		const { send, dealers, ours } = holding();
		send();
		expect(dealers()).toEqual([10, 10, 10, 10, 0, 0]);
		expect(ours()).toEqual([0, 0, 0, 0, 10, 10]);
	});

	test('[D11] but none below half of its life, whatever the limit leaves', () => {
		const { send, dealers, ours } = holding(under({ limitBp: 10_000 }));
		send();
		expect(dealers()).toEqual([10, 10, 10, 0, 0, 0]);
		expect(ours()).toEqual([0, 0, 0, 10, 10, 10]);
	});

	test('[D11] a part of a bucket where the limit ends in it, in whole units', () => {
		const { send, dealers } = holding(under({ limitBp: 725 }));
		send();
		// .0725 × 200 = 14.5.
		expect(dealers()).toEqual([10, 10, 10, 10, 6, 0]);
	});

	test('[D11] every four weeks, against what came in those', () => {
		const { state, send, dealers } = holding();
		for (const week of [0, 1, 2]) send(week);
		expect(dealers()).toEqual([10, 10, 10, 10, 10, 10]);
		send(3);
		expect(state.dealerTaken[0]).toBe(0);
		send(7);
		expect(dealers()).toEqual([10, 10, 10, 10, 0, 0]);
	});

	test('[D11] without a contract nothing does, nor from a dealer that has no firm', () => {
		const without = holding((spec) => {
			productOf(spec).shelfLifeWeeks = 4 * LIFE;
		});
		without.send();
		expect(without.dealers()).toEqual([10, 10, 10, 10, 10, 10]);
		const free = holding();
		free.state.dealerOf[0] = -1;
		free.send();
		expect(free.dealers()).toEqual([10, 10, 10, 10, 10, 10]);
	});
});

describe('the sale is undone', () => {
	test('[D11] at moving-average cost; the firm has the goods at what they cost to make', () => {
		const { world, state, me, send } = holding();
		const cash = [0, me].map((entity) => balanceOf(state.balances, entity, ACCOUNT.CASH));
		const total = cashTotal(state.balances);
		send();
		// 20 of 60 units that cost 120.00, and 1.00 each to make.
		expect(balanceOf(state.balances, 0, ACCOUNT.CASH) - at(cash, 0)).toBe(-4000);
		expect(balanceOf(state.balances, me, ACCOUNT.CASH) - at(cash, 1)).toBe(4000);
		expect(balanceOf(state.balances, 0, ACCOUNT.REVENUE)).toBe(4000);
		expect(balanceOf(state.balances, 0, ACCOUNT.COST_OF_GOODS)).toBe(-2000);
		expect(state.bookCents[0]).toBe(8000);
		expect(factsOf(world, state, 0, 4).sellInUnits).toBe(-20);
		expect(moneyLaw(world, state, total)).toEqual([]);
	});

	test('[D11] what is not credited is the dealer’s loss', () => {
		const { world, state, me, send } = holding(under({ creditBp: 7500 }));
		const total = cashTotal(state.balances);
		send();
		expect(balanceOf(state.balances, me, ACCOUNT.WRITE_OFF)).toBe(1000);
		expect(balanceOf(state.balances, 0, ACCOUNT.REVENUE)).toBe(3000);
		expect(moneyLaw(world, state, total)).toEqual([]);
	});
});

test('[D11] the contract is part of the terms: the firm knows it, of candidates too', () => {
	const seen = view(
		gameOf(
			soloSpec(
				under({}, (spec) => {
					spec.dealers.push(dealer('next'));
				})
			)
		)
	).regions[0];
	expect(seen?.returns).toEqual(CONTRACT);
	expect(seen?.candidates.map(({ returns }) => returns)).toEqual([CONTRACT, null]);
});

test('[D11][G1][G2][G3] goods and money are conserved, and what comes back in play counts', () => {
	const play = (edit: (spec: SpecDraft) => void): number => {
		let game = gameOf(soloSpec(edit));
		const cash = cashTotal(game.state.balances);
		let back = 0;
		while (game.reports.length <= game.world.spec.time.turns) {
			const before = unitsInModel(game.world, game.state);
			const plan = changed(view(game).plan, (now) => {
				now.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 30 }];
			});
			game = isDecided(game) ? close(game) : advance(game, plan);
			back += game.state.turnTakenBack[0]!;
			expect([
				...goodsLaw(game.world, game.state, before),
				...moneyLaw(game.world, game.state, cash),
				...boundsLaw(game.world, game.state)
			]).toEqual([]);
		}
		return back;
	};
	const short = (spec: SpecDraft): void => {
		productOf(spec).shelfLifeWeeks = 12;
		spec.channelRules.pushLimitDays = 200;
	};
	expect(play(under({ fromAgeBp: 3000, limitBp: 5000 }, short))).toBeGreaterThan(0);
	expect(play(short)).toBe(0);
});
