import { describe, expect, test } from 'vitest';
import {
	changed,
	gameOf,
	keyOf,
	lab,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { twoRegions } from '../../../../tests/support/two-regions.ts';
import { goodsLaw, moneyLaw, unitsInModel } from '../engine.properties.ts';
import { onHand } from '../echelon/goods.ts';
import { advance, score, view, type Game } from '../game.ts';
import { ACCOUNT, balanceOf, cashTotal } from '../ledger.ts';
import type { ControlPlan, Plan } from '../plan.ts';
import { dealerEntity } from '../state.ts';
import { agree, USUAL_TERMS } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { at } from '../world.ts';
import { divert, foundOutCents, freightCents, marginalBp, rebatesOf } from './diversion.ts';
import { setMarket } from './market.ts';

const [HERE, THERE] = [0, 1];

/** Freight is 10 a unit and region, list price 200. A rebate for the dealer here is the gap, in basis points of 200. */
const market = (rebateBp: number, edit: (spec: SpecDraft) => void = () => {}): Lab => {
	const it = lab(
		twoRegions((spec) => {
			Object.assign(spec.dealing, { divertResponse: 4, openingLoyalty: 0 });
			edit(spec);
		})
	);
	agree(it.world, it.state, 0, HERE, { ...USUAL_TERMS, rebateBp });
	return it;
};

/** A week in which every dealer's outlets ask for 50 units. */
function week(it: Lab, control: ControlPlan | null = null, number = 0): Turn {
	const plan = changed(at(it.plans, 0), (draft) => {
		if (control !== null) draft.dealers.control = { ...control };
	});
	const turn = turnOf(it, plan);
	setMarket(it.world, it.state, turn, number);
	turn.demand.fill(50);
	divert(it.world, it.state, turn, keyOf(number));
	return turn;
}
const brought = (rebateBp: number, edit?: (spec: SpecDraft) => void, control?: ControlPlan): number =>
	week(market(rebateBp, edit), control ?? null).divertedIn[THERE]!;

describe('the threshold', () => {
	test('[D22] is freight of both regions, and below it nothing moves', () => {
		// 1 000 bp of 200 are 20: the gap is the freight of 10 and 10.
		expect([brought(0), brought(1000)]).toEqual([0, 0]);
		// 40 of gap are 20 beyond it: 4 × 20 ÷ 200 of 50.
		expect(brought(2000)).toBe(20);
		expect(brought(1500)).toBe(10);
	});

	test('[D22] grows by what being found out would cost, by its chance', () => {
		const fined = (inspection: number, fineBp: number) =>
			brought(2000, undefined, { inspection, fineBp, forfeit: false });
		// A fine of 20 % of 200 with a chance of a quarter a level: 10 a level.
		expect([0, 1, 2].map((level) => fined(level, 2000))).toEqual([20, 10, 0]);
		// Severity without a chance deters nobody.
		expect(fined(0, 20_000)).toBe(20);
	});

	test('[D22] and by the rebate it would lose', () => {
		const it = market(2000);
		const plan = changed(at(it.plans, 0), (draft) => {
			draft.dealers.control = { inspection: 1, fineBp: 0, forfeit: true };
		});
		const lost = rebatesOf(it.world, it.state, 0, [HERE])[0]?.flatBp ?? 0;
		expect(freightCents(it.world, HERE, THERE)).toBe(20);
		expect(foundOutCents(it.world, it.state, turnOf(it, plan), 0, HERE, 0, lost)).toBe(0.25 * 40);
	});
});

describe('a step of a rebate', () => {
	const stepped = (bought: number): number => {
		const it = market(0);
		agree(it.world, it.state, 0, HERE, {
			...USUAL_TERMS,
			rebateBp: 100,
			targetCents: 100_000,
			steps: [{ fromBp: 10_000, rebateBp: 500 }]
		});
		it.state.bought[0] = bought;
		return marginalBp(it.world, it.state, 0, HERE, 0);
	};

	test('[D22] within reach is worth more than it pays on what is missing: the cliff widens the gap', () => {
		// 50 000 are missing, five weeks of 10 000; then 40 000 are, and 5 % on all 100 000 is paid for them.
		expect([stepped(50_000), stepped(60_000)]).toEqual([100, 100 + (500 * 100_000) / 40_000]);
		expect([stepped(90_000), stepped(100_000)]).toEqual([3000, 600]);
	});
});

describe('what is brought', () => {
	test('[D22] at most a part of what is asked for there, and what is left here', () => {
		expect(brought(3000, (spec) => Object.assign(spec.dealing, { divertMost: 0.3 }))).toBe(15);
		const it = market(3000);
		const stock = onHand(it.world, it.state, HERE, 0);
		it.state.nodeStock[0] = it.state.nodeStock[0]! - (stock - 57);
		expect(week(it).divertedIn[THERE]).toBe(7);
	});

	test('[D22] the less the more loyal the dealer is, and where it was trained', () => {
		const by = (edit: (it: Lab) => void): number => {
			const it = market(2000);
			edit(it);
			return week(it).divertedIn[THERE]!;
		};
		const loyal = by(({ state }) => state.loyalty.fill(0.5));
		const trained = by(({ state }) => {
			state.supported[0] = 1;
		});
		const advised = by(({ world, state }) => {
			Object.assign(world.spec.fieldRules.advisors, { lift: 1 });
			state.advice.fill(1);
		});
		expect([loyal, trained, advised, by(({ state }) => state.loyalty.fill(1))]).toEqual([10, 10, 10, 0]);
	});

	test('[D22] is sold below the dealer there, the freight paid, and the goods leave the floor here', () => {
		const it = market(2000);
		const stock = onHand(it.world, it.state, HERE, 0);
		const all = cashTotal(it.state.balances);
		const turn = week(it);
		const me = dealerEntity(it.world, HERE);
		// Outlets pay 250; half of 20 below.
		expect(balanceOf(it.state.balances, me, ACCOUNT.REVENUE)).toBe(-20 * 240);
		expect(balanceOf(it.state.balances, me, ACCOUNT.OVERHEAD)).toBe(20 * (10 + 10 + 10));
		expect([stock - onHand(it.world, it.state, HERE, 0), turn.divertedOut[HERE]]).toEqual([20, 20]);
		expect(it.state.turnDiverted[0]).toBe(20);
		expect(moneyLaw(it.world, it.state, all)).toEqual([]);
	});

	test('[D22] who is found is fined, loses the rebate of the period, and something of its loyalty', () => {
		const control: ControlPlan = { inspection: 2, fineBp: 100, forfeit: true };
		const found = Array.from({ length: 8 }, (_, number) => {
			const it = market(3000, (spec) => Object.assign(spec.dealing, { divertResponse: 40 }));
			it.state.bought[0] = 1000;
			it.state.loyalty.fill(0.2);
			week(it, control, number);
			const { turnFound, turnDivertedOut, turnFined, bought, loyalty } = it.state;
			return {
				units: turnFound[HERE]!,
				out: turnDivertedOut[HERE]!,
				fined: turnFined[HERE]!,
				bought: bought[0]!,
				loyalty: loyalty[0]!
			};
		});
		// With a chance of a half some of eight weeks are found and some are not.
		const caught = found.filter(({ units }) => units > 0);
		expect([caught.length > 0, caught.length < 8]).toEqual([true, true]);
		for (const { units, out, fined, bought, loyalty } of caught) {
			expect([units, fined, bought]).toEqual([out, out * 2, 0]);
			expect(loyalty).toBeCloseTo(0.15, 12);
		}
		const free = found.filter(({ units }) => units === 0);
		for (const { out, fined, bought, loyalty } of free) {
			expect(out).toBeGreaterThan(0);
			expect([fined, bought, loyalty]).toEqual([0, 1000, 0.2]);
		}
	});
});

describe('a market in which it happens', () => {
	/** The dealer here pays a fifth less, by a standing rebate of 20 %. */
	const spec = (divertResponse: number) =>
		twoRegions((draft) => {
			Object.assign(draft.dealing, { divertResponse, openingLoyalty: 0.2 });
		});
	const offer = (plan: Plan): Plan =>
		changed(plan, (draft) => {
			draft.dealers.terms = { region: { ...structuredClone(USUAL_TERMS), rebateBp: 2500 } as never };
		});
	function play(divertResponse: number): Game {
		let game = gameOf(spec(divertResponse));
		const cash = cashTotal(game.state.balances);
		for (let turn = 0; turn < 3; turn++) {
			const before = unitsInModel(game.world, game.state);
			game = advance(game, offer(view(game).plan));
			expect(goodsLaw(game.world, game.state, before)).toEqual([]);
			expect(moneyLaw(game.world, game.state, cash)).toEqual([]);
		}
		return game;
	}
	const last = (game: Game) => at(at(game.facts, 2), 0);

	test('[D22] goods and money are conserved; the dealer there sells less, orders less, and no shelf is emptier', () => {
		const game = play(4);
		const { dealers, divertedUnits, sellOutUnits } = last(game);
		expect(divertedUnits).toBeGreaterThan(50);
		expect(dealers.map(({ divertedOutUnits }) => divertedOutUnits)).toEqual([divertedUnits, 0]);
		expect(dealers.map(({ divertedInUnits }) => divertedInUnits)).toEqual([0, divertedUnits]);
		const [here, there] = [HERE, THERE].map((d) => game.state.nodeForecast[d]!);
		expect(here).toBeGreaterThan(50);
		expect(there).toBeLessThan(50);
		expect(sellOutUnits).toBe(last(play(0)).sellOutUnits);
	});

	test('[D22][Z2] turned off, only its effect goes: the same goods are sold, and the flow is whole again', () => {
		const [on, off] = [play(4), play(0)];
		expect(last(off).divertedUnits).toBe(0);
		const flow = (game: Game) =>
			score(game)
				.turns.at(-1)
				?.parts.effectiveShipment.find(({ code }) => code === 'flowThrough');
		const [with_, without] = [flow(on), flow(off)];
		const diverted = last(on).divertedUnits + at(at(on.facts, 1), 0).divertedUnits;
		expect(with_?.value).toBe((without?.value ?? 0) - diverted);
		expect(with_?.points).toBeLessThan(without?.points ?? 0);
	});
});
