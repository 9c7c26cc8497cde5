import { expect, test } from 'vitest';
import { LOCALES, loadCatalogue } from '#lib/i18n/index.ts';
import { TERM_GROUPS } from './terms.ts';

const TERMS = TERM_GROUPS.flatMap((group) => [...group.terms]);

test('no word is in two groups', () => {
	expect(new Set(TERMS).size).toBe(TERMS.length);
});

test.each(LOCALES)('%s has a word and a meaning for every term, and for no other', async (locale) => {
	const keys = Object.keys(await loadCatalogue(locale, ['guide'])).filter((key) => key.startsWith('term.'));
	expect(keys.sort()).toEqual(TERMS.flatMap((id) => [`term.${id}.meaning`, `term.${id}.word`]).sort());
});

test.each(LOCALES)('no two terms share a word in %s', async (locale) => {
	const words = Object.entries(await loadCatalogue(locale, ['guide'])).filter(([key]) =>
		/^term\..*\.word$/.test(key)
	);
	expect(new Set(words.map(([, word]) => word)).size).toBe(words.length);
});
