import { describe, expect, test } from 'vitest';
import { createTranslator, detectLocale, loadCatalogue, LOCALES, type MessageKey } from './index.ts';

describe('which language', () => {
	test.each([
		['an explicit choice wins', 'en', ['zh-CN'], 'en'],
		['the first language we have', null, ['fr-FR', 'en-GB', 'zh'], 'en'],
		['any Chinese is ours', null, ['zh-Hant-TW', 'en'], 'zh-CN'],
		['a stored value that is no language is ignored', 'tlh', ['en-US'], 'en'],
		['Chinese when nothing fits', null, ['fr'], 'zh-CN'],
		['Chinese when nothing is known', undefined, [], 'zh-CN']
	])('%s', (_name, chosen, preferred, expected) => {
		expect(detectLocale(chosen, preferred)).toBe(expected);
	});
});

describe('messages', () => {
	test.each([
		['en', 1, '1 scenario file in this copy'],
		['en', 2, '2 scenario files in this copy'],
		['zh-CN', 1, '此版本包含 1 个场景文件']
	] as const)('%s counts %i', async (locale, count, expected) => {
		const t = createTranslator(locale, await loadCatalogue(locale));
		expect(t('scenarios.count', { count })).toBe(expected);
	});

	test('a missing key throws where developers look, and shows itself to readers', async () => {
		const catalogue = await loadCatalogue('en');
		const missing = 'no.such.key' as MessageKey;
		expect(() => createTranslator('en', catalogue)(missing)).toThrow('No message “no.such.key” in en');
		expect(createTranslator('en', catalogue, { strict: false })(missing)).toBe('[no.such.key]');
	});

	test('a missing parameter throws where developers look, and shows the key to readers', async () => {
		const catalogue = await loadCatalogue('en');
		expect(() => createTranslator('en', catalogue)('scenarios.count')).toThrow('count');
		expect(createTranslator('en', catalogue, { strict: false })('scenarios.count')).toBe('[scenarios.count]');
	});

	test.each(LOCALES)('a key that every object has is missing all the same in %s', async (locale) => {
		const t = createTranslator(locale, await loadCatalogue(locale), { strict: false });
		expect(t('toString' as MessageKey)).toBe('[toString]');
	});
});
