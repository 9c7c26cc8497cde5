/** Text of a scenario file → scenario, or everything that is wrong with it. Never throws. */
import type { Options } from './checks/report.ts';
import { compileScenario, type Scenario } from './compile.ts';
import { inherit, type Resolve } from './inherit.ts';
import { parseText } from './parse.ts';
import { inReadingOrder, problem, type Problem } from './problem.ts';
import { placeOf } from './tree.ts';
import { validate } from './validate.ts';

export type Loaded =
	/** `problems` are warnings. */
	| { readonly ok: true; readonly scenario: Scenario; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export interface LoadOptions extends Options {
	/** Finds the scenario another one extends; without it, none is known. */
	readonly resolve?: Resolve | undefined;
}

/** More than anybody mends at one sitting: a file that is wrong throughout need not be told line by line. */
export const MAX_PROBLEMS = 200;

function refuse(problems: readonly Problem[]): Loaded {
	return { ok: false, problems: inReadingOrder(problems).slice(0, MAX_PROBLEMS) };
}

/** @param file name of the file as its author knows it; problems carry it */
export function loadScenario(text: string, file: string, options: LoadOptions = {}): Loaded {
	const parsed = parseText(text, file);
	if (parsed.root === undefined) return refuse(parsed.problems);
	const whole = inherit(parsed.root, file, options.resolve ?? (() => null));
	const read = [...parsed.problems, ...whole.problems];
	if (whole.root === undefined) return refuse(read);
	const { root } = whole;
	const { draft, problems } = validate(root);
	const early = [...read, ...problems];
	if (draft === undefined || early.length > 0) return refuse(early);
	const compiled = compileScenario(draft, options);
	const told = compiled.complaints.map(({ code, path, params, severity }) =>
		problem(code, placeOf(root, path), path, params, severity)
	);
	if (!compiled.ok) return refuse(told);
	return { ok: true, scenario: compiled.scenario, problems: inReadingOrder(told) };
}
