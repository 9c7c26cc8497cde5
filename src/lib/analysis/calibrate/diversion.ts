/** Goods that wander (窜货): from which gap of net prices on, and that they do so the more beyond it. */
import { USUAL_TERMS } from '../../engine/terms.ts';
import { at } from '../../engine/world.ts';
import type { MarketRun } from './market.ts';
import type { MarketExperiment, Measured, RowSpec } from './row.ts';

const WEEKS = 4;
/** Gaps over the threshold, which without inspection is freight alone. */
const GAPS = { below: 0.9, above: 1.5, wide: 2 } as const;
/** Highest rebate a plan may offer, basis points. */
const MOST_BP = 3000;

const row = (name: string, published: number | null, band: RowSpec['band']): RowSpec => ({
	name: `diversion.${name}`,
	published,
	source: 'Ahmadi & Yang 2000',
	band,
	weeks: WEEKS,
	setBy: ['dealing.divertResponse']
});

/**
 * A dealer of no loyalty gets a flat rebate that makes a gap of so much of the threshold to the nearest other region of
 * its firm, for the dearest product: what it brings there in four weeks, over what it does at twice the threshold.
 */
export const DIVERSION: readonly MarketExperiment[] = [
	{
		kind: 'market',
		rows: [row('below', 0, [0, 0]), row('above', null, [0.01, 0.99])],
		measure(bench): Measured {
			const brought = (gap: number): number => bringsAt(bench.settled(), bench.number, gap);
			const wide = brought(GAPS.wide);
			// With one region there is no next door; where freight is dear no rebate makes such a gap.
			if (!(wide > 0)) return { 'diversion.below': NaN, 'diversion.above': NaN };
			return {
				'diversion.below': brought(GAPS.below) / wide,
				'diversion.above': brought(GAPS.above) / wide
			};
		}
	}
];

function bringsAt(run: MarketRun, number: number, gap: number): number {
	const { world, state } = run;
	const f = number % world.firms;
	const regions = Array.from({ length: world.regions }, (_, r) => r).filter(
		(r) => (state.dealerOf[f * world.regions + r] ?? -1) >= 0
	);
	const [from] = regions;
	if (from === undefined || regions.length < 2) return NaN;
	const freight = (r: number): number => at(world.spec.regions, r).freightCentsPerUnit;
	const nearest = Math.min(...regions.slice(1).map(freight));
	// A rebate is a part of every price: what is below the threshold for the dearest product is so for all.
	const prices = at(world.firmProducts, f).map((k) => state.price[from * world.products + k] ?? 1);
	const price = Math.max(...prices);
	const rebateBp = Math.floor((10_000 * gap * (freight(from) + nearest)) / price);
	if (rebateBp > MOST_BP || rebateBp < 1) return NaN;
	const { id } = at(world.spec.regions, from);
	run.plans = run.plans.map((plan, firm) =>
		firm === f
			? { ...plan, dealers: { ...plan.dealers, terms: { [id]: { ...USUAL_TERMS, rebateBp } } } }
			: plan
	);
	let units = 0;
	for (let week = 0; week < WEEKS; week++) {
		// Loyal dealers keep to their regions; none of the others has a reason to go anywhere.
		state.loyalty.fill(1);
		state.loyalty[state.dealerOf[f * world.regions + from] ?? 0] = 0;
		run.week();
		units += state.turnDivertedOut[f * world.regions + from] ?? 0;
	}
	return units;
}
