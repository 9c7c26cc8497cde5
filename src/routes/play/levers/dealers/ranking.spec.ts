import { describe, expect, test } from 'vitest';
import type { CandidateView } from '#lib/engine/view.ts';
import { ranking } from './ranking.ts';

const EVEN = { reputation: 50, strength: 50, scale: 50, network: 50, delivery: 50, management: 50 };
const NONE = { reputation: 0, strength: 0, scale: 0, network: 0, delivery: 0, management: 0 };

function dealer(id: string, points: number, open = true): CandidateView {
	const stated = {
		reputation: points,
		strength: points,
		scale: points,
		network: points,
		delivery: points,
		management: points
	};
	return { id, stated, heldBy: null, open, capitalCents: 0, returns: null };
}

const CANDIDATES = [dealer('a', 40), dealer('shut', 99, false), dealer('b', 60), dealer('c', 60)];
const shown = (sheet: Parameters<typeof ranking>[1]): unknown[] =>
	ranking(CANDIDATES, sheet).map(({ dealer: { id }, total, rank }) => [id, total, rank]);

describe('the choice sheet', () => {
	test('ranks by stated figures until somebody judges; equals share a rank, who is not to be had has none', () => {
		expect(shown({ weights: EVEN, scores: {}, shortlist: [] })).toEqual([
			['a', 40, 3],
			['b', 60, 1],
			['c', 60, 1],
			['shut', 99, null]
		]);
	});

	test('takes an own score for the stated one, by its weight', () => {
		const weights = { ...NONE, network: 80, delivery: 20 };
		const scores = { a: { network: 100 }, c: { network: 10, delivery: 10 } };
		expect(shown({ weights, scores, shortlist: [] })).toEqual([
			['a', 88, 1],
			['b', 60, 2],
			['c', 10, 3],
			['shut', 99, null]
		]);
	});

	test('tells nothing without weights', () => {
		expect(shown({ weights: NONE, scores: {}, shortlist: [] })[0]).toEqual(['a', null, null]);
	});
});
