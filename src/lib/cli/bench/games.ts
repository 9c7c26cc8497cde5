/** Whole games a second, all in: worlds, strategies, views, weeks, reports, score. */
import type { MarketSpec } from '#lib/engine/spec.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { playPanel } from '../panel/pool.ts';

/** Seeds of a measurement per thread; each is played by every bot. */
const SEEDS = 12;
/** Threads start, and their code is compiled, before the clock does. */
const WARM_UP = 2;

/** @returns games a second on so many threads */
export async function gamesPerSecond(spec: MarketSpec, threads: number): Promise<number> {
	const work = { spec, bots: [...BOT_NAMES] };
	await playPanel(work, WARM_UP * threads, threads);
	const started = performance.now();
	await playPanel(work, SEEDS * threads, threads);
	return (SEEDS * threads * BOT_NAMES.length * 1000) / (performance.now() - started);
}
