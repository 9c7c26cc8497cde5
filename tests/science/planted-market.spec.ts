/**
 * Price, product, position, supply and money, planted. Each mechanism with it, without it, and with its parameter turned
 * off.
 */
import { describe, expect, test } from 'vitest';
import type { Game } from '#lib/engine/game.ts';
import { at } from '#lib/engine/world.ts';
import {
	activity,
	all,
	ample,
	AREAS,
	differing,
	field,
	calls,
	known,
	leverTests,
	listings,
	nothing,
	own,
	play,
	PRODUCT,
	REGION,
	ruleTests,
	set,
	soldOut,
	spent,
	sum,
	terms,
	TURNS,
	vans,
	worn,
	type Edit,
	type Figure,
	type LeverShown,
	type RuleShown,
	type Use
} from '../support/planted.ts';
import { firmOf, productOf } from '../support/spec.ts';

const produced: Figure = (game) => sum(own(game).map(({ producedUnits }) => producedUnits));
const soldLast: Figure = (game) => at(own(game), TURNS - 1).sellOutUnits;
const off = { kind: 'priceOff', targets: AREAS, depthBp: 3000 } as const;

/** Shares and distribution alike everywhere; our dealer reaches everybody. */
const standing =
	(player: number, others: number): Edit =>
	(spec) => {
		for (const { areas } of spec.regions)
			for (const area of areas) {
				area.shares = { qinghe: player, lingcha: others, shuangguo: others };
				for (const firm of spec.firms) area.distribution[firm.id] = { A: 0.6, B: 0.6, C: 0.6 };
			}
		for (const dealer of spec.dealers) dealer.reach = Object.fromEntries(AREAS.map((area) => [area, 1]));
	};
/** Three alike, of whom nobody holds anything. */
const even = standing(0.2, 0.2);
const ahead = standing(0.45, 0.12);

const NEW = 'qinghe-new';
/** A second product that waits for its firm; the region is ripe for it from so many accounts on. */
const waiting =
	(groupFrom: number): Edit =>
	(spec) => {
		firmOf(spec).products.push({
			...structuredClone(productOf(spec)),
			id: NEW,
			launch: { week: null, role: 'group', appeal: 1, firstLotUnits: 6000 }
		});
		spec.response.groupFrom = groupFrom;
	};
const launch: Use = (plan) => {
	plan.price.launches = { [NEW]: [REGION] };
};
const make =
	(cases: number): Use =>
	(plan) => {
		plan.supply.production = { [PRODUCT]: cases };
	};
/** Nothing in the till, and more to pay than comes in. */
const broke: Edit = (spec) => {
	firmOf(spec).cashCents = 0;
	firmOf(spec).overheadCentsPerWeek = 3_000_000;
};
const advertised: Edit = (spec) => (firmOf(spec).advertisingCentsPerWeek = 100_000);
const lent: Edit = (spec) => (firmOf(spec).creditLineCents = 1e12);
const leadOf =
	(weeks: number): Edit =>
	(spec) =>
		(firmOf(spec).plant.leadWeeks = weeks);
const interest: Figure = (game) => sum(own(game).map(({ money }) => money.interestCents));

const LEVERS: readonly LeverShown[] = [
	{
		name: '[B5][B6] a launch where the region is ripe is listed; before that it is none',
		use: launch,
		off: set('response', { groupFrom: 1 }),
		figure: listings,
		moves: 'up',
		where: waiting(0)
	},
	{
		name: '[S6] a plant that makes nothing leaves shelves empty; with stock enough nobody feels it',
		use: make(0),
		off: (spec) => (firmOf(spec).plant.coverWeeks = 100),
		figure: soldOut,
		moves: 'down',
		but: ['nodeStock']
	}
];

describe('levers', () => leverTests(LEVERS));

const RULES: readonly RuleShown[] = [
	{
		name: '[P6] price-offs wear the price order down',
		trigger: activity(off),
		by: 'plan',
		off: set('response', { priceErosion: 0 }),
		figure: worn,
		moves: 'up',
		where: set('response', { dumpDepth: 0 }),
		unanswered: true
	},
	{
		name: '[P8] and the lower usual price wins nobody',
		trigger: activity(off),
		by: 'plan',
		off: set('response', { priceErosion: 0 }),
		figure: soldLast,
		moves: 'down',
		where: all(vans, set('response', { dumpDepth: 0 }), set('activities', { referenceExponent: 0 })),
		unanswered: true
	},
	{
		name: '[P9] what earns an outlet nothing is dropped',
		trigger: activity({ ...off, depthBp: 4000 }),
		by: 'plan',
		off: set('response', { thinMargin: 1 }),
		figure: listings,
		moves: 'down',
		where: set('response', { dumpDepth: 0, priceErosion: 0.5, thinMargin: 20 }),
		unanswered: true
	},
	{
		name: '[H8] price tiers: who looks for another tier is not won by a price-off',
		trigger: (spec) => {
			for (const region of spec.regions) region.tiers = { economy: 0.5, standard: 0.5, premium: 0 };
			at(firmOf(spec, 2).products, 0).tier = 'economy';
		},
		by: 'market',
		use: activity(off),
		off: set('response', { tierLeak: 1 }),
		figure: soldOut,
		moves: 'down',
		where: vans,
		unanswered: true
	},
	{
		name: '[B3] a launch is new, for a while',
		trigger: launch,
		by: 'plan',
		off: set('response', { noveltyLift: 0 }),
		figure: soldOut,
		moves: 'up',
		where: all(waiting(0), vans)
	},
	{
		name: '[R7] what stands beside a product of ours is listed sooner',
		trigger: launch,
		by: 'plan',
		off: set('response', { siblingListing: 1 }),
		figure: listings,
		moves: 'up',
		where: waiting(0)
	},
	{
		name: '[Q2] who holds an area is listed sooner',
		trigger: ahead,
		by: 'market',
		off: set('response', { no1Listing: 1 }),
		figure: listings,
		moves: 'up',
		where: even,
		use: field(calls(4, 15))
	},
	{
		name: '[Q3] its accounts are steadier',
		trigger: ahead,
		by: 'market',
		off: set('response', { no1Steadiness: 1 }),
		figure: listings,
		moves: 'up',
		where: even,
		use: field(calls(0, 0))
	},
	{
		name: '[Q4] what an activity costs by the week costs it less',
		trigger: ahead,
		by: 'market',
		off: set('response', { no1Terms: 1 }),
		figure: spent,
		moves: 'down',
		where: even,
		use: activity({ kind: 'sampling', targets: AREAS })
	},
	{
		name: '[Q5] its dealer asks less',
		trigger: ahead,
		by: 'market',
		off: set('response', { no1Terms: 1 }),
		figure: (game) =>
			own(game).filter(({ dealers }) => dealers.some(({ answer }) => answer === 'accepted')).length,
		moves: 'up',
		where: all(even, vans, set('dealing', { alternativeReturn: 0.5 })),
		use: terms({ exclusive: true })
	},
	{
		name: '[S5] a plant makes what it can, whatever is asked of it',
		trigger: make(5000),
		by: 'plan',
		off: (spec) => (firmOf(spec).plant.capacityUnitsPerWeek = 1e7),
		figure: produced,
		moves: 'down'
	},
	{
		name: '[S1] what takes long to make comes later',
		trigger: leadOf(4),
		by: 'market',
		off: leadOf(1),
		figure: (game) => at(own(game), 0).producedUnits,
		moves: 'down',
		where: leadOf(1),
		use: make(2000)
	},
	{
		name: '[D3] a dealer delivers no more than its vans carry',
		trigger: (spec) => spec.dealers.forEach((dealer) => (dealer.deliveryUnitsPerWeek = 300)),
		by: 'market',
		off: vans,
		figure: soldOut,
		moves: 'down',
		where: vans
	},
	{
		name: '[D13] of what goes out a part breaks',
		trigger: set('channelRules', { breakage: 0.1 }),
		by: 'market',
		off: set('channelRules', { breakage: 0 }),
		figure: (game) => sum(own(game).map(({ writtenOffUnits }) => writtenOffUnits)),
		moves: 'up',
		where: set('channelRules', { breakage: 0 })
	},
	{
		name: '[C4] who is overdrawn pays interest',
		trigger: broke,
		by: 'market',
		off: set('money', { interestBpPerYear: 0 }),
		figure: interest,
		moves: 'up'
	},
	{
		name: '[C5][S5] a firm at the end of its credit makes nothing',
		trigger: broke,
		by: 'market',
		off: lent,
		figure: produced,
		moves: 'down'
	},
	{
		name: '[C8] beyond its credit line nobody advertises for it',
		trigger: broke,
		by: 'market',
		off: lent,
		figure: known,
		moves: 'down',
		where: advertised
	}
];

describe('rules', () => ruleTests(RULES));

test('[S5][S6] a plant makes whole lots: with lots of one it makes just what is asked', () => {
	const asked = 37;
	const [lots, singles] = [750, 1].map((batch) =>
		play(make(asked), [(spec) => (firmOf(spec).plant.batchUnits = batch)])
	) as [Game, Game];
	for (const { producedUnits } of own(lots)) expect(producedUnits % 750).toBe(0);
	// The first lot of its own plan is finished a lead time later.
	for (const { producedUnits, weeks } of own(singles).slice(1))
		expect(producedUnits).toBe(asked * 15 * weeks);
});

test('[B4] a product loses of its attraction with its years', () => {
	const aged = set('response', { ageingPerYear: 0.5 });
	const young = set('response', { ageingPerYear: 0 });
	expect(soldOut(play(nothing, [vans, ample, aged]))).toBeLessThan(
		soldOut(play(nothing, [vans, ample, young]))
	);
});

test('[B1] standing advertising makes known; where nobody looks it changes nothing', () => {
	const blind = set('response', { advertisingWeight: 0 });
	expect(known(play(nothing, [advertised]))).toBeGreaterThan(known(play(nothing, [])));
	expect(differing(play(nothing, [advertised, blind]), play(nothing, [blind]))).toEqual([]);
});
