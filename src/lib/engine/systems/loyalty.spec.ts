import { describe, expect, test } from 'vitest';
import {
	dealer,
	dealerOf,
	gameOf,
	keyOf,
	lab,
	soloSpec,
	turnOf,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, view } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { dealerEntity } from '../state.ts';
import { at } from '../world.ts';
import { settleDealers } from './dealings.ts';
import { lineReturn, loyaltyGoal } from './loyalty.ts';

const market = (edit: (spec: SpecDraft) => void = () => {}): Lab => lab(soloSpec(edit));
const settles = (it: Lab, week: number): void =>
	settleDealers(it.world, it.state, turnOf(it), keyOf(week), week);

describe('what the line earns', () => {
	test('[D18] its cost is a part of what opening sales leave after delivery, and is paid weekly', () => {
		const it = market((spec) => Object.assign(spec.dealing, { lineCost: 0.4 }));
		const overhead = () => balanceOf(it.state.balances, dealerEntity(it.world, 0), ACCOUNT.OVERHEAD);
		settles(it, 0);
		// .4 × 50 × (250 − 200 − 10).
		expect(overhead()).toBe(800);
	});

	test('[D18] at the opening it is what sales and price sheet promise', () => {
		const it = market((spec) => Object.assign(spec.dealing, { lineCost: 0.4 }));
		expect(lineReturn(it.state, 0)).toBeCloseTo((52 * 1200) / 40_000, 12);
	});

	test('[D18] a week without sales weighs .08 of what it remembers', () => {
		const it = market((spec) => Object.assign(spec.dealing, { lineCost: 0.4 }));
		settles(it, 0);
		expect(it.state.lineProfit[0]).toBeCloseTo(0.92 * 1200 + 0.08 * -800, 9);
	});
});

describe('loyalty', () => {
	const goal = (alternativeReturn: number, edit: (it: Lab) => void = () => {}): number => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn }));
		edit(it);
		return loyaltyGoal(it.world, it.state, 0, 0);
	};

	test('[D21] settles at a half where the line earns what others do, at 0 for nothing, and no higher than money makes loyal', () => {
		// It earns 2.6; the last .3 takes support.
		expect([goal(2.6), goal(1.3), goal(1), goal(5.2)]).toEqual([0.5, 0.7, 0.7, 0.25]);
		const none = goal(2.6, ({ state }) => {
			state.lineProfit[0] = 0;
		});
		expect(none).toBe(0);
	});

	test('[D21] lower in a glut and with something overdue, higher with support', () => {
		const changed = [
			goal(2.6, ({ state }) => {
				state.nodeForecast[0] = 0.01;
			}),
			goal(2.6, ({ state }) => {
				state.overdue[0] = 1;
			}),
			goal(2.6, ({ state }) => {
				state.supported[0] = 1;
			})
		];
		expect(changed.map((is) => is - 0.5).map((by) => Math.floor(by * 100 + 0.5) / 100)).toEqual([
			-0.2, -0.1, 0.3
		]);
	});

	test('[D21] moves a part of the way in a week', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 1, loyaltySpeed: 0.1 }));
		settles(it, 0);
		expect(it.state.loyalty[0]).toBeCloseTo(0.52, 12);
	});
});

describe('a dealer that is starved', () => {
	/** Nothing of ten outlets but two is left to it, and the line costs as much as half of them leave. */
	const starved = (edit: (spec: SpecDraft) => void = () => {}) =>
		gameOf(
			soloSpec((spec) => {
				spec.time.turns = 14;
				spec.score.sellOutTargets = new Array<number>(15).fill(200);
				spec.score.profitTargets = new Array<number>(15).fill(0);
				spec.dealers.push({ ...dealer('next'), reach: { area: 0 } });
				Object.assign(spec.dealing, {
					...{
						lineCost: 0.5,
						loyaltySpeed: 0.06,
						leavePerWeek: 0.3,
						alternativeReturn: 0.2,
						openingLoyalty: 0.6
					}
				});
				edit(spec);
			})
		);
	const play = (edit?: (spec: SpecDraft) => void) => {
		let game = starved(edit);
		// The firm takes its outlets away, whatever it says to it.
		game.state.served.fill(0, 2, 10);
		for (let turn = 0; turn < 13; turn++) game = advance(game, view(game).plan);
		return game;
	};

	test('[D21] loses money, then its loyalty, and goes: the region has no dealer, its goods come back', () => {
		const game = play();
		const left = game.facts.map((turn) => at(at(turn, 0).dealers, 0));
		const gone = left.findIndex(({ parted }) => parted === 'left');
		expect(gone).toBeGreaterThan(2);
		const before = left.slice(1, gone);
		// It falls below its costs first.
		expect(before.at(-1)?.returnBp).toBeLessThan(0);
		expect(before.map(({ loyalty }) => loyalty)).toEqual(
			before.map(({ loyalty }) => loyalty).sort((a, b) => b - a)
		);
		expect([game.state.dealerOf[0], game.state.gone[0]]).toEqual([-1, 1]);
		expect(at(view(game).regions, 0)).toMatchObject({ dealer: '', parted: 'left', contract: null });
	});

	test('[D21] but not if nobody else could have it', () => {
		const game = play((spec) => {
			dealerOf(spec).open = false;
		});
		expect([game.state.dealerOf[0], game.state.gone[0]]).toEqual([0, 0]);
		expect(game.state.loyalty[0]).toBeLessThan(0.1);
	});

	test('[D21] with all its outlets it stays', () => {
		let game = starved();
		for (let turn = 0; turn < 13; turn++) game = advance(game, view(game).plan);
		expect(game.state.dealerOf[0]).toBe(0);
		expect(game.state.loyalty[0]).toBeGreaterThan(0.69);
	});
});
