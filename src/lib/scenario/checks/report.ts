/** What a check has to work with: the draft, and a way to complain about a place in it. */
import type { ScenarioDraft } from '../draft.ts';
import type { Path, ProblemCode, ProblemParams, Severity } from '../problem.ts';

export interface Options {
	/** Names of the strategies a rival may have; undefined: not checked. */
	readonly strategies?: readonly string[] | undefined;
}

/** A complaint without its place in the file. */
export interface Complaint {
	readonly code: ProblemCode;
	readonly path: Path;
	readonly params: ProblemParams;
	readonly severity: Severity;
}

export class Report {
	readonly complaints: Complaint[] = [];

	error(code: ProblemCode, path: Path, params: ProblemParams = {}): void {
		this.complaints.push({ code, path, params, severity: 'error' });
	}

	warn(code: ProblemCode, path: Path, params: ProblemParams = {}): void {
		this.complaints.push({ code, path, params, severity: 'warning' });
	}

	get failed(): boolean {
		return this.complaints.some(({ severity }) => severity === 'error');
	}
}

export type Check = (draft: ScenarioDraft, report: Report, options: Options) => void;

/** A figure as a sentence shows it: four significant decimals, no noise of binary fractions. */
export function figure(value: number): string {
	return String(Math.floor(value * 10_000 + 0.5) / 10_000);
}

/** Yuan as a sentence shows them: two decimals at most. */
export function yuanFigure(yuan: number): string {
	return String(Math.floor(yuan * 100 + 0.5) / 100);
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
