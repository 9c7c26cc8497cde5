/** `calibrate`: experiments with the real engine against published figures. */
import { availableParallelism } from 'node:os';
import { ROWS, type Measured } from '#lib/analysis/calibrate/index.ts';
import type { LabSpec } from '#lib/engine/lab/spec.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { usageFault } from '../args.ts';
import { wantedExperiments, type CalibrationWork } from '../calibrate/measure.ts';
import { rowOf } from '../calibrate/rows.ts';
import { calibrationText } from '../calibrate/text.ts';
import { DONE, printJson, type Command, type Context } from '../command.ts';
import { shipped } from '../files.ts';
import type { TextProblem } from '../problems.ts';
import { progressLine } from '../progress.ts';
import { refuseInput, refuseUsage } from '../refuse.ts';
import { openFile, openScenario } from '../scenario.ts';
import { inThreads } from '../threads.ts';

const SEEDS = 40;
const MOST_SEEDS = 10_000;
const STANDARD = 'six-regions.yaml';

export const calibrate: Command = {
	name: 'calibrate',
	syntax: { options: { seeds: 'whole', rows: 'text', json: 'switch' }, files: [0, 1] },
	async execute(context) {
		const { args, language, print, complain } = context;
		const seeds = args.whole('seeds') ?? SEEDS;
		const asked = args.text('rows')?.split(',') ?? [''];
		const wrong = [
			// One seed has no interval.
			...(seeds >= 2 && seeds <= MOST_SEEDS
				? []
				: [usageFault('OUT_OF_RANGE', { option: '--seeds', value: seeds, min: 2, max: MOST_SEEDS })]),
			...asked
				.filter((name) => rowsNamed(name).length === 0)
				.map((name) => usageFault('UNKNOWN_ROW', { name, known: FAMILIES.join(', ') }))
		];
		if (wrong.length > 0) return refuseUsage(complain, language, 'calibrate', wrong);
		const { scenario, problems } = openScenario(args.files[0] ?? shipped(STANDARD), context);
		if (scenario === null) return refuseInput(context, problems);
		const rows = ROWS.filter((row) => asked.some((name) => rowsNamed(name).includes(row)));
		const names = rows.map(({ name }) => name);
		const labs = openLabs(names, context);
		if (!Array.isArray(labs)) return refuseInput(context, labs.problems);

		const work: CalibrationWork = { spec: scenario.spec, labs, rows: names };
		const progress = progressLine(seeds, language);
		const started = performance.now();
		const script = new URL('../calibrate/worker.ts', import.meta.url);
		const samples = await inThreads<Measured>(script, work, seeds, availableParallelism(), progress.show);
		const wallMs = performance.now() - started;
		progress.clear();
		const measured = rows.map((row) => rowOf(row, samples, language));
		if (args.has('json')) {
			printJson(context, {
				scenario: scenario.spec.id,
				scenarioHash: scenario.hash,
				engineVersion: ENGINE_VERSION,
				seeds,
				rows: measured,
				wallMs
			});
			return DONE;
		}
		const { t, locale, number } = language;
		const head = { title: scenario.texts.title[locale], id: scenario.spec.id, seeds: number(seeds) };
		print(`${t('calibrate.head', head)}\n`);
		print(calibrationText(measured, language));
		return DONE;
	}
};

/** A row by its name, or a family of them by what stands before a dot; nothing names all. */
const rowsNamed = (name: string) =>
	ROWS.filter((row) => name === '' || row.name === name || row.name.startsWith(`${name}.`));

const FAMILIES = [...new Set(ROWS.map(({ name }) => name.split('.')[0] ?? name))];

/** The shipped labs that the wanted rows need. */
function openLabs(
	names: readonly string[],
	context: Context
): LabSpec[] | { readonly problems: readonly TextProblem[] } {
	const labs: LabSpec[] = [];
	const ids = wantedExperiments(names).flatMap((it) => (it.kind === 'lab' ? [it.lab] : []));
	for (const id of new Set(ids)) {
		const { lab, problems } = openFile(shipped(`${id}.yaml`), context);
		if (lab === null) return { problems };
		labs.push(lab.spec);
	}
	return labs;
}
