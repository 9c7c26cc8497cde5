/** Whole games a second, all in: worlds, strategies, views, weeks, reports, score. */
import type { MarketSpec } from '#lib/engine/spec.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { playPanel } from '../panel/pool.ts';

/** Seeds of a measurement per thread; each is played by every bot. Who wants few rounds wants few of these too. */
const MOST_SEEDS = 12;
const SEEDS_PER_ROUND = 2;
/** Threads start, and their code is compiled, before the clock does. */
const WARM_UP = 2;

/** @returns games a second on so many threads */
export async function gamesPerSecond(spec: MarketSpec, threads: number, rounds: number): Promise<number> {
	const seeds = threads * Math.min(MOST_SEEDS, rounds * SEEDS_PER_ROUND);
	const work = { spec, bots: [...BOT_NAMES] };
	await playPanel(work, WARM_UP * threads, threads);
	const started = performance.now();
	await playPanel(work, seeds, threads);
	return (seeds * BOT_NAMES.length * 1000) / (performance.now() - started);
}
