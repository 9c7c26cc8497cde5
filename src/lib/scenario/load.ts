/** Text of a scenario file → scenario, or everything that is wrong with it. Never throws. */
import type { Complaint, Options } from './checks/report.ts';
import { compileScenario, type Scenario } from './compile.ts';
import { inherit, type Resolve } from './inherit.ts';
import { compileLab, type Lab } from './lab/compile.ts';
import { parseText, type Parsed } from './parse.ts';
import { inReadingOrder, problem, type Problem } from './problem.ts';
import { placeOf, type Node } from './tree.ts';
import { isLab, validate, validateLab } from './validate.ts';

export type Loaded =
	/** `problems` are warnings. */
	| { readonly ok: true; readonly scenario: Scenario; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** A file of any kind. */
export type LoadedFile =
	| {
			readonly ok: true;
			readonly scenario: Scenario;
			readonly lab: null;
			readonly problems: readonly Problem[];
	  }
	| { readonly ok: true; readonly scenario: null; readonly lab: Lab; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export interface LoadOptions extends Options {
	/** Finds the scenario another one extends; without it, none is known. */
	readonly resolve?: Resolve | undefined;
}

/** More than anybody mends at one sitting: a file that is wrong throughout need not be told line by line. */
export const MAX_PROBLEMS = 200;

function refuse(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
	return { ok: false, problems: inReadingOrder(problems).slice(0, MAX_PROBLEMS) };
}

/** A market, for whoever plays one; a lab is refused (`LAB_NOT_PLAYED`). */
export function loadScenario(text: string, file: string, options: LoadOptions = {}): Loaded {
	const read = readWhole(text, file, options);
	if (read.root === undefined) return refuse(read.problems);
	const loaded = compile(read.root, read.problems, options);
	if (!loaded.ok || loaded.scenario !== null) return loaded;
	return refuse([problem('LAB_NOT_PLAYED', placeOf(read.root, ['kind']), ['kind'])]);
}

/** A market or a lab. */
export function loadFile(text: string, file: string, options: LoadOptions = {}): LoadedFile {
	const { root, problems } = readWhole(text, file, options);
	return root === undefined ? refuse(problems) : compile(root, problems, options);
}

/** @param file name of the file as its author knows it; problems carry it */
function readWhole(text: string, file: string, options: LoadOptions): Parsed {
	const parsed = parseText(text, file);
	if (parsed.root === undefined) return parsed;
	const { root, problems } = inherit(parsed.root, file, options.resolve ?? (() => null));
	return { root, problems: [...parsed.problems, ...problems] };
}

function compile(root: Node, read: readonly Problem[], options: LoadOptions): LoadedFile {
	const told = (complaints: readonly Complaint[]): Problem[] =>
		inReadingOrder(
			complaints.map(({ code, path, params, severity }) =>
				problem(code, placeOf(root, path), path, params, severity)
			)
		);
	if (isLab(root)) {
		const { draft, problems } = validateLab(root);
		if (draft === undefined || read.length > 0) return refuse([...read, ...problems]);
		const compiled = compileLab(draft);
		if (!compiled.ok) return refuse(told(compiled.complaints));
		return { ok: true, scenario: null, lab: compiled.lab, problems: told(compiled.complaints) };
	}
	const { draft, problems } = validate(root);
	if (draft === undefined || read.length > 0) return refuse([...read, ...problems]);
	const compiled = compileScenario(draft, options);
	if (!compiled.ok) return refuse(told(compiled.complaints));
	return { ok: true, scenario: compiled.scenario, lab: null, problems: told(compiled.complaints) };
}
