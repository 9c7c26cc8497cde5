/** What every scenario file begins with, whatever its kind: what it is, and what a list of scenarios shows of it. */
import * as v from 'valibot';
import { id, list, text, whole } from './pieces.ts';

export const FORMAT = 1;

export const name = text(40, 'Name, in both languages.');
export const note = v.optional(text(400, 'What everybody in the trade knows about it; shown beside it.'));

/** @param kind the kinds this head is of */
export const headEntries = <K extends v.GenericSchema>(kind: K) => ({
	format: v.pipe(v.literal(FORMAT), v.description('Format of this file: 1.')),
	id: id('Scenario; the file’s name without .yaml.'),
	extends: v.optional(
		id('Scenario this one changes: maps are merged, lists with ids by id, all else replaced.')
	),
	kind,
	title: text(40, 'Title.'),
	summary: text(200, 'One or two sentences for the list of scenarios.'),
	briefing: text(
		2000,
		'What the trainee takes over: market, rivals, own position. Paragraphs by empty lines.'
	),
	goal: text(400, 'What is to be reached.'),
	hint: text(400, 'First hint, for who asks.'),
	difficulty: whole(1, 5, '1 guided … 5 expert.'),
	lessons: list(
		v.pipe(v.string(), v.regex(/^M([1-9]|[12][0-9]|3[0-8])$/)),
		1,
		38,
		'Rows of the method it teaches, M1 … M38.'
	)
});
