import { expect, test } from 'vitest';
import { segments } from './meter.ts';

test('parts lie end to end, the mark in scale with them', () => {
	expect(segments([20, 30], 100)).toEqual({
		parts: [
			{ from: 0, width: 20 },
			{ from: 20, width: 30 }
		],
		mark: 100,
		over: 0
	});
});

test('what runs beyond the mark shrinks the scale and is told', () => {
	expect(segments([150, 50], 100)).toEqual({
		parts: [
			{ from: 0, width: 75 },
			{ from: 75, width: 25 }
		],
		mark: 50,
		over: 50
	});
});

test('nothing against nothing is an empty bar', () => {
	expect(segments([0, 0], 0)).toEqual({
		parts: [
			{ from: 0, width: 0 },
			{ from: 0, width: 0 }
		],
		mark: 0,
		over: 0
	});
});
