import { describe, expect, test } from 'vitest';
import { askedLocale, speak, terminalLocale } from './language.ts';

describe('the language of the terminal', () => {
	test.each([
		[{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
		[{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
		[{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, 'zh-CN'],
		[{ LC_ALL: '', LANG: 'zh' }, 'zh-CN'],
		[{ LANG: 'zha' }, 'en'],
		[{ LANG: 'C.UTF-8' }, 'en'],
		[{}, 'en']
	])('%o is %s', (env, locale) => {
		expect(terminalLocale(env)).toBe(locale);
	});

	test.each([
		[['--lang', 'en', 'check'], 'en'],
		[['check', '--lang=zh-CN'], 'zh-CN'],
		[['check', '--lang', 'fr'], undefined],
		[['check', '--lang'], undefined],
		[['check'], undefined]
	])('asked for by %j', (argv, locale) => {
		expect(askedLocale(argv)).toBe(locale);
	});
});

test('numbers: separators, decimals, and no minus before nought', async () => {
	const { number, money } = await speak('en');
	expect([number(1234567.6), number(-0.04, 1), number(-0.05, 1), number(2, 2), money(-123456)]).toEqual([
		'1,234,568',
		'0.0',
		'-0.1',
		'2.00',
		'-1,235'
	]);
});
