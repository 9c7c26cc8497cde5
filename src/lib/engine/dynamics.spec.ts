/** One lever turned over many weeks: what the rules give together, and that they give nothing else. */
import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	deal,
	dealerOf,
	lab,
	off,
	SEED,
	soloSpec,
	type Editable,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { unread } from './echelon/goods.ts';
import type { ActivityPlan } from './plan.ts';
import { step } from './step.ts';
import { at } from './world.ts';

interface Weeks {
	/** Units over the tills, ordered by outlets, written by the dealer, shipped by the firm, by week. */
	readonly sold: number[];
	readonly outletOrders: number[];
	readonly dealerOrders: number[];
	readonly sellIn: number[];
}

/** Plays one-week turns; the activities belong to the weeks given. */
function weeks(
	count: number,
	edit: (spec: SpecDraft) => void = () => {},
	activities: (week: number) => Editable<ActivityPlan>[] = () => []
): Weeks {
	const { world, state, plans } = lab(
		soloSpec((spec) => {
			Object.assign(spec.time, { turns: 500, weeksPerTurn: 1 });
			spec.channelRules.outletForecastSmoothing = 0.2;
			edit(spec);
		})
	);
	const out: Weeks = { sold: [], outletOrders: [], dealerOrders: [], sellIn: [] };
	for (let week = 0; week < count; week++) {
		const plan = changed(at(plans, 0), (now) => {
			now.activities = activities(week);
		});
		const before = state.nodeForecast[0]!;
		step(world, state, [plan], [plan], SEED);
		out.sold.push(state.turnSold[0]!);
		// The dealer smooths what its outlets ask for by a half.
		out.outletOrders.push(Math.round(2 * state.nodeForecast[0]! - before));
		out.dealerOrders.push(unread(world, state, 0, 0));
		out.sellIn.push(state.turnSellIn[0]!);
	}
	return out;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('[D5] without a shock everything settles at what the shopper takes', () => {
	const { sold, outletOrders, dealerOrders, sellIn } = weeks(30);
	for (const flow of [sold, outletOrders, dealerOrders, sellIn])
		expect(flow.slice(20)).toEqual(new Array(10).fill(50));
});

describe('a deal of two weeks', () => {
	const during = (week: number): boolean => week === 20 || week === 21;
	const quiet = weeks(40);
	const dealt = weeks(40, undefined, (week) => (during(week) ? [deal({ weeks: 1 })] : []));

	test('[O6][D6] moves nothing before it begins', () => {
		for (const flow of ['sold', 'outletOrders', 'dealerOrders', 'sellIn'] as const)
			expect(dealt[flow].slice(0, 20)).toEqual(quiet[flow].slice(0, 20));
	});

	test('[O6] outlets buy three weeks ahead, and order nothing for weeks after it', () => {
		// 10 % × .8 ÷ .02 a week is four, at most three: 15 more at each of ten shops, and a little more that sells.
		const ahead = sum(dealt.outletOrders.slice(20, 22)) - 100;
		expect(ahead).toBeGreaterThanOrEqual(150);
		expect(ahead).toBeLessThan(200);
		expect(Math.min(...dealt.outletOrders.slice(22, 27))).toBe(0);
	});

	test('[D6] the trough of the orders is deeper than the consumers’ dip, and deeper above', () => {
		const trough = (flow: readonly number[]): number => 1 - Math.min(...flow.slice(22, 36)) / 50;
		expect(trough(dealt.sold)).toBeLessThan(0.05);
		expect(trough(dealt.outletOrders)).toBe(1);
		// The dealer stops for longer than the shops do.
		const idle = (flow: readonly number[]): number => flow.slice(22).filter((units) => units === 0).length;
		expect(idle(dealt.dealerOrders)).toBeGreaterThan(idle(dealt.outletOrders));
	});

	test('[S3][D6] sell-in leads sell-through: shipped far ahead in the deal, made up for after it', () => {
		const lead = (upTo: number): number =>
			sum(dealt.sellIn.slice(20, upTo)) -
			sum(quiet.sellIn.slice(20, upTo)) -
			(sum(dealt.sold.slice(20, upTo)) - sum(quiet.sold.slice(20, upTo)));
		expect(lead(24)).toBeGreaterThan(200);
		expect(lead(40)).toBeLessThan(lead(24) / 4);
	});
});

test('[A4] a price-off lifts the shopper’s purchases in its week, and no other week’s', () => {
	const quiet = weeks(30);
	const offered = weeks(30, undefined, (week) => (week === 20 ? [off({ weeks: 1, depthBp: 2000 })] : []));
	// 272 of 339 at exponent 2 makes attraction 1.553: .608 of 100 units.
	const attraction = (339 / (339 - 67)) ** 2;
	expect(Math.abs(offered.sold[20]! - (100 * attraction) / (1 + attraction))).toBeLessThan(4);
	expect(offered.sold.slice(0, 20)).toEqual(quiet.sold.slice(0, 20));
	expect(offered.sold.slice(21)).toEqual(quiet.sold.slice(21));
});

describe('a doubling of demand', () => {
	/** Peak of the dealer's orders over the new demand, and how far it runs dry. */
	const jump = (management: number): number => {
		const { dealerOrders } = weeks(52, (spec) => {
			dealerOf(spec).actual.management = management;
			// Months 0 to 5 at 1, 6 to 11 at 2.
			at(spec.regions, 0).season = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2];
			areaOf(spec).outlets = 20;
		});
		return Math.max(...dealerOrders.slice(24)) / 200;
	};

	test('[D5] is answered by more than a doubling of orders at each', () => {
		expect(jump(0)).toBeGreaterThan(1);
		expect(jump(100)).toBeGreaterThan(1);
	});
});
