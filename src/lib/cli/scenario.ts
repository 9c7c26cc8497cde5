/** The scenario file a command works on. */
import { resolve } from 'node:path';
import { loadFile, loadScenario, type Lab, type LoadOptions, type Scenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Context } from './command.ts';
import { readText, siblingText } from './files.ts';
import { faultProblem, scenarioProblem, type TextProblem } from './problems.ts';

/** Bytes; above what the scenario reader accepts, so that it is the one that refuses. */
const LIMIT = 1024 * 1024;

export interface Opened {
	/** Null where there is none; then `problems` says why. */
	readonly scenario: Scenario | null;
	readonly problems: readonly TextProblem[];
}

/** At most one of the two. */
export interface OpenedFile extends Opened {
	readonly lab: Lab | null;
}

/**
 * A market; a lab is refused.
 *
 * @param file as the caller named it: problems carry the same name
 */
export function openScenario(file: string, context: Context): Opened {
	const source = sourceOf(file, context);
	if ('problems' in source) return { scenario: null, problems: source.problems };
	const loaded = loadScenario(source.text, file, source.options);
	const problems = loaded.problems.map((problem) => scenarioProblem(problem, context.language));
	return { scenario: loaded.ok ? loaded.scenario : null, problems };
}

/** A market or a lab. */
export function openFile(file: string, context: Context): OpenedFile {
	const source = sourceOf(file, context);
	if ('problems' in source) return { scenario: null, lab: null, problems: source.problems };
	const loaded = loadFile(source.text, file, source.options);
	const problems = loaded.problems.map((problem) => scenarioProblem(problem, context.language));
	if (!loaded.ok) return { scenario: null, lab: null, problems };
	return { scenario: loaded.scenario, lab: loaded.lab, problems };
}

interface Source {
	readonly text: string;
	readonly options: LoadOptions;
}

function sourceOf(
	file: string,
	{ folder, language }: Context
): Source | { readonly problems: readonly TextProblem[] } {
	const path = resolve(folder, file);
	const text = readText(path, LIMIT);
	if (!text.ok) return { problems: text.faults.map((fault) => faultProblem(fault, file, language)) };
	const options = {
		strategies: RIVAL_NAMES,
		resolve: (id: string): string | null => siblingText(path, id, LIMIT)
	};
	return { text: text.value, options };
}
