import { describe, expect, test } from 'vitest';
import { changed, gameOf, lab, off, SEED, soloSpec } from '../../../tests/support/spec.ts';
import { advance, close } from './game.ts';
import { inTransit, onHand, unread } from './echelon/goods.ts';
import { step } from './step.ts';
import { at } from './world.ts';

describe('one week', () => {
	const week = () => {
		const market = lab(soloSpec(({ time }) => Object.assign(time, { turns: 9, weeksPerTurn: 1 })));
		const { world, state, plans } = market;
		return { ...market, run: () => step(world, state, plans, plans, SEED) };
	};

	test('[T0] deliveries are on the shelf before the shop opens, and are delivered after it orders', () => {
		const { world, state, run } = week();
		state.stockNew.fill(0);
		state.inbound.fill(4);
		run();
		// Of 4 on the shelf all are sold; the outlet orders 10, and what the dealer hands over lies before the door.
		expect([state.turnSold[0], state.stockNew.every((units) => units === 0)]).toEqual([40, true]);
		expect(Array.from(state.inbound)).toEqual(new Array(10).fill(10));
		// Of its 150 and the 0 that came in.
		expect(onHand(world, state, 0, 0)).toBe(50);
	});

	test('[T0][S3] a dealer’s order is read the week after, and the firm ships before it is settled', () => {
		const { world, state, run } = week();
		run();
		const first = unread(world, state, 0, 0);
		expect(first).toBe(150);
		expect(inTransit(world, state, 0, 0)).toBe(0);
		run();
		expect(inTransit(world, state, 0, 0)).toBe(150);
	});

	test('[T0] the clock counts weeks and turns', () => {
		const { state, run } = week();
		run();
		run();
		expect(Array.from(state.clock)).toEqual([2, 2]);
	});
});

describe('after the last turn', () => {
	const spec = soloSpec(({ time }) => Object.assign(time, { turns: 1, closingWeeks: 3 }));
	const played = advance(
		gameOf(spec),
		changed(spec.defaultPlan, (plan) => {
			plan.activities = [off({ weeks: 1 })];
			plan.field.merchandisers = 2;
		})
	);
	const opened = at(played.facts, 0)[0]!;
	const closed = close(played);
	const facts = at(closed.facts, 1)[0]!;

	test('[T0] the closing weeks are a turn of their own, and count', () => {
		expect(facts).toMatchObject({ turn: 1, weeks: 3, closing: true });
		// 10 outlets × 5 a week × 3.
		expect(facts.sellOutUnits).toBe(150);
		expect(closed.reports).toHaveLength(2);
	});

	test('[T0] the standing plan runs on in them, without its one-offs', () => {
		expect(facts.money.peopleCents).toBe(3 * 2 * 1000);
		expect(facts.money.promotionCents).toBe(0);
		expect(opened.money.promotionCents).toBeGreaterThan(300);
	});
});
