import { expect, test } from 'vitest';
import { areaOf, dealerOf, lab, SEED, soloSpec } from '../../../../tests/support/spec.ts';
import { onHand, unread } from '../echelon/goods.ts';
import { step } from '../step.ts';
import type { OrderMode } from '../vocab.ts';

/** Variance of a dealer's orders over that of what its outlets ask for, 120 weeks of noise about a level. */
function amplification(management: number, mode: OrderMode = 'dealerRule'): number {
	const { world, state, plans } = lab(
		soloSpec((spec) => {
			Object.assign(spec.time, { turns: 500, weeksPerTurn: 1 });
			Object.assign(spec.category, { noise: 0.3, weather: 0.2 });
			Object.assign(spec.channelRules, {
				dealerForecastSmoothing: 0.36,
				outletForecastSmoothing: 0.4,
				advisedSmoothing: 0.1,
				advisedAlpha: 0.5
			});
			areaOf(spec).outlets = 100;
			dealerOf(spec).actual.management = management;
			spec.defaultPlan.supply.orderMode = { region: mode };
		})
	);
	const orders: number[] = [];
	const asked: number[] = [];
	for (let week = 0; week < 150; week++) {
		step(world, state, plans, plans, SEED);
		orders.push(unread(world, state, 0, 0));
		// Nobody is cut short while the dealer has goods left (D2): what is on the way to outlets is what they asked for.
		expect(onHand(world, state, 0, 0)).toBeGreaterThan(0);
		asked.push(state.inbound.reduce((sum, units) => sum + units, 0));
	}
	return variance(orders.slice(30)) / variance(asked.slice(30));
}
function variance(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

test('[D5] a careless dealer’s orders swing more than what its outlets ask for', () => {
	expect(amplification(0)).toBeGreaterThan(1.1);
});

test('[D5] an advised dealer’s swing less than a careless one’s', () => {
	expect(amplification(100)).toBeLessThan(amplification(0));
});

test('[D5] and so do those of one replenished by sell-through', () => {
	expect(amplification(0, 'sellThrough')).toBeLessThan(amplification(0));
});
