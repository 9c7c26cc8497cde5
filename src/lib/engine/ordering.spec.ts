import { expect, test } from 'vitest';
import { playBeerGame } from '../../../tests/support/sterman.ts';
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
	const rule = { theta: 0, alpha: 1, beta: 1, targets: [28, 28, 28, 20] };
	expect(playBeerGame(rule, (week) => (week <= 4 ? 4 : 8)).costs).toEqual([46, 50, 54, 54]);
});
