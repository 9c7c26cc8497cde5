import { describe, expect, test } from 'vitest';
import { LOCALES, PARTS } from '#lib/i18n/index.ts';
import { differences } from './support/messages.ts';
import { filesBelow, read } from './support/tree.ts';

function catalogue(locale: string, part: string): Record<string, string> {
	return JSON.parse(read(`messages/${locale}/${part}.json`));
}

describe.each(PARTS)('part %s', (part) => {
	const [en, zh] = [catalogue('en', part), catalogue('zh-CN', part)];

	test('both languages have the same messages with the same parameters', () => {
		expect(differences(en, zh)).toEqual([]);
	});

	test('both list them in the same order, so that a change shows side by side', () => {
		expect(Object.keys(zh)).toEqual(Object.keys(en));
	});

	test('no message is empty', () => {
		const empty = [en, zh].flatMap((messages) =>
			Object.entries(messages).filter(([, text]) => text.trim() === '')
		);
		expect(empty).toEqual([]);
	});
});

test('no key is in two parts', () => {
	const keys = PARTS.flatMap((part) => Object.keys(catalogue('en', part)));
	expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('there is a file for every language and part, and nothing else', () => {
	const files = LOCALES.flatMap((locale) => PARTS.map((part) => `messages/${locale}/${part}.json`));
	expect(filesBelow('messages')).toEqual(files.sort());
});

describe('the comparison would notice', () => {
	test.each([
		['a missing key', { a: 'x', b: 'y' }, { a: 'x' }],
		['another parameter', { a: '{n} left' }, { a: '{m} left' }],
		['another kind', { a: '{n}' }, { a: '{n, number}' }],
		['a parameter inside a plural', { a: '{n, plural, other {{who}}}' }, { a: '{n, plural, other {x}}' }],
		['another case', { a: '{k, select, x {1} other {2}}' }, { a: '{k, select, y {1} other {2}}' }]
	])('%s', (_name, a, b) => {
		expect(differences(a, b as Record<string, string>)).toHaveLength(1);
	});

	test('but let each language have its own plural forms', () => {
		expect(differences({ a: '{n, plural, one {#} other {#s}}' }, { a: '{n, plural, other {#}}' })).toEqual(
			[]
		);
	});
});
