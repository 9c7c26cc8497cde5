import { describe, expect, test } from 'vitest';
import {
	chainSpec,
	labNode,
	opened,
	type LabDraft,
	type LabNodeDraft
} from '../../../../tests/support/lab.ts';
import { at } from '../world.ts';
import { chainOf, openLab } from './chain.ts';
import { runLab } from './run.ts';
import { LARGEST, stepLab } from './week.ts';

const SEED = 'c'.repeat(32);

/** Of the node nearest to the buyers, or another. */
const change = (spec: LabDraft, edit: Partial<LabNodeDraft>, node = 0): void => {
	Object.assign(at(spec.nodes, node), edit);
};

/** The run of a chain; a fault fails the test. */
function run(nodes: number, edit: (spec: LabDraft) => void = () => {}) {
	const done = runLab(chainOf(chainSpec(nodes, edit)), SEED);
	if (!done.ok) throw new Error(done.faults.map(({ message }) => message).join());
	return done.value.nodes.map((node) => ({
		...node,
		orders: Array.from(node.ordersByWeek),
		stock: Array.from(node.stockByWeek),
		backlog: Array.from(node.backlogByWeek),
		demand: Array.from(node.demandByWeek)
	}));
}

describe('opening', () => {
	test('[L1] everything stands where the file says, week by week', () => {
		const { chain, state } = opened(
			chainSpec(2, (spec) => {
				change(spec, { orderDelay: 2, leadWeeks: 3 });
				at(spec.nodes, 0).opening = {
					...{ stock: 7, backlog: 5, forecast: 9.5 },
					...{ inTransit: [1, 2, 3], onOrder: [40, 50] }
				};
				at(spec.nodes, 1).opening = { stock: 0, backlog: 11, inTransit: [4], onOrder: [6], forecast: 0 };
			})
		);
		expect([state.nodeStock[0], state.due[0], state.nodeForecast[0]]).toEqual([7, 5, 9.5]);
		// What node 1 owes below it owes to node 0.
		expect(state.backlog[0]).toBe(11);
		const first = stepLab(chain, state, SEED);
		// 8 on the floor against 5 owed and 10 asked for.
		expect([first.stock[0], first.backlog[0]]).toEqual([0, 7]);
		// Due 4 in week 0; it was asked for 40 and owed 11.
		expect([first.stock[1], first.backlog[1]]).toEqual([0, 40 + 11 - 4]);
		const second = stepLab(chain, state, SEED);
		expect(second.backlog[1]).toBe(47 + 50 - 6);
	});

	test('[L1] what a node owes is owed to its customers alike', () => {
		const { state } = opened(
			chainSpec(1, (spec) => {
				spec.nodes.unshift(labNode('a', 'node-0'), labNode('b', 'node-0'));
				at(spec.nodes, 2).opening.backlog = 5;
			})
		);
		expect(Array.from(state.backlog)).toEqual([3, 2, 0]);
	});

	test('[L1] a chain in balance stays there', () => {
		for (const node of run(3)) {
			expect(node.orders).toEqual(new Array(20).fill(10));
			expect(node.stock).toEqual(new Array(20).fill(10));
			expect(node.varianceRatio).toBeNull();
		}
	});
});

test('[L2] what is ordered in week 0 is read in week 1, sent the same week, and there in week 2', () => {
	const [end] = run(2, (spec) => {
		spec.demand = { source: 'series', units: [10, 10, 10, 10] };
		change(spec, { orderOverride: [25, 10, 10] });
		at(spec.nodes, 1).opening.stock = 100;
	});
	expect(end?.stock.slice(0, 4)).toEqual([10, 10, 25, 25]);
});

describe('demand', () => {
	test('[L3] the last figure of a series goes on', () => {
		const [end] = run(1, (spec) => {
			spec.weeks = 5;
			spec.demand = { source: 'series', units: [3, 4, 5] };
		});
		expect(end?.demand).toEqual([3, 4, 5, 5, 5]);
	});

	/** A long series of random demand at one end. */
	const series = (rho: number, mean = 1000): number[] =>
		at(
			run(1, (spec) => {
				spec.weeks = 20_000;
				spec.demand = { source: 'ar1', mean, noise: 50, rho };
				change(spec, { opening: { ...at(spec.nodes, 0).opening, stock: 1_000_000 }, holdingCents: 0 });
			}),
			0
		).demand;

	test.each([0, 0.7, -0.5])('[L3] AR(1) with ρ %f has its mean, variance and memory', (rho) => {
		const values = series(rho);
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		const about = (lag: number): number =>
			values.slice(lag).reduce((sum, value, i) => sum + (value - mean) * (at(values, i) - mean), 0) /
			values.length;
		expect(Math.abs(mean - 1000)).toBeLessThan(5);
		expect(about(0) / (2500 / (1 - rho * rho))).toBeCloseTo(1, 1);
		expect(about(1) / about(0)).toBeCloseTo(rho, 1);
	});

	test('[L3] never below 0', () => {
		const values = series(0, 20);
		expect(Math.min(...values)).toBe(0);
		expect(values.every(Number.isInteger)).toBe(true);
	});

	test('[L3] each end has draws of its own, the same whatever stands above it', () => {
		const random = (spec: LabDraft): void => {
			spec.demand = { source: 'ar1', mean: 100, noise: 20, rho: 0.5 };
			spec.nodes.push(labNode('other', null));
		};
		const [one, two] = run(1, random);
		const [same, , other] = run(2, random);
		expect(one?.demand).not.toEqual(two?.demand);
		expect([same?.demand, other?.demand]).toEqual([one?.demand, two?.demand]);
	});

	test('[L3] above a fork, what is asked for below is the sum', () => {
		const [a, b, top] = run(1, (spec) => {
			spec.demand = { source: 'ar1', mean: 100, noise: 20, rho: 0.5 };
			spec.nodes.unshift(labNode('a', 'node-0'), labNode('b', 'node-0'));
		});
		expect(top?.demand).toEqual(a?.demand.map((units, week) => units + at(b?.demand ?? [], week)));
	});
});

describe('shipping', () => {
	const short = (unmet: 'backlog' | 'lost') => (spec: LabDraft) => {
		spec.weeks = 2;
		spec.demand = { source: 'series', units: [25, 0] };
		change(spec, { unmet, opening: { ...at(spec.nodes, 0).opening, inTransit: [0], stock: 10 } });
	};

	test('[L4] what is missing is owed', () => {
		const [end] = run(1, short('backlog'));
		// 10 arrive in the second week.
		expect([end?.backlog, end?.stock, end?.lost]).toEqual([[15, 5], [0, 0], 0]);
	});

	test('[L4] or lost', () => {
		const [end] = run(1, short('lost'));
		expect([end?.backlog, end?.stock, end?.lost]).toEqual([[0, 0], [0, 10], 15]);
	});

	test('[L4] between nodes likewise', () => {
		const middle = (unmet: 'backlog' | 'lost') =>
			at(
				run(2, (spec) => {
					spec.weeks = 1;
					at(spec.nodes, 0).opening.onOrder = [50];
					change(spec, { unmet }, 1);
				}),
				1
			);
		expect([middle('backlog').backlog, middle('backlog').lost]).toEqual([[30], 0]);
		expect([middle('lost').backlog, middle('lost').lost]).toEqual([[0], 30]);
	});

	test('[L4] a node sends at most what its vans carry', () => {
		const [, top] = run(2, (spec) => {
			spec.weeks = 1;
			change(spec, { deliveryPerWeek: 6 }, 1);
		});
		expect([top?.stock, top?.backlog]).toEqual([[14], [4]]);
		const [end] = run(1, (spec) => change(spec, { deliveryPerWeek: 6 }));
		expect(end?.backlog.slice(0, 3)).toEqual([4, 8, 12]);
	});

	test('[L4][E5] a shortage is shared by what is owed', () => {
		const { chain, state } = opened(
			chainSpec(1, (spec) => {
				spec.nodes.unshift(labNode('a', 'node-0'), labNode('b', 'node-0'));
				at(spec.nodes, 0).opening.onOrder = [90];
				at(spec.nodes, 1).opening.onOrder = [60];
				Object.assign(at(spec.nodes, 2).opening, { stock: 100, inTransit: [0] });
			})
		);
		stepLab(chain, state, SEED);
		expect([state.backlog[0], state.backlog[1]]).toEqual([30, 20]);
	});
});

describe('ordering', () => {
	/** What node 0 or 1 orders in the first weeks when demand jumps to 30 in week 1. */
	const orders = (edit: Partial<LabNodeDraft>, node = 0): number[] =>
		at(
			run(2, (spec) => {
				spec.weeks = 6;
				spec.demand = { source: 'series', units: [10, 30] };
				for (const each of [0, 1]) change(spec, { forecast: { theta: 0.5 }, coverWeeks: 0 }, each);
				for (const each of [0, 1]) at(spec.nodes, each).opening.stock = 0;
				change(spec, edit, node);
			}),
			node
		).orders;

	// Node 0 covers two weeks: forecasts 20, 25, 27.5 …; 30 + 2 × 10, 30 + 2 × 5, 30 + 2 × 2.5 …
	test('[L5] a node forecasts from the orders it gets', () => {
		expect(orders({}).slice(0, 4)).toEqual([10, 50, 40, 35]);
		// It reads those a week later: forecasts 10, 30, 35 …; 50 + 2 × 20, 40 + 2 × 5, 35 + 2 × 0.
		expect(orders({}, 1).slice(0, 5)).toEqual([10, 10, 90, 50, 35]);
	});

	test('[L5] by sell-through from what is asked for at the end of the chain', () => {
		// Forecasts 20, 25, 27.5 at once: 10 + 2 × 10 before the order is there, then 50 + 2 × 5 …
		expect(orders({ replenishment: 'sellThrough' }, 1).slice(0, 4)).toEqual([10, 30, 60, 45]);
	});

	test('[L5] as late', () => {
		const late = { replenishment: 'sellThrough', information: { delayWeeks: 2, bias: 0 } } as const;
		// As late as the file says: the forecast first moves in week 3.
		expect(orders(late, 1).slice(0, 4)).toEqual([10, 10, 50, 60]);
	});

	test('[L5] and as wrong as it is told', () => {
		const wrong = { replenishment: 'sellThrough', information: { delayWeeks: 0, bias: 0.2 } } as const;
		// Told 12 for 10 in week 0: forecast 11, two weeks of it.
		expect(orders(wrong, 1)[0]).toBe(12);
	});

	test('[L5] one that is pushed gets the same every week', () => {
		expect(orders({ replenishment: 'fixedPush', pushUnits: 17 })).toEqual(new Array(6).fill(17));
	});

	test('[L6] the file may say what it orders at first; its forecast learns all the same', () => {
		// From week 2 on it makes up for what was not ordered in week 1.
		expect(orders({ orderOverride: [10, 10] }).slice(0, 4)).toEqual([10, 10, 80, 35]);
	});

	test('[L6] whole batches, the nearest', () => {
		expect(orders({ batch: 20 }).slice(0, 4)).toEqual([20, 40, 40, 40]);
	});

	test('[L6] what a source can begin in a week is an end to it', () => {
		expect(orders({ capacityPerWeek: 40 }, 1).slice(0, 5)).toEqual([10, 10, 40, 40, 40]);
	});

	test('[L7][N16] S′ may be fixed', () => {
		// 10 + 15 − 0 − 10, then 10 + 15 + 20 − 15.
		expect(orders({ targetUnits: 15, coverWeeks: null, forecast: { theta: 0 } }).slice(0, 2)).toEqual([
			15, 30
		]);
	});

	test('[L7] or cover the time until an order arrives, some weeks more, and a safety stock', () => {
		expect(orders({ coverWeeks: 1.5 })[0]).toBe(10 + 15);
		expect(orders({ targetUnits: 8 })[0]).toBe(10 + 8);
	});

	test('[L7] α closes a part of the gap, β sees a part of the line', () => {
		// Forecast 10, S′ 10, a line of 10: 10 + .5 × (10 − .5 × 10), halves up.
		expect(orders({ alpha: 0.5, beta: 0.5 })[0]).toBe(13);
		// 20 + .5 × (20 − (−20) − .5 × 13) = 36.75.
		expect(orders({ alpha: 0.5, beta: 0.5 })[1]).toBe(37);
	});

	test('[L7][E8] an order may send goods back where the file allows it', () => {
		const back = (allowNegativeOrders: boolean) =>
			run(2, (spec) => {
				spec.weeks = 3;
				change(spec, { targetUnits: 0, coverWeeks: 0, allowNegativeOrders });
				at(spec.nodes, 0).opening.stock = 60;
			});
		const [end, top] = back(true);
		// Two weeks are 20, and it has 60 and a line of 10.
		expect(end?.orders).toEqual([-50, 10, 10]);
		expect([end?.stock, top?.stock]).toEqual([
			[60, 10, 0],
			[10, 70, 70]
		]);
		expect(at(back(false), 0).orders).toEqual([0, 0, 0]);
	});
});

test('[L8] a unit in stock and a unit owed cost what the file says, when the week closes', () => {
	const [end] = run(1, (spec) => {
		spec.weeks = 3;
		spec.demand = { source: 'series', units: [5, 30, 0] };
		Object.assign(at(spec.nodes, 0), { holdingCents: 7, backlogCents: 100 });
	});
	// 15 in stock; then 15 + 10 − 30: 5 owed.
	expect([end?.stock.slice(0, 2), end?.backlog.slice(0, 2)]).toEqual([
		[15, 0],
		[0, 5]
	]);
	const third = (end?.stock[2] ?? 0) * 7 + (end?.backlog[2] ?? 0) * 100;
	expect(end?.costCents).toBe(15 * 7 + 5 * 100 + third);
});

test('[L9] the variance ratio is that of all weeks’ orders and of the demand below', () => {
	const [end] = run(1, (spec) => {
		spec.weeks = 4;
		spec.demand = { source: 'series', units: [8, 12, 8, 12] };
		change(spec, { orderOverride: [4, 10, 16, 10] });
	});
	// 18 over 4.
	expect(end?.varianceRatio).toBe(18 / 4);
});

describe('an end', () => {
	/** Ignores all that is under way, and three tiers of such nodes. */
	const wild = chainSpec(4, (spec) => {
		spec.weeks = 400;
		spec.demand = { source: 'series', units: [1000, 0, 1000] };
		spec.nodes.forEach((node) =>
			Object.assign(node, { beta: 0, coverWeeks: 104, forecast: { theta: 1 }, allowNegativeOrders: true })
		);
	});

	test('[L10] comes to a lab whose orders grow without end, with the node and the week', () => {
		const done = runLab(chainOf(wild), SEED);
		expect(done).toMatchObject({ ok: false, faults: [{ code: 'LAB_RUNAWAY', path: 'nodes' }] });
		const [fault] = done.ok ? [] : done.faults;
		expect(fault?.params?.['node']).toMatch(/^node-[1-3]$/);
		// Until then nothing wrapped around.
		const chain = chainOf(wild);
		const state = openLab(chain);
		for (let week = 1; week < Number(fault?.params?.['week']); week++) {
			const now = stepLab(chain, state, SEED);
			expect(Math.max(...now.orders.map(Math.abs), ...now.stock, ...now.backlog)).toBeLessThanOrEqual(
				LARGEST
			);
		}
	});
});
