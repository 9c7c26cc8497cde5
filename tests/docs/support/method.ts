/** What docs/method.md claims, and how far the tests it names bear it out. */
import ts from 'typescript';
import { tableRows } from './markdown.ts';

/** Rows of the method, in the order of the table. */
export const METHOD_ROWS: readonly string[] = Array.from({ length: 38 }, (_, i) => `M${i + 1}`);

const COLUMNS = ['row', 'what', 'lever', 'figure', 'rule', 'test'] as const;
const NOT_YET = 'not yet';
/** A test of ours: `path › beginning of its title`. */
const REFERENCE = /^`([^`›]+\.(?:spec|e2e)\.ts) › ([^`]+)`$/;

/** Titles of the tests in a file, as far as they are written out; undefined where there is no such file. */
export type TitlesOf = (path: string) => readonly string[] | undefined;

/** What is wrong with the table, one sentence each. */
export function faultsOf(markdown: string, titlesOf: TitlesOf): string[] {
	const rows = tableRows(markdown, 'Row');
	const ids = rows.map((cells) => cells[0] ?? '');
	const faults = METHOD_ROWS.flatMap((id) => {
		const times = ids.filter((other) => other === id).length;
		return times === 1 ? [] : [`${id} is in the table ${times} times`];
	});
	for (const cells of rows) {
		const id = cells[0] ?? '';
		if (!METHOD_ROWS.includes(id)) faults.push(`${id} is no row of the method`);
		if (cells.length !== COLUMNS.length) faults.push(`${id} has ${cells.length} cells`);
		else faults.push(...cellFaults(id, cells, titlesOf));
	}
	return [...faults, ...countFaults(markdown, rows)];
}

function cellFaults(id: string, cells: readonly string[], titlesOf: TitlesOf): string[] {
	const faults = cells.flatMap((cell, c) => (cell === '' ? [`${id}: ${COLUMNS[c]} is empty`] : []));
	const tests = cells.at(-1) ?? '';
	if (tests === NOT_YET || tests === '') return faults;
	// What a test proves is something that can be done or seen.
	if (cells.slice(2, 5).every((cell) => cell.startsWith(NOT_YET)))
		faults.push(`${id}: proves nothing that stands`);
	return [
		...faults,
		...tests.split('<br>').flatMap((reference) => referenceFaults(id, reference.trim(), titlesOf))
	];
}

export function referenceFaults(id: string, reference: string, titlesOf: TitlesOf): string[] {
	const [, path, title] = REFERENCE.exec(reference) ?? [];
	if (path === undefined || title === undefined)
		return [`${id}: “${reference}” is neither “${NOT_YET}” nor a test`];
	const titles = titlesOf(path);
	if (titles === undefined) return [`${id}: there is no ${path}`];
	return titles.some((other) => other.startsWith(title))
		? []
		: [`${id}: no test in ${path} begins with “${title}”`];
}

/** A row is done when nothing of it is missing, not yet when all of it is, and partly in between. */
export function stateOf(cells: readonly string[]): 'done' | 'partly' | 'not yet' {
	const open = cells.slice(2).filter((cell) => cell.startsWith(NOT_YET) || cell.includes(`; ${NOT_YET}`));
	if (open.length === 0) return 'done';
	return cells.slice(2).every((cell) => cell.startsWith(NOT_YET)) ? NOT_YET : 'partly';
}

/** The summary counts what the table says. */
function countFaults(markdown: string, rows: readonly string[][]): string[] {
	const count = (state: string) => rows.filter((cells) => stateOf(cells) === state).length;
	const said = `Done ${count('done')} · partly ${count('partly')} · not yet ${count(NOT_YET)}`;
	return markdown.includes(said) ? [] : [`the summary should say “${said}”`];
}

/**
 * Titles given to `test`, `it` and `describe` (whose title begins those of its tests), also through `.each(…)(…)`,
 * `.skipIf(…)(…)` and the like; a template as it is written.
 */
export function titlesIn(source: string): string[] {
	const titles: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && isTest(node.expression)) {
			const [title] = node.arguments;
			if (title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text);
			else if (title !== undefined && ts.isTemplateExpression(title))
				titles.push(title.getText().slice(1, -1));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true));
	return titles;
}

function isTest(expression: ts.Expression): boolean {
	if (ts.isIdentifier(expression)) return ['test', 'it', 'describe'].includes(expression.text);
	if (ts.isPropertyAccessExpression(expression)) {
		// A skipped test and one to be written prove nothing.
		return !['skip', 'todo', 'fails'].includes(expression.name.text) && isTest(expression.expression);
	}
	return ts.isCallExpression(expression) && isTest(expression.expression);
}
