import { describe, expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import { areaOf, lab, oneClass, soloSpec, turnOf, type SpecDraft } from '../../../../tests/support/spec.ts';
import { closeDemand } from './demand.ts';
import { soughtWith } from './search.ts';

const seeking = (edit: (spec: SpecDraft) => void = () => {}) =>
	lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			areaOf(spec).distribution = { own: { A: 0.4, B: 0, C: 0 } };
			areaOf(spec).shares = { own: 0.2 };
			spec.response.search = 0.1;
			edit(spec);
		})
	);

describe('seeking a product', () => {
	test.each([
		// 1 + .1 × (1 − d) ÷ d, of ten outlets alike.
		[10, 1],
		[5, 1.1],
		[4, 1.15],
		[2, 1.4],
		[0, 1]
	])('[H13] listed in %i of ten outlets it sells %f times what is wanted there', (outlets, factor) => {
		const { world } = seeking();
		const listed = new Uint8Array(10).fill(1, 0, outlets);
		expect(soughtWith(world, listed)[0]).toBeCloseTo(factor, 12);
	});

	test('[H13] never more than the double', () => {
		const { world } = seeking(({ response }) => {
			response.search = 0.5;
		});
		expect(soughtWith(world, new Uint8Array(10).fill(1, 0, 1))[0]).toBe(2);
	});

	test('[H13] large outlets count for more', () => {
		const { world } = seeking();
		world.outletSize.fill(10);
		world.outletSize[0] = 90;
		// Half of 180 is in one of ten outlets.
		expect(soughtWith(world, new Uint8Array(10).fill(1, 0, 1))[0]).toBeCloseTo(1.1, 12);
	});

	test('[H13][W6] the opening reckons with it: the file’s share, and the till says the same', () => {
		const market = seeking((spec) => {
			areaOf(spec).unitsPerOutletWeek = 100_000;
		});
		const { world, state } = market;
		const opening = world.openingSales.reduce((sum, units) => sum + units, 0);
		expect(opening / 1_000_000).toBeCloseTo(0.2, 9);
		const turn = turnOf(market);
		state.stockNew.fill(1_000_000);
		for (let o = 0; o < 10; o++) if (state.listed[o] === 0) state.stockNew[o] = 0;
		shopWeek(market, turn).sell();
		closeDemand(world, state, turn);
		expect(state.turnSold[0]! / 1_000_000).toBeCloseTo(0.2, 4);
	});
});
