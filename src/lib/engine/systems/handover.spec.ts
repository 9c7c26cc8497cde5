import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	dealer,
	firmOf,
	keyOf,
	lab,
	projected,
	soloSpec,
	turnOf,
	type Lab,
	type PlanDraft,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { groupAccounts, groupOf } from '../field/groups.ts';
import { fieldTurn } from '../field/turn.ts';
import { factsOf } from '../facts.ts';
import { ACCOUNT, balanceOf, entry } from '../ledger.ts';
import { dealerEntity } from '../state.ts';
import { nodeCell, transitCell } from '../echelon/chain.ts';
import { inTransit, onHand } from '../echelon/goods.ts';
import { CALL_PURPOSES } from '../vocab.ts';
import { at } from '../world.ts';
import { beginTurn, pushRoom } from './handover.ts';
import { setMarket } from './market.ts';
import { runFirms } from './supply.ts';

const begin = (market: Lab, edit: (plan: PlanDraft) => void): void => {
	const plan = changed(at(market.plans, 0), edit);
	beginTurn(market.world, market.state, [plan], keyOf(0));
};
const cash = ({ state }: Lab): number => balanceOf(state.balances, 0, ACCOUNT.CASH);

test('[T1] list prices change at the turn’s start, before anything is shipped', () => {
	const market = lab(soloSpec());
	const { world, state } = market;
	begin(market, (plan) => {
		plan.price.dealerPriceCents['own-tea'] = 220;
	});
	state.slip[0] = 10;
	const turn = turnOf(market);
	setMarket(world, state, turn, 0);
	runFirms(world, state, turn, 0);
	expect(balanceOf(state.balances, 0, ACCOUNT.REVENUE)).toBe(-10 * 220);
});

describe('people', () => {
	test('[T2] two more cost two hirings, and give half in their first turn', () => {
		const market = lab(soloSpec());
		begin(market, (plan) => {
			plan.field.merchandisers = 3;
		});
		expect(cash(market)).toBe(1_000_000 - 2 * 500);
		expect([market.state.staff[0], market.state.newcomers[0]]).toEqual([3, 2]);
		// 10 accounts × 4 calls × (45 + 5) ÷ 4 = 500 minutes for each 1 000 of a head: 2 heads' worth for 4 times.
		const busy = changed(at(market.plans, 0), (plan) => {
			plan.field.minutesPerVisit = { A: 995, B: 995, C: 0 };
		});
		// A 2 × 1 000; B 3 × 1 000 finds nothing left of 1 + 2 × ½ heads.
		const served = (newcomers: number): number[] => {
			market.state.closeness.fill(0);
			const groups = groupAccounts(market.world, market.state, [0], 0);
			const team = { waste: 0, skill: 0, staff: 3, newcomers };
			const { coverage } = fieldTurn(market.world, 0, busy, groups, team);
			return [0, 1].map((c) => at(coverage, groupOf(c, CALL_PURPOSES.indexOf('grow'))));
		};
		expect(served(2)).toEqual([1, 0]);
		expect(served(0)[1]).toBeCloseTo(1 / 3, 12);
	});

	test('[T2] newcomers are old hands in the next turn', () => {
		const market = lab(soloSpec());
		for (const heads of [3, 3])
			begin(market, (plan) => {
				plan.field.merchandisers = heads;
			});
		expect([market.state.staff[0], market.state.newcomers[0]]).toEqual([3, 0]);
		expect(cash(market)).toBe(1_000_000 - 2 * 500);
	});

	test('[T2] who goes is paid four weeks of wages', () => {
		const market = lab(soloSpec());
		begin(market, (plan) => {
			plan.field.merchandisers = 0;
		});
		expect(cash(market)).toBe(1_000_000 - 4 * 1000);
	});

	test('[T2] half weeks and odd cents of severance are paid in whole cents', () => {
		const market = lab(
			soloSpec(({ fieldRules }) => Object.assign(fieldRules, { severanceWeeks: 2.5, wageCentsPerWeek: 1001 }))
		);
		begin(market, (plan) => {
			plan.field.merchandisers = 0;
		});
		// 2 502.5, halves up.
		expect(cash(market)).toBe(1_000_000 - 2503);
	});
});

describe('a new dealer', () => {
	const withCandidates = (edit: (spec: SpecDraft) => void = () => {}): Lab =>
		lab(
			soloSpec((spec) => {
				spec.dealers.push({ ...dealer('next'), reach: { area: 0 } });
				edit(spec);
			})
		);
	const appoint = (market: Lab): void =>
		begin(market, (plan) => {
			plan.dealers.appoint = { region: 'next' };
		});

	/** 100 new and 50 older units on the old dealer's floor, 30 on the road: book value 180 × 2.00. */
	const stocked = (market: Lab): Lab => {
		const { world, state } = market;
		state.nodeStock[nodeCell(world, 0, 0)] = 100;
		state.nodeStock[nodeCell(world, 0, 0) + 1] = 50;
		state.transit[transitCell(world, 0, 0, 1)] = 30;
		state.bookCents[0] = 36_000;
		entry(state.balances, dealerEntity(world, 0), ACCOUNT.INVENTORY, ACCOUNT.EQUITY, 6000);
		return market;
	};

	test('[T3] the old one’s goods come back, as old as they are, the road included', () => {
		const market = stocked(withCandidates());
		const { world, state } = market;
		appoint(market);
		const warehouse = nodeCell(world, 2, 0);
		expect([state.nodeStock[warehouse], state.nodeStock[warehouse + 1]]).toEqual([100 + 100 + 30, 50]);
		expect(onHand(world, state, 0, 0) + inTransit(world, state, 0, 0) + state.bookCents[0]!).toBe(0);
		expect(factsOf(world, state, 0, 4).sellInUnits).toBe(-180);
	});

	test('[T3] the firm pays nine tenths of book value and the appointment; the sale is undone', () => {
		const market = stocked(withCandidates());
		const { world, state } = market;
		appoint(market);
		expect(cash(market)).toBe(1_000_000 - 32_400 - 5000);
		expect(balanceOf(state.balances, 0, ACCOUNT.REVENUE)).toBe(32_400);
		expect(balanceOf(state.balances, 0, ACCOUNT.COST_OF_GOODS)).toBe(-180 * 100);
		expect(balanceOf(state.balances, 0, ACCOUNT.OVERHEAD)).toBe(5000);
		const old = dealerEntity(world, 0);
		expect(balanceOf(state.balances, old, ACCOUNT.CASH)).toBe(1_032_400);
		expect(balanceOf(state.balances, old, ACCOUNT.WRITE_OFF)).toBe(3600);
		expect(balanceOf(state.balances, old, ACCOUNT.INVENTORY)).toBe(0);
	});

	test('[T3] the new one learns the weekly orders and opens with an order of normal cover, in cases', () => {
		const market = withCandidates((spec) => {
			at(firmOf(spec).products, 0).unitsPerCase = 30;
		});
		const { state } = market;
		state.slip[0] = 90;
		state.backlog[0] = 60;
		appoint(market);
		expect(Array.from(state.nodeForecast.subarray(0, 2))).toEqual([0, 50]);
		// 50 × (1 + 1 lead + 2 cover) = 200: 7 cases of 30. What the old one still awaited is void.
		expect(Array.from(state.slip.subarray(0, 2))).toEqual([0, 210]);
		expect(Array.from(state.backlog.subarray(0, 2))).toEqual([0, 0]);
		expect(Array.from(state.dealerOf)).toEqual([1]);
	});

	test('[T3] it takes over an account with chance handoverKeep × delivery: .5 × .8', () => {
		const market = withCandidates((spec) => {
			areaOf(spec).outlets = 4000;
			at(spec.dealers, 1).actual.delivery = 80;
		});
		appoint(market);
		const taken = market.state.served.subarray(4000).reduce((sum, on) => sum + on, 0);
		// Three standard errors are .023.
		expect(Math.abs(taken / 4000 - 0.4)).toBeLessThan(0.023);
	});

	test('[T3] only accounts of ours: what was never listed is not handed over', () => {
		const market = withCandidates((spec) => {
			areaOf(spec).distribution = { own: { A: 1, B: 0, C: 0 } };
			areaOf(spec).shares = { own: 0.1 };
			spec.channelRules.handoverKeep = 1;
		});
		appoint(market);
		market.state.served
			.subarray(10)
			.forEach((on, o) => expect(on).toBe(market.world.outletClass[o] === 0 ? 1 : 0));
	});
});

describe('a push', () => {
	test('[T4] is read in the first week', () => {
		const market = lab(soloSpec());
		const { world, state } = market;
		begin(market, (plan) => {
			plan.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 5 }];
		});
		const turn = turnOf(market);
		setMarket(world, state, turn, 0);
		runFirms(world, state, turn, 0);
		expect(inTransit(world, state, 0, 0)).toBe(50);
	});

	test('[T4] stops at 42 days of sales, all that is owned or ordered counted', () => {
		const { world, state } = lab(soloSpec());
		// 50 a week × 6 weeks = 300, less 150 on the floor.
		expect(pushRoom(world, state, 0, 0, 0)).toBe(150);
		state.slip[0] = 30;
		state.backlog[0] = 20;
		state.transit[transitCell(world, 0, 0, 1)] = 40;
		expect(pushRoom(world, state, 0, 0, 0)).toBe(60);
		state.slip[0] = 1000;
		expect(pushRoom(world, state, 0, 0, 0)).toBe(0);
	});

	test('[T4][J8] comes in whole cases, whatever the dealer’s cash, which nobody shows', () => {
		const market = lab(
			soloSpec((spec) => {
				at(spec.dealers, 0).capitalCents = 3999;
			})
		);
		const pushed = changed(at(market.plans, 0), (plan) => {
			plan.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 40 }];
		});
		const { applied, dropped } = projected(market, pushed);
		// Room for 150 units is fifteen cases of ten.
		expect(applied.supply.pushes).toEqual([{ region: 'region', product: 'own-tea', cases: 15 }]);
		expect(dropped).toEqual([
			{ code: 'PUSH_LIMIT', lever: 'supply', path: 'supply.pushes[0]', params: { asked: 40, given: 15 } }
		]);
	});
});
