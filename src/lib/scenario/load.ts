/** Text of a scenario file → scenario, or everything that is wrong with it. Never throws. */
import type { Options } from './checks/report.ts';
import { compileScenario, type Scenario } from './compile.ts';
import { parseText } from './parse.ts';
import { inReadingOrder, problem, type Problem } from './problem.ts';
import { placeOf } from './tree.ts';
import { validate } from './validate.ts';

export type Loaded =
	/** `problems` are warnings. */
	| { readonly ok: true; readonly scenario: Scenario; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** @param file name of the file as its author knows it; problems carry it */
export function loadScenario(text: string, file: string, options: Options = {}): Loaded {
	const parsed = parseText(text, file);
	const { root } = parsed;
	if (root === undefined) return { ok: false, problems: inReadingOrder(parsed.problems) };
	const { draft, problems } = validate(root);
	const early = [...parsed.problems, ...problems];
	if (draft === undefined || early.length > 0) return { ok: false, problems: inReadingOrder(early) };
	const compiled = compileScenario(draft, options);
	const told = inReadingOrder(
		compiled.complaints.map(({ code, path, params, severity }) =>
			problem(code, placeOf(root, path), path, params, severity)
		)
	);
	return compiled.ok
		? { ok: true, scenario: compiled.scenario, problems: told }
		: { ok: false, problems: told };
}
