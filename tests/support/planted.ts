/**
 * How a mechanism is shown to be what does it: one game with it, one without, one with its parameter turned off, under
 * the same seeds. A shipped market, short games, every lever open, and money enough that nothing fails for want of it.
 */
import { expect, test } from 'vitest';
import { advance, newGame, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import type { ActivityPlan, DealerTerms } from '#lib/engine/plan.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { TurnFacts } from '#lib/engine/report.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import type { State } from '#lib/engine/state.ts';
import { USUAL_TERMS } from '#lib/engine/terms.ts';
import { LEVERS, type Lever, type PayBasis } from '#lib/engine/vocab.ts';
import { at } from '#lib/engine/world.ts';
import { hold } from '#lib/strategy/bots/hold.ts';
import { rival } from '#lib/strategy/index.ts';
import { shipped } from './scenarios.ts';
import { changed, firmOf, type PlanDraft, type SpecDraft } from './spec.ts';

export const { spec: CITY } = shipped('first-city.yaml');
export const REGION = 'qinglan';
export const PRODUCT = 'qinghe-500';
export const DEALER = 'laozhou';
export const AREAS = CITY.regions.flatMap(({ areas }) => areas.map(({ id }) => id));
export const TURNS = 5;
const SEED = 'planted-1';

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
export type Column = (typeof MARKET)[number];

export type Edit = (spec: SpecDraft) => void;
/** What a firm decides, turn by turn. */
export type Use = (plan: PlanDraft, turn: number) => void;
export type Figure = (game: Game) => number;

export const nothing: Use = () => {};
export const unchanged: Edit = () => {};

/** Everything may be decided, and nothing fails for want of money. */
const open: Edit = (spec) => {
	spec.unlocks = Object.fromEntries(LEVERS.map((lever) => [lever, 0])) as Record<Lever, number>;
	firmOf(spec).cashCents = 1e10;
	people(8)(spec);
};

/** How the market is set up: the first city, and rivals that answer. */
interface Setting {
	readonly of?: MarketSpec;
	/** Rivals keep to their plans, whatever they see. */
	readonly unanswered?: boolean;
	/** Turns played. */
	readonly turns?: number;
}

export function play(use: Use, edits: readonly Edit[], setting: Setting = {}): Game {
	const { of = CITY, unanswered = false, turns = TURNS } = setting;
	const isPlain = use === nothing && edits.every((edit) => edit === unchanged) && !unanswered;
	const known = isPlain ? plain.get(of) : undefined;
	if (known?.facts.length === turns) return known;
	const spec = structuredClone(of) as SpecDraft;
	for (const edit of [open, ...edits]) edit(spec);
	let game = newGame(generateWorld(spec, SEED), seedFromText(SEED), unanswered ? () => hold : rival, false);
	for (let turn = 0; turn < turns; turn++)
		game = advance(
			game,
			changed(view(game).plan, (plan) => use(plan, turn))
		);
	if (isPlain) plain.set(of, game);
	return game;
}

/** Games in which nobody decides anything, which most are compared with. */
const plain = new Map<MarketSpec, Game>();

/** Columns of the market in which two games have come to differ. */
export function differing(one: Game, other: Game, but: readonly Column[] = []): string[] {
	return MARKET.filter((name) => {
		const [a, b] = [one.state[name], other.state[name]];
		return !but.includes(name) && (a.length !== b.length || a.some((value, i) => value !== b[i]));
	});
}

interface Shown extends Setting {
	readonly name: string;
	/** Turns it off. */
	readonly off: Edit;
	readonly figure: Figure;
	readonly moves: 'up' | 'down';
	readonly where?: Edit;
}

/** What a firm does, and what it would do else: by default nothing. */
export interface LeverShown extends Shown {
	readonly use: Use;
	readonly instead?: Use;
	/** What is told, not done: no column of the market moves for it. */
	readonly toldOnly?: boolean;
	/** What the lever moves by itself, whatever its effect. */
	readonly but?: readonly Column[];
}

/**
 * A lever moves what it is there for; with its parameter off the market goes on as if nobody had touched it, to the
 * unit. That the two differ while it is on is what makes the second half able to fail.
 */
export function leverTests(levers: readonly LeverShown[]): void {
	test.each(levers)('$name', (it) => {
		const { use, instead = nothing, where = unchanged, off, figure, but } = it;
		const [without, used] = [play(instead, [where], it), play(use, [where], it)];
		moved(figure(used), figure(without), it.moves);
		if (it.toldOnly === true) expect(differing(used, without)).toEqual([]);
		else expect(differing(used, without, but)).not.toEqual([]);
		const [offWithout, offUsed] = [play(instead, [where, off], it), play(use, [where, off], it)];
		expect(differing(offUsed, offWithout, but)).toEqual([]);
		if (it.toldOnly === true) expect(figure(offUsed)).toBe(figure(offWithout));
	});
}

/** What the market answers with, and what provokes it: a decision, or what the market is like. */
export type RuleShown = Shown & {
	/** What is decided else, provoked or not. */
	readonly use?: Use;
} & ({ readonly by: 'plan'; readonly trigger: Use } | { readonly by: 'market'; readonly trigger: Edit });

/** A rule moves what it is there for where it is provoked; where it is not, nobody can tell whether it is there. */
export function ruleTests(rules: readonly RuleShown[]): void {
	test.each(rules)('$name', (it) => {
		const { use = nothing, where = unchanged, off, figure } = it;
		const provoked = (edit: Edit): Game =>
			it.by === 'plan' ? play(it.trigger, [where, edit], it) : play(use, [where, it.trigger, edit], it);
		moved(figure(provoked(unchanged)), figure(provoked(off)), it.moves);
		expect(differing(play(use, [where], it), play(use, [where, off], it))).toEqual([]);
	});
}

export function moved(value: number, from: number, where: 'up' | 'down'): void {
	if (where === 'up') expect(value).toBeGreaterThan(from);
	else expect(value).toBeLessThan(from);
}

// What is looked at: sums over what is the player's.

type OfAccounts = 'closeness' | 'dependence' | 'grievance';
export const sum = (values: Iterable<number>): number =>
	[...values].reduce((total, value) => total + value, 0);

/** Over our accounts. */
export const ours =
	(name: OfAccounts): Figure =>
	({ state, world }) =>
		sum(state[name].filter((_, i) => i % world.firms === world.player));
export const own = ({ facts, world }: Game): TurnFacts[] => facts.map((turn) => at(turn, world.player));
export const soldOut: Figure = (game) => sum(own(game).map(({ sellOutUnits }) => sellOutUnits));
export const soldIn: Figure = (game) => sum(own(game).map(({ sellInUnits }) => sellInUnits));
export const dealerHolds: Figure = (game) => at(own(game), TURNS - 1).dealerUnits;
/** Shelves that have a product of ours. */
export const listings: Figure = ({ state, world }) => {
	const products = new Set(at(world.firmProducts, world.player));
	return sum(state.listed.filter((_, i) => products.has(i % world.products)));
};
/** Of the dealer in the first region. */
export const loyalty: Figure = ({ state, world }) =>
	at(Array.from(state.loyalty), at(Array.from(state.dealerOf), world.player * world.regions));
/** Goodwill of the player in the first region. */
export const known: Figure = ({ state, world }) => at(Array.from(state.goodwill), world.player);
/** How far our usual shelf prices stand below the sheet. */
export const worn: Figure = ({ state, world }) => {
	const products = new Set(at(world.firmProducts, world.player));
	return sum(state.erosion.filter((_, i) => products.has(i % world.products)));
};
/** How much more than was told may lie with the first region's dealer, at most. */
export const stockDoubt: Figure = (game) =>
	sum(at(view(game).regions, 0).dealerStock.map(({ low, high }) => (high ?? NaN) - (low ?? NaN)));
/** On activities; samples of planned visits are promotion too. */
export const spent: Figure = (game) =>
	sum(
		own(game).flatMap(({ activities }) =>
			activities.flatMap(({ places }) => places.map(({ spentCents }) => spentCents))
		)
	);

// What is decided.

export const terms =
	(change: Partial<DealerTerms>, region = REGION): Use =>
	(plan) => {
		plan.dealers.terms = {
			...plan.dealers.terms,
			[region]: structuredClone({ ...USUAL_TERMS, ...change }) as never
		};
	};
export const field =
	(change: Partial<PlanDraft['field']>): Use =>
	(plan) =>
		void Object.assign(plan.field, structuredClone(change));
export const activity =
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
export const pay = (basis: PayBasis): Use => field({ pay: { basis, shareBp: 5000 } });
/** One person each, by area. */
export const named: Use = (plan) => {
	plan.field.responsible = Object.fromEntries(AREAS.map((area, i) => [area, [i + 1]]));
};
/** Pushed into the dealer in the first turn. */
export const push =
	(cases: number): Use =>
	(plan, turn) => {
		if (turn === 0) plan.supply.pushes = [{ region: REGION, product: PRODUCT, cases }];
	};
/** The list price in cents, everywhere. */
export const price =
	(cents: number): Use =>
	(plan) => {
		plan.price.dealerPriceCents = { [PRODUCT]: cents };
	};
export const both =
	(...uses: readonly Use[]): Use =>
	(plan, turn) => {
		for (const use of uses) use(plan, turn);
	};
export const calls = (visits: number, minutes: number) =>
	({
		visitsPer4Weeks: { A: visits, B: visits, C: visits },
		minutesPerVisit: { A: minutes, B: minutes, C: minutes }
	}) as const;

// What the market is like.

export const people =
	(heads: number): Edit =>
	(spec) => {
		spec.defaultPlan.field.merchandisers = heads;
		firmOf(spec).merchandisers = heads;
	};
export const zero =
	<Key extends string>(of: (spec: SpecDraft) => Record<Key, number>, ...names: readonly Key[]): Edit =>
	(spec) => {
		for (const name of names) of(spec)[name] = 0 as never;
	};
export const set =
	<Part extends 'response' | 'dealing' | 'channelRules' | 'activities' | 'platform' | 'money'>(
		part: Part,
		change: Partial<SpecDraft[Part]>
	): Edit =>
	(spec) =>
		void Object.assign(spec[part], structuredClone(change));
export const setField =
	<Part extends 'visit' | 'opening' | 'people' | 'grievance' | 'advisors' | 'pay'>(
		part: Part,
		change: Partial<SpecDraft['fieldRules'][Part]>
	): Edit =>
	(spec) =>
		void Object.assign(spec.fieldRules[part], change);
export const all =
	(...edits: readonly Edit[]): Edit =>
	(spec) => {
		for (const edit of edits) edit(spec);
	};
export const leaving = setField('people', { turnoverPerYear: 2.6, overloadTurnover: 2.6 });
export const staying = setField('people', { turnoverPerYear: 0, overloadTurnover: 0 });
export const quietPay = setField('pay', { stuffing: 0, neglect: 0, care: 0, haste: 0 });
/** Hours enough for every call there is. */
export const ample = all(staying, people(40), (spec) => (spec.fieldRules.maxMerchandisers = 60));
/** Selling in any style is service. */
export const flat: Edit = (spec) => {
	for (const style of Object.values(spec.fieldRules.selling))
		Object.assign(style, { closeness: 0, dependence: 0, healing: 1 });
};
/** A dealer refuses nothing for money, and a rival holds it. */
export const willing = all(
	set('dealing', { alternativeReturn: 0.01, exclusivePremium: 0, leavePerWeek: 0 }),
	(spec) => spec.dealers.forEach((dealer) => (dealer.heldBy ??= 'lingcha'))
);
/** Vans and money for all that is asked for. */
export const vans: Edit = (spec) => {
	for (const dealer of spec.dealers)
		Object.assign(dealer, { hold: 0, deliveryUnitsPerWeek: 1e6, capitalCents: 1e9 });
};
/** A well-led dealer that does not let what the firm lends go home (D18). */
export const sound: Edit = (spec) => {
	for (const dealer of spec.dealers) {
		dealer.capitalCents = 5_000_000;
		dealer.actual.management = 100;
	}
};
