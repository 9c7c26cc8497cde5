/** The scenario file a command works on. */
import { resolve } from 'node:path';
import { loadScenario, type Loaded, type Scenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Context } from './command.ts';
import { readText, siblingText } from './files.ts';
import { faultProblem, scenarioProblem, type TextProblem } from './problems.ts';

/** Bytes; above what the scenario reader accepts, so that it is the one that refuses. */
const LIMIT = 1024 * 1024;

export type Opened =
	| { readonly scenario: Scenario; readonly problems: readonly TextProblem[] }
	| { readonly scenario: null; readonly problems: readonly TextProblem[] };

/** @param file as the caller named it: problems carry the same name */
export function openScenario(file: string, { folder, language }: Context): Opened {
	const path = resolve(folder, file);
	const text = readText(path, LIMIT);
	if (!text.ok) {
		return { scenario: null, problems: text.faults.map((fault) => faultProblem(fault, file, language)) };
	}
	const loaded: Loaded = loadScenario(text.value, file, {
		strategies: RIVAL_NAMES,
		resolve: (id) => siblingText(path, id, LIMIT)
	});
	const problems = loaded.problems.map((problem) => scenarioProblem(problem, language));
	return { scenario: loaded.ok ? loaded.scenario : null, problems };
}
