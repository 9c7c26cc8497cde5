import type { Arguments, Syntax } from './args.ts';
import type { Language } from './language.ts';

/** Exit codes, the same for every command. */
export const DONE = 0;
export const INPUT_AT_FAULT = 1;
export const WRONG_USAGE = 2;

export interface Context {
	readonly args: Arguments;
	readonly language: Language;
	/** Where relative paths start. */
	readonly folder: string;
	/** Standard output. */
	print(text: string): void;
	/** Standard error. */
	complain(text: string): void;
}

export interface Command {
	readonly name:
		| 'check'
		| 'run'
		| 'replay'
		| 'panel'
		| 'bench'
		| 'calibrate'
		| 'bench-board'
		| 'worker'
		| 'backup'
		| 'restore';
	readonly syntax: Syntax;
	/** @returns the exit code */
	execute(context: Context): Promise<number>;
}

export function printJson(context: Context, value: unknown): void {
	context.print(JSON.stringify(value, null, '\t'));
}
