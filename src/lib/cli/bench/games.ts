/** Whole games a second, all in: worlds, strategies, views, weeks, reports, score. */
import type { MarketSpec } from '#lib/engine/spec.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { playPanel } from '../panel/pool.ts';

/** Seeds of a round, each played by every bot. On two threads seven rounds come to the thousand games that are asked for. */
const SEEDS_ON_ONE = 2;
const SEEDS_ON_TWO = 13;
/** Seeds a thread has played before one game is timed: its code is compiled then. */
const WARM_UP = 4;

export interface GameRates {
	/** Games a second of a thread that has played for a while. */
	readonly perSecond1: number;
	/** Of two threads from their start to the last result. */
	readonly perSecond2: number;
}

export async function gameRates(spec: MarketSpec, rounds: number): Promise<GameRates> {
	const work = { spec, bots: [...BOT_NAMES] };
	return {
		perSecond1: await warmed(work, rounds * SEEDS_ON_ONE),
		perSecond2: await allIn(work, rounds * SEEDS_ON_TWO)
	};
}

type Work = Parameters<typeof playPanel>[0];

async function warmed(work: Work, seeds: number): Promise<number> {
	let started = 0;
	let before = 0;
	await playPanel(work, WARM_UP + seeds, 1, (done) => {
		if (done < WARM_UP || started > 0) return;
		started = performance.now();
		before = done;
	});
	return rate(work, WARM_UP + seeds - before, started);
}

async function allIn(work: Work, seeds: number): Promise<number> {
	const started = performance.now();
	await playPanel(work, seeds, 2);
	return rate(work, seeds, started);
}

function rate({ bots }: Work, seeds: number, started: number): number {
	return (seeds * bots.length * 1000) / (performance.now() - started);
}
