/** One seed of the calibration: the experiments of the rows that are wanted. */
import { EXPERIMENTS, MarketBench, type Experiment, type Measured } from '#lib/analysis/calibrate/index.ts';
import type { LabSpec } from '#lib/engine/lab/spec.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';

export interface CalibrationWork {
	readonly spec: MarketSpec;
	/** The labs of the lab experiments. */
	readonly labs: readonly LabSpec[];
	/** Names of rows; an experiment runs when one of its rows is wanted. */
	readonly rows: readonly string[];
}

export function wantedExperiments(rows: readonly string[]): Experiment[] {
	return EXPERIMENTS.filter((experiment) => experiment.rows.some(({ name }) => rows.includes(name)));
}

/** @param seed from 1 */
export function measureSeed({ spec, labs, rows }: CalibrationWork, seed: number): Measured {
	const bench = new MarketBench(spec, seed);
	const parts = wantedExperiments(rows).map((experiment) => {
		if (experiment.kind === 'market') return experiment.measure(bench);
		const lab = labs.find(({ id }) => id === experiment.lab);
		if (lab === undefined) throw new Error(`no such lab: ${experiment.lab}`);
		return experiment.measure(lab, seedFromText(`calibrate-${seed}`));
	});
	return Object.assign({}, ...parts) as Measured;
}
