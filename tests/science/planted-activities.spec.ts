/**
 * Market activities, planted: what each kind does, and what makes any of them do it better. Each mechanism with it, without
 * it, and with its parameter turned off.
 */
import { describe, expect, test } from 'vitest';
import type { CommunicationFacts } from '#lib/engine/report.ts';
import { at } from '#lib/engine/world.ts';
import {
	activity,
	all,
	AREAS,
	both,
	differing,
	field,
	calls,
	known,
	leverTests,
	listings,
	own,
	play,
	ruleTests,
	set,
	soldIn,
	soldOut,
	sum,
	TURNS,
	vans,
	type Edit,
	type Figure,
	type LeverShown,
	type RuleShown,
	type Use
} from '../support/planted.ts';
import { oneClass } from '../support/spec.ts';

type Activity = Parameters<typeof activity>[0];
/** In the second turn, asked for and prepared in the first. */
const prepared =
	(change: Activity): Use =>
	(plan, turn) => {
		if (turn === 0) activity({ ...change, ahead: true })(plan, turn);
	};
const second =
	(change: Activity): Use =>
	(plan, turn) => {
		if (turn === 1) activity(change)(plan, turn);
	};
const quietGoodwill: Edit = (spec) =>
	void Object.assign(spec.activities.aimGoodwill, { awareness: 0, liking: 0, sales: 0 });
const promotion: Figure = (game) => sum(own(game).map(({ money }) => money.promotionCents));
const soldLast: Figure = (game) => at(own(game), TURNS - 1).sellOutUnits;
const gift = { kind: 'bonusPack', targets: AREAS, depthBp: 2000 } as const;
const display = { kind: 'display', targets: AREAS, depthBp: 10_000 } as const;
const off = { kind: 'priceOff', targets: AREAS, depthBp: 2000 } as const;

const LEVERS: readonly LeverShown[] = [
	{
		name: '[A2][P3][D6] a trade deal that is handed on fills the channel',
		use: activity({ kind: 'tradeDeal', depthBp: 1000 }),
		// What it keeps of the deal it earns, and is loyal for (D21).
		off: all(
			set('response', { passThroughDealer: 0 }),
			set('channelRules', { dealerForwardWeeks: 0 }),
			set('activities', { referenceExponent: 0 }),
			set('dealing', { loyaltySpeed: 0 })
		),
		figure: soldIn,
		moves: 'up'
	},
	{
		name: '[A4][P4] a price-off sells, as far as shoppers look at the price',
		use: activity(off),
		off: all(
			(spec) => spec.regions.forEach((region) => (region.priceExponent = 0)),
			set('response', { stockpile: 0, priceErosion: 0 }),
			set('activities', { referenceExponent: 0 })
		),
		figure: soldOut,
		moves: 'up',
		where: vans,
		// Rivals answer what they see on the shelf, sold or not.
		unanswered: true
	},
	{
		name: '[A7] gifts on the pack sell',
		use: activity(gift),
		off: set('activities', { bonusWorth: 0 }),
		figure: soldOut,
		moves: 'up'
	},
	{
		name: '[A8] a display sells where it stands',
		use: activity(display),
		off: set('response', { shelfElasticity: 0 }),
		figure: soldOut,
		moves: 'up'
	},
	{
		name: '[A8] sampling leaves goodwill',
		use: activity({ kind: 'sampling', targets: AREAS }),
		off: set('activities', { samplingLift: 0, samplingTrial: 0 }),
		figure: known,
		moves: 'up'
	},
	{
		name: '[A9] a campaign for liking leaves goodwill',
		use: activity({ kind: 'advertising', aim: 'liking' }),
		off: quietGoodwill,
		figure: known,
		moves: 'up'
	},
	{
		name: '[A9] one for being known opens doors',
		use: activity({ kind: 'advertising', aim: 'awareness' }),
		off: all(quietGoodwill, set('activities', { awarenessListing: 0 })),
		figure: listings,
		moves: 'up'
	},
	{
		name: '[A9] one for sales sells',
		use: activity({ kind: 'advertising', aim: 'sales' }),
		off: all(quietGoodwill, set('activities', { salesLift: 0 })),
		figure: soldOut,
		moves: 'up'
	},
	{
		name: '[A10] a dealers’ conference opens doors',
		use: activity({ kind: 'dealerConference' }),
		off: all(set('activities', { conferenceListing: 0 }), set('dealing', { conferenceLoyalty: 0 })),
		figure: listings,
		moves: 'up',
		// A few weeks of a quarter more are hardly an account of ours.
		where: set('activities', { conferenceListing: 2 })
	},
	{
		name: '[A12] a small-board programme opens its core outlets',
		use: activity({ kind: 'smallBoard', channels: ['onPremise'], classes: ['A'] }),
		off: set('activities', { boardListing: 0, boardLift: 0 }),
		figure: listings,
		moves: 'up'
	},
	{
		name: '[A5] for one class only it reaches that class',
		use: activity({ ...gift, classes: ['A'] }),
		instead: activity(gift),
		off: (spec) => oneClass(spec, 'A'),
		figure: soldOut,
		moves: 'down',
		where: vans
	},
	{
		name: '[A5] so does a segment of whole numbers',
		use: activity({ ...gift, segment: [{ field: 'class', from: 0, to: 0 }] }),
		instead: activity(gift),
		off: (spec) => oneClass(spec, 'A'),
		figure: soldOut,
		moves: 'down',
		where: vans
	},
	{
		name: '[A11] what was prepared works better than what was not',
		use: prepared(gift),
		instead: second(gift),
		off: set('activities', { unprepared: 1, preparedCoverWeeks: 0, approvalLimitCents: 1e12 }),
		figure: soldOut,
		moves: 'up',
		where: all(vans, set('activities', { approvalLimitCents: 1e12 }))
	},
	{
		name: '[A18] followed up, it leaves goodwill',
		use: activity({ ...display, followUp: true }),
		instead: activity(display),
		off: set('activities', { followUpGoodwill: 0 }),
		figure: known,
		moves: 'up'
	}
];

describe('levers', () => leverTests(LEVERS));

const RULES: readonly RuleShown[] = [
	{
		name: '[A3] running it costs its price, whatever it sells',
		trigger: activity({ ...display, budgetCents: 100_000 }),
		by: 'plan',
		off: (spec) => (spec.money.activityFixedCents = 0),
		figure: promotion,
		moves: 'up'
	},
	{
		name: '[A17] what is dear and was not asked for ahead begins late',
		trigger: activity(gift),
		by: 'plan',
		off: set('activities', { approvalLimitCents: 1e12 }),
		figure: soldOut,
		moves: 'down'
	},
	{
		name: '[A19] shoppers grow used to what they pay, and the base goes',
		trigger: activity(off),
		by: 'plan',
		off: set('activities', { referenceExponent: 0 }),
		figure: soldLast,
		moves: 'down',
		where: vans,
		unanswered: true
	},
	{
		name: '[B2] what core outlets sell shines on all others; where there are none nothing does',
		trigger: mixed(0.24),
		by: 'market',
		use: both(activity({ ...display, channels: ['onPremise'], classes: ['A'] }), field(calls(4, 15))),
		off: set('response', { smallBoard: 0 }),
		figure: soldOut,
		moves: 'up',
		where: all(vans, mixed(0))
	}
];

/** So many of the outlets are restaurants, the others small shops. */
function mixed(onPremise: number): Edit {
	return (spec) => {
		for (const { areas } of spec.regions)
			for (const area of areas)
				area.channelMix = { modern: 0, traditional: 1 - onPremise, convenience: 0, onPremise, specialist: 0 };
	};
}

describe('rules', () => ruleTests(RULES));

describe('the communication index', () => {
	const told = (use: Use, ...edits: Edit[]): { facts: CommunicationFacts; game: ReturnType<typeof play> } => {
		const game = play(use, edits);
		const { communication } = at(own(game), 1);
		if (communication === null) throw new Error('nothing was communicated');
		return { facts: communication, game };
	};
	const cheap = { ...gift, budgetCents: 1e6 };

	test('[A21] has its scale from the cost of a contact alone, and moves nothing', () => {
		const [once, twice] = [50, 100].map((contactBaseCents) =>
			told(second(cheap), set('activities', { contactBaseCents }))
		) as [ReturnType<typeof told>, ReturnType<typeof told>];
		expect(twice.facts.index / once.facts.index).toBeCloseTo(2, 6);
		for (const power of ['planning', 'reach', 'comprehension'] as const)
			expect(twice.facts[power]).toBe(once.facts[power]);
		expect(differing(twice.game, once.game)).toEqual([]);
	});

	test('[A21] a purpose it can serve is planning power and nothing else', () => {
		const [aimed, vague] = [told(second({ ...cheap, purpose: 'volume' })), told(second(cheap))];
		expect(aimed.facts.planning - vague.facts.planning).toBeCloseTo(30, 6);
		expect(aimed.facts.index).toBeGreaterThan(vague.facts.index);
		expect(differing(aimed.game, vague.game)).toEqual([]);
	});

	test('[A11][A21] preparing it is planning power, and is understood better', () => {
		const [ready, late] = [told(prepared(cheap)), told(second(cheap))];
		expect(ready.facts.planning - late.facts.planning).toBeGreaterThanOrEqual(40);
		expect(ready.facts.comprehension).toBeGreaterThan(late.facts.comprehension);
	});
});
