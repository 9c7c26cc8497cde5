import { describe, expect, test } from 'vitest';
import { played } from '../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../tests/support/scenarios.ts';
import type { FirmReport } from '../engine/report.ts';
import { bandOf, moneyRows, partOf, predictionRows, STAGES, stockRows } from './series.ts';

/** A report with only the facts a row is made from. */
function report(facts: Record<string, unknown>): FirmReport {
	return {
		facts: { turn: 0, weeks: 4, closing: false, areas: [], ...facts },
		score: null
	} as unknown as FirmReport;
}

describe('stock by stage', () => {
	const stock = {
		sellOutUnits: 280,
		warehouseUnits: 200,
		dealerUnits: 100,
		transitUnits: 50,
		outletUnits: 70
	};

	test('in units and in days of mean sell-through, the road with the dealers', () => {
		expect(stockRows([report(stock)])[0]?.stages).toEqual({
			warehouse: { units: 200, days: 20 },
			dealer: { units: 150, days: 15 },
			outlet: { units: 70, days: 7 }
		});
	});

	test.each([
		['nothing was sold', { ...stock, sellOutUnits: 0 }],
		['the turn lasted no week', { ...stock, weeks: 0 }]
	])('has no days where %s', (_name, facts) => {
		expect(stockRows([report(facts)])[0]?.stages.dealer).toEqual({ units: 150, days: null });
	});

	test('out of stock is a share of listed outlet-weeks, unknown where nothing is listed', () => {
		const areas = [
			{ listedOutletWeeks: 30, stockOutOutletWeeks: 3 },
			{ listedOutletWeeks: 10, stockOutOutletWeeks: 1 }
		];
		expect(stockRows([report({ ...stock, areas })])[0]?.stockOutRate).toBe(0.1);
		expect(stockRows([report(stock)])[0]?.stockOutRate).toBeNull();
	});

	test('a turn without a score has neither band nor part', () => {
		expect(bandOf(report(stock), 'dealer')).toBeNull();
		expect(partOf(report(stock), 'profit')).toBeNull();
	});

	test.each(MARKET_SCENARIOS)('is what the score counted in every turn of %s', (file) => {
		const { reports } = played(shipped(file), 'one-area-first', 'stock');
		for (const [i, row] of stockRows(reports).entries()) {
			const scored = reports[i] as FirmReport;
			for (const stage of STAGES) {
				const part = partOf(scored, `${stage}Days`);
				expect(row.stages[stage].days).toBe(part?.value);
				expect(bandOf(scored, stage)).toEqual(part?.band);
			}
			expect(row.stockOutRate).toBe(partOf(scored, 'stockOuts')?.value);
		}
	});
});

test('money: margin is what is left of revenue after goods and freight', () => {
	const money = {
		...{ revenueCents: 1000, costOfGoodsCents: 500, freightCents: 60, promotionCents: 100, peopleCents: 200 },
		...{ overheadCents: 30, interestCents: 5, writeOffCents: 1, profitCents: 104, cashCents: 9 }
	};
	expect(moneyRows([report({ turn: 4, closing: true, money })])).toEqual([
		{ number: 5, closing: true, lines: money, marginCents: 440, expenseCents: 300 }
	]);
});

describe('prediction beside result', () => {
	const turns = [80, 120, 50, 0].map((sellOutUnits, turn) => report({ turn, sellOutUnits }));

	test('what came is held against what was said', () => {
		const said = { sellOutUnits: 100, reason: 'two more calls' };
		expect(predictionRows(turns, [said, said])).toEqual([
			{
				...{ number: 1, closing: false, expected: 100, came: 80, off: -20, offShare: -0.2 },
				reason: 'two more calls'
			},
			{
				...{ number: 2, closing: false, expected: 100, came: 120, off: 20, offShare: 0.2 },
				reason: 'two more calls'
			}
		]);
	});

	test('a reason without a figure has no error, nothing expected no share of it, nothing said no row', () => {
		const rows = predictionRows(turns, [
			null,
			{ sellOutUnits: null, reason: 'rain' },
			{ sellOutUnits: 0, reason: '' }
		]);
		expect(rows.map((row) => [row.number, row.off, row.offShare])).toEqual([
			[2, null, null],
			[3, 50, null]
		]);
	});
});
