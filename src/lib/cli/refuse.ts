/** How a command ends that cannot do its work. */
import type { Fault } from '#lib/result.ts';
import { INPUT_AT_FAULT, WRONG_USAGE, printJson, type Context } from './command.ts';
import type { Language } from './language.ts';
import { faultProblem, problemText, type TextProblem } from './problems.ts';

/** The input is at fault: on standard error, or in the JSON. */
export function refuseInput(context: Context, problems: readonly TextProblem[]): number {
	if (context.args.has('json')) printJson(context, { ok: false, problems });
	else for (const problem of problems) context.complain(problemText(problem, context.language));
	return INPUT_AT_FAULT;
}

export function refuseFaults(context: Context, file: string, faults: readonly Fault[]): number {
	return refuseInput(
		context,
		faults.map((fault) => faultProblem(fault, file, context.language))
	);
}

/** The call is at fault: always on standard error, so that no reader takes it for a result. */
export function refuseUsage(
	complain: (text: string) => void,
	{ t, optional }: Language,
	command: string | null,
	faults: readonly Fault[]
): number {
	for (const { code, params, message } of faults)
		complain(`shapan: ${optional(`usage.${code}`, params) ?? message}`);
	complain(command === null ? t('usage.seeHelp') : t('usage.seeCommandHelp', { command }));
	return WRONG_USAGE;
}
