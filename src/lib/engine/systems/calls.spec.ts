import { expect, test } from 'vitest';
import { shopWeek } from '../../../../tests/support/outlets.ts';
import { areaOf, changed, lab, oneClass, soloSpec, turnOf } from '../../../../tests/support/spec.ts';
import { at } from '../world.ts';

/** Share of 5 000 unlisted accounts won by a week's call of so many minutes, and the dependence it would settle at. */
function called(minutes: number): { won: number; dependence: number } {
	const market = lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			Object.assign(areaOf(spec), { outlets: 5000, distribution: { own: { A: 0, B: 0, C: 0 } } });
			spec.fieldRules.minutesPerWeek = 1_000_000;
			Object.assign(spec.response, { listPerVisit: 0.2, relationSpeed: 1 });
		})
	);
	const { state } = market;
	const turn = turnOf(
		market,
		changed(at(market.plans, 0), ({ field }) => {
			field.minutesPerVisit = { A: minutes, B: 0, C: 0 };
		})
	);
	shopWeek(market, turn).relate();
	return {
		won: state.listed.reduce((sum, on) => sum + on, 0) / 5000,
		dependence: at([...state.dependence], 0)
	};
}

test('[R4] a call without a minute wins no shelf', () => {
	expect(called(0).won).toBe(0);
	expect(called(10).won).toBeGreaterThan(0.15);
});

test('[R2] nor does it bind anybody', () => {
	expect(called(0).dependence).toBe(0);
	expect(called(10).dependence).toBeGreaterThan(0.4);
});
