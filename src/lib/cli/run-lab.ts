/** `run` on a lab: its chain from the opening to the last week, by the rules in its file. */
import { chainOf } from '#lib/engine/lab/chain.ts';
import { runLab, type LabRun } from '#lib/engine/lab/run.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import type { Lab } from '#lib/scenario/index.ts';
import { usageFault } from './args.ts';
import { DONE, type Context } from './command.ts';
import { labText } from './lab-text.ts';
import { refuseFaults, refuseUsage } from './refuse.ts';

export const MOST_WEEKS = 1_000_000;

/** Options of a game: a lab has no places to make anew, and nobody's decisions to keep. */
const NOT_FOR_LAB = ['world-seed', 'save', 'force'] as const;

/** For a series of figures, which draws nothing. */
const NO_SEED = '0'.repeat(32);

export function runLabFile(file: string, lab: Lab, context: Context): number {
	const { args, language, print, complain } = context;
	const weeks = args.whole('weeks') ?? lab.spec.weeks;
	// Everything a lab runs by stands in its file: where demand is random and nobody gives a seed, its id is the seed.
	const own = lab.spec.demand.source === 'ar1' ? lab.spec.id : undefined;
	const seed = args.text('seed') ?? own;
	const wrong = [
		...NOT_FOR_LAB.filter((option) => args.has(option)).map((option) =>
			usageFault('NOT_FOR_LAB', { option: `--${option}` })
		),
		...(weeks >= 1 && weeks <= MOST_WEEKS
			? []
			: [usageFault('OUT_OF_RANGE', { option: '--weeks', value: weeks, min: 1, max: MOST_WEEKS })])
	];
	if (wrong.length > 0) return refuseUsage(complain, language, 'run', wrong);
	if (args.has('strategy')) complain(language.t('cli.lab.noStrategy'));

	const marketSeed = seed === undefined ? null : seedFromText(seed);
	const started = performance.now();
	const run = runLab(chainOf(lab.spec), marketSeed ?? NO_SEED, weeks);
	const wallMs = performance.now() - started;
	if (!run.ok) return refuseFaults(context, file, run.faults);
	if (args.has('json')) print(labJson(run.value, lab, seed ?? null, marketSeed, wallMs));
	else print(labText(run.value, lab, language, seed));
	return DONE;
}

/**
 * The keys of a game, as far as a lab has them, and `nodes`. A line for each key and each node: a run of many weeks
 * would otherwise be as many lines.
 */
function labJson(
	run: LabRun,
	lab: Lab,
	seed: string | null,
	marketSeed: string | null,
	wallMs: number
): string {
	const nodes = run.nodes.map((node, i) => ({
		id: node.id,
		role: node.role,
		costCents: node.costCents,
		varianceRatio: node.varianceRatio,
		expectedVarianceRatio: lab.report.nodes[i]?.expectedVarianceRatio ?? null,
		ordersByWeek: Array.from(node.ordersByWeek),
		stockByWeek: Array.from(node.stockByWeek),
		backlogByWeek: Array.from(node.backlogByWeek),
		demandByWeek: Array.from(node.demandByWeek),
		totals: {
			madeUnits: node.made,
			soldUnits: node.sold,
			lostUnits: node.lost,
			writtenOffUnits: node.writtenOff,
			sentBackUnits: node.sentBack
		}
	}));
	const head = {
		scenario: lab.spec.id,
		scenarioHash: lab.hash,
		engineVersion: ENGINE_VERSION,
		seed,
		marketSeed,
		worldSeed: null,
		strategy: null,
		weeks: run.weeks,
		score: null,
		totals: { costCents: run.nodes.reduce((sum, node) => sum + node.costCents, 0) },
		hashes: [run.hash],
		wallMs
	};
	const lines = Object.entries(head).map(
		([key, value]) => `\t${JSON.stringify(key)}: ${JSON.stringify(value)}`
	);
	const list = nodes.map((node) => `\t\t${JSON.stringify(node)}`).join(',\n');
	return `{\n${[...lines, `\t"nodes": [\n${list}\n\t]`].join(',\n')}\n}`;
}
