/**
 * The levers, planted: with its parameter a lever moves what it is there for, and without it the market goes on as if
 * nobody had touched the lever, to the unit. Taken away, its effect goes and nothing else does.
 */
import { describe, expect, test } from 'vitest';
import { advance, newGame, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import type { ActivityPlan, DealerTerms } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { State } from '#lib/engine/state.ts';
import { USUAL_TERMS } from '#lib/engine/terms.ts';
import { LEVERS, type Lever } from '#lib/engine/vocab.ts';
import { at } from '#lib/engine/world.ts';
import { rival } from '#lib/strategy/index.ts';
import { shipped } from '../support/scenarios.ts';
import { changed, firmOf, type PlanDraft, type SpecDraft } from '../support/spec.ts';

const { spec: SHIPPED } = shipped('first-city.yaml');
const REGION = 'qinglan';
const PRODUCT = 'qinghe-500';
const AREAS = SHIPPED.regions.flatMap(({ areas }) => areas.map(({ id }) => id));
const SEED = 'planted-1';
const TURNS = 5;

/** What the market is made of; money is not in it, since a lever costs what it costs. */
const MARKET = [
	'listed',
	'closeness',
	'dependence',
	'grievance',
	'stockNew',
	'stockOld',
	'outletForecast',
	'facings',
	'nodeStock',
	'nodeForecast',
	'goodwill',
	'radiance',
	'loyalty',
	'erosion',
	'turnSold',
	'turnOutside'
] as const satisfies readonly (keyof State)[];

type Edit = (spec: SpecDraft) => void;
type Use = (plan: PlanDraft) => void;

/** Everything may be decided, and nothing fails for want of money. */
const open: Edit = (spec) => {
	spec.unlocks = Object.fromEntries(LEVERS.map((lever) => [lever, 0])) as Record<Lever, number>;
	firmOf(spec).cashCents = 1e10;
	spec.defaultPlan.field.merchandisers = 8;
	firmOf(spec).merchandisers = 8;
};

function play(use: Use, ...edits: readonly Edit[]): Game {
	const spec = structuredClone(SHIPPED) as SpecDraft;
	for (const edit of [open, ...edits]) edit(spec);
	let game = newGame(generateWorld(spec, SEED), seedFromText(SEED), rival, false);
	for (let turn = 0; turn < TURNS; turn++) game = advance(game, changed(view(game).plan, use));
	return game;
}

const market = ({ state }: Game) => Object.fromEntries(MARKET.map((name) => [name, Array.from(state[name])]));

/** Mean of what our accounts have of it. */
const ours =
	(name: 'closeness' | 'dependence') =>
	({ state, world }: Game): number =>
		state[name].reduce((sum, value, i) => (i % world.firms === world.player ? sum + value : sum), 0);
const own = ({ facts, world }: Game) => facts.map((turn) => at(turn, world.player));
const soldOut = (game: Game): number => own(game).reduce((sum, { sellOutUnits }) => sum + sellOutUnits, 0);
const soldIn = (game: Game): number => own(game).reduce((sum, { sellInUnits }) => sum + sellInUnits, 0);
const dealerHolds = (game: Game): number => at(own(game), TURNS - 1).dealerUnits;
/** Of the dealer in the region. */
const loyalty = ({ state, world }: Game): number =>
	at(Array.from(state.loyalty), at(Array.from(state.dealerOf), world.player * world.regions));
/** Goodwill of the player in the region. */
const known = ({ state, world }: Game): number => at(Array.from(state.goodwill), world.player);

const terms =
	(change: Partial<DealerTerms>): Use =>
	(plan) => {
		plan.dealers.terms = { [REGION]: structuredClone({ ...USUAL_TERMS, ...change }) as never };
	};
const field =
	(change: Partial<PlanDraft['field']>): Use =>
	(plan) =>
		void Object.assign(plan.field, structuredClone(change));
const activity =
	(change: Partial<ActivityPlan> & Pick<ActivityPlan, 'kind'>): Use =>
	(plan) => {
		plan.activities = [
			structuredClone({
				product: PRODUCT,
				targets: [REGION],
				startWeek: 0,
				weeks: 4,
				depthBp: 0,
				budgetCents: 1e7,
				...change
			}) as never
		];
	};
/** A well-led dealer that does not let what the firm lends go home (D18). */
const sound: Edit = (spec) => {
	for (const dealer of spec.dealers) {
		dealer.capitalCents = 5_000_000;
		dealer.actual.management = 100;
	}
};
/** It refuses nothing for money, and a rival holds it. */
const willing: Edit = (spec) => {
	Object.assign(spec.dealing, { alternativeReturn: 0.01, exclusivePremium: 0, leavePerWeek: 0 });
	for (const dealer of spec.dealers) dealer.heldBy ??= 'lingcha';
};
const leaving: Edit = (spec) => {
	spec.fieldRules.people.turnoverPerYear = 2.6;
	spec.fieldRules.people.overloadTurnover = 2.6;
};
const staying: Edit = (spec) => {
	spec.fieldRules.people.turnoverPerYear = 0;
	spec.fieldRules.people.overloadTurnover = 0;
};
const zero =
	<Key extends string>(of: (spec: SpecDraft) => Record<Key, number>, ...names: readonly Key[]): Edit =>
	(spec) => {
		for (const name of names) of(spec)[name] = 0 as never;
	};
const flat = (spec: SpecDraft): void => {
	for (const style of Object.values(spec.fieldRules.selling))
		Object.assign(style, { closeness: 0, dependence: 0, healing: 1 });
};

interface Mechanism {
	readonly name: string;
	readonly use: Use;
	/** What it turns on. */
	readonly off: Edit;
	readonly figure: (game: Game) => number;
	readonly moves: 'up' | 'down';
	readonly where?: Edit;
}

const MECHANISMS: readonly Mechanism[] = [
	{
		name: '[D16][D18] credit puts the firm’s money to work for the dealer, which thanks it',
		use: terms({ creditDays: 30 }),
		off: zero(({ dealing }) => dealing as never, 'creditLimit'),
		figure: loyalty,
		moves: 'up',
		where: sound
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
		name: '[D20][D21] support of commerce makes loyal',
		use: terms({ support: { commerce: 3, information: 0, logistics: 0 } }),
		off: zero(({ dealing }) => dealing as never, 'commerceLoyalty'),
		figure: loyalty,
		moves: 'up',
		where: willing
	},
	{
		name: '[D20] coaching makes a badly led dealer order with less swing, and take in less',
		use: terms({ support: { commerce: 0, information: 0, logistics: 3 } }),
		off: zero(({ dealing }) => dealing as never, 'logisticsLed'),
		figure: soldIn,
		moves: 'down',
		where: willing
	},
	{
		name: '[F11] advisors make it order as one that is led',
		use: field({ advisors: { heads: 2, regions: [REGION] } }),
		off: zero(({ fieldRules }) => fieldRules.advisors as never, 'lift'),
		figure: soldIn,
		moves: 'down',
		where: willing
	},
	{
		name: '[F4] key accounts one to one are closer',
		use: field({
			keyAccounts: 8,
			calls: { key: { visitsPer4Weeks: { A: 8, B: 8, C: 8 }, minutesPerVisit: { A: 30, B: 30, C: 30 } } }
		}),
		off: zero(({ fieldRules }) => fieldRules.opening as never, 'maxKeyAccounts'),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F5] calls by a standard are closer',
		use: field({ visitStandard: 100 }),
		off: zero(({ fieldRules }) => fieldRules.visit as never, 'standardLift'),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F6] a trained team’s calls are better',
		use: field({ trainingHours: 8 }),
		off: zero(({ fieldRules }) => fieldRules.visit as never, 'trainingLift'),
		figure: ours('closeness'),
		moves: 'up',
		// Hours enough, so that those of training are missed nowhere.
		where: (spec) => {
			staying(spec);
			spec.defaultPlan.field.merchandisers = 20;
			firmOf(spec).merchandisers = 20;
		}
	},
	{
		name: '[F7] an area that one person answers for is closer',
		use: (plan) => {
			const [area = ''] = plan.regions.worked;
			plan.field.responsible = { [area]: [1] };
		},
		off: zero(({ fieldRules }) => fieldRules.visit as never, 'namedLift'),
		figure: ours('closeness'),
		moves: 'up',
		// Who leaves, and what goes along, hangs on who answered for it (F10).
		where: staying
	},
	{
		name: '[F8] an office leaves more hours for calls',
		use: field({ officeHelp: 100 }),
		off: zero(({ fieldRules }) => fieldRules.visit as never, 'officeCut'),
		figure: ours('dependence'),
		moves: 'up',
		where: (spec) => {
			spec.defaultPlan.field.merchandisers = 2;
			firmOf(spec).merchandisers = 2;
		}
	},
	{
		name: '[F10] an account file keeps what leavers would take',
		use: field({ accountFile: true }),
		off: zero(({ fieldRules }) => fieldRules.people as never, 'leaverTakes'),
		figure: ours('closeness'),
		moves: 'up',
		where: leaving
	},
	{
		name: '[F12] pay by sell-in fills the dealer',
		use: field({ pay: { basis: 'sellIn', shareBp: 5000 } }),
		off: zero(({ fieldRules }) => fieldRules.pay as never, 'stuffing', 'neglect', 'care', 'haste'),
		figure: dealerHolds,
		moves: 'up'
	},
	{
		name: '[F12] pay by sell-through makes calls better',
		use: field({ pay: { basis: 'sellThrough', shareBp: 5000 } }),
		off: zero(({ fieldRules }) => fieldRules.pay as never, 'stuffing', 'neglect', 'care', 'haste'),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F12] pay by calls makes them hasty',
		use: field({ pay: { basis: 'calls', shareBp: 5000 } }),
		off: zero(({ fieldRules }) => fieldRules.pay as never, 'stuffing', 'neglect', 'care', 'haste'),
		figure: ours('closeness'),
		moves: 'down'
	},
	{
		name: '[F13] a coach binds, if the team is trained',
		use: field({ selling: 'advisory' }),
		off: flat,
		figure: ours('closeness'),
		moves: 'up',
		where: (spec) => {
			spec.fieldRules.selling.advisory.trained = 0;
		}
	},
	{
		name: '[A2][P3][D6] a trade deal that is handed on fills the channel',
		use: activity({ kind: 'tradeDeal', depthBp: 1000 }),
		off: (spec) => {
			spec.response.passThroughDealer = 0;
			spec.channelRules.dealerForwardWeeks = 0;
			spec.activities.referenceExponent = 0;
			// What it keeps of the deal it earns, and is loyal for (D21).
			spec.dealing.loyaltySpeed = 0;
		},
		figure: soldIn,
		moves: 'up'
	},
	{
		name: '[A7] gifts on the pack sell',
		use: activity({ kind: 'bonusPack', targets: AREAS, depthBp: 2000 }),
		off: zero(({ activities }) => activities as never, 'bonusWorth'),
		figure: soldOut,
		moves: 'up'
	},
	{
		name: '[A8] a display sells where it stands',
		use: activity({ kind: 'display', targets: AREAS, depthBp: 10_000 }),
		off: (spec) => {
			spec.response.shelfElasticity = 0;
		},
		figure: soldOut,
		moves: 'up'
	},
	{
		name: '[A8] sampling sells while it runs and leaves goodwill',
		use: activity({ kind: 'sampling', targets: AREAS }),
		off: zero(({ activities }) => activities as never, 'samplingLift', 'samplingTrial'),
		figure: known,
		moves: 'up'
	},
	{
		name: '[A9] a campaign for liking leaves goodwill',
		use: activity({ kind: 'advertising', aim: 'liking' }),
		off: zero(({ activities }) => activities.aimGoodwill as never, 'awareness', 'liking', 'sales'),
		figure: known,
		moves: 'up'
	},
	{
		name: '[A10][D27] a conference wins the dealer',
		use: activity({ kind: 'dealerConference' }),
		off: (spec) => {
			spec.activities.conferenceListing = 0;
			spec.dealing.conferenceLoyalty = 0;
		},
		figure: loyalty,
		moves: 'up'
	},
	{
		name: '[K4] work standards make calls better',
		use: (plan) => {
			plan.platform = { build: ['standards'] };
		},
		off: zero(({ platform }) => platform as never, 'standardsLift'),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[K5] appraisal keeps people, and with them what they would take along',
		use: (plan) => {
			plan.platform = { build: ['appraisal'] };
		},
		off: zero(({ platform }) => platform as never, 'appraisalStay', 'targetLift'),
		figure: ours('closeness'),
		moves: 'up',
		where: leaving
	}
];

const nothing: Use = () => {};

describe('planted', () => {
	test.each(MECHANISMS)('$name', ({ use, off, figure, moves, where = () => {} }) => {
		const [without, used] = [play(nothing, where), play(use, where)].map(figure);
		if (moves === 'up') expect(used).toBeGreaterThan(without ?? NaN);
		else expect(used).toBeLessThan(without ?? NaN);
		expect(market(play(use, where, off))).toEqual(market(play(nothing, where, off)));
	});
});
