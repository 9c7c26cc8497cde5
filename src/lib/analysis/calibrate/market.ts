/**
 * A market on the bench: the real engine in steps of one week, every firm on its standing plan, money no object, so
 * that two runs under one seed differ by exactly what an experiment changes.
 */
import { beginState } from '../../engine/begin.ts';
import { generateWorld } from '../../engine/generate.ts';
import { standing, type ActivityPlan, type Plan } from '../../engine/plan.ts';
import { seedFromText } from '../../engine/random.ts';
import type { MarketSpec } from '../../engine/spec.ts';
import { cloneState, type State } from '../../engine/state.ts';
import { step } from '../../engine/step.ts';
import { LEVERS, type Lever } from '../../engine/vocab.ts';
import { at, type World } from '../../engine/world.ts';

/** What happened in one week, over all areas. */
export interface Week {
	/** Bought by households [product]. */
	readonly sold: Float64Array;
	/** Of brands that are not simulated one by one. */
	readonly others: number;
	/** Shipped to dealers [product]. */
	readonly sellIn: Float64Array;
	readonly writtenOff: Float64Array;
	/** Listed outlet-weeks, and those that ended with an empty shelf. */
	readonly listed: number;
	readonly empty: number;
}

/** Weeks that shelves, pantries and relations get to settle before anything is measured. */
export const WARM_UP_WEEKS = 10;

/** ¥10 million: no budget, wage or order on the bench fails for want of it. */
const AMPLE_CENTS = 1_000_000_000;
const ENDLESS_TURNS = 100_000;

/** The scenario as the bench plays it. */
export function benchSpec(spec: MarketSpec): MarketSpec {
	return {
		...spec,
		time: { ...spec.time, turns: ENDLESS_TURNS, weeksPerTurn: 1 },
		// An experiment waits for nobody's approval (A17).
		activities: { ...spec.activities, approvalLimitCents: AMPLE_CENTS },
		firms: spec.firms.map((firm) => ({ ...firm, cashCents: AMPLE_CENTS })),
		dealers: spec.dealers.map((dealer) => ({ ...dealer, capitalCents: AMPLE_CENTS })),
		unlocks: Object.fromEntries(LEVERS.map((lever) => [lever, 0])) as Record<Lever, number>
	};
}

export class MarketRun {
	readonly world: World;
	readonly state: State;
	/** By firm; an experiment changes them, or a copy for one week. */
	plans: readonly Plan[];
	#seed: string;
	#standing: readonly Plan[];

	constructor(world: World, state: State, plans: readonly Plan[], seed: string) {
		this.world = world;
		this.state = state;
		this.plans = plans;
		this.#standing = plans;
		this.#seed = seed;
	}

	/**
	 * From here on apart from this run, which stays as it is.
	 *
	 * @param world the same places by other figures of the file
	 */
	branch(world: World = this.world): MarketRun {
		return new MarketRun(world, cloneState(this.world, this.state), this.plans, this.#seed);
	}

	/** @param once activities of this week, by firm */
	week(once: ReadonlyMap<number, readonly ActivityPlan[]> = new Map()): Week {
		const plans = this.plans.map((plan, f) => ({ ...plan, activities: once.get(f) ?? [] }));
		const stepped = step(this.world, this.state, plans, this.#standing, this.#seed);
		this.#standing = stepped.applied.map(standing);
		return record(this.world, this.state);
	}

	/** @param once activities of the first week */
	weeks(count: number, once?: ReadonlyMap<number, readonly ActivityPlan[]>): Week[] {
		return Array.from({ length: count }, (_, i) => this.week(i === 0 ? once : undefined));
	}
}

function record(world: World, state: State): Week {
	const sold = new Float64Array(world.products);
	for (let cell = 0; cell < world.areas * world.products; cell++) {
		const k = cell % world.products;
		sold[k] = (sold[k] ?? 0) + (state.turnSold[cell] ?? 0);
	}
	return {
		sold,
		others: sum(state.turnOutside),
		sellIn: Float64Array.from(state.turnSellIn),
		writtenOff: Float64Array.from(state.turnWrittenOff),
		listed: sum(state.turnListed),
		empty: sum(state.turnEmpty)
	};
}

/** One seed of the scenario: its worlds and its untouched run, made once for all experiments. */
export class MarketBench {
	readonly spec: MarketSpec;
	/** Turns the brand an experiment is done to, so that a mean over seeds is one over brands. */
	readonly number: number;
	#text: string;
	#opened: MarketRun | undefined;
	#base: Week[] = [];
	#ahead: MarketRun | undefined;

	/** @param number from 1; world and chance both come from it */
	constructor(spec: MarketSpec, number: number) {
		this.spec = benchSpec(spec);
		this.number = number;
		this.#text = `calibrate-${number}`;
	}

	/** A run of the scenario, or of an edited copy of it, from its opening. */
	open(edit: (spec: MarketSpec) => MarketSpec = (spec) => spec): MarketRun {
		const world = generateWorld(edit(this.spec), this.#text);
		const plans = world.spec.firms.map((firm) => standing(firm.defaultPlan ?? world.spec.defaultPlan));
		return new MarketRun(world, beginState(world), plans, seedFromText(this.#text));
	}

	/** A run of the scenario that has been through the warm-up. */
	settled(): MarketRun {
		if (this.#opened === undefined) {
			this.#opened = this.open();
			this.#opened.weeks(WARM_UP_WEEKS);
		}
		return this.#opened.branch();
	}

	/** The untouched run from where `settled` stands. */
	base(weeks: number): readonly Week[] {
		this.#ahead ??= this.settled();
		while (this.#base.length < weeks) this.#base.push(this.#ahead.week());
		return this.#base.slice(0, weeks);
	}

	/** The brand this seed's experiments are done to: one that is sold from the start. */
	get product(): number {
		const { productSpecs } = this.settled().world;
		const sold = Array.from(productSpecs.keys()).filter((k) => at(productSpecs, k).launch === undefined);
		return at(sold, this.number % sold.length);
	}
}

/** Of a brand in every outlet that lists it: more than is sold in any experiment, so that no shelf runs empty. */
const FULL_UNITS = 10_000;

/** Fills the brand's shelves by hand, for experiments that ask shoppers and not the supply. */
export function fillShelves({ world, state }: MarketRun, k: number): void {
	for (let cell = k; cell < state.listed.length; cell += world.products)
		if (state.listed[cell] === 1) state.stockNew[cell] = FULL_UNITS;
}

/** A consumer price-off everywhere in the week that follows. */
export function priceOff(world: World, k: number, depth: number): ReadonlyMap<number, ActivityPlan[]> {
	const targets = world.spec.regions.flatMap(({ areas }) => areas.map(({ id }) => id));
	return activity(world, k, 'priceOff', targets, depth);
}

/** A trade deal everywhere in the week that follows. */
export function tradeDeal(world: World, k: number, depth: number): ReadonlyMap<number, ActivityPlan[]> {
	return activity(
		world,
		k,
		'tradeDeal',
		world.spec.regions.map(({ id }) => id),
		depth
	);
}

function activity(
	world: World,
	k: number,
	kind: ActivityPlan['kind'],
	targets: readonly string[],
	depth: number
): ReadonlyMap<number, ActivityPlan[]> {
	const plan: ActivityPlan = {
		kind,
		targets,
		product: at(world.productSpecs, k).id,
		startWeek: 0,
		weeks: 1,
		depthBp: Math.floor(depth * 10_000 + 0.5),
		budgetCents: AMPLE_CENTS / 2
	};
	return new Map([[world.productFirm[k] ?? 0, [plan]]]);
}

/** Units of one product over some weeks. */
export const soldOf = (weeks: readonly Week[], k: number): number =>
	weeks.reduce((total, { sold }) => total + (sold[k] ?? 0), 0);

/** Units of the whole category over some weeks. */
export const categoryOf = (weeks: readonly Week[]): number =>
	weeks.reduce((total, { sold, others }) => total + sum(sold) + others, 0);

export function sum(values: Iterable<number>): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
