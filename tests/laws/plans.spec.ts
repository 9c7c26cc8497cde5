/** The laws are only as good as the plans they are asked under: those say everything that a plan can say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from '#lib/engine/shape.ts';
import { EVERYTHING, unsaid } from '../support/levers.ts';
import { anyPlan } from '../support/plans.ts';
import { worldOf } from '../support/scenarios.ts';

const plans = fc.sample(anyPlan(worldOf('six-regions.yaml')), { seed: 20261127, numRuns: 300 });

test('arbitrary plans draw every lever and every word of each', () => {
	expect(unsaid(plans)).toEqual([]);
	expect(unsaid([])).toEqual(EVERYTHING);
});

test('they have the right shape', () => {
	for (const plan of plans) expect(readPlan(structuredClone(plan)).ok).toBe(true);
});
