/** Time of whole weeks, and of the kernel alone, over markets of several sizes. */
import { beginState } from '#lib/engine/begin.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText, weekKey } from '#lib/engine/random.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { TURN, WEEK, type State } from '#lib/engine/state.ts';
import { MARKET_STREAM, step } from '#lib/engine/step.ts';
import { setDemand } from '#lib/engine/systems/demand.ts';
import { beginTurn } from '#lib/engine/systems/handover.ts';
import { setMarket } from '#lib/engine/systems/market.ts';
import { openOutletWeek, type OutletWeek } from '#lib/engine/systems/outlet-week.ts';
import { openTurn } from '#lib/engine/turn.ts';
import type { Plan } from '#lib/engine/plan.ts';
import type { World } from '#lib/engine/world.ts';
import { compileReference, inTemporaryFolder, timeKernel } from './kernel.ts';
import { median } from './measure.ts';
import { cpuMs } from './reference.ts';
import { sized } from './sized.ts';

export const TICK_SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
/** Products of all firms together in every size. */
export const TICK_PRODUCTS = 8;
/** Turns that are timed, of the market's first year whatever its size: what an outlet lists and has changes with the years. */
const TURNS = 9;
/**
 * Each turn is played so often from the same start, or until about so many outlets have lived through a week, and its least
 * time taken: what disturbs a machine only ever adds.
 */
const LEAST_REPLAYS = 3;
const OUTLET_WEEKS = 2_000_000;
/** Outlets the kernel is timed with: more than fit into a second-level cache. */
export const KERNEL_OUTLETS = 20_000;
const KERNEL_REPEATS = 10;
const WARM_UP_OUTLETS = 2_000;
const WARM_UP_MS = 5_000;
const SIZE_WARM_UP_MS = 1_500;
/** A market that went on much longer would pile up more interest than cents can be counted. */
const WARM_UP_TURNS = 200;
const SEED = seedFromText('bench');

export interface Tick {
	readonly outlets: number;
	readonly products: number;
	/** Processor time: what other programs take in the meantime does not count. */
	readonly nsPerOutletProductWeek: number;
}

/** Everything a turn does but strategies, views and hashes: plans projected, weeks, facts. Median of turns. */
export function timeTicks(spec: MarketSpec, sizes: readonly number[]): Tick[] {
	// The host takes its time to compile what is to be timed, and does it in threads of this process.
	warmUp(spec, Math.min(...sizes, WARM_UP_OUTLETS));
	return sizes.map((size) => {
		const { world, state, plans } = settled(spec, size);
		const cells = world.outlets * world.products * spec.time.weeksPerTurn;
		const weeks = size * spec.time.weeksPerTurn * TURNS;
		const replays = Math.max(LEAST_REPLAYS, Math.ceil(OUTLET_WEEKS / weeks));
		const opening = state.buffer.slice(0);
		const putBack = (to: ArrayBuffer): void => new Uint8Array(state.buffer).set(new Uint8Array(to));
		const play = (): void => {
			step(world, state, plans, plans, SEED);
			// The market goes on as long as it is timed.
			state.clock[TURN] = 0;
		};
		// A market of another size is news to what was compiled: it is compiled again.
		const started = performance.now();
		for (let turn = 0; performance.now() - started < SIZE_WARM_UP_MS; turn++) {
			if (turn % TURNS === 0) putBack(opening);
			play();
		}
		putBack(opening);
		const times = Array.from({ length: TURNS }, () => {
			const before = state.buffer.slice(0);
			let least = Infinity;
			for (let replay = 0; replay < replays; replay++) {
				putBack(before);
				least = Math.min(least, cpuMs(play) * 1e6);
			}
			return least / cells;
		});
		return { outlets: world.outlets, products: world.products, nsPerOutletProductWeek: median(times) };
	});
}

function warmUp(spec: MarketSpec, outlets: number): void {
	const started = performance.now();
	while (performance.now() - started < WARM_UP_MS) {
		const { world, state, plans } = settled(spec, outlets);
		for (let turn = 0; turn < WARM_UP_TURNS; turn++) {
			step(world, state, plans, plans, SEED);
			state.clock[TURN] = 0;
		}
	}
}

export type Kernel =
	| {
			readonly outlets: number;
			/** Nanoseconds of processor time per outlet, product and week, medians; and the one over the other. */
			readonly tsNs: number;
			readonly cNs: number;
			readonly ratio: number;
			readonly sameResult: boolean;
	  }
	| { readonly skipped: 'NO_COMPILER' };

/** @param rounds how often TypeScript and C take turns */
export function timeKernels(spec: MarketSpec, rounds: number, outlets: number): Kernel {
	const { world, state, plans } = settled(spec, outlets);
	const week = openWeek(world, state, plans);
	return inTemporaryFolder((folder) => {
		const program = compileReference(folder);
		if (program === null) return { skipped: 'NO_COMPILER' };
		// Until the compiler of the host has taken the functions up, whatever it was given before.
		const started = performance.now();
		while (performance.now() - started < WARM_UP_MS)
			timeKernel(folder, program, world, week, 1, KERNEL_REPEATS);
		const { ts, c, equal } = timeKernel(folder, program, world, week, rounds, KERNEL_REPEATS);
		const [tsNs, cNs] = [median(ts), median(c)];
		return { outlets: world.outlets, tsNs, cNs, ratio: tsNs / cNs, sameResult: equal };
	});
}

interface Market {
	readonly world: World;
	readonly state: State;
	readonly plans: readonly Plan[];
}

/** A market of the size after two turns, all firms by their default plans. */
function settled(spec: MarketSpec, outlets: number): Market {
	const world = generateWorld(sized(spec, outlets, TICK_PRODUCTS));
	const state = beginState(world);
	const plans = world.spec.firms.map((firm) => firm.defaultPlan ?? world.spec.defaultPlan);
	for (let turn = 0; turn < 2; turn++) step(world, state, plans, plans, SEED);
	return { world, state, plans };
}

function openWeek(world: World, state: State, plans: readonly Plan[]): OutletWeek {
	const week = state.clock[WEEK] ?? 0;
	const key = weekKey(SEED, MARKET_STREAM, week);
	beginTurn(world, state, plans, key);
	const turn = openTurn(world, state, plans, week);
	setMarket(world, state, turn, week);
	setDemand(world, state, turn, key, week);
	return openOutletWeek(world, state, turn, key, week);
}
