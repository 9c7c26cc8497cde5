import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	duoSpec,
	firmOf,
	gameOf,
	lab,
	off,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance } from '../game.ts';
import { at } from '../world.ts';
import { setMarket } from './market.ts';
import { holds, moveStanding } from './no1.ts';

const shares = (own: number, rival: number) => (spec: SpecDraft) => {
	areaOf(spec).shares = { own, rival };
};

describe('who holds an area', () => {
	test.each([
		[0.35, 0.2, true],
		[0.33, 0.2, false],
		[0.2, 0.2, false],
		[0.1, 0.5, false]
	])('[Q1] %f against %f: %s', (own, rival, expected) => {
		const { world, state } = lab(duoSpec(shares(own, rival)));
		expect(holds(world, state, 0, 0)).toBe(expected);
		expect(holds(world, state, 0, 1)).toBe(rival >= 1.7 * own);
	});

	test('[Q1] where nobody else sells, who sells anything holds it; who sells nothing holds nothing', () => {
		const { world, state } = lab(soloSpec());
		expect(holds(world, state, 0, 0)).toBe(true);
		state.standing.fill(0);
		expect(holds(world, state, 0, 0)).toBe(false);
	});

	test('[Q1] the standing follows the week’s sales by .15', () => {
		const now = lab(duoSpec());
		const before = now.state.standing[0]!;
		const turn = turnOf(now);
		turn.weekly[0] = 100;
		moveStanding(now.world, now.state, turn);
		expect(now.state.standing[0]).toBeCloseTo(0.15 * 100 + 0.85 * before, 12);
	});
});

describe('what it brings', () => {
	const paying = (spec: SpecDraft): void => {
		Object.assign(spec.response, {
			no1Listing: 1.3,
			no1Steadiness: 0.5,
			no1Terms: 0.7,
			listPerVisit: 0.1,
			delistPerWeek: 0.01
		});
	};

	test('[Q2][Q3] beyond the range listing is likelier and accounts are steadier; inside it nothing', () => {
		const tables = (own: number) => {
			const now = lab(
				duoSpec((spec) => {
					paying(spec);
					shares(own, 0.2)(spec);
				})
			);
			const turn = turnOf(now);
			setMarket(now.world, now.state, turn, 0);
			return [turn.listBase[2]!, turn.delist[0]!].map((chance) => Math.round(chance * 1e6) / 1e6);
		};
		expect(tables(0.33)).toEqual([0.1, 0.01]);
		expect(tables(0.35)).toEqual([0.13, 0.005]);
	});

	test('[Q4] an activity costs seven tenths to run in an area that is held', () => {
		const spent = (edit: (spec: SpecDraft) => void): number => {
			const spec = soloSpec((draft) => {
				draft.money.activityFixedCents = 1000;
				edit(draft);
			});
			const plan = changed(spec.defaultPlan, (p) => {
				p.activities = [off({ weeks: 2, depthBp: 1 })];
			});
			return advance(gameOf(spec), plan).facts[0]?.[0]?.money.promotionCents ?? 0;
		};
		expect(spent(() => {}) - spent(paying)).toBe(2 * 300);
	});

	test('[Q3] planted: half as many accounts are lost in a held area; without the effect as many as in range', () => {
		const lost = (own: number, edit: (spec: SpecDraft) => void): number => {
			const spec = duoSpec((draft) => {
				paying(draft);
				shares(own, 0.15)(draft);
				Object.assign(areaOf(draft), { outlets: 1000 });
				areaOf(draft).distribution['own'] = { A: 1, B: 1, C: 1 };
				draft.response.delistPerWeek = 0.03;
				for (const f of [0, 1]) firmOf(draft, f).cashCents = 1e9;
				edit(draft);
			});
			const idle = changed(spec.defaultPlan, (plan) => {
				plan.regions.worked = [];
			});
			const game = advance(gameOf(spec), idle);
			const { products } = game.world;
			return game.state.listed.reduce((sum, n, i) => (i % products === 0 ? sum + 1 - n : sum), 0);
		};
		const held = lost(0.4, () => {});
		const inRange = lost(0.2, () => {});
		const without = lost(0.4, (spec) => {
			spec.response.no1Steadiness = 1;
		});
		expect(held).toBeGreaterThan(20);
		expect(held).toBeLessThan(inRange * 0.65);
		expect(Math.abs(without - inRange)).toBeLessThan(inRange * 0.15);
	});
});

test('[Q1] three firms: the best rival is the measure', () => {
	const { world, state } = lab(duoSpec(shares(0.4, 0.2)));
	state.standing[1] = at([...state.standing], 0) / 1.6;
	expect(holds(world, state, 0, 0)).toBe(false);
});
