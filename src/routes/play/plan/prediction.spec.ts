import { expect, test } from 'vitest';
import { MAX_REASON } from '#lib/protocol/prediction.ts';
import { readPrediction } from './prediction.ts';

test('nothing typed is no prediction; units or a reason alone are one', () => {
	expect(readPrediction(null, '  ')).toEqual({ ok: true, prediction: null });
	expect(readPrediction(null, ' calls ')).toEqual({
		ok: true,
		prediction: { sellOutUnits: null, reason: 'calls' }
	});
	expect(readPrediction(0, '')).toEqual({ ok: true, prediction: { sellOutUnits: 0, reason: '' } });
});

test.each([NaN, -1, 1.5, 1e300])('%f units are none', (units) => {
	expect(readPrediction(units, 'why')).toEqual({ ok: false });
});

test('a reason is no longer than is kept', () => {
	const read = readPrediction(1, 'x'.repeat(MAX_REASON + 1));
	expect(read.ok && read.prediction?.reason.length).toBe(MAX_REASON);
});
