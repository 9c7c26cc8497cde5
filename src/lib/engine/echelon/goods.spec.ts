import { describe, expect, test } from 'vitest';
import { chainSpec, opened, type LabDraft } from '../../../../tests/support/lab.ts';
import { nodeCell, rowOf, SOURCE, transitCell } from './chain.ts';
import {
	arrive,
	dispatch,
	growOlder,
	inTransit,
	onHand,
	order,
	ration,
	readSlip,
	sendBack,
	supplyLine,
	takeOldest,
	unread
} from './goods.ts';
import { decide } from './rule.ts';

/** Node 0 orders from node 1, node 1 from a source; all empty but for what a test puts there. */
function pair(edit: (spec: LabDraft) => void = () => {}) {
	const { chain, state } = opened(
		chainSpec(2, (spec) => {
			spec.shelfLifeWeeks = 4;
			spec.nodes.forEach((node) => {
				Object.assign(node, { leadWeeks: 2, orderDelay: 2 });
				Object.assign(node.opening, { stock: 0, inTransit: [0, 0], onOrder: [0, 0] });
			});
			edit(spec);
		})
	);
	const stand = (node: number, ages: number[]): void => state.nodeStock.set(ages, nodeCell(chain, node, 0));
	const floor = (node: number): number[] =>
		Array.from(state.nodeStock.subarray(nodeCell(chain, node, 0), nodeCell(chain, node, 0) + chain.ages));
	return { chain, state, stand, floor };
}

test('[E1] what is due this week is on the floor, as old as it was; what is due later is not', () => {
	const { chain, state, floor } = pair();
	state.transit[transitCell(chain, 0, 0, 5) + 1] = 30;
	state.transit[transitCell(chain, 0, 0, 6)] = 7;
	expect(arrive(chain, state, 0, 0, 5)).toBe(30);
	expect(floor(0)).toEqual([0, 30, 0, 0]);
	expect(arrive(chain, state, 0, 0, 5)).toBe(0);
	expect(inTransit(chain, state, 0, 0)).toBe(7);
});

test('[E2] goods leave oldest first, and arrive after the lead time', () => {
	const { chain, state, stand, floor } = pair();
	stand(1, [60, 30, 10, 0]);
	dispatch(chain, state, 0, 0, 35, 3);
	expect(floor(1)).toEqual([60, 5, 0, 0]);
	const road = transitCell(chain, 0, 0, 5);
	expect(Array.from(state.transit.subarray(road, road + 4))).toEqual([0, 25, 10, 0]);
});

test('[E2] more than there is cannot leave', () => {
	const { chain, state, stand } = pair();
	stand(1, [2, 3, 0, 0]);
	expect(() => takeOldest(chain, state.nodeStock, nodeCell(chain, 1, 0), 6)).toThrow('short by 1');
});

describe('orders', () => {
	test('[E3] are read once, after the order delay', () => {
		const { chain, state } = pair();
		order(chain, state, 0, 0, 12, 4);
		order(chain, state, 0, 0, 5, 5);
		expect([readSlip(chain, state, 0, 0, 5), unread(chain, state, 0, 0)]).toEqual([0, 17]);
		expect([readSlip(chain, state, 0, 0, 6), unread(chain, state, 0, 0)]).toEqual([12, 5]);
		expect([readSlip(chain, state, 0, 0, 6), readSlip(chain, state, 0, 0, 7)]).toEqual([0, 5]);
	});

	test('[E3] a source begins at once: its goods come, new, after order delay and lead time', () => {
		const { chain, state } = pair();
		expect(chain.supplier[rowOf(chain, 1, 0)]).toBe(SOURCE);
		order(chain, state, 1, 0, 12, 4);
		expect([unread(chain, state, 1, 0), inTransit(chain, state, 1, 0)]).toEqual([0, 12]);
		expect([5, 6, 7].map((week) => arrive(chain, state, 1, 0, week))).toEqual([0, 0, 0]);
		expect(arrive(chain, state, 1, 0, 8)).toBe(12);
	});

	test('[E4] the line is what is unread, owed and on the way', () => {
		const { chain, state, stand } = pair();
		stand(1, [50, 0, 0, 0]);
		order(chain, state, 0, 0, 3, 0);
		state.backlog[0] = 20;
		dispatch(chain, state, 0, 0, 100 - 60, 0);
		expect(supplyLine(chain, state, 0, 0)).toBe(3 + 20 + 40);
	});
});

test.each([
	[100, [30, 50], [30, 50]],
	[40, [30, 50], [15, 25]],
	// Shares 1.875, 1.25 and 1.875: the remainders of .875 take the two units left over.
	[5, [3, 2, 3], [2, 1, 2]],
	[0, [3, 2], [0, 0]],
	[7, [0, 0], [0, 0]]
])('[E5] %i for %j are %j', (available, wants, expected) => {
	expect(ration(available, wants)).toEqual(expected);
});

describe('age', () => {
	test('[E6] goods of four weeks stand four closings, wherever they lie, and are written off by who holds them', () => {
		const { chain, state, stand, floor } = pair();
		stand(0, [10, 0, 0, 20]);
		stand(1, [0, 5, 0, 0]);
		const gone: number[][] = [];
		const close = (week: number): void =>
			growOlder(chain, state, week, (node, k, units) => gone.push([week, node, k, units]));
		close(0);
		expect([floor(0), floor(1), gone]).toEqual([[0, 10, 0, 0], [0, 0, 5, 0], [[0, 0, 0, 20]]]);
		[1, 2, 3].forEach(close);
		expect(gone).toEqual([
			[0, 0, 0, 20],
			[2, 1, 0, 5],
			[3, 0, 0, 10]
		]);
	});

	test('[E6] on the road they grow old too, and wait there for their judge; what is being made does not', () => {
		const { chain, state, floor } = pair();
		state.transit[transitCell(chain, 0, 0, 9)] = 30;
		state.transit[transitCell(chain, 1, 0, 9)] = 40;
		for (let week = 0; week < 6; week++) growOlder(chain, state, week, () => expect.unreachable());
		arrive(chain, state, 0, 0, 9);
		arrive(chain, state, 1, 0, 9);
		expect([floor(0), floor(1)]).toEqual([
			[0, 0, 0, 30],
			[40, 0, 0, 0]
		]);
	});

	test('[E6] without a shelf life nothing ages', () => {
		const { chain, state } = opened(chainSpec(1));
		for (let week = 0; week < 300; week++) growOlder(chain, state, week, () => expect.unreachable());
		expect(onHand(chain, state, 0, 0)).toBe(10);
	});
});

describe('an order below 0', () => {
	test('[E8] takes goods back, oldest first, onto the supplier’s floor', () => {
		const { chain, state, stand, floor } = pair();
		stand(0, [10, 4, 0, 0]);
		state.backlog[0] = -6;
		expect(sendBack(chain, state, 0, 0)).toBe(0);
		expect([floor(0), floor(1), state.backlog[0]]).toEqual([[8, 0, 0, 0], [2, 4, 0, 0], 0]);
	});

	test('[E8] as far as there are any: the rest is set off', () => {
		const { chain, state, stand } = pair();
		stand(0, [5, 0, 0, 0]);
		state.backlog[0] = -6;
		sendBack(chain, state, 0, 0);
		expect([onHand(chain, state, 0, 0), onHand(chain, state, 1, 0), state.backlog[0]]).toEqual([0, 5, -1]);
	});

	test('[E8] a source takes them too, and sets off what it does not get', () => {
		const { chain, state, stand } = pair();
		order(chain, state, 1, 0, -9, 0);
		stand(1, [4, 0, 0, 0]);
		expect([sendBack(chain, state, 1, 0), state.backlog[1]]).toEqual([4, -5]);
		order(chain, state, 1, 0, 12, 1);
		expect([inTransit(chain, state, 1, 0), state.backlog[1]]).toEqual([7, 0]);
	});

	test('[E8] where nothing is to go back, nothing does', () => {
		const { chain, state, stand } = pair();
		stand(0, [5, 0, 0, 0]);
		state.backlog[0] = 3;
		expect([sendBack(chain, state, 0, 0), onHand(chain, state, 0, 0), state.backlog[0]]).toEqual([0, 5, 3]);
	});
});

describe('forecast', () => {
	const rule = { theta: 0.25, alpha: 0, beta: 0, targetUnits: 0, targetWeeks: 0, allowNegative: false };

	test('[E7][N17] is smoothed', () => {
		const { chain, state } = opened(chainSpec(1));
		decide(chain, state, 0, 0, 0, 30, 0, rule);
		expect(state.nodeForecast[0]).toBe(15);
	});

	test('[E7] or the mean of the last weeks, which opens with the file’s forecast', () => {
		const { chain, state } = opened(
			chainSpec(1, ({ nodes }) =>
				nodes.forEach((node) => Object.assign(node, { forecast: { movingAverage: 3 } }))
			)
		);
		const means = [40, 10, 10, 70].map((units, week) => {
			decide(chain, state, 0, 0, week, units, 0, rule);
			return state.nodeForecast[0];
		});
		expect(means).toEqual([20, 20, 20, 30]);
	});
});
