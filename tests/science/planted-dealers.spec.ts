/**
 * Dealers, planted: what binds them, what starves them, what makes them fail. Each mechanism with it, without it, and
 * with its parameter turned off.
 */
import { describe, expect, test } from 'vitest';
import type { DealerTerms } from '#lib/engine/plan.ts';
import { at } from '#lib/engine/world.ts';
import {
	activity,
	all,
	AREAS,
	both,
	DEALER,
	differing,
	field,
	flat,
	leverTests,
	listings,
	loyalty,
	nothing,
	own,
	play,
	price,
	PRODUCT,
	push,
	REGION,
	ruleTests,
	set,
	setField,
	soldIn,
	soldOut,
	sound,
	stockDoubt,
	terms,
	willing,
	worn,
	zero,
	type Edit,
	type Figure,
	type LeverShown,
	type RuleShown,
	type Use
} from '../support/planted.ts';
import { oneClass, type SpecDraft } from '../support/spec.ts';

const dealing = (...names: (keyof SpecDraft['dealing'])[]): Edit =>
	zero(({ dealing: rules }) => rules, ...names);

/** Two of its three areas left to it. */
const FEWER: Partial<DealerTerms> = { assigned: { areas: AREAS.slice(0, 2), classes: ['A', 'B', 'C'] } };
const support = (commerce: number, information: number, logistics: number): Use =>
	terms({ support: { commerce, information, logistics } });
/** Led well, with vans and money enough, and as loyal as can be at first. */
const fond: Edit = (spec) => {
	for (const dealer of spec.dealers) {
		Object.assign(dealer, { hold: 0, deliveryUnitsPerWeek: 100_000, capitalCents: 1e8 });
		dealer.actual.management = 100;
	}
	spec.dealing.openingLoyalty = 1;
};
/** Its owner takes out what the firm lends, and it has not much of its own. */
const careless: Edit = (spec) => {
	for (const dealer of spec.dealers) {
		dealer.capitalCents = 300_000;
		dealer.actual.management = 0;
	}
	Object.assign(spec.dealing, { alternativeReturn: 0.01, creditLimit: 10 });
};

/** Of the player’s dealer. */
const capital =
	(cents: number): Edit =>
	(spec) =>
		spec.dealers.filter(({ id }) => id === DEALER).forEach((dealer) => (dealer.capitalCents = cents));

/** Dealers of the player’s that left or failed, ever. */
const gone: Figure = ({ state }) => Array.from(state.gone).reduce((sum, one) => sum + one, 0);
const overdue: Figure = ({ state }) => Array.from(state.overdue).reduce((sum, cents) => sum + cents, 0);
const goodsBack: Figure = (game) =>
	own(game).reduce(
		(sum, { dealers }) => sum + dealers.reduce((s, { goodsBackUnits }) => s + goodsBackUnits, 0),
		0
	);
/** With the dealer when the third turn closes. */
const thirdHolds: Figure = (game) => at(own(game), 2).dealerUnits;
/** Taken in the first turn. */
const firstIn: Figure = (game) => at(own(game), 0).sellInUnits;

const LEVERS: readonly LeverShown[] = [
	{
		name: '[D16][D18] credit puts the firm’s money to work for the dealer, which thanks it',
		use: terms({ creditDays: 30 }),
		off: dealing('creditLimit'),
		figure: loyalty,
		moves: 'up',
		where: sound
	},
	{
		name: '[D17] a flat rebate is earned, and makes loyal',
		use: terms({ rebateBp: 500 }),
		off: dealing('loyaltySpeed'),
		figure: loyalty,
		moves: 'up'
	},
	{
		name: '[D17] steps of a target that is reached make more loyal than the same out of reach',
		use: terms({ targetCents: 100, steps: [{ fromBp: 10_000, rebateBp: 500 }] }),
		instead: terms({ targetCents: 1e12, steps: [{ fromBp: 10_000, rebateBp: 500 }] }),
		off: dealing('loyaltySpeed'),
		figure: loyalty,
		moves: 'up'
	},
	{
		name: '[D14] an exclusive frees the vans that a rival holds',
		use: terms({ exclusive: true }),
		off: (spec) => spec.dealers.forEach((dealer) => (dealer.hold = 0)),
		figure: soldOut,
		moves: 'up',
		where: willing
	},
	{
		name: '[D15] what a dealer refuses changes nothing',
		use: terms({ exclusive: true }),
		off: set('dealing', { exclusivePremium: 1000 }),
		figure: soldOut,
		moves: 'up',
		where: willing
	},
	{
		name: '[D14] outlets that are not assigned are not delivered to',
		use: terms({ assigned: { areas: AREAS, classes: ['A'] } }),
		off: (spec) => oneClass(spec, 'A'),
		figure: soldOut,
		moves: 'down',
		// It refuses nothing, since its line costs it nothing.
		where: all(fond, willing, dealing('lineCost'))
	},
	{
		name: '[D20][D21] support of commerce makes loyal',
		use: support(3, 0, 0),
		off: dealing('commerceLoyalty'),
		figure: loyalty,
		moves: 'up',
		where: willing
	},
	{
		name: '[D20][V7] support of information lets the firm know what lies with the dealer, and does nothing else',
		use: support(0, 3, 0),
		off: dealing('informationReport'),
		figure: stockDoubt,
		moves: 'down',
		where: willing,
		toldOnly: true
	},
	{
		name: '[D20] coaching makes a badly led dealer order with less swing, and take in less',
		use: support(0, 0, 3),
		off: dealing('logisticsLed'),
		figure: soldIn,
		moves: 'down',
		where: willing
	},
	{
		name: '[D27] a conference wins the dealer',
		use: activity({ kind: 'dealerConference' }),
		off: all(dealing('conferenceLoyalty'), set('activities', { conferenceListing: 0 })),
		figure: loyalty,
		moves: 'up'
	},
	{
		name: '[F11] advisors make it order as one that is led',
		use: field({ advisors: { heads: 2, regions: [REGION] } }),
		off: setField('advisors', { lift: 0 }),
		figure: soldIn,
		moves: 'down',
		where: willing
	},
	{
		name: '[F11][D18] advisors let it keep what the firm lends for what falls due',
		use: both(terms({ creditDays: 28 }), field({ advisors: { heads: 2, regions: [REGION] } })),
		instead: terms({ creditDays: 28 }),
		off: setField('advisors', { lift: 0 }),
		figure: overdue,
		moves: 'down',
		where: all(careless, set('dealing', { defaultWeeks: 104 }))
	},
	{
		name: '[D29] an advisory style wins a dealer that is advised',
		use: both(field({ advisors: { heads: 2, regions: [REGION] }, selling: 'advisory' }), support(3, 0, 0)),
		instead: both(field({ advisors: { heads: 2, regions: [REGION] } }), support(3, 0, 0)),
		off: flat,
		figure: loyalty,
		moves: 'up',
		where: all(willing, (spec) => {
			spec.fieldRules.selling.advisory.trained = 0;
		})
	}
];

describe('levers', () => leverTests(LEVERS));

/** The player’s dealer may send so much of what it took back, from half of its life on. */
const returning =
	(limitBp: number): Edit =>
	(spec) => {
		for (const dealer of spec.dealers)
			if (dealer.id === DEALER) dealer.returns = { limitBp, fromAgeBp: 5000, creditBp: 10_000 };
	};

const RULES: readonly RuleShown[] = [
	{
		name: '[S4] a dealer takes no more than it can pay for',
		trigger: push(4000),
		by: 'plan',
		off: capital(1e9),
		figure: firstIn,
		moves: 'down',
		where: all(capital(1e7), set('channelRules', { pushLimitDays: 730 }))
	},
	{
		name: '[T4] it takes no push beyond what it can sell',
		trigger: push(4000),
		by: 'plan',
		off: set('channelRules', { pushLimitDays: 730 }),
		figure: firstIn,
		moves: 'down'
	},
	{
		name: '[D21] a dealer that is hurt may go over',
		trigger: price(200),
		by: 'plan',
		off: dealing('leavePerWeek'),
		figure: gone,
		moves: 'up',
		where: all(fond, set('dealing', { brokenPriceLoyalty: 0.7, leaveBelow: 0.6, leavePerWeek: 1 }))
	},
	{
		name: '[D19] one that cannot pay for ten weeks has failed',
		trigger: terms({ creditDays: 21 }),
		by: 'plan',
		off: set('dealing', { defaultWeeks: 104 }),
		figure: gone,
		moves: 'up',
		where: careless
	},
	{
		name: '[D24] goods go back for what is overdue',
		trigger: both(terms({ creditDays: 7 }), push(3000)),
		by: 'plan',
		off: set('dealing', { goodsBackWeeks: 52 }),
		figure: goodsBack,
		moves: 'up',
		where: all(
			careless,
			set('dealing', { defaultWeeks: 104, creditLimit: 100 }),
			set('channelRules', { pushLimitDays: 730 })
		)
	},
	{
		name: '[D11] by contract old goods go back',
		trigger: (plan, turn) => {
			if (turn < 4) plan.supply.pushes = [{ region: REGION, product: PRODUCT, cases: 1500 }];
		},
		by: 'plan',
		off: returning(0),
		figure: soldIn,
		moves: 'down',
		// What is sold in its time is never old.
		where: all(
			fond,
			returning(5000),
			set('channelRules', { pushLimitDays: 730 }),
			set('dealing', { glutCut: 0 }),
			(spec) => {
				for (const firm of spec.firms) for (const product of firm.products) product.shelfLifeWeeks = 16;
			}
		)
	},
	{
		name: '[D23] a dealer in glut cuts its price, and outlets hand it on',
		trigger: push(4000),
		by: 'plan',
		off: dealing('glutCut'),
		figure: thirdHolds,
		moves: 'down',
		// No rival’s dealer ever has as much.
		where: all(
			fond,
			set('channelRules', { pushLimitDays: 730 }),
			set('response', { dumpDepth: 0 }),
			set('dealing', { glutDays: 100 })
		)
	},
	{
		name: '[P7] a dealer that drowns dumps, and the price order gives way',
		trigger: push(4000),
		by: 'plan',
		off: set('response', { dumpDepth: 0 }),
		figure: worn,
		moves: 'up',
		where: all(sound, set('channelRules', { pushLimitDays: 730 }))
	},
	{
		name: '[D25] vans go where somebody is seen to ask for them',
		trigger: (plan) => {
			plan.regions.worked = [];
		},
		by: 'plan',
		off: dealing('unseenVans'),
		figure: soldOut,
		moves: 'down'
	},
	{
		name: '[D26] a loyal dealer’s own men open accounts',
		trigger: activity({ kind: 'dealerConference' }),
		by: 'plan',
		off: dealing('loyalZeal'),
		figure: listings,
		moves: 'up',
		where: all(dealing('loyaltySpeed'), set('activities', { conferenceListing: 0 }))
	},
	{
		name: '[D28] support that is taken away is resented',
		trigger: (plan, turn) => {
			if (turn < 3) support(3, 0, 0)(plan, turn);
			else delete plan.dealers.terms;
		},
		by: 'plan',
		off: dealing('cutSupport'),
		figure: loyalty,
		moves: 'down',
		where: willing
	},
	{
		name: '[D28] so is a list price that breaks',
		trigger: price(215),
		by: 'plan',
		off: dealing('brokenPriceLoyalty'),
		figure: loyalty,
		moves: 'down'
	}
];

describe('rules', () => ruleTests(RULES));

test('[D14][D18] left a few shops, a dealer starves of what its line costs; where a line costs nothing, hardly', () => {
	const autumn: Edit = (spec) => (spec.time.startWeekOfYear = 32);
	const lost = (...edits: Edit[]): number =>
		loyalty(play(nothing, [fond, autumn, ...edits])) - loyalty(play(terms(FEWER), [fond, autumn, ...edits]));
	const starved = lost();
	expect(starved).toBeGreaterThan(0.1);
	expect(Math.abs(lost(dealing('lineCost')))).toBeLessThan(starved / 10);
});

test('[T3][J3] a dealer of a wide network is worth its hand-over; one as narrow as the old is not', () => {
	const appoint: Use = (plan, turn) => {
		if (turn > 0) return;
		const weights = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
		plan.dealers.sheets = { [REGION]: { weights, scores: {}, shortlist: ['qingyuan', 'hongda', 'xinrui'] } };
		plan.dealers.appoint = { [REGION]: 'qingyuan' };
	};
	const alike: Edit = (spec) => {
		const dealer = (id: string) =>
			at(
				spec.dealers,
				spec.dealers.findIndex((one) => one.id === id)
			);
		const { reach, actual, deliveryUnitsPerWeek, heldBy, hold, capitalCents } = dealer(DEALER);
		Object.assign(
			dealer('qingyuan'),
			structuredClone({ reach, actual, deliveryUnitsPerWeek, heldBy, hold, capitalCents })
		);
	};
	const gain = (...edits: Edit[]): number => soldOut(play(appoint, edits)) - soldOut(play(nothing, edits));
	expect(gain()).toBeGreaterThan(1000);
	expect(gain(alike)).toBeLessThan(0);
});

test('[D12] a quota is what the dealer takes, and without its order mode a figure on paper', () => {
	const quota =
		(isOn: boolean): Use =>
		(plan) => {
			plan.supply.quotas = { [REGION]: { [PRODUCT]: 150 } };
			if (isOn) plan.supply.orderMode = { [REGION]: 'quota' };
		};
	const [usual, paper, taken] = [nothing, quota(false), quota(true)].map((use) => play(use, [sound]));
	if (usual === undefined || paper === undefined || taken === undefined) throw new Error('three games');
	expect(differing(paper, usual)).toEqual([]);
	// An order is read a week after it is written (S3).
	expect(soldIn(taken)).toBe(150 * 15 * 19);
});
