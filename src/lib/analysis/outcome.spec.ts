import { describe, expect, test } from 'vitest';
import type { FirmReport } from '../engine/report.ts';
import { areaRows, turnRows } from './outcome.ts';

const FIRMS = [
	{ id: 'theirs', role: 'rival' },
	{ id: 'ours', role: 'player' },
	{ id: 'others', role: 'rival' }
] as const;

/** A report with only what these rows are made from. */
function report(areas: readonly { units: number[]; outside: number; lead: number }[]): FirmReport {
	return {
		firm: 'ours',
		facts: {
			turn: 2,
			closing: false,
			sellInUnits: 10,
			sellOutUnits: 8,
			dealerUnits: 3,
			transitUnits: 2,
			outletUnits: 5,
			warehouseUnits: 100,
			plantUnits: 100,
			money: { promotionCents: 200, peopleCents: 50, profitCents: -70 },
			areas: areas.map(({ units, outside }, i) => ({ area: `a${i}`, units, outsideUnits: outside }))
		},
		score: {
			total: 61_500,
			parts: { no1: areas.map(({ lead }, i) => ({ code: 'lead', area: `a${i}`, value: lead })) }
		}
	} as unknown as FirmReport;
}

test('a turn: what is in the channel excludes plant and warehouse, expense is promotion and people', () => {
	expect(turnRows([report([])])).toEqual([
		{
			number: 3,
			closing: false,
			sellInUnits: 10,
			sellOutUnits: 8,
			channelUnits: 10,
			expenseCents: 250,
			profitCents: -70,
			score: 61_500
		}
	]);
});

describe('an area', () => {
	test('names the best rival, and shares are of everything sold', () => {
		expect(areaRows(report([{ units: [20, 10, 30], outside: 40, lead: 1 / 3 }]), FIRMS)).toEqual([
			{ area: 'a0', ownShare: 0.1, rival: { firm: 'others', share: 0.3 }, lead: 1 / 3, standing: 'behind' }
		]);
	});

	test.each([
		[1, 'behind'],
		[1.01, 'contestable'],
		[1.69, 'contestable'],
		[1.7, 'held']
	])('a lead of %d is %s', (lead, standing) => {
		expect(areaRows(report([{ units: [1, 1, 1], outside: 0, lead }]), FIRMS)[0]?.standing).toBe(standing);
	});

	test('without a rival that sells names none, without sales has no shares', () => {
		const rows = areaRows(
			report([
				{ units: [0, 5, 0], outside: 5, lead: 3.4 },
				{ units: [0, 0, 0], outside: 0, lead: 0 }
			]),
			FIRMS
		);
		expect(rows.map((row) => [row.ownShare, row.rival, row.standing])).toEqual([
			[0.5, null, 'held'],
			[0, null, 'behind']
		]);
	});
});
