/** What is wrong with an input, in words and as JSON. */
import { describeProblem } from '#lib/i18n/index.ts';
import type { Fault } from '#lib/result.ts';
import type { Problem, Severity } from '#lib/scenario/index.ts';
import type { Language } from './language.ts';

/** As `--json` shows it; line and column are null where a file has none to point at. */
export interface TextProblem {
	readonly code: string;
	readonly severity: Severity;
	readonly file: string;
	readonly line: number | null;
	readonly column: number | null;
	readonly path: string;
	readonly message: string;
	readonly hint: string;
}

export function scenarioProblem(problem: Problem, { t }: Language): TextProblem {
	const { code, severity, file, line, column, path } = problem;
	return { code, severity, file, line, column, path, ...describeProblem(t, problem) };
}

/** A fault of a file as a whole: a save, or a file that could not be read. */
export function faultProblem(fault: Fault, file: string, { optional }: Language): TextProblem {
	const { code, path, params } = fault;
	const message = optional(`fault.${code}.message`, params) ?? fault.message;
	const hint = optional(`fault.${code}.hint`, params) ?? '';
	return { code, severity: 'error', file, line: null, column: null, path, message, hint };
}

/** Like a compiler: one line to jump to, then what to do. */
export function problemText(problem: TextProblem, { t }: Language): string {
	const { code, severity, file, line, column, path, message, hint } = problem;
	const place = line === null ? file : `${file}:${line}:${column}`;
	const about = path === '' ? '' : ` [${path}]`;
	const head = `${place}: ${t(`cli.severity.${severity}`)} ${code}${about}: ${message}`;
	return hint === '' ? head : `${head}\n    ${hint}`;
}
