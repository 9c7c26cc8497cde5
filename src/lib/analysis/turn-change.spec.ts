import { describe, expect, test } from 'vitest';
import { played } from '../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../tests/support/scenarios.ts';
import type { FirmReport, ScorePart, TurnScore } from '../engine/report.ts';
import { BOT_NAMES } from '../strategy/index.ts';
import { marksLost, MAX_ROUNDING, scoreChange, turnChange } from './turn-change.ts';

const part = (code: string, points: number, weight = 0, area?: string): ScorePart => ({
	code,
	value: 0,
	target: 0,
	points,
	weight,
	...(area === undefined ? {} : { area })
});

interface Points {
	readonly shipment: readonly [number, number];
	readonly dealer: number;
	readonly expense: readonly [number, number];
	readonly lead: number;
	readonly cash?: number;
}

/** A score as the engine would make it, of parts with the given points. */
function score({ shipment, dealer, expense, lead, cash }: Points): TurnScore {
	const [attainment, flow] = shipment;
	const mean = Math.floor((600 * expense[0] + 400 * expense[1]) / 1000);
	const pillars = {
		effectiveShipment: Math.floor((attainment * flow) / 1000) * 100,
		stock: dealer * 100,
		expense: Math.min(mean, cash ?? 1000) * 100,
		no1: lead * 100
	};
	const weights = { effectiveShipment: 0.3, stock: 0.2, expense: 0.2, no1: 0.3 };
	const total =
		0.3 * pillars.effectiveShipment + 0.2 * pillars.stock + 0.2 * pillars.expense + 0.3 * pillars.no1;
	return {
		turn: 0,
		total: Math.floor(total + 0.5),
		pillars,
		weights,
		parts: {
			effectiveShipment: [part('attainment', attainment), part('flowThrough', flow)],
			stock: [part('dealerDays', dealer, 350)],
			expense: [
				part('expenseRatio', expense[0], 600),
				part('profit', expense[1], 400),
				...(cash === undefined ? [] : [part('cashFloor', cash)])
			],
			no1: [part('lead', lead, 1000, 'old-town')]
		}
	};
}

const BASE: Points = { shipment: [800, 900], dealer: 1000, expense: [500, 500], lead: 200 };

describe('a change of score', () => {
	test('stands at the part that moved, by its weight in pillar and total', () => {
		const { change, parts, pillars } = scoreChange(score(BASE), score({ ...BASE, dealer: 600 }));
		expect(change).toBe(-8000);
		expect(parts[0]).toMatchObject({ pillar: 'stock', code: 'dealerDays', effect: -8000 });
		expect(parts.slice(1).map((it) => it.effect)).toEqual(parts.slice(1).map(() => 0));
		expect(pillars.map((it) => it.effect)).toEqual([0, -8000, 0, 0]);
	});

	test('of a product is shared between its factors, each at the mean of the other', () => {
		const { parts } = scoreChange(score(BASE), score({ ...BASE, shipment: [1000, 700] }));
		// 720 → 700: +200 × .8 and −200 × .9, of a pillar that weighs .3.
		expect(parts.slice(0, 2).map((it) => [it.code, Math.round(it.effect)])).toEqual([
			['flowThrough', -5400],
			['attainment', 4800]
		]);
	});

	test('names what the floor of cash takes off, and gives it back when cash is above again', () => {
		const low = score({ ...BASE, cash: 300 });
		const fell = scoreChange(score(BASE), low);
		expect(fell.parts[0]).toMatchObject({ code: 'cashFloor', before: null, effect: -4000 });
		const rose = scoreChange(low, score(BASE));
		expect(rose.parts[0]).toMatchObject({ code: 'cashFloor', now: null, effect: 4000 });
	});

	test('lists the strongest effect first, whichever way it goes', () => {
		const { parts } = scoreChange(
			score(BASE),
			score({ ...BASE, dealer: 900, lead: 100, expense: [900, 500] })
		);
		expect(parts.slice(0, 3).map((it) => it.code)).toEqual(['expenseRatio', 'lead', 'dealerDays']);
	});

	test('tells areas apart', () => {
		const before = score(BASE);
		const now = score(BASE);
		const moved = {
			...now,
			parts: { ...now.parts, no1: [part('lead', 200, 500, 'old-town'), part('lead', 200, 500, 'new-town')] }
		};
		const { parts } = scoreChange(before, moved);
		expect(parts.filter((it) => it.effect !== 0).map((it) => [it.area, it.effect])).toEqual([
			['old-town', -3000],
			['new-town', 3000]
		]);
	});
});

test('marks lost are told part by part, the dearest first, cash at its floor among them', () => {
	const lost = marksLost(score({ ...BASE, cash: 250 }));
	expect(lost.map(({ part, lost }) => [part.code, Math.round(lost)])).toEqual([
		['lead', 24_000],
		['expenseRatio', 6000],
		['attainment', 5700],
		['cashFloor', 5000],
		['profit', 4000],
		['flowThrough', 2700]
	]);
	expect(
		marksLost(score({ shipment: [1000, 1000], dealer: 1000, expense: [1000, 1000], lead: 1000 }))
	).toEqual([]);
});

test('the first turn, and a turn without a score, have nothing to be compared with', () => {
	const turns = [score(BASE), score({ ...BASE, dealer: 900 }), null].map(
		(it) => ({ score: it }) as unknown as FirmReport
	);
	expect(turnChange(turns, 0)).toBeNull();
	expect(turnChange(turns, 1)?.change).toBe(-2000);
	expect(turnChange(turns, 2)).toBeNull();
	expect(turnChange(turns, 3)).toBeNull();
});

describe.each(MARKET_SCENARIOS)('in games of %s', (file) => {
	const games = BOT_NAMES.map((bot) => played(shipped(file), bot, 'arithmetic'));
	const scores = games.map((game) => game.reports.flatMap((report) => report.score ?? []));

	test('effects sum to the change, but for rounding', () => {
		for (const turns of scores) {
			for (const [i, now] of turns.slice(1).entries()) {
				const { change, pillars, rounding } = scoreChange(turns[i] as TurnScore, now);
				expect(Math.abs(rounding)).toBeLessThan(MAX_ROUNDING);
				const byPillars = pillars.reduce((sum, pillar) => sum + pillar.effect, 0);
				expect(Math.abs(change - byPillars)).toBeLessThanOrEqual(1 + 1e-6);
			}
		}
	});

	test('what is lost and what is had make 100, but for rounding', () => {
		for (const now of scores.flat()) {
			const lost = marksLost(now).reduce((sum, it) => sum + it.lost, 0);
			expect(Math.abs(100_000 - now.total - lost)).toBeLessThan(MAX_ROUNDING);
		}
	});
});
