/** `check`: everything that is wrong with scenario files, and what their figures come to. */
import { DONE, INPUT_AT_FAULT, printJson, type Command, type Context } from '../command.ts';
import { problemText, type TextProblem } from '../problems.ts';
import { labReportText } from '../lab-text.ts';
import { reportText } from '../report.ts';
import { openFile, type OpenedFile } from '../scenario.ts';

export const check: Command = {
	name: 'check',
	syntax: { options: { json: 'switch' }, files: [1, Infinity] },
	async execute(context) {
		const { args } = context;
		const checked = args.files.map((file) => ({ file, opened: openFile(file, context) }));
		if (args.has('json')) {
			const files = checked.map(({ file, opened }) => ({ file, ...verdict(opened) }));
			const [only] = files;
			printJson(context, files.length === 1 ? only : { ok: files.every((file) => file.ok), files });
		} else for (const { file, opened } of checked) tell(context, file, opened);
		return checked.every(({ opened }) => isSound(opened)) ? DONE : INPUT_AT_FAULT;
	}
};

function isSound({ scenario, lab }: OpenedFile): boolean {
	return scenario !== null || lab !== null;
}

function verdict(opened: OpenedFile) {
	const { scenario, lab, problems } = opened;
	return { ok: isSound(opened), problems, report: scenario?.report ?? lab?.report ?? null };
}

function tell(context: Context, file: string, opened: OpenedFile): void {
	const { scenario, lab, problems } = opened;
	const { language, print, complain } = context;
	for (const problem of problems) complain(problemText(problem, language));
	const { t } = language;
	const count = (severity: TextProblem['severity']): number =>
		problems.filter((problem) => problem.severity === severity).length;
	const counts = { file, errors: count('error'), warnings: count('warning') };
	if (!isSound(opened)) return complain(t('cli.check.refused', counts));
	print(t('cli.check.passed', counts));
	if (scenario !== null) print(`\n${reportText(scenario, language)}`);
	if (lab !== null) print(`\n${labReportText(lab, language)}`);
}
