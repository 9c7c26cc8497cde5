import { describe, expect, test } from 'vitest';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { FORGERIES, forged, handedIn } from '../../../../tests/support/submissions.ts';
import { readShape } from '../../engine/shape.ts';
import { gameDigest, SubmissionSchema } from './index.ts';
import { verify } from './verify.ts';
import { fitsWork, workOf } from './work.ts';

const scenario = shipped('first-city.yaml');
const game = handedIn(scenario, 'one-area-first', 'a');

describe('a game that was really played', () => {
	test('comes out as it is said to', () => {
		expect(verify(game, scenario.spec)).toEqual({ ok: true, value: game.claim.score });
	});

	test('is of the shape, and read is what was sent', () => {
		expect(readShape(SubmissionSchema, JSON.parse(JSON.stringify(game)), 'X')).toEqual({
			ok: true,
			value: game
		});
	});

	test('is named by what it follows from, and by nothing else', () => {
		const other = handedIn(scenario, 'one-area-first', 'a', 'somebody else', 'b'.repeat(32));
		const turned = { ...game.log, plans: game.log.plans.map((plan) => ({ ...plan })) };
		expect(gameDigest(other.log)).toBe(gameDigest(game.log));
		expect(gameDigest(turned)).toBe(gameDigest(game.log));
		expect(gameDigest({ ...game.log, worldSeed: 'b' })).not.toBe(gameDigest(game.log));
	});
});

describe('what is forged is found, each by its own code', () => {
	test.each(FORGERIES)('$name: $code', (forgery) => {
		expect(verify(forged(game, forgery), scenario.spec)).toMatchObject({
			ok: false,
			faults: [{ code: forgery.code }]
		});
	});

	test('a score copied from a better game', () => {
		const better = handedIn(scenario, 'one-area-first', 'b');
		const stolen = { ...game, claim: { ...game.claim, score: better.claim.score } };
		expect(verify(stolen, scenario.spec)).toMatchObject({ faults: [{ code: 'BOARD_SCORE' }] });
		expect(verify({ ...game, claim: better.claim }, scenario.spec)).toMatchObject({ ok: false });
	});
});

describe('work is reckoned from the scenario', () => {
	test('outlets by products by weeks', () => {
		const { regions, firms, time } = scenario.spec;
		const work = workOf(scenario.spec);
		expect(work.productWeeks).toBe(work.cells * (time.turns * time.weeksPerTurn + time.closingWeeks));
		const twice = firms.map((firm) => ({ ...firm, products: [...firm.products, ...firm.products] }));
		expect(workOf({ regions, firms: twice, time }).cells).toBe(2 * work.cells);
	});

	test('and too much of it is refused', () => {
		const work = { productWeeks: 100, cells: 10 };
		expect(fitsWork(work, work)).toEqual({ ok: true, value: work });
		expect(fitsWork(work, { productWeeks: 99, cells: 10 })).toMatchObject({
			faults: [{ code: 'BOARD_TOO_LARGE' }]
		});
		expect(fitsWork(work, { productWeeks: 100, cells: 9 })).toMatchObject({
			faults: [{ code: 'BOARD_TOO_LARGE' }]
		});
	});
});
