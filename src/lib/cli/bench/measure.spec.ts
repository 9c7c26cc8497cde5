import { expect, test } from 'vitest';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { hold } from '#lib/strategy/bots/hold.ts';
import { rival } from '#lib/strategy/index.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { median, quantile, timeGame } from './measure.ts';
import { referenceNs } from './reference.ts';

test('quantiles are values that were measured', () => {
	const values = [5, 1, 4, 2, 3];
	expect([median(values), quantile(values, 0.95), quantile(values, 0)]).toEqual([3, 5, 1]);
	expect(quantile([1, 2], 0.5)).toBe(1);
});

test('every turn is timed, and the parts are parts', () => {
	const { spec } = shipped('first-city.yaml');
	const { turnMs, strategiesMs, viewsMs, hashMs } = timeGame(
		generateWorld(spec),
		seedFromText('a'),
		hold,
		rival,
		true
	);
	expect(turnMs).toHaveLength(spec.time.turns + 1);
	const total = turnMs.reduce((sum, ms) => sum + ms, 0);
	for (const part of [strategiesMs, viewsMs, hashMs]) {
		expect(part).toBeGreaterThan(0);
		expect(part).toBeLessThan(total);
	}
});

test('the yardstick takes time', () => {
	expect(referenceNs()).toBeGreaterThan(0.1);
});
