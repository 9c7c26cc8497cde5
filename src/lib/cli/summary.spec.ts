import { describe, expect, test } from 'vitest';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { played } from '../../../tests/support/games.ts';
import { shipped } from '../../../tests/support/scenarios.ts';
import { scoreSummary, totalsSummary, weeksPlayed } from './summary.ts';

const scenario = shipped('first-city.yaml');

describe.each(BOT_NAMES)('totals of %s', (bot) => {
	const game = played(scenario, bot, 'totals');
	const totals = totalsSummary(game);

	test('every unit made is sold, written off or still there', () => {
		// What is under way in the plant is not made yet.
		const made = (units: typeof totals.openingStockUnits): number =>
			Object.values(units).reduce((total, n) => total + n, 0) - units.plant;
		expect(made(totals.openingStockUnits) + totals.producedUnits).toBe(
			totals.sellOutUnits + totals.writtenOffUnits + made(totals.channelStockUnits)
		);
	});

	test('profit is revenue less expense', () => {
		expect(totals.revenueCents - totals.expenseCents).toBe(totals.profitCents);
	});
});

test('scores are in points, and what is not played is not there', () => {
	const game = played(scenario, 'hold', 'a', 2);
	const summary = scoreSummary(game);
	expect(summary.turns.map(({ turn, closing }) => [turn, closing])).toEqual([
		[0, false],
		[1, false]
	]);
	expect(summary.turns[0]?.total).toBe((game.reports[0]?.score?.total ?? NaN) / 1000);
	expect(weeksPlayed(game)).toBe(8);
	expect(totalsSummary(played(scenario, 'hold', 'a', 0))).toMatchObject({
		sellOutUnits: 0,
		cashCents: 8_000_000
	});
});
