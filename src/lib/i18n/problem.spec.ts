import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../scenario/index.ts';
import { createTranslator, describeProblem, loadCatalogue, LOCALES } from './index.ts';

test.each(LOCALES)('%s has words for every code of a scenario file, and for no other', async (locale) => {
	const worded = Object.keys(await loadCatalogue(locale)).flatMap(
		(key) => /^problem\.([A-Z0-9_]+)\.(message|hint)$/.exec(key)?.[1] ?? []
	);
	const twice = PROBLEM_CODES.flatMap((code) => [code, code]);
	expect(worded.sort()).toEqual(twice.sort());
});

test('a problem is described with its figures', async () => {
	const t = createTranslator('en', await loadCatalogue('en'));
	const params = { expected: 'number', found: 'percent' };
	expect(describeProblem(t, { code: 'WRONG_TYPE', params })).toEqual({
		message: 'A number is expected here, and there is a percentage.',
		hint: 'Write percentages as decimals: 12 % is .12.'
	});
});
