import { expect, test } from 'vitest';
import { LOCALES } from '#lib/i18n/index.ts';
import en from '../../../messages/en/shell.json' with { type: 'json' };
import zh from '../../../messages/zh-CN/shell.json' with { type: 'json' };
import { STORE_CODES } from './store.ts';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };

test.each(LOCALES)('every code of the store has words in %s, and no other has', (locale) => {
	const keys = Object.keys(CATALOGUES[locale] ?? {}).filter((key) => key.startsWith('store.'));
	expect(keys.sort()).toEqual(STORE_CODES.map((code) => `store.${code}`).sort());
});

test.each(LOCALES)('they need nothing filled in in %s: a fault is worded wherever it comes up', (locale) => {
	const texts = Object.entries(CATALOGUES[locale] ?? {}).filter(([key]) => key.startsWith('store.'));
	expect(texts.filter(([, text]) => /[{}<>]/.test(text))).toEqual([]);
});
