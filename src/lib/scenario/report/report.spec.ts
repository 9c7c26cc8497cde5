import { expect, test } from 'vitest';
import { smallDraft } from '../../../../tests/scenarios/support.ts';
import { specOf } from '../spec.ts';
import { reportOf } from './index.ts';

const REPORT = reportOf(specOf(smallDraft()));

test('the price sheet, step by step', () => {
	expect(REPORT.prices).toEqual([
		{
			product: 'tea',
			unitsPerCase: 15,
			costCents: 120,
			freightCents: 10,
			dealerPriceCents: 240,
			contributionCents: 110,
			contributionCentsPerCase: 1650,
			outletPriceCents: 280,
			dealerMarginCents: 40,
			dealerMargin: 40 / 280,
			dealerNetCents: 13,
			shelfNetCents: 354,
			outletMarginCents: 74,
			outletMargin: 74 / 354,
			shelfCents: 400
		}
	]);
});

test('the area: 60 outlets × 30 units × 4 weeks, a tenth of it ours, a third of the weighted distribution', () => {
	expect(REPORT.areas).toHaveLength(1);
	expect(REPORT.areas[0]).toMatchObject({
		outlets: 60,
		unitsPerTurn: 7200,
		casesPerTurn: 480,
		retailCentsPerTurn: 2_880_000,
		ownShare: 0.1,
		bestRival: 'theirs',
		position: 'behindOutOfRange',
		pattern: 'contested'
	});
	expect(REPORT.areas[0]?.weightedDistribution).toBeCloseTo(0.32, 12);
	expect(REPORT.areas[0]?.inStoreShare).toBeCloseTo(0.1 / 0.32, 12);
});

test('the field: 6 × 4 × 20 + 18 × 2 × 15 + 36 × 12 minutes in four weeks, against one person', () => {
	expect(REPORT.field).toMatchObject({
		callsPer4Weeks: 96,
		neededMinutesPerWeek: 363,
		givenMinutesPerWeek: 1488
	});
	expect(REPORT.field.peopleForAll).toBeCloseTo(363 / (1815 * 0.82), 12);
});

test('break-even: wages of one over contribution of the whole market', () => {
	const wages = 4 * 154_800;
	expect(REPORT.result.fixedCentsPerTurn).toBe(wages);
	expect(REPORT.result.breakEvenShare).toBeCloseTo(wages / (7200 * 110), 12);
});

test('targets as shares of what is sold', () => {
	expect(REPORT.turns).toHaveLength(7);
	expect(REPORT.turns[0]).toMatchObject({
		weeks: 4,
		marketUnits: 7200,
		targetUnits: 800,
		targetShare: 800 / 7200
	});
});

test('dealers: what they reach, what they need to live', () => {
	expect(REPORT.dealers.map(({ dealer, outlets }) => [dealer, outlets])).toEqual([
		['first', 30],
		['second', 36],
		['third', 24]
	]);
	// 180 units a week over 15 listing outlets at ¥.40: 4.8 yuan each, of 438.46 that a fifth of a van costs.
	const listed = 60 * (0.1 * 0.4 + 0.3 * 0.3 + 0.6 * 0.2);
	expect(REPORT.dealers[0]?.outletsToLive).toBe(Math.ceil((219_231 * 0.2) / ((180 / listed) * 40)));
});
