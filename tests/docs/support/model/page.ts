/** docs/model.md: the rules as equations, their parameters from the tables of the scenario format, and plots. */
import { ACTIVITY } from '../../../../src/lib/scenario/activities.ts';
import { DEALING } from '../../../../src/lib/scenario/dealing.ts';
import { PLATFORM } from '../../../../src/lib/scenario/platform.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, SCORE } from '../../../../src/lib/scenario/defaults.ts';
import { isParameter, type Parameter, type Table } from '../../../../src/lib/scenario/parameter.ts';
import { FIGURES } from './figures.ts';
import { SECTIONS, type Section } from './sections.ts';

const HEAD = `# The model

What the market does in a week, as equations; the rules behind them, numbered, stand in
[SPEC.md](../src/lib/engine/SPEC.md), and how well they keep to published figures in [proof/calibrate.md](proof/calibrate.md).

Indices: *o* outlet, *k* product, *f* firm, *a* area, *r* region, *t* week; D is the depth of a deal. Parameters are named as in a scenario
file, with default, unit, range, and where the figure comes from: **P** published, **R** reproduced by running it, **D**
derived, **A** our assumption; their sources are told in [parameters.md](parameters.md).

This page and its plots are made by \`npm run model\` from the engine's own functions. Who changes a rule or a default makes
them anew; a test fails until then.
`;

/** Every parameter by its path in a scenario file. */
export const PARAMETERS: ReadonlyMap<string, Parameter> = new Map(
	(
		[
			['response', RESPONSE],
			['field', FIELD],
			['channel', CHANNEL],
			['activities', ACTIVITY],
			['dealing', DEALING],
			['platform', PLATFORM],
			['money', MONEY],
			['score', SCORE]
		] as const
	).flatMap(([name, table]) => rowsOf(name, table))
);

function rowsOf(path: string, table: Table): [string, Parameter][] {
	return Object.entries(table).flatMap(([name, row]) => {
		const below = `${path}.${name}`;
		return isParameter(row) ? [[below, row] as [string, Parameter]] : rowsOf(below, row);
	});
}

export function modelPage(): string {
	return [HEAD, ...SECTIONS.map(sectionText)].join('\n');
}

function sectionText({ title, rules, text, parameters, figures }: Section): string {
	return [
		`## ${title}\n`,
		`Rules ${rules}.\n`,
		`${text.trim()}\n`,
		...(figures ?? []).map(figureText),
		...(parameters === undefined ? [] : [tableOf(parameters)])
	].join('\n');
}

function figureText(name: string): string {
	const figure = FIGURES.find((it) => it.name === name);
	if (figure === undefined) throw new Error(`no such figure: ${name}`);
	return `![${figure.caption}](model/${name}.svg)\n`;
}

/** @param paths of parameters, or of groups of them */
function tableOf(paths: readonly string[]): string {
	const rows = paths.flatMap((path) => {
		const found = [...PARAMETERS].filter(([name]) => name === path || name.startsWith(`${path}.`));
		if (found.length === 0) throw new Error(`no such parameter: ${path}`);
		return found.map(
			([name, { unit, default: value, min, max, tag }]) =>
				`| \`${name}\` | ${value} | ${unit} | ${min} … ${max} | ${tag} |`
		);
	});
	return [
		'| Parameter | Default | Unit | Range | Source |',
		'| --- | --- | --- | --- | --- |',
		...rows,
		''
	].join('\n');
}

/** Parameters that no section tells of. */
export function untold(): string[] {
	const told = SECTIONS.flatMap(({ parameters }) => parameters ?? []);
	return [...PARAMETERS.keys()].filter(
		(name) => !told.some((path) => name === path || name.startsWith(`${path}.`))
	);
}
