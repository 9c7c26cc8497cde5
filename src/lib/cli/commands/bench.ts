/** `bench`: how fast this machine plays a scenario, with a yardstick measured in the same breath. */
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { bytesOf } from '#lib/engine/state.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import type { World } from '#lib/engine/world.ts';
import type { Scenario } from '#lib/scenario/index.ts';
import { BOTS, rival } from '#lib/strategy/index.ts';
import { usageFault } from '../args.ts';
import { median, quantile, timeGame } from '../bench/measure.ts';
import { cpuMs, referenceNs } from '../bench/reference.ts';
import { gameRates, type GameRates } from '../bench/games.ts';
import { targetsOf, type Target } from '../bench/targets.ts';
import { benchText } from '../bench/text.ts';
import {
	KERNEL_OUTLETS,
	TICK_SIZES,
	timeKernels,
	timeTicks,
	type Kernel,
	type Tick
} from '../bench/ticks.ts';
import { DONE, printJson, type Command } from '../command.ts';
import { shipped } from '../files.ts';
import { progressLine } from '../progress.ts';
import { refuseInput, refuseUsage } from '../refuse.ts';
import { openScenario } from '../scenario.ts';

const ROUNDS = 7;
const MOST_ROUNDS = 1000;
const WARM_UP_ROUNDS = 2;

export const bench: Command = {
	name: 'bench',
	syntax: { options: { rounds: 'whole', most: 'whole', json: 'switch' }, files: [0, 1] },
	async execute(context) {
		const { args, language, print, complain } = context;
		const rounds = args.whole('rounds') ?? ROUNDS;
		if (rounds < 1 || rounds > MOST_ROUNDS) {
			const params = { option: '--rounds', value: rounds, min: 1, max: MOST_ROUNDS };
			return refuseUsage(complain, language, 'bench', [usageFault('OUT_OF_RANGE', params)]);
		}
		const most = args.whole('most') ?? Math.max(...TICK_SIZES);
		if (most < TICK_SIZES[0]) {
			const params = { option: '--most', value: most, min: TICK_SIZES[0], max: Number.MAX_SAFE_INTEGER };
			return refuseUsage(complain, language, 'bench', [usageFault('OUT_OF_RANGE', params)]);
		}
		const { scenario, problems } = openScenario(args.files[0] ?? shipped('six-regions.yaml'), context);
		if (scenario === null) return refuseInput(context, problems);
		const progress = progressLine(rounds, language);
		const sizes = TICK_SIZES.filter((size) => size <= most);
		const ticks = timeTicks(scenario.spec, sizes);
		const kernel = timeKernels(scenario.spec, rounds, Math.min(KERNEL_OUTLETS, most));
		const games = await gameRates(scenario.spec, rounds);
		const result: BenchResult = {
			targets: targetsOf(ticks, kernel, games),
			ticks,
			kernel,
			games,
			...measure(scenario, rounds, progress.show)
		};
		progress.clear();
		if (args.has('json')) printJson(context, result);
		else print(benchText(result, language));
		return DONE;
	}
};

export type BenchResult = ReturnType<typeof measure> & {
	/** What is asked of them, met or missed. */
	readonly targets: readonly Target[];
	/** Whole weeks at several sizes. */
	readonly ticks: readonly Tick[];
	readonly kernel: Kernel;
	readonly games: GameRates;
};

/** Every bot plays once a round, with and without hashes; the yardstick is laid between the rounds. */
function measure({ spec, hash }: Scenario, rounds: number, onProgress: (done: number) => void) {
	const started = performance.now();
	const world = generateWorld(spec);
	const weeks = spec.time.turns * spec.time.weeksPerTurn + spec.time.closingWeeks;
	const cells = world.outlets * world.products * weeks;
	const turnMs: number[] = [];
	const kept = {
		ns: [] as number[],
		cpuNs: [] as number[],
		referenceNs: [] as number[],
		ratio: [] as number[],
		games: [] as number[]
	};
	const shares = { strategies: [] as number[], views: [] as number[], hashing: [] as number[] };
	for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
		const reference = referenceNs();
		const sum = { plain: 0, cpu: 0, hashed: 0, strategies: 0, views: 0, hashing: 0 };
		const seed = seedFromText(`bench-${round}`);
		for (const bot of BOTS) {
			sum.cpu += cpuMs(() => (sum.plain += total(timeGame(world, seed, bot, rival, false).turnMs)));
			const hashed = timeGame(world, seed, bot, rival, true);
			sum.hashed += total(hashed.turnMs);
			sum.strategies += hashed.strategiesMs;
			sum.views += hashed.viewsMs;
			sum.hashing += hashed.hashMs;
			if (round >= 0) turnMs.push(...hashed.turnMs);
		}
		if (round < 0) continue;
		const cpuNs = (sum.cpu * 1e6) / (cells * BOTS.length);
		kept.ns.push((sum.plain * 1e6) / (cells * BOTS.length));
		kept.cpuNs.push(cpuNs);
		kept.referenceNs.push(reference);
		// Of processor times, so that a busy machine gives the ratio an idle one gives.
		kept.ratio.push(cpuNs / reference);
		kept.games.push((BOTS.length * 1000) / sum.plain);
		shares.strategies.push(sum.strategies / sum.hashed);
		shares.views.push(sum.views / sum.hashed);
		shares.hashing.push(sum.hashing / sum.hashed);
		onProgress(round + 1);
	}
	return {
		scenario: spec.id,
		scenarioHash: hash,
		engineVersion: ENGINE_VERSION,
		size: {
			outlets: world.outlets,
			products: world.products,
			firms: world.firms,
			turns: spec.time.turns,
			weeks
		},
		nsPerOutletProductWeek: median(kept.ns),
		cpuNsPerOutletProductWeek: median(kept.cpuNs),
		msPerTurn: {
			median: median(turnMs),
			p95: quantile(turnMs, 0.95),
			// Without hashes, and without what other programs took.
			cpuMean: (median(kept.cpuNs) * cells) / 1e6 / (spec.time.turns + 1),
			turns: turnMs.length
		},
		gamesPerSecond: median(kept.games),
		bytesPerOutlet: bytesOf(world) / world.outlets,
		worldBytesPerOutlet: worldBytes(world) / world.outlets,
		shares: {
			strategies: median(shares.strategies),
			views: median(shares.views),
			hashing: median(shares.hashing)
		},
		reference: { cpuNsPerStep: median(kept.referenceNs), ratio: median(kept.ratio) },
		machine: {
			cores: availableParallelism(),
			cpu: cpus()[0]?.model ?? 'unknown',
			platform: platform(),
			arch: arch(),
			node: process.versions.node
		},
		rounds,
		wallMs: performance.now() - started
	};
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

/** What all games of a world share. */
function worldBytes(world: World): number {
	return Object.values(world).reduce<number>(
		(bytes, value) => bytes + (ArrayBuffer.isView(value) ? value.byteLength : 0),
		0
	);
}
