/** The laws of labs, on the shipped ones and on any chain. Fixed fast-check seeds: a failure repeats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, cloneLab, hashLab, openLab, viewLab } from '#lib/engine/lab/chain.ts';
import { labBoundsLaw, labGoodsLaw, labOwingLaw, unitsInChain } from '#lib/engine/lab/lab.properties.ts';
import { runLab } from '#lib/engine/lab/run.ts';
import type { LabNodeSpec, LabSpec } from '#lib/engine/lab/spec.ts';
import { stepLab } from '#lib/engine/lab/week.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { REPLENISHMENTS, UNMET } from '#lib/engine/vocab.ts';
import { at } from '#lib/engine/world.ts';
import { chainSpec, labNode } from '../support/lab.ts';
import { LAB_FILES, shippedLab } from '../support/scenarios.ts';

const SEED = seedFromText('law');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const units = (max: number) => fc.integer({ min: 0, max });
const weeksOf = (weeks: number) => fc.array(units(30), { minLength: weeks, maxLength: weeks });

/** Any node behind the one of index `supplier`, or behind a source. */
function anyNode(id: string, supplier: string | null): fc.Arbitrary<LabNodeSpec> {
	return fc
		.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
		.chain(([orderDelay, leadWeeks]) =>
			fc.record({
				id: fc.constant(id),
				role: fc.constant('dealer' as const),
				supplier: fc.constant(supplier),
				orderDelay: fc.constant(orderDelay),
				leadWeeks: fc.constant(leadWeeks),
				unmet: fc.constantFrom(...UNMET),
				deliveryPerWeek: fc.option(units(40)),
				capacityPerWeek: fc.option(units(40)),
				replenishment: fc.constantFrom(...REPLENISHMENTS),
				information: fc.record({ delayWeeks: units(3), bias: fc.double({ min: -0.9, max: 1, noNaN: true }) }),
				forecast: fc.oneof(
					fc.record({ theta: share }),
					fc.record({ movingAverage: fc.integer({ min: 1, max: 6 }) })
				),
				alpha: share,
				beta: share,
				targetUnits: units(60),
				coverWeeks: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
				batch: fc.constantFrom(1, 5, 12),
				allowNegativeOrders: fc.boolean(),
				orderOverride: fc.array(units(30), { maxLength: 3 }),
				pushUnits: fc.constant(null),
				opening: fc.record({
					stock: units(50),
					backlog: units(20),
					inTransit: weeksOf(leadWeeks),
					onOrder: weeksOf(orderDelay),
					forecast: fc.double({ min: 0, max: 20, noNaN: true })
				}),
				holdingCents: units(100),
				backlogCents: units(100)
			})
		)
		.map((node) => ({ ...node, pushUnits: node.replenishment === 'fixedPush' ? 9 : null }));
}

/**
 * Up to six nodes: each orders from one before it, or from a source.
 *
 * @param forked several may order from one
 */
const anyLab = (forked: boolean): fc.Arbitrary<LabSpec> =>
	fc.array(fc.option(fc.nat(), { freq: 5 }), { minLength: 1, maxLength: 6 }).chain((places) =>
		fc.record({
			id: fc.constant('any-lab'),
			kind: fc.constant('lab' as const),
			weeks: fc.constant(40),
			demand: fc.oneof(
				fc.record({
					source: fc.constant('series' as const),
					units: fc.array(units(25), { minLength: 1, maxLength: 40 })
				}),
				fc.record({
					source: fc.constant('ar1' as const),
					mean: fc.constant(12),
					noise: fc.constant(5),
					rho: fc.double({ min: -0.9, max: 0.9, noNaN: true })
				})
			),
			shelfLifeWeeks: fc.constantFrom(0, 0, 3, 8),
			nodes: fc.tuple(
				...places.map((place, i) =>
					anyNode(`node-${i}`, place === null || i === 0 ? null : `node-${forked ? place % i : i - 1}`)
				)
			)
		})
	);

const RUNS = { seed: 20_000_301, numRuns: 300 };

/** Runs a lab week by week; what breaks a law, in words. */
function broken(spec: LabSpec, weeks = spec.weeks): string[] {
	const chain = chainOf(spec);
	const state = openLab(chain);
	const before = unitsInChain(chain, state);
	const asked = spec.nodes.map(() => 0);
	for (let week = 0; week < weeks; week++) {
		const { demand, orders, runaway } = stepLab(chain, state, SEED);
		demand.forEach((value, node) => (asked[node] = at(asked, node) + value));
		const wrong = [
			...labGoodsLaw(chain, state, before),
			...labOwingLaw(chain, state, asked),
			...labBoundsLaw(chain, state),
			...spec.nodes.flatMap(({ id, allowNegativeOrders }, node) =>
				!allowNegativeOrders && (orders[node] ?? 0) < 0 ? [`${id} orders ${orders[node]}`] : []
			)
		];
		if (wrong.length > 0) return [`week ${week}`, ...wrong];
		if (runaway >= 0) return [];
	}
	return [];
}

describe.each(LAB_FILES)('laws of %s', (file) => {
	const { spec } = shippedLab(file);

	it('[G1][G3][L4] goods are conserved to the unit, nothing goes below 0', () => {
		expect(broken(spec, 200)).toEqual([]);
	});

	it('[G4] same seed, same hash', () => {
		const hash = (seed: string): string => {
			const done = runLab(chainOf(spec), seedFromText(seed), 60);
			return done.ok ? done.value.hash : 'fault';
		};
		expect(hash('a')).toBe(hash('a'));
		expect(hash('a') === hash('b')).toBe(spec.demand.source === 'series');
	});
});

describe('laws of any chain', () => {
	it('[G1][G3][L4] goods are conserved to the unit, every order is answered for, nothing goes below 0', () => {
		fc.assert(
			fc.property(anyLab(true), (spec) => {
				expect(broken(spec)).toEqual([]);
			}),
			RUNS
		);
	});

	it('[G5] a lab resumed from a copy of its state equals the uninterrupted one, and leaves the copied as it was', () => {
		fc.assert(
			fc.property(anyLab(true), fc.integer({ min: 1, max: 39 }), (spec, stop) => {
				const chain = chainOf(spec);
				const run = (state = openLab(chain), weeks = 40): string => {
					for (let week = 0; week < weeks; week++) stepLab(chain, state, SEED);
					return hashLab(chain, state);
				};
				const half = openLab(chain);
				const paused = run(half, stop);
				const copy = cloneLab(chain, half);
				expect(run(copy, 40 - stop)).toBe(run());
				expect(hashLab(chain, half)).toBe(paused);
				expect(run(viewLab(chain, structuredClone(half.buffer)), 40 - stop)).toBe(run());
			}),
			{ ...RUNS, numRuns: 60 }
		);
	});

	it('[E9] nothing depends on the order of the nodes in the file', () => {
		fc.assert(
			fc.property(anyLab(false), (spec) => {
				// Random demand goes by the order of the ends, and so does the odd unit of a shortage.
				const one: LabSpec = { ...spec, demand: { source: 'series', units: [12, 3, 20] } };
				const other: LabSpec = { ...one, nodes: [...one.nodes].reverse() };
				const [there, back] = [one, other].map((lab) => {
					const done = runLab(chainOf(lab), SEED);
					return done.ok
						? done.value.nodes.map(({ id, costCents, ordersByWeek }) => ({ id, costCents, ordersByWeek }))
						: [];
				});
				expect(back?.toReversed()).toEqual(there);
			}),
			RUNS
		);
	});

	it('[L2] a chain without chance is the same under any seed', () => {
		const hash = (seed: string): string => {
			const done = runLab(chainOf(chainSpec(3)), seedFromText(seed));
			return done.ok ? done.value.hash : 'fault';
		};
		expect(hash('one')).toBe(hash('other'));
	});

	it('[L1] and the laws would notice', () => {
		const chain = chainOf(chainSpec(1, ({ nodes }) => nodes.unshift(labNode('end', 'node-0'))));
		const state = openLab(chain);
		const before = unitsInChain(chain, state);
		state.nodeStock[0] = 11;
		expect(labGoodsLaw(chain, state, before)).toEqual(['30 units should be left, 31 are']);
		expect(labOwingLaw(chain, state, [3, 0])).toEqual(['end was asked for 3, and tells of 0']);
		state.nodeStock[1] = -1;
		expect(labBoundsLaw(chain, state)).toEqual(['nodeStock[1] is -1']);
	});
});
