import { expect, test } from 'vitest';
import { orderQuantity, smooth } from './ordering.ts';

test.each([
	['the forecast, when stock and line are as wanted', [8, 20, 12, 8, 1, 1], 8],
	['the gap at once, at α 1', [8, 20, 10, 8, 1, 1], 10],
	['a share of the gap, at a smaller α', [8, 20, 10, 0, 0.26, 0.34], 11],
	['more, the less of the line is seen', [8, 20, 10, 8, 1, 0.5], 14],
	['halves upwards', [0.5, 0, 0, 0, 1, 1], 1],
	['nothing, when there is too much', [2, 10, 30, 0, 1, 1], 0]
] as const)('[N16] it orders %s', (_name, [forecast, target, net, line, alpha, beta], expected) => {
	expect(orderQuantity(forecast, target, net, line, alpha, beta)).toBe(expected);
});

test('[N16] an order is negative only where that is allowed', () => {
	expect(orderQuantity(2, 10, 30, 0, 1, 1, true)).toBe(-18);
	expect(orderQuantity(2.5, 0, 5, 0, 1, 1, true)).toBe(-2);
	expect(Object.is(orderQuantity(0, 0, 0, 0, 1, 1), 0)).toBe(true);
});

test('[N17] smoothing is exact at both ends and between forecast and observation', () => {
	expect(smooth(0.1, 0.7, 0)).toBe(0.1);
	expect(smooth(0.1, 0.7, 1)).toBe(0.7);
	expect(smooth(4, 8, 0.25)).toBe(5);
});

// Sterman 1989: the benchmark his rule reaches on the Beer Game, $46, 50, 54 and 54, $204 in all.
test('[N16] it plays the Beer Game for $204', () => {
	const stages = [28, 28, 28, 20].map((target) => ({
		target,
		onHand: 12,
		backlog: 0,
		/** Due now, and one week later; for the factory, its production. */
		due: [4, 4] as [number, number],
		/** What the stage below orders, as it lies here this week. */
		slip: 4,
		placed: 4,
		forecast: 4,
		cost: 0
	}));
	const shipped = [0, 0, 0, 0];
	for (let week = 1; week <= 36; week++) {
		const placedBefore = stages.map((stage) => stage.placed);
		stages.forEach((stage, i) => {
			stage.onHand += stage.due[0];
			stage.due[0] = stage.due[1];
			stage.due[1] = 0;
			const incoming = i === 0 ? (week <= 4 ? 4 : 8) : stage.slip;
			const wanted = stage.backlog + incoming;
			shipped[i] = Math.min(stage.onHand, wanted);
			stage.onHand -= shipped[i]!;
			stage.backlog = wanted - shipped[i]!;
			stage.forecast = smooth(stage.forecast, incoming, 0);
		});
		stages.forEach((stage, i) => {
			stage.due[1] = i < 3 ? shipped[i + 1]! : placedBefore[i]!;
			if (i > 0) stage.slip = placedBefore[i - 1]!;
		});
		stages.forEach((stage, i) => {
			const supplier = stages[i + 1];
			const line = stage.due[0] + stage.due[1] + (supplier ? supplier.slip + supplier.backlog : 0);
			const net = stage.onHand - stage.backlog;
			const order = orderQuantity(stage.forecast, stage.target, net, line, 1, 1);
			stage.placed = week <= 4 ? 4 : order;
			stage.cost += 0.5 * stage.onHand + stage.backlog;
		});
	}
	expect(stages.map((stage) => stage.cost)).toEqual([46, 50, 54, 54]);
});
