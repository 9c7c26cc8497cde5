import { describe, expect, test } from 'vitest';
import { differences } from './support/messages.ts';
import { filesBelow, read } from './support/tree.ts';

function catalogue(locale: string): Record<string, string> {
	return JSON.parse(read(`messages/${locale}.json`));
}

const EN = catalogue('en');
const ZH = catalogue('zh-CN');

test('both languages have the same messages with the same parameters', () => {
	expect(differences(EN, ZH)).toEqual([]);
});

test('both list them in the same order, so that a change shows side by side', () => {
	expect(Object.keys(ZH)).toEqual(Object.keys(EN));
});

test('no message is empty', () => {
	const empty = [EN, ZH].flatMap((messages) =>
		Object.entries(messages).filter(([, text]) => text.trim() === '')
	);
	expect(empty).toEqual([]);
});

test('there are the two catalogues and nothing else', () => {
	expect(filesBelow('messages')).toEqual(['messages/en.json', 'messages/zh-CN.json']);
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
